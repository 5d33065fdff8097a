using CustomerJourney.Building;

namespace CustomerJourney.Events;

/// <summary>Which rows of a source are meant: those with one of some values in a column. Equal by value; values are compared ordinally.</summary>
public sealed record RowFilter
{
    /// <summary>The column.</summary>
    public required string Column { get; init; }

    /// <summary>The values that are meant; the empty text means rows with nothing there.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public required IReadOnlyList<string> Values { get; init => field = EquatableList.Of(value); }

    /// <summary>Means the rows that have one of some values in a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="values">The values that are meant.</param>
    public static RowFilter OneOf(string column, params IReadOnlyList<string> values) => new() { Column = column, Values = values };
}
