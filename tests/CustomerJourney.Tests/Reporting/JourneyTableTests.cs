using CustomerJourney.Events;
using CustomerJourney.StageModels;
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
    public void All_that_a_map_says_of_a_touchpoint_stands_in_its_row()
    {
        Journey map = Journey.Create("J", journey => journey
            .AddDepartment("Web").AddEvidence("Survey", EvidenceKind.Survey, "survey").AddMetric("NPS", MetricKind.Nps)
            .AddPersona("Ana")
            .AddStage("Buy", stage => stage.Covers((JourneyPhase.Decide, 0.4), (JourneyPhase.Purchase, 0.6)).AddTouchpoint("Pay", touch => touch
                .Description("Card or invoice").On(ChannelCategory.Website).Important(5).Within(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(9)).Doing("types").Questions("Is it safe?")
                .Feels(-1, label: "tense", quote: "Hm.").Feels(1, target: 2, persona: "Ana", source: EmotionSource.Reported, sampleSize: 12).ShouldFeel(0).Engaging(4)
                .MomentOfTruth(MomentOfTruthKind.First, "first money").For("Ana")
                .AddPainPoint("Slow", Severity.Major, pain => pain.Category(PainPointCategory.Delay).Affects(0.4).For("Ana").BasedOn("survey"))
                .Frontstage("form").Backstage("check").Systems("bank").PhysicalEvidence("receipt").Departments("Web").OwnedBy("Web").Watching("NPS").Claims("fee", "none")
                .ObservedOn("app", "paid").ObservedBy(new EventBinding { Event = "paid", Conditions = [new EventCondition { Attribute = "plan", Value = "pro" }] }).BasedOn("survey").DetailedIn("paying")))
            .AddOpportunity("Faster", idea => idea.Answers("Slow")));
        ResultTable table = map.ToTable();
        Dictionary<string, object?> row = table.Columns.Zip(Assert.Single(table.Rows)).ToDictionary(cell => cell.First.Name, cell => cell.Second);

        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["Stage"] = "Buy", ["Stage id"] = "buy", ["Phases"] = "Decide 0.4; Purchase 0.6",
                ["Touchpoint"] = "Pay", ["Touchpoint id"] = "pay", ["Description"] = "Card or invoice", ["Kind"] = "Interaction", ["Channel"] = "Website", ["Begun by"] = "Customer", ["Importance"] = 5L,
                ["Shortest"] = TimeSpan.FromMinutes(2), ["Longest"] = TimeSpan.FromMinutes(9), ["Doing"] = "types", ["Questions"] = "Is it safe?",
                ["Emotion"] = 0.0, ["Emotions"] = "-1 tense; Ana: 1 (to 2, Reported, n = 12)", ["Feelings"] = "tense", ["Quotes"] = "Hm.",
                ["Target"] = 1.0, ["Target for everyone"] = 0.0, ["Gap"] = 1.0, ["Engagement"] = 4L, ["Moment of truth"] = true, ["Moment"] = "First", ["Why a moment of truth"] = "first money",
                ["Personas"] = "Ana", ["Pain points"] = "Slow", ["Pain details"] = "Slow (Major, Delay, share 0.4, Ana, Survey)", ["Worst pain"] = "Major", ["Opportunities"] = "Faster",
                ["Frontstage"] = "form", ["Backstage"] = "check", ["Systems"] = "bank", ["Physical evidence"] = "receipt", ["Departments"] = "Web", ["Owner"] = "Web", ["Metrics"] = "NPS",
                ["Claims"] = "fee: none", ["Events"] = "paid (channel = app); paid (plan = pro)", ["Evidence"] = "Survey", ["Sub-journey"] = "paying",
            }.OrderBy(cell => cell.Key, StringComparer.Ordinal),
            row.OrderBy(cell => cell.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void A_stage_without_touchpoints_is_not_lost()
    {
        IReadOnlyList<object?> row = Shop.Map.ToTable().Rows[^1];
        Assert.Equal("Support", row[0]);
        Assert.Equal("support", row[1]);
        Assert.All(row.Skip(2), Assert.Null);
    }

    [Fact]
    public void Csv_is_safe_for_spreadsheets()
    {
        Journey map = Journey.Create("J", journey => journey.AddStage("=1+1", stage => stage.AddTouchpoint("a,\"b\"\nc", touch => touch.Doing("@x"))));
        string[] records = map.ToCsv().Split("\r\n");
        Assert.StartsWith("Stage,Stage id,Phases,Touchpoint,Touchpoint id,Description,Kind,Channel,", records[0], StringComparison.Ordinal);
        Assert.StartsWith("'=1+1,1-1,,\"a,\"\"b\"\"\nc\",a-b-c,,Interaction,,Customer,3,,,'@x,", records[1], StringComparison.Ordinal);
        Assert.Equal(3, records.Length);
    }
}
