using CustomerJourney.Statistics;

namespace CustomerJourney.Events;

/// <summary>A number of a result that can be compared between groups: its name and the sufficient statistics behind it.</summary>
public sealed record Figure
{
    /// <summary>What the number is, for example "NPS" or "reached order_paid".</summary>
    public required string Name { get; init; }

    /// <summary>What the number is computed from.</summary>
    public required Sample Sample { get; init; }

    /// <summary>By how much the sample's value is multiplied when shown: 100 for NPS, 1 otherwise.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Whether the number is not to be had for all observations together, though each of them counts: answers on a wrong scale, amounts in several currencies, a period that is open. Known of the whole only, never of a single customer.</summary>
    internal bool IsWithheld { get; init; }

    /// <summary>The number with the interval that its result shows, before <see cref="Scale"/>; <see langword="null"/> where that is the one of <see cref="Sample"/>.</summary>
    internal Estimate? Shown { get; init; }

    /// <summary>The unit of the number in words, where it has one: "points" for NPS.</summary>
    public string? Unit { get; init; }
}
