namespace CustomerJourney.Metrics.Trends;

/// <summary>What a trend makes of a period.</summary>
public enum TrendPointState
{
    /// <summary>It is over, has a value and was compared with the baseline.</summary>
    Judged,

    /// <summary>As <see cref="Judged"/>, and it is part of the baseline: it was compared with the rest of it.</summary>
    Baseline,

    /// <summary>It is over and has no value.</summary>
    Empty,

    /// <summary>It was not observed to its end; its value, if any, is what was seen so far and is not judged.</summary>
    Open,

    /// <summary>It is over and has a value, and there is nothing to compare it with: no baseline, or none of its season.</summary>
    NotJudged,
}
