using CustomerJourney.Events;

namespace QuickStart.Findings;

/// <summary>A question that the search puts to a log: what has to be measured, and which comparisons follow from the answers.</summary>
internal abstract record Question
{
    /// <summary>What is asked, for example "Payment".</summary>
    public required string Name { get; init; }

    /// <summary>What the figure says, for example "pay within a day of their first checkout".</summary>
    public required string Wording { get; init; }

    public required Unit Unit { get; init; }

    public bool MoreIsBetter { get; init; } = true;

    /// <summary>The analysis to be run, in one pass with those of all other questions.</summary>
    public abstract Analysis Analysis { get; }

    public abstract IEnumerable<Suspicion> Compare(Measurements answers);
}
