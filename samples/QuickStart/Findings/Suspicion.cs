using CustomerJourney.Statistics;

namespace QuickStart.Findings;

/// <summary>One comparison that was made: some customers with others. Only few of them become findings.</summary>
internal sealed record Suspicion
{
    /// <summary>The question and the group, without the period: of one series only the strongest comparison is told.</summary>
    public required string Series { get; init; }

    /// <summary>What is asked, for example "Payment".</summary>
    public required string Question { get; init; }

    /// <summary>The channel, the persona …; <see langword="null"/> for all customers.</summary>
    public required string? Group { get; init; }

    /// <summary>The week or month; <see langword="null"/> for all time.</summary>
    public required string? Period { get; init; }

    /// <summary>Who was looked at, for example "Payment on mobile, week 2026-W12".</summary>
    public required string Headline { get; init; }

    /// <summary>What the figure says, for example "pay within a day of their first checkout".</summary>
    public required string Wording { get; init; }

    /// <summary>With whom they were compared, for example "in the other weeks".</summary>
    public required string Elsewhere { get; init; }

    public required Unit Unit { get; init; }

    /// <summary>Whether more is better: the search tells only what is worse than elsewhere.</summary>
    public required bool MoreIsBetter { get; init; }

    public required Sample Here { get; init; }

    public required Sample There { get; init; }

    /// <summary>Here less there.</summary>
    public required SampleDifference Difference { get; init; }

    public bool IsWorse => Difference.Change is { } change && (MoreIsBetter ? change.Value < 0 : change.Value > 0);
}
