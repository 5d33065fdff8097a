using CustomerJourney;
using CustomerJourney.Analytics;
using CustomerJourney.Events;
using QuickStart.Findings;

namespace QuickStart;

/// <summary>What is looked at: a map, a log, and what one wants to know of them.</summary>
internal sealed record Study
{
    /// <summary>The title of the report.</summary>
    public required string Title { get; init; }

    /// <summary>What the reader should know beforehand, in a sentence or two.</summary>
    public required string About { get; init; }

    public required Journey Map { get; init; }

    public required JourneyLog Log { get; init; }

    /// <summary>The ways whose losses are shown; none for a map of one stage.</summary>
    public required IReadOnlyList<Funnel> Ways { get; init; }

    /// <summary>The other figures of the report, in order.</summary>
    public required IReadOnlyList<Chapter> Chapters { get; init; }

    /// <summary>What is compared between the first and the second half of the log's time.</summary>
    public required IReadOnlyList<Analysis> Compared { get; init; }

    /// <summary>What the search for findings asks.</summary>
    public required IReadOnlyList<Question> Questions { get; init; }
}
