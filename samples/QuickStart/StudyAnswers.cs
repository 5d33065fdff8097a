using CustomerJourney.Classification;
using CustomerJourney.Comparison;
using CustomerJourney.Events;
using QuickStart.Findings;

namespace QuickStart;

/// <summary>Everything that was found out, for the report and the summary.</summary>
internal sealed record StudyAnswers
{
    public required StageSummaryResult Stages { get; init; }

    /// <summary><see langword="null"/> for a map of one stage, on which there is no way.</summary>
    public required WayTable? Ways { get; init; }

    public required IReadOnlyList<(string Title, IJourneyResult Result)> Chapters { get; init; }

    /// <summary>The second half of the time with the first.</summary>
    public required JourneyComparison Halves { get; init; }

    public required FindingList Findings { get; init; }
}
