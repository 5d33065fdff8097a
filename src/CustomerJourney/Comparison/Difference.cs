using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Comparison;

/// <summary>One figure on both sides, the difference, its test and its size.</summary>
public sealed record Difference
{
    /// <summary>The analysis that the figure belongs to.</summary>
    public required Analysis Analysis { get; init; }

    /// <summary>What the figure is, for example "NPS" or "Basket to Payment".</summary>
    public required string Measure { get; init; }

    /// <summary>The group of a breakdown; <see langword="null"/> for a figure over all.</summary>
    public required string? Group { get; init; }

    /// <summary>The unit of differences in words: "percentage points" for shares (which are 0…1 here), "points" for NPS; empty where there is none.</summary>
    public required string Unit { get; init; }

    /// <summary>The figure of the baseline in its own unit (shares 0…1, NPS −100…100); <see langword="null"/> where it has none.</summary>
    public required Estimate? Baseline { get; init; }

    /// <summary>The figure of the candidate; <see langword="null"/> where it has none.</summary>
    public required Estimate? Candidate { get; init; }

    /// <summary>Candidate less baseline, with its interval; <see langword="null"/> where it cannot be told.</summary>
    public required Estimate? Change { get; init; }

    /// <summary>The test of no difference, with its p-value alone and corrected for the family; <see langword="null"/> where none is possible.</summary>
    public required TestResult? Test { get; init; }

    /// <summary>The size of the difference, free of units; <see langword="null"/> where it cannot be told.</summary>
    public required EffectSize? Effect { get; init; }

    /// <summary>Whether the difference is shown at the level asked for, after correction.</summary>
    public required bool IsShown { get; init; }

    /// <summary>One sentence that says no more than the figures do.</summary>
    public required string Verdict { get; init; }
}
