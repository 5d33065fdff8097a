using CustomerJourney.Building;

namespace CustomerJourney.Events;

/// <summary>Other columns to read where one is missing from the source or empty in a row: an id precedence list, two spellings of one key. Equal by value.</summary>
public sealed record ColumnFallback
{
    /// <summary>The column that a mapping reads.</summary>
    public required string Column { get; init; }

    /// <summary>The columns that are read in its place, in this order; the first one with a value in the row counts.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public required IReadOnlyList<string> Others { get; init => field = EquatableList.Of(value); }

    /// <summary>Names the columns that stand in for another.</summary>
    /// <param name="column">The column that a mapping reads.</param>
    /// <param name="others">The columns that are read in its place, in this order.</param>
    public static ColumnFallback For(string column, params IReadOnlyList<string> others) => new() { Column = column, Others = others };
}
