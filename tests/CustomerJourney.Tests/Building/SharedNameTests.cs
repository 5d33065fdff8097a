using CustomerJourney.Classification;
using CustomerJourney.Comparison;
using CustomerJourney.Events;
using CustomerJourney.Maps;
using CustomerJourney.Metrics;
using CustomerJourney.Reporting;
using CustomerJourney.StageModels;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Building;

/// <summary>Identity is by id; names are data, and several parts may have the same.</summary>
public class SharedNameTests
{
    private static readonly Journey Calls = Journey.Create("Calls", map => map
        .AddPersona("Ana", ana => ana.ObservedAs("segment", "a")).AddPersona("Ana", ana => ana.Id("ana-b").ObservedAs("segment", "b"))
        .AddChannel("Line", ChannelCategory.Phone).AddChannel("Line", ChannelCategory.Email)
        .AddDepartment("Care").AddDepartment("Care")
        .AddMetric("Score", MetricKind.Nps).AddMetric("Score", MetricKind.Csat)
        .AddStage("Wait", stage => stage.AddTouchpoint("Phone call", touch => touch.ObservedAs("called").Feels(1)))
        .AddStage("Buy", stage => stage.AddTouchpoint("Checkout", touch => touch.ObservedAs("paid")))
        .AddStage("Wait", stage => stage.AddTouchpoint("Phone call", touch => touch.ObservedAs("complained").Feels(-1)))
        .AddOpportunity("Call back").AddOpportunity("Call back"));

    [Fact]
    public void Parts_of_one_name_are_a_map_with_ids_of_their_own()
    {
        Assert.Equal(["wait", "buy", "wait-2"], Calls.Stages.Select(stage => stage.Id));
        Assert.Equal(["phone-call", "checkout", "phone-call-2"], Calls.Touchpoints.Select(touchpoint => touchpoint.Id));
        Assert.Equal(["ana", "ana-b"], Calls.Personas.Select(persona => persona.Id));
        Assert.Equal(Calls.ToJson(), Journey.Parse(Calls.ToJson()).ToJson());
        Assert.Equal(Calls.ToJson(), Journey.Parse(Calls.ToJson(), JourneyReadOptions.Lenient).ToJson());
        Assert.Equal(Calls.ToJson(), Calls.With(_ => { }).ToJson());
        Assert.Empty(SchemaCheck.OfJourney(Calls.ToJson()));
    }

    [Fact]
    public void A_shared_name_finds_nothing_and_the_message_lists_the_ids()
    {
        Assert.Equal("phone-call-2", Calls.FindTouchpoint("phone-call-2")!.Id);
        ArgumentException error = Assert.Throws<ArgumentException>(() => Calls.FindTouchpoint("Phone call"));
        Assert.StartsWith("several touchpoints are called \"Phone call\"; name the id of the one that is meant: \"phone-call\", \"phone-call-2\"", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Calls["Wait"]);
        Assert.Throws<ArgumentException>(() => Calls.Analyze().EmotionsOf("Ana"));
        Assert.Equal("ana-b", Calls.Analyze().EmotionsOf("ana-b").Persona!.Id);
    }

    [Fact]
    public void A_shared_name_that_is_an_id_means_the_part_with_the_id() =>
        Assert.Equal("wait", Journey.Create("J", map => map.AddStage("wait").AddStage("wait")).FindStage("wait")!.Id);

    [Fact]
    public void Code_that_names_one_of_several_is_told_their_ids()
    {
        JourneyDefinitionException error = Assert.Throws<JourneyDefinitionException>(() => Calls.With(map => map
            .EditStage("Wait", stage => stage.Goal("x"))
            .RemovePersona("Ana")
            .AddOpportunity("New", idea => idea.Touchpoints("Phone call").Watching("Score"))));
        Assert.Equal(
        [
            "several stages are called \"Wait\"; name the id of the one that is meant: \"wait\", \"wait-2\"",
            "several personas are called \"Ana\"; name the id of the one that is meant: \"ana\", \"ana-b\"",
            "opportunity \"New\": several touchpoints are called \"Phone call\"; name the id of the one that is meant: \"phone-call\", \"phone-call-2\"",
            "opportunity \"New\": several metrics are called \"Score\"; name the id of the one that is meant: \"score\", \"score-2\"",
        ],
        error.Problems);
        Assert.Equal("x", Calls.With(map => map.EditStage("wait-2", stage => stage.Goal("x"))).Stages[2].CustomerGoal?.ToString());
    }

