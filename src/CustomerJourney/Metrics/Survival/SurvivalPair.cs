using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Survival;

/// <summary>Two groups whose survival curves were compared.</summary>
public sealed record SurvivalPair
{
    /// <summary>The name of the first group.</summary>
    public required string First { get; init; }

    /// <summary>The name of the second group.</summary>
    public required string Second { get; init; }

    /// <summary>The log-rank test of these two alone; its adjusted p-value is corrected by Holm for all pairs. <see langword="null"/> where they never had cases at risk at one time.</summary>
    public required TestResult? Test { get; init; }
}
