using CustomerJourney.Events;
using CustomerJourney.Tests.Building;
using CustomerJourney.Tests.Model;

namespace CustomerJourney.Tests.Reporting;

public class JourneyTableTests
{
    [Fact]
    public void A_map_has_one_row_a_touchpoint()
    {
        ResultTable table = OnlineShop.Map.ToTable();
        Assert.Equal(15, table.Rows.Count);
        Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count));
        Dictionary<string, object?> checkout = table.Columns.Zip(table.Rows[7]).ToDictionary(cell => cell.First.Name, cell => cell.Second);
        Assert.Equal("Decision and purchase", checkout["Stage"]);
        Assert.Equal(("Checks out", "checkout", "Interaction", "Website", "Customer", 5L), (checkout["Touchpoint"], checkout["Touchpoint id"], checkout["Kind"], checkout["Channel"], checkout["Begun by"], checkout["Importance"]));
        Assert.Equal((-1.0, 1.0, 2.0, false), (checkout["Emotion"], checkout["Target"], checkout["Gap"], checkout["Moment of truth"]));
        Assert.Equal(("annoyed", "Critical", "Guest checkout", "E-commerce; IT", "return-window: 14 days", "checkout.start; order.placed"),
            (checkout["Feelings"], checkout["Worst pain"], checkout["Opportunities"], checkout["Departments"], checkout["Claims"], checkout["Events"]));
    }

    [Fact]
    public void A_stage_without_touchpoints_is_not_lost()
    {
        IReadOnlyList<object?> row = Shop.Map.ToTable().Rows[^1];
        Assert.Equal("Support", row[0]);
        Assert.All(row.Skip(1), Assert.Null);
    }

    [Fact]
    public void Csv_is_safe_for_spreadsheets()
    {
        Journey map = Journey.Create("J", journey => journey.AddStage("=1+1", stage => stage.AddTouchpoint("a,\"b\"\nc", touch => touch.Doing("@x"))));
        string[] records = map.ToCsv().Split("\r\n");
        Assert.StartsWith("Stage,Touchpoint,Touchpoint id,Kind,Channel,", records[0], StringComparison.Ordinal);
        Assert.StartsWith("'=1+1,\"a,\"\"b\"\"\nc\",a-b-c,Interaction,,Customer,3,'@x,", records[1], StringComparison.Ordinal);
        Assert.Equal(3, records.Length);
    }
}
