using System.Globalization;
using CustomerJourney.Events;

namespace CustomerJourney.Reporting;

/// <summary>Horizontal bars, one a row, from zero to the value, with a whisker from limit to limit.</summary>
internal static class BarChart
{
    private const double Width = 760;
    private const double LabelWidth = 196;
    private const double PlotWidth = 350;
    private const double RowHeight = 28;
    private const double BarHeight = 14;
    private const double CapHeight = 8;
    private const double Top = 6;
    private const double AxisHeight = 24;
    private const double FigureEnd = LabelWidth + PlotWidth + 84;
    private const int LabelLetters = 26;

    /// <summary>Draws the table's chart; nothing where it names none or no row has a value.</summary>
    public static void Write(Markup page, string id, string title, TableText text, PageContext context)
    {
        VisibleTable visible = text.Table;
        ResultTable table = visible.Table;
        if (table.Chart is not { } chart) return;
        int[] labels = [.. chart.LabelColumns.Select(name => TableCheck.IndexOf(table, name))];
        int value = TableCheck.IndexOf(table, chart.ValueColumn);
        int lower = chart.LowerColumn is { } lowerName ? TableCheck.IndexOf(table, lowerName) : -1;
        int upper = chart.UpperColumn is { } upperName ? TableCheck.IndexOf(table, upperName) : -1;
        List<double> figures = [];
        for (int row = 0; row < table.Rows.Count; row++)
            foreach (int column in (int[])[value, lower, upper])
                if (Figure(visible, row, column) is { } figure) figures.Add(figure);
        if (ChartScale.Over(figures, chart.Minimum, chart.Maximum, LabelWidth + 8, PlotWidth) is not { } scale) return;

        double bottom = Top + (RowHeight * table.Rows.Count);
        string name = $"{title}: {string.Format(context.Culture, context.Texts.ChartOf, chart.ValueColumn)}";
        page.Append($"<figure class=\"scroll\"><svg class=\"chart\" role=\"img\" aria-labelledby=\"{id}\" viewBox=\"0 0 {Width} {bottom + AxisHeight}\">\n<title id=\"{id}\">{name}</title>\n");
        WriteAxis(page, scale, bottom, table.Columns[value].Kind, context.Culture);
        for (int row = 0; row < table.Rows.Count; row++)
        {
            double middle = Top + (RowHeight * (row + 0.5));
            string label = PlainText.OnOneLine(string.Join(" · ", labels.Select(column => text[row, column].Text)));
            page.Append($"<text x=\"0\" y=\"{middle + 4}\"><title>{label}</title>{PlainText.Shorten(label, LabelLetters)}</text>");
            WriteBar(page, scale, middle, Figure(visible, row, value), Figure(visible, row, lower), Figure(visible, row, upper));
            WriteFigures(page, middle, text, row, value, lower, upper);
        }

        page.Append($"</svg></figure>\n");
    }

    private static void WriteAxis(Markup page, ChartScale scale, double bottom, ResultColumnKind kind, CultureInfo culture)
    {
        foreach (double tick in scale.Ticks())
        {
            string number = kind == ResultColumnKind.Share ? FigureText.Share(tick, Math.Max(0, scale.Decimals - 2), culture) : FigureText.Number(tick, scale.Decimals, culture);
            page.Append($"<line class=\"grid\" x1=\"{scale.At(tick)}\" x2=\"{scale.At(tick)}\" y1=\"{Top}\" y2=\"{bottom}\"/><text class=\"tick\" x=\"{scale.At(tick)}\" y=\"{bottom + 16}\">{number}</text>\n");
        }

        page.Append($"<line class=\"zero\" x1=\"{scale.At(scale.Origin)}\" x2=\"{scale.At(scale.Origin)}\" y1=\"{Top}\" y2=\"{bottom}\"/>\n");
    }

    private static void WriteBar(Markup page, ChartScale scale, double middle, double? value, double? lower, double? upper)
    {
        if (value is not { } figure) return;
        (double from, double to) = (scale.At(scale.Origin), scale.At(figure));
        (double x, double width, double y) = (Math.Min(from, to), Math.Abs(to - from), middle - (BarHeight / 2));
        if (figure < scale.Origin) page.Append($"<rect class=\"bar negative\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{BarHeight}\"/>");
        else page.Append($"<rect class=\"bar\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{BarHeight}\"/>");
        if (lower is not { } low || upper is not { } high) return;
        (double left, double right, double above, double below) = (scale.At(low), scale.At(high), middle - (CapHeight / 2), middle + (CapHeight / 2));
        page.Append($"<path class=\"whisker\" d=\"M{left} {middle}H{right}M{left} {above}V{below}M{right} {above}V{below}\"/>");
    }

    private static void WriteFigures(Markup page, double middle, TableText text, int row, int value, int lower, int upper)
    {
        double y = middle + 4;
        CellText figure = text[row, value];
        if (figure.State == CellState.Hidden)
        {
            page.Append($"<text class=\"small\" x=\"{LabelWidth + PlotWidth + 24}\" y=\"{y}\">{text.HiddenText(row)}</text>\n");
            return;
        }

        page.Append($"<text class=\"end\" x=\"{FigureEnd}\" y=\"{y}\">{figure.Text}</text>");
        if (lower >= 0 && text[row, lower].State == CellState.Value && text[row, upper].State == CellState.Value)
            page.Append($"<text class=\"small\" x=\"{FigureEnd + 10}\" y=\"{y}\">{text[row, lower].Text} … {text[row, upper].Text}</text>");
        page.Append($"\n");
    }

    private static double? Figure(VisibleTable table, int row, int column) => column < 0 ? null : table.Cell(row, column) switch
    {
        double figure => figure,
        long count => count,
        _ => null,
    };
}
