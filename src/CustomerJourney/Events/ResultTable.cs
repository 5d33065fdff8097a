namespace CustomerJourney.Events;

/// <summary>Any result as typed columns and rows; what reports, CSV and JSON are written from.</summary>
public sealed record ResultTable
{
    /// <summary>The columns, in order.</summary>
    public required IReadOnlyList<ResultColumn> Columns { get; init; }

    /// <summary>The rows; each has one cell a column, of the type that the column's <see cref="ResultColumn.Kind"/> names, or <see langword="null"/> where there is no data.</summary>
    public required IReadOnlyList<IReadOnlyList<object?>> Rows { get; init; }
}
