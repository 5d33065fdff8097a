using System.Globalization;
using CustomerJourney.Analytics;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace QuickStart;

/// <summary>How many customers go on from each step of one or several funnels to the next, with intervals.</summary>
internal sealed record WayTable(IReadOnlyList<FunnelResult> Ways) : IJourneyResult
{
    public string Title => Ways[0].Definition.Window switch
    {
        null => "Who goes on",
        { TotalDays: >= 1 } window => $"Who goes on within {Count(window.TotalDays, "day")}",
        { } window => $"Who goes on within {Count(window.TotalHours, "hour")}",
    };

    public IEnumerable<(string From, string To, long Reached, long WentOn, Estimate? Share)> Steps =>
        from way in Ways
        from step in Enumerable.Range(1, way.Steps.Count - 1)
        select (way.Steps[step - 1].Step.ToString(), way.Steps[step].Step.ToString(), way.Steps[step - 1].Reached, way.Steps[step].Reached, way.FromPrevious(step));

    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new() { Name = "From", Kind = ResultColumnKind.Text },
            new() { Name = "To", Kind = ResultColumnKind.Text },
            new() { Name = "Customers", Kind = ResultColumnKind.Count },
            new() { Name = "Went on", Kind = ResultColumnKind.Count },
            new() { Name = "Share", Kind = ResultColumnKind.Share },
            new() { Name = "Lower", Kind = ResultColumnKind.Share },
            new() { Name = "Upper", Kind = ResultColumnKind.Share },
        ],
        Rows = [.. Steps.Select(step => (IReadOnlyList<object?>)[step.From, step.To, step.Reached, step.WentOn, step.Share?.Value, step.Share?.Lower, step.Share?.Upper])],
        BaseColumn = "Customers",
        Chart = new() { LabelColumns = ["From", "To"], ValueColumn = "Share", LowerColumn = "Lower", UpperColumn = "Upper", Minimum = 0, Maximum = 1 },
    };

    private static string Count(double number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number:0.#} {what}{(number == 1 ? "" : "s")}");
}
