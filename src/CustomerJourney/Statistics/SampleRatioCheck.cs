namespace CustomerJourney.Statistics;

/// <summary>Whether the groups of an experiment have the sizes that were planned.</summary>
public sealed record SampleRatioCheck
{
    /// <summary>The test of the sizes against the plan.</summary>
    public required CountTestResult Result { get; init; }

    /// <summary>The p-value below which there is an alarm, between 0 and 1.</summary>
    public required double Threshold { get; init; }

    /// <summary>Whether the sizes are off by more than chance explains: find out why before reading any result.</summary>
    public bool IsMismatch => Result.Test.PValue < Threshold;
}
