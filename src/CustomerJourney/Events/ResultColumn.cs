namespace CustomerJourney.Events;

/// <summary>A column of a <see cref="ResultTable"/>: its name and what its cells hold.</summary>
public sealed record ResultColumn
{
    /// <summary>The name of the column, unique in its table.</summary>
    public required string Name { get; init; }

    /// <summary>What the cells hold, and so how they are written.</summary>
    public required ResultColumnKind Kind { get; init; }

    /// <summary>Whether the numbers of its rows are of different kinds (a net score above a share, parameters of a model), so that each is written with decimals of its own.</summary>
    internal bool IsMixed { get; init; }
}
