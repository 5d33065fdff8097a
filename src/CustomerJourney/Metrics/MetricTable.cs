using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>The table that all metrics lay out alike: the figure, its interval, then the counts.</summary>
internal static class MetricTable
{
    public static ResultTable Of(string name, ResultColumnKind kind, double? value, Estimate? estimate, IReadOnlyList<(string Name, long Count)> counts) => new()
    {
        Columns =
        [
            new ResultColumn { Name = name, Kind = kind },
            new ResultColumn { Name = "Lower", Kind = kind },
            new ResultColumn { Name = "Upper", Kind = kind },
            .. counts.Select(count => new ResultColumn { Name = count.Name, Kind = ResultColumnKind.Count }),
        ],
        BaseColumn = "Customers",
        Rows = [[value, estimate?.Lower, estimate?.Upper, .. counts.Select(count => (object?)count.Count)]],
    };
}
