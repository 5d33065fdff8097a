namespace CustomerJourney.Events;

/// <summary>A result whose numbers can be compared between groups of customers. A user's own result takes part in comparisons by implementing it.</summary>
public interface IComparableResult : IJourneyResult
{
    /// <summary>The numbers, always the same ones in the same order for results of one definition.</summary>
    IReadOnlyList<Figure> Figures { get; }
}