    [Fact]
    public void Groups_of_one_name_stay_two_rows_that_name_their_ids()
    {
        StagedLog log = Calls.Classify(JourneyLog.From(
        [
            Event("1", "called", "a"), Event("2", "complained", "b"), Event("3", "complained", "b"),
        ]));
        Assert.Equal([("Wait (wait)", 1L), ("Buy", 0L), ("Wait (wait-2)", 2L)], log.Measure(new StageSummary()).Stages.Select(row => (row.Stage, row.Customers)));
        Assert.Equal(["Phone call (phone-call)", "Checkout", "Phone call (phone-call-2)"], Names(Dimension.Touchpoint));
        Assert.Equal(["Wait (wait)", "Buy", "Wait (wait-2)"], Names(Dimension.Stage));
        Assert.Equal(["Ana (ana)", "Ana (ana-b)"], Names(Dimension.Persona));

        IEnumerable<object?> Names(Dimension dimension) => log.Measure(new Nps().By(dimension)).ToTable().Rows.Select(row => row[0]).Where(name => name is not ("Unassigned" or "Total"));
        static JourneyEvent Event(string customer, string name, string segment) =>
            new() { Customer = customer, Event = name, At = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), CustomerAttributes = new Dictionary<string, string> { ["segment"] = segment } };
    }

    [Fact]
    public void Tables_of_a_map_tell_parts_of_one_name_apart()
    {
        MapAnalysis analysis = Calls.Analyze();
        Assert.Equal(["Everyone", "Ana (ana)", "Ana (ana-b)"], analysis.ToTable().Rows.Select(row => row[0]));
        Assert.Equal(analysis.Personas.ToTable().Columns.Count, analysis.Personas.ToTable().Columns.Select(column => column.Name).Distinct().Count());
        Assert.Equal(["Care (care)", "Care (care-2)"], analysis.Departments.ToTable().Rows.Select(row => row[0]));
        Assert.Equal(["Phone call (phone-call)", "Checkout", "Phone call (phone-call-2)"], analysis.Emotions.ToTable().Rows.Select(row => row[1]));
        Assert.NotEmpty(JourneyReport.Create("R", page => page.AddMap(Calls).AddAnalysis(analysis).Add(Calls.Check(new DateOnly(2026, 1, 1)))).ToHtml());
    }

    /// <summary>Everything twice, with all that tables name.</summary>
    private static readonly Journey Twins = Journey.Create("Twins", map => map
        .AddPersona("Ana").AddPersona("Ana", ana => ana.Id("ana-b"))
        .AddChannel("Line", ChannelCategory.Phone).AddChannel("Line", ChannelCategory.Email)
        .AddDepartment("Care").AddDepartment("Care")
        .AddMetric("Score", MetricKind.Nps).AddMetric("Score", MetricKind.Csat)
        .AddStage("Wait", stage => stage.AddTouchpoint("Call", touch => touch
            .On("line").For("ana").OwnedBy("care").Departments("care").Watching("score").Feels(1, persona: "ana").AddPainPoint("Slow", Severity.Major)))
        .AddStage("Wait", stage => stage.AddTouchpoint("Call", touch => touch
            .On("line-2").For("ana-b").OwnedBy("care-2").Departments("care-2").Watching("score-2").Feels(-1, persona: "ana-b").AddPainPoint("Slow", Severity.Major)))
        .AddOpportunity("Help", idea => idea.Answers("slow").OwnedBy("care")).AddOpportunity("Help", idea => idea.Answers("slow-2").OwnedBy("care-2")));

    [Fact]
    public void Every_table_of_a_map_names_which_of_several_it_means()
    {
        MapAnalysis analysis = Twins.Analyze();
        Assert.Equal([("Slow (slow)", "Call (call)", "Help (help)"), ("Slow (slow-2)", "Call (call-2)", "Help (help-2)")], analysis.PainPoints.ToTable().Rows.Select(row => (row[1], row[2], row[7])).Cast<(object, object, object)>());
        Assert.Equal([("Help (help)", "Care (care)"), ("Help (help-2)", "Care (care-2)")], analysis.Opportunities.ToTable().Rows.Select(row => (row[0], row[2])).Cast<(object, object)>());
        Assert.Equal(["Call (call)", "Line (line)", "Call (call-2)", "Line (line-2)"], Assert.Single(analysis.ChannelBreaks.ToTable().Rows).Take(4));
        Assert.EndsWith(", Ana (ana-b)", analysis.ChannelBreaksOf("ana-b").Title, StringComparison.Ordinal);

        ResultTable table = Twins.ToTable();
        string[] names = [.. table.Columns.Select(column => column.Name)];
        Assert.Equal("Line (line-2)", Cell("Channel"));
        Assert.Equal("Ana (ana-b)", Cell("Personas"));
        Assert.Equal("Ana (ana-b): -1", Cell("Emotions"));
        Assert.Equal("Care (care-2)", Cell("Owner"));
        Assert.Equal("Care (care-2)", Cell("Departments"));
        Assert.Equal("Score (score-2)", Cell("Metrics"));
        Assert.Equal("Slow (slow-2)", Cell("Pain points"));
        Assert.Equal("Help (help-2)", Cell("Opportunities"));
        object? Cell(string column) => table.Rows[1][Array.IndexOf(names, column)];

        string page = JourneyReport.Create("R", report => report.AddMap(Twins)).ToMarkdown();
        Assert.Contains("Wait (wait-2) | Call (call-2) | Line (line-2)", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_names_the_stage_or_touchpoint_where_it_is()
    {
        Journey more = Twins.With(map => map.EditStage("wait-2", stage => stage.AddTouchpoint("New").EditTouchpoint("call-2", touch => touch.AddPainPoint("Loud", Severity.Minor))));
        Assert.Equal(["new at stage \"Wait (wait-2)\"", "new at touchpoint \"Call (call-2)\""], MapComparison.Between(Twins, more).Changes.Select(change => change.Description));
        Assert.Equal(["gone from stage \"Wait (wait-2)\"", "gone from touchpoint \"Call (call-2)\""], MapComparison.Between(more, Twins).Changes.Select(change => change.Description));
    }

    [Fact]
    public void Stages_of_one_name_are_a_model_that_can_be_read_again()
    {
        Journey map = Journey.Create("Twins", journey => journey
            .AddStage(new LocalizedText(("en", "Wait"), ("de", "Warten")))
            .AddStage(new LocalizedText(("en", "Wait"), ("de", "Pause")))
            .AddStage(new LocalizedText(("en", "Go"), ("de", "Pause"))));
        StageModel model = map.ToStageModel();
        Assert.Equal(["Wait (wait)", "Wait (wait-2)", "Go"], model.Stages.Select(stage => stage.Name));
        Assert.Equal(["Warten", "Pause (wait-2)", "Pause (go)"], model.Stages.Select(stage => stage.NameIn("de")));
        Assert.Equal(model.ToJson(), StageModel.Parse(model.ToJson()).ToJson());
    }

    [Fact]
    public void Changes_name_the_one_of_several_that_changed()
    {
        Journey changed = Calls.With(map => map.EditStage("wait-2", stage => stage.EditTouchpoint("phone-call-2", touch => touch.Important(5))));
        MapChange change = Assert.Single(MapComparison.Between(Calls, changed).Changes);
        Assert.Equal(("phone-call-2", "touchpoint \"Phone call (phone-call-2)\""), (change.ElementId, change.Element));
        Assert.Empty(MapComparison.Between(Calls, Journey.Parse(Calls.ToJson())).Changes);
    }

    [Fact]
    public void A_label_is_nobody_elses_name()
    {
        Journey map = Journey.Create("J", journey => journey.AddStage("Wait").AddStage("Wait").AddStage("Wait (wait)", stage => stage.Id("third")));
        Assert.Equal(["Wait (wait)", "Wait (wait-2)", "Wait (wait) (third)"], map.Stages.Select(map.StageNames.Label));
    }

    [Fact]
    public void A_cyclic_model_leads_back_to_its_own_stage_whatever_others_are_called()
    {
        StageModel cyclic = StageModel.All.First(model => model.ReturnsTo is not null);
        Journey map = Journey.Create("J", cyclic, journey => journey.AddStage(cyclic.ReturnsTo!.Name));
        Assert.Equal(cyclic.ReturnsTo!.Key, Assert.Single(map.Transitions).To.Id);
    }
}
