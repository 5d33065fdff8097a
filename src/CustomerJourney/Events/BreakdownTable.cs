namespace CustomerJourney.Events;

/// <summary>Lays out a breakdown: the group columns, then the columns of the results' own tables.</summary>
internal static class BreakdownTable
{
    public const string TotalName = "Total";

    public static ResultTable Of<TResult>(string rowTitle, string? columnTitle, IReadOnlyList<BreakdownRow<TResult>> rows, TResult total)
    {
        ResultTable totals = TableOf(total);
        List<ResultColumn> columns = [new ResultColumn { Name = rowTitle, Kind = ResultColumnKind.Text }];
        if (columnTitle is not null) columns.Add(new ResultColumn { Name = columnTitle, Kind = ResultColumnKind.Text });
        string[] groups = [.. columns.Select(column => column.Name)], figures = [.. totals.Columns.Select(column => column.Name)];
        totals = totals with { Columns = [.. totals.Columns.Select(column => column with { Name = Apart(column.Name, groups, figures) })], BaseColumn = totals.BaseColumn is { } name ? Apart(name, groups, figures) : null };
        columns.AddRange(totals.Columns);

        List<IReadOnlyList<object?>> cells = [];
        foreach (BreakdownRow<TResult> row in rows)
            cells.AddRange(TableOf(row.Result).Rows.Select(inner => Prefixed(row.Group, columnTitle is null ? null : row.Column ?? "", inner)));
        cells.AddRange(totals.Rows.Select(inner => Prefixed(TotalName, columnTitle is null ? null : TotalName, inner)));
        return new ResultTable
        {
            Columns = columns.AsReadOnly(),
            Rows = cells.AsReadOnly(),
            BaseColumn = totals.BaseColumn,
            Chart = ChartOf(totals, columnTitle is null ? [rowTitle] : [rowTitle, columnTitle]),
        };
    }

    /// <summary>The name of a column of figures, another one where a group column has it.</summary>
    private static string Apart(string name, string[] groups, string[] figures)
    {
        if (!groups.Contains(name)) return name;
        do name += " (figure)";
        while (groups.Contains(name) || figures.Contains(name));
        return name;
    }

    /// <summary>A bar a group, where the results are single figures; results that are tables themselves are charted by the figures that they chart.</summary>
    private static ResultChart? ChartOf(ResultTable inner, string[] groups)
    {
        if (inner.Chart is { } chart) return chart with { LabelColumns = [.. groups, .. chart.LabelColumns] };
        if (inner.Rows.Count != 1 || inner.Columns[0].Kind is not (ResultColumnKind.Share or ResultColumnKind.Number)) return null;
        bool hasInterval = inner.Columns.Any(column => column.Name == "Lower") && inner.Columns.Any(column => column.Name == "Upper");
        return new ResultChart
        {
            LabelColumns = groups,
            ValueColumn = inner.Columns[0].Name,
            LowerColumn = hasInterval ? "Lower" : null,
            UpperColumn = hasInterval ? "Upper" : null,
        };
    }

    private static ResultTable TableOf<TResult>(TResult result) => result is IJourneyResult tabular
        ? tabular.ToTable()
        : new ResultTable { Columns = [new ResultColumn { Name = "Value", Kind = KindOf(typeof(TResult)) }], Rows = [[CellOf(result)]] };

    private static ResultColumnKind KindOf(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
    {
        TypeCode.Int32 or TypeCode.Int64 => ResultColumnKind.Count,
        TypeCode.Double or TypeCode.Decimal or TypeCode.Single => ResultColumnKind.Number,
        TypeCode.Boolean => ResultColumnKind.Flag,
        _ => ResultColumnKind.Text,
    };

    private static object? CellOf<TResult>(TResult result) => result switch
    {
        null => null,
        int count => (long)count,
        long or double or bool => result,
        decimal or float => Convert.ToDouble(result, System.Globalization.CultureInfo.InvariantCulture),
        _ => result.ToString(),
    };

    private static IReadOnlyList<object?> Prefixed(string group, string? column, IReadOnlyList<object?> cells) =>
        column is null ? [group, .. cells] : [group, column, .. cells];
}
