using CustomerJourney.Statistics.Lifetime;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>The names of segments for five bins, by recency and frequency alone, as they are in wide use.</summary>
internal static class RecencyFrequencySegmentNames
{
    public const int Bins = 5;

    /// <summary>The names from best to worst; every pair of scores is in exactly one segment.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["Champions", "Loyal", "Potential loyal", "New", "Promising", "Need attention", "About to sleep", "Cannot lose", "At risk", "Hibernating"];

    public static string Of(RecencyFrequencyMonetaryScore score) => (score.Recency, score.Frequency) switch
    {
        (5, >= 4) => "Champions",
        (3 or 4, >= 4) => "Loyal",
        ( >= 4, 2 or 3) => "Potential loyal",
        (5, 1) => "New",
        (4, 1) => "Promising",
        (3, 3) => "Need attention",
        (3, <= 2) => "About to sleep",
        ( <= 2, 5) => "Cannot lose",
        ( <= 2, 3 or 4) => "At risk",
        _ => "Hibernating",
    };
}
