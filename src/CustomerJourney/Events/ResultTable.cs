namespace CustomerJourney.Events;

/// <summary>Any result as typed columns and rows; what reports, CSV and JSON are written from.</summary>
public sealed record ResultTable
{
    /// <summary>The columns, in order.</summary>
    public required IReadOnlyList<ResultColumn> Columns { get; init; }

    /// <summary>The rows; each has one cell a column, of the type that the column's <see cref="ResultColumn.Kind"/> names, or <see langword="null"/> where there is no data.</summary>
    public required IReadOnlyList<IReadOnlyList<object?>> Rows { get; init; }

    /// <summary>
    /// The name of the <see cref="ResultColumnKind.Count"/> column that says how many customers or answers a row rests on;
    /// <see langword="null"/> where rows are not about groups of people. A report that hides small groups goes by this column,
    /// and then shows only the <see cref="ResultColumnKind.Text"/> cells of a hidden row: names belong into text columns, figures never.
    /// </summary>
    public string? BaseColumn { get; init; }

    /// <summary>How to draw the table as bars; <see langword="null"/> for a table that is only read.</summary>
    public ResultChart? Chart { get; init; }
}
