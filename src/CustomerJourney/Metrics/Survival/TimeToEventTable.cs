using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Survival;

/// <summary>The table of a time: one row, so that groups stand below each other; the median, the later quantiles, the shares within horizons, the counts.</summary>
internal static class TimeToEventTable
{
    public static ResultTable Of(TimeToEventResult result)
    {
        ResultTable plain = MetricTable.Of(result);
        IReadOnlyList<MetricFigure> others = [.. result.OtherFigures.Where(figure => !figure.Name.EndsWith("only", StringComparison.Ordinal))];
        const int Figures = 3;
        return plain with
        {
            Columns =
            [
                .. plain.Columns.Take(Figures),
                .. others.Select(figure => new ResultColumn { Name = $"{char.ToUpperInvariant(figure.Name[0])}{figure.Name[1..]}", Kind = figure.Kind }),
                .. plain.Columns.Skip(Figures),
            ],
            Rows = [[.. plain.Rows[0].Take(Figures), .. others.Select(figure => figure.Kind == ResultColumnKind.Duration ? MetricTable.Duration(figure.Value) : figure.Value), .. plain.Rows[0].Skip(Figures)]],
        };
    }
}
