using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>The table that all metrics lay out alike: the figure, its interval, then the counts.</summary>
internal static class MetricTable
{
    public static ResultTable Of(MetricResult result) => new()
    {
        Columns =
        [
            new ResultColumn { Name = Apart(result.Title, ["Lower", "Upper", .. result.Counts.Select(count => count.Name)]), Kind = result.ValueKind },
            new ResultColumn { Name = "Lower", Kind = result.ValueKind },
            new ResultColumn { Name = "Upper", Kind = result.ValueKind },
            .. result.Counts.Select(count => new ResultColumn { Name = count.Name, Kind = ResultColumnKind.Count }),
        ],
        BaseColumn = result.BaseCount,
        Rows = [[Cell(result, result.Value), Cell(result, result.Estimate?.Lower), Cell(result, result.Estimate?.Upper), .. result.Counts.Select(count => (object?)count.Count)]],
    };

    /// <summary>Durations are cells of a type of their own; one that no clock can show is left empty.</summary>
    public static object? Duration(double? value) => value is { } days && Math.Abs(days) < TimeSpan.MaxValue.TotalDays ? TimeSpan.FromDays(days) : null;

    /// <summary>The title of a metric may be anything that its user likes, the name of another column too.</summary>
    private static string Apart(string title, string[] others)
    {
        while (others.Contains(title)) title += " (value)";
        return title;
    }

    private static object? Cell(MetricResult result, double? value) => result.ValueKind == ResultColumnKind.Duration ? Duration(value) : value;
}
