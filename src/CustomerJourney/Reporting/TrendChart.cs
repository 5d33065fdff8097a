using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Metrics.Trends;

namespace CustomerJourney.Reporting;

/// <summary>
/// A line a trend: each period's value with its interval, what was expected and the control limits as they are for that period, the baseline shaded, alerts ringed. One drawing for each group, all on one axis.
/// </summary>
internal sealed class TrendChart : IDrawing
{
    private const double Left = 56;
    private const double LeastWidth = 760;
    private const double LeastColumn = 14;
    private const double PlotHeight = 168;
    private const double Top = 26;
    private const double Bottom = Top + PlotHeight;
    private const double Height = Bottom + 46;
    private const double LabelWidth = 78;
    private const double Margin = 0.06;

    private readonly IReadOnlyList<ITrend> _trends;
    private readonly ResultTable _table;

    private TrendChart(IReadOnlyList<ITrend> trends, ResultTable table) => (_trends, _table) = (trends, table);

    /// <summary>The drawing of a result that is a trend, or trends; null for others.</summary>
    public static TrendChart? Of(IJourneyResult result, ResultTable table) => result switch
    {
        ITrend trend => new TrendChart([trend], table),
        IGroupTrends groups => new TrendChart(groups.Trends, table),
        _ => null,
    };

    /// <summary>Draws each trend that has a value to show.</summary>
    public void Write(Markup page, string id, string title, PageContext context)
    {
        // Rows that are hidden in the table are hidden here too: their limits would tell how many they rest on.
        VisibleTable visible = VisibleTable.Of(_table, context.Options);
        int row = 0;
        List<(ITrend Trend, TrendPoint?[] Points)> drawn = [];
        foreach (ITrend trend in _trends)
        {
            TrendPoint?[] points = [.. trend.Points.Select(point => visible[row++] == RowVisibility.Shown ? point : null)];
            if (points.Any(point => point?.Value is not null)) drawn.Add((trend, points));
        }

        if (ScaleOver(drawn.SelectMany(entry => entry.Points)) is not { } scale) return;
        for (int i = 0; i < drawn.Count; i++)
        {
            string name = drawn[i].Trend.Series.Group is { } group ? $"{title}: {group}" : title;
            Write(page, $"{id}-{i + 1}", string.Format(context.Culture, context.Texts.DrawingOf, name), drawn[i].Trend, drawn[i].Points, scale, context.Culture);
        }
    }

    private static void Write(Markup page, string id, string name, ITrend trend, TrendPoint?[] points, ChartScale scale, CultureInfo culture)
    {
        double column = Math.Max(LeastColumn, (LeastWidth - Left) / points.Length), width = Left + (column * points.Length);
        page.Append($"<figure class=\"scroll\"><svg class=\"chart\" role=\"img\" aria-labelledby=\"{id}\" viewBox=\"0 0 {width} {Height}\" style=\"min-width: {width}px\">\n<title id=\"{id}\">{name}</title>\n");
        foreach ((int first, int count) in BaselineRuns(trend))
            page.Append($"<rect class=\"band\" x=\"{Left + (first * column)}\" y=\"{Top}\" width=\"{count * column}\" height=\"{PlotHeight}\"/>\n");
        if (trend.Series.Group is { } group) page.Append($"<text x=\"{Left}\" y=\"{Top - 10}\" font-weight=\"600\">{PlainText.OnOneLine(group)}</text>\n");
        WriteAxes(page, points, trend, scale, column, width, culture);
        for (int i = 0; i < points.Length; i++) WriteLimits(page, points[i], scale, Left + (i * column), column);
        WriteChanges(page, trend, points, column);
        WriteLine(page, points, scale, column);
        for (int i = 0; i < points.Length; i++)
            if (points[i] is { Value: not null } point) WritePoint(page, point, scale, Left + (column * (i + 0.5)), trend.Alerts.Any(alert => alert.Period == point.Period));
        page.Append($"<text class=\"small\" x=\"{Left}\" y=\"{Height - 6}\">shaded: baseline · solid: expected · dashed: control limits · ring: alert · hollow: open period</text>\n</svg></figure>\n");
    }

    private static void WriteAxes(Markup page, TrendPoint?[] points, ITrend trend, ChartScale scale, double column, double width, CultureInfo culture)
    {
        bool isShare = trend.Series.Measured[0].Kind == ResultColumnKind.Share;
        foreach (double tick in scale.Ticks())
        {
            string number = isShare ? FigureText.Share(tick, Math.Max(0, scale.Decimals - 2), culture) : FigureText.Number(tick, scale.Decimals, culture);
            page.Append($"<line class=\"grid\" x1=\"{Left}\" x2=\"{width}\" y1=\"{YOf(tick, scale)}\" y2=\"{YOf(tick, scale)}\"/><text class=\"end small\" x=\"{Left - 8}\" y=\"{YOf(tick, scale) + 4}\">{number}</text>\n");
        }

        int step = Math.Max(1, (int)Math.Ceiling(LabelWidth / column));
        for (int i = 0; i < points.Length; i += step)
            page.Append($"<text class=\"tick\" x=\"{Left + (column * (i + 0.5))}\" y=\"{Bottom + 16}\">{PlainText.Shorten(trend.Points[i].Period, 12)}</text>\n");
    }

