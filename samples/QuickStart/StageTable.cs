using CustomerJourney.Classification;
using CustomerJourney.Events;

namespace QuickStart;

/// <summary>In which stage customers are now, and how many have ever come so far.</summary>
internal sealed record StageTable : IJourneyResult
{
    public required IReadOnlyList<(string Stage, long Now, long Ever)> Rows { get; init; }

    public required long Customers { get; init; }

    public string Title => "Where customers are";

    public static StageTable Of(StagedLog staged)
    {
        int stages = staged.Journey.Stages.Count;
        long[] now = new long[stages], ever = new long[stages];
        foreach (CustomerStage customer in staged.Customers)
        {
            if (customer.Current is { } current) now[current.Position]++;
            foreach (int stage in customer.Visits.Select(visit => visit.Stage.Position).Distinct()) ever[stage]++;
        }

        return new() { Customers = staged.CustomerCount, Rows = [.. staged.Journey.Stages.Select(stage => (stage.Name, now[stage.Position], ever[stage.Position]))] };
    }

    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new() { Name = "Stage", Kind = ResultColumnKind.Text },
            new() { Name = "Customers who were there", Kind = ResultColumnKind.Count },
            new() { Name = "There now", Kind = ResultColumnKind.Count },
            new() { Name = "Share of customers", Kind = ResultColumnKind.Share },
        ],
        Rows = [.. Rows.Select(row => (IReadOnlyList<object?>)[row.Stage, row.Ever, row.Now, (double)row.Now / Customers]), ["No stage", null, Customers - Rows.Sum(row => row.Now), (double)(Customers - Rows.Sum(row => row.Now)) / Customers]],
        BaseColumn = "There now",
        Chart = new() { LabelColumns = ["Stage"], ValueColumn = "There now" },
    };
}
