using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Trends;

/// <summary>Makes trends of breakdowns whose groups are calendar periods.</summary>
internal static class BreakdownTrends
{
    public static Trend<TResult> Single<TResult>(Breakdown<TResult> breakdown, ObservedSpan? observed, TrendOptions options)
        where TResult : IComparableResult
    {
        if (breakdown is not { Rows: CalendarDimension calendar, Columns: null })
            throw NotByPeriod(breakdown.Title, $".By({nameof(Dimension)}.{nameof(Dimension.Calendar)}({nameof(CalendarUnit)}.{nameof(CalendarUnit.Month)}))");
        return Make(null, [.. breakdown.Where(row => row.RowKey.Kind == GroupKind.Named).Select(row => (row.RowKey, row.Result))], calendar, observed, breakdown.Definition.CountsCustomersOnce, options);
    }

    public static GroupTrends<TResult> Many<TResult>(Breakdown<TResult> breakdown, ObservedSpan? observed, TrendOptions options)
        where TResult : IComparableResult
    {
        if (breakdown is not { Rows: { } rows, Columns: { } columns } || rows is not CalendarDimension == columns is not CalendarDimension)
            throw NotByPeriod(breakdown.Title, $".By({nameof(Dimension)}.{nameof(Dimension.Stage)}, {nameof(Dimension)}.{nameof(Dimension.Calendar)}({nameof(CalendarUnit)}.{nameof(CalendarUnit.Month)}))");
        bool periodsAreRows = rows is CalendarDimension;
        var cells = breakdown.Select(row => (
            Group: periodsAreRows ? row.ColumnKey!.Value : row.RowKey,
            Period: periodsAreRows ? row.RowKey : row.ColumnKey!.Value,
            row.Result)).Where(cell => cell.Period.Kind == GroupKind.Named);
        CalendarDimension calendar = (CalendarDimension)(periodsAreRows ? rows : columns);
        Trend<TResult>[] trends = [.. cells.GroupBy(cell => cell.Group).Select(group => Make(group.Key.Name, [.. group.Select(cell => (cell.Period, cell.Result))], calendar, observed, breakdown.Definition.CountsCustomersOnce, options))];
        return new GroupTrends<TResult>((periodsAreRows ? columns : rows).Title, trends, options);
    }

    private static Trend<TResult> Make<TResult>(string? group, IReadOnlyList<(GroupKey Period, TResult Result)> rows, CalendarDimension calendar, ObservedSpan? observed, bool countsCustomersOnce, TrendOptions options)
        where TResult : IComparableResult
    {
        TrendPeriod[] periods = [.. rows.Select(row => TrendPeriod.Of(DateOnly.FromDayNumber((int)row.Period.Place), calendar.Unit, calendar.Zone))];
        // Without the log's end the last period may have been cut off anywhere in it.
        long until = observed?.Until ?? (periods.Length == 0 ? 0 : periods[^1].Range.End.UtcTicks - 1);
        TrendSeries series = new(group, calendar.Unit, periods, [.. rows.Select(row => Measured.Of(row.Result, options.Figure))], until, countsCustomersOnce, options) { Calendar = calendar.Zone, FirstEvent = observed?.First };
        // The alerts of a group are found together with those of the others.
        return new Trend<TResult>(series, calendar.Unit, [.. rows.Select(row => row.Result)], options, group is null ? null : ([], 0));
    }

    private static ArgumentException NotByPeriod(string title, string fix) =>
        new($"'{title}' has no calendar periods to follow, or not those alone: ask with {fix}.");
}
