namespace CustomerJourney.Statistics;

/// <summary>What a test is against.</summary>
public enum Alternative
{
    /// <summary>That the two differ, in either direction.</summary>
    TwoSided,

    /// <summary>That the candidate is less.</summary>
    Less,

    /// <summary>That the candidate is greater.</summary>
    Greater,
}