    private static void WriteLimits(Markup page, TrendPoint? point, ChartScale scale, double x, double column)
    {
        if (point is not { Expected: { } expected, LowerLimit: { } lower, UpperLimit: { } upper }) return;
        page.Append($"<line class=\"zero\" x1=\"{x}\" x2=\"{x + column}\" y1=\"{YOf(expected, scale)}\" y2=\"{YOf(expected, scale)}\"/>");
        page.Append($"<line class=\"target\" x1=\"{x}\" x2=\"{x + column}\" y1=\"{YOf(lower, scale)}\" y2=\"{YOf(lower, scale)}\"/>");
        page.Append($"<line class=\"target\" x1=\"{x}\" x2=\"{x + column}\" y1=\"{YOf(upper, scale)}\" y2=\"{YOf(upper, scale)}\"/>\n");
    }

    /// <summary>Where a new level begins, between its first period and the one before it.</summary>
    private static void WriteChanges(Markup page, ITrend trend, TrendPoint?[] points, double column)
    {
        for (int i = 0; i < points.Length; i++)
        {
            if (!trend.Alerts.Any(alert => alert.Rule == TrendRules.ChangePoint && alert.Period == points[i]?.Period)) continue;
            page.Append($"<line class=\"change\" x1=\"{Left + (i * column)}\" x2=\"{Left + (i * column)}\" y1=\"{Top}\" y2=\"{Bottom}\"/>\n");
        }
    }

    /// <summary>Broken where a period has no value: what was not measured is not drawn.</summary>
    private static void WriteLine(Markup page, TrendPoint?[] points, ChartScale scale, double column)
    {
        for (int i = 1; i < points.Length; i++)
        {
            if (points[i - 1]?.Value is not { } before || points[i] is not { Value: { } value, State: not TrendPointState.Open }) continue;
            page.Append($"<line class=\"curve\" x1=\"{Left + (column * (i - 0.5))}\" y1=\"{YOf(before, scale)}\" x2=\"{Left + (column * (i + 0.5))}\" y2=\"{YOf(value, scale)}\"/>\n");
        }
    }

    private static void WritePoint(Markup page, TrendPoint point, ChartScale scale, double x, bool isAlert)
    {
        double y = YOf(point.Value!.Value, scale);
        if (point.Estimate is { } estimate) page.Append($"<path class=\"reach\" d=\"M{x} {YOf(estimate.Lower, scale)}V{YOf(estimate.Upper, scale)}\"/>");
        if (isAlert) page.Append($"<circle class=\"ring\" cx=\"{x}\" cy=\"{y}\" r=\"8\"/>");
        if (point.State == TrendPointState.Open) page.Append($"<circle class=\"aim\" cx=\"{x}\" cy=\"{y}\" r=\"4\"/>\n");
        else if (point.IsBeyondLimits) page.Append($"<circle class=\"bar negative\" cx=\"{x}\" cy=\"{y}\" r=\"4\"/>\n");
        else page.Append($"<circle class=\"bar\" cx=\"{x}\" cy=\"{y}\" r=\"4\"/>\n");
    }

    private static IEnumerable<(int First, int Count)> BaselineRuns(ITrend trend)
    {
        for (int i = 0; i < trend.Points.Count; i++)
        {
            int first = i;
            while (i < trend.Points.Count && trend.Points[i].State == TrendPointState.Baseline) i++;
            if (i > first) yield return (first, i - first);
        }
    }

    /// <summary>An axis over values and limits with a little room; not from zero, for lines show changes and not sizes. Wide intervals of single periods do not stretch it.</summary>
    private static ChartScale? ScaleOver(IEnumerable<TrendPoint?> points)
    {
        double[] figures = [.. points.OfType<TrendPoint>().SelectMany(point => new[] { point.Value, point.LowerLimit, point.UpperLimit }).OfType<double>().Where(double.IsFinite)];
        if (figures.Length == 0) return null;
        (double least, double most) = (figures.Min(), figures.Max());
        double room = most > least ? Margin * (most - least) : Math.Max(1, Math.Abs(most)) * Margin;
        return ChartScale.Over(figures, least - room, most + room, 0, PlotHeight);
    }

    private static double YOf(double figure, ChartScale scale) => Bottom - scale.At(figure);
}
