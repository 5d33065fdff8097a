namespace CustomerJourney.Statistics;

/// <summary>What a ratio of two groups does when a count that it divides by, or takes the logarithm of, is 0.</summary>
public enum ZeroCellRule
{
    /// <summary>There is no ratio.</summary>
    Undefined,

    /// <summary>Half a case is added to each of the four counts, and the ratio is that of these counts; the method's name says so. Other tables are left as they are.</summary>
    AddHalf,
}
