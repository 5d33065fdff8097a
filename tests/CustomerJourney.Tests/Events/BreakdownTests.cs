using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Events;

public class BreakdownTests
{
    private static readonly DateTimeOffset March = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly JourneyEvent[] Events =
    [
        Answer("ana", 9, March, "web", plan: "pro"),
        Answer("ana", 0, March.AddDays(1), "mobile", plan: "pro"),
        Answer("ana", 10, March.AddMonths(2), "web", plan: "pro"),
        Answer("ben", 5, March.AddHours(1), null),
        Answer("cem", 7, March.AddHours(2), "None", plan: "free"),
        new() { Customer = "dan", Event = "open", At = March.AddMonths(3), Channel = "fax" },
    ];

    private static readonly JourneyLog Log = JourneyLog.From(Events, [new() { Customer = "eve", Attributes = Named("team") }]);

    [Fact]
    public void Groups_are_in_order_and_empty_ones_are_kept()
    {
        Breakdown<NpsResult> byChannel = Log.Measure(new Nps().By(Dimension.Channel));
        Assert.Equal(["None", "fax", "mobile", "web", "None"], byChannel.Select(row => row.Group));
        Assert.Equal([1, 0, 1, 1, 1], byChannel.Select(row => row.Result.Responses));
        Assert.Equal([false, false, false, false, true], byChannel.Select(row => row.IsNone));
        Assert.Null(byChannel["fax"].Score);

        Breakdown<NpsResult> byMonth = Log.Measure(new Nps().By(Dimension.Calendar(CalendarUnit.Month)));
        Assert.Equal(["2026-03", "2026-04", "2026-05", "2026-06", "None"], byMonth.Select(row => row.Group));
        Assert.Equal([3, 0, 1, 0, 0], byMonth.Select(row => row.Result.Responses));
    }

    [Fact]
    public void A_channel_that_is_called_None_goes_before_the_row_for_no_channel()
    {
        Breakdown<NpsResult> byChannel = Log.Measure(new Nps().By(Dimension.Channel));
        Assert.Equal(1, byChannel["None"].Passives);
        Assert.Equal(1, byChannel.Single(row => row.IsNone).Result.Detractors);
    }

    [Fact]
    public void Stages_are_in_journey_order_with_a_row_for_what_has_none()
    {
        StagedLog staged = LogGenerator.Shop.Classify(Log);
        Breakdown<NpsResult> byStage = staged.Measure(new Nps().By(Dimension.Stage));
        Assert.Equal(["Look", "Buy", "Use", "Unassigned"], byStage.Select(row => row.Group));
        Assert.True(byStage[3].IsNone);
        Assert.Equal(3, byStage["Unassigned"].Responses);
        Assert.Equal(["Front page", "Question before", "Basket", "App store", "Help desk", "Unassigned"], staged.Measure(new Nps().By(Dimension.Touchpoint)).Select(row => row.Group));
        Assert.Equal(["Family", "Pro", "Unassigned"], staged.Measure(new Nps().By(Dimension.Persona)).Select(row => row.Group));
    }

    [Fact]
    public void The_latest_answer_counts_within_each_group_and_once_in_the_total()
    {
        Breakdown<NpsResult> byChannel = Log.Measure(new Nps().By(Dimension.Channel));
        Assert.Equal((1L, 0L), (byChannel["web"].Promoters, byChannel["web"].Detractors));
        Assert.Equal(1, byChannel["mobile"].Detractors);
        // Ana is counted once, with her 10; the groups hold her twice.
        Assert.Equal((3L, 1L, 1L, 1L), (byChannel.Total.Responses, byChannel.Total.Promoters, byChannel.Total.Passives, byChannel.Total.Detractors));
        Assert.Equal(4, byChannel.Sum(row => row.Result.Responses));

        Breakdown<NpsResult> byMonth = Log.Measure(new Nps().By(Dimension.Calendar(CalendarUnit.Month)));
        Assert.Equal(0, byMonth["2026-03"].Promoters);
        Assert.Equal(1, byMonth["2026-05"].Promoters);
    }

    [Fact]
    public void The_first_answer_counts_where_asked_for()
    {
        Breakdown<NpsResult> byMonth = Log.Measure(new Nps { Counting = AnswerCounting.FirstPerCustomer }.By(Dimension.Calendar(CalendarUnit.Month)));
        Assert.Equal((1L, 1L), (byMonth["2026-03"].Promoters, byMonth["2026-05"].Promoters));
        Assert.Equal((1L, 3L), (byMonth.Total.Promoters, byMonth.Total.Responses));
    }

    [Fact]
    public void Top_groups_are_those_with_the_most_customers_and_ties_go_by_name()
    {
        JourneyLog log = JourneyLog.From(
            [.. "zzzbbaac".Select((plan, index) => Answer($"{index}", 9, March, null, plan: $"{plan}")), Answer("x", 0, March, null)]);
        Breakdown<NpsResult> top = log.Measure(new Nps().By(Dimension.Attribute("plan").Top(2)));
        Assert.Equal([("a", 2, false, false), ("z", 3, false, false), ("Other", 3, true, false), ("None", 1, false, true)], top.Select(row => (row.Group, (int)row.Result.Responses, row.IsOther, row.IsNone)));
        Breakdown<long> all = log.Measure(new EventCount().By(Dimension.Attribute("plan").Top(9)));
        Assert.Equal([("a", 2), ("b", 2), ("c", 1), ("z", 3), ("Other", 0), ("None", 1)], all.Select(row => (row.Group, (int)row.Result)));
        Breakdown<long> crossed = log.Measure(new EventCount().By(Dimension.Attribute("plan").Top(1), Dimension.Attribute("plan").Top(1)));
        Assert.Equal([3L, 0, 0, 0, 5, 0, 0, 0, 1], crossed.Select(row => row.Result));
        Assert.Throws<ArgumentOutOfRangeException>("groups", () => Dimension.Attribute("plan").Top(0));
    }

    [Fact]
    public void Two_dimensions_are_crossed_with_all_pairs_kept()
    {
        Breakdown<NpsResult> crossed = Log.Measure(new Nps { Counting = AnswerCounting.All }.By(Dimension.Attribute("plan"), Dimension.Channel));
        Assert.Equal(4 * 5, crossed.Count);
        Assert.Equal(("free", "None"), (crossed[0].Group, crossed[0].Column));
        Assert.Equal(2, crossed["pro", "web"].Responses);
        Assert.Equal(0, crossed["team", "web"].Responses);
        Assert.Equal(1, crossed.Single(row => row.Group == "None" && row.Result.Responses > 0).Result.Detractors);
        Assert.Equal(crossed.Total.Responses, crossed.Sum(row => row.Result.Responses));
        (string name, NpsResult result) = crossed[0];
        Assert.Equal(("free / None", 1L), (name, result.Responses));
    }

    [Fact]
    public void An_unknown_group_is_refused_with_the_known_ones()
    {
        Breakdown<NpsResult> byChannel = Log.Measure(new Nps().By(Dimension.Channel));
        Assert.Equal("There is no group 'Web' in NPS by Channel; there are 'None', 'fax', 'mobile', 'web', 'None'.", Assert.Throws<KeyNotFoundException>(() => byChannel["Web"]).Message);
        Assert.False(byChannel.TryGet("Web", out _));
        Assert.Throws<KeyNotFoundException>(() => byChannel["web", "web"]);
        Assert.Throws<ArgumentNullException>("group", () => byChannel.TryGet(null!, out _));
        Assert.ThrowsAny<IndexOutOfRangeException>(() => byChannel[5]);
        Breakdown<NpsResult> crossed = Log.Measure(new Nps().By(Dimension.Channel, Dimension.Channel));
        Assert.Throws<KeyNotFoundException>(() => crossed["web"]);
        Assert.EndsWith(" ….", Assert.Throws<KeyNotFoundException>(() => crossed["web", "tv"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_has_the_groups_then_the_figures_then_the_total()
    {
        ResultTable table = Log.Measure(new Nps().By(Dimension.Channel, Dimension.Attribute("plan"))).ToTable();
        Assert.Equal(["Channel", "plan", "NPS", "Lower", "Upper", "Responses", "Customers", "Promoters", "Passives", "Detractors", "Invalid"], table.Columns.Select(column => column.Name));
        Assert.Equal((5 * 4) + 1, table.Rows.Count);
        Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count));
        Assert.Equal(["Total", "Total"], table.Rows[^1].Take(2));
        Assert.Equal(["fax", "free", null, null, null, 0L, 0L, 0L, 0L, 0L, 0L], table.Rows[4]);
    }

    [Fact]
    public void A_plain_number_makes_a_table_of_one_column()
    {
        Breakdown<double?> values = Log.Measure(new OrderValue().By(Dimension.Channel));
        ResultTable table = values.ToTable();
        Assert.Equal(("OrderValue by Channel", "Value", ResultColumnKind.Number), (values.Title, table.Columns[1].Name, table.Columns[1].Kind));
        Assert.Null(table.Rows[^1][1]);
        Breakdown<long> counts = Log.Measure(new EventCount().By(Dimension.Attribute("plan")));
        Assert.Equal(("EventCount by plan", ResultColumnKind.Count, 6L), (counts.Title, counts.ToTable().Columns[1].Kind, counts.ToTable().Rows[^1][1]));
    }

    [Fact]
    public void Columns_of_one_name_are_told_apart()
    {
        JourneyLog log = JourneyLog.From([Answer("a", 9, March, "web") with { Attributes = new Dictionary<string, string> { ["NPS"] = "x" } }]);
        Breakdown<NpsResult> crossed = log.Measure(new Nps().By(Dimension.EventAttribute("NPS"), Dimension.EventAttribute("NPS")));
        Assert.Equal(["NPS", "NPS (2)", "NPS (figure)"], crossed.ToTable().Columns.Take(3).Select(column => column.Name));
    }

    [Fact]
    public void The_first_last_current_and_named_event_give_a_customer_its_group()
    {
        JourneyEvent[] events =
        [
            Event("c", "open", 0, null), Event("c", "buy", 1, "web"), Event("c", "ask", 2, "mobile"), Event("c", "end", 3, null),
            Event("d", "open", 0, "web"), Event("d", "open", 1, "mobile"),
            Event("e", "end", 0, null),
        ];
        JourneyLog log = JourneyLog.From(events, [new() { Customer = "f" }]);
        Assert.Equal(["web", "web", "-"], GroupsOf(log, Dimension.Channel.First));
        Assert.Equal(["mobile", "mobile", "-"], GroupsOf(log, Dimension.Channel.Last));
        Assert.Equal(["web", "mobile", "-"], GroupsOf(log, Dimension.Channel.At(March.AddHours(1))));
        Assert.Equal(["-", "-", "-"], GroupsOf(log, Dimension.Channel.At(March.AddTicks(-1))));
        Assert.Equal(["-", "web", "-"], GroupsOf(log, Dimension.Channel.AtFirst("open")));
        Assert.Equal(["mobile", "-", "-"], GroupsOf(log, Dimension.Channel.AtFirst("ask")));
        Assert.Equal(["-", "-", "-"], GroupsOf(log, Dimension.Channel.AtFirst("unknown")));
        Assert.Equal(["web", "web", "-"], GroupsOf(log, Dimension.Channel.First.Last));
    }

    [Fact]
    public void Customers_without_events_are_in_the_group_without_value()
    {
        Breakdown<int> groups = Log.Measure(new VisitCounter("all", true).By(Dimension.Channel.Last));
        Assert.Equal(2, groups.Single(row => row.IsNone).Result);
        Assert.Equal(5, groups.Total);
        Assert.Equal(1, Log.Measure(new VisitCounter("all", true).By(Dimension.Attribute("plan")))["team"]);
    }

    [Fact]
    public void A_metric_grouped_by_customers_is_the_same_either_way()
    {
        Analysis<NpsResult> nps = new Nps();
        // Through the base class By makes whole analyses of groups of customers, through the metric groups of events.
        string whole = ResultText.Of(Log.Measure(nps.By(Dimension.Attribute("plan"), Dimension.Channel.First)));
        Assert.Equal(ResultText.Of(Log.Measure(new Nps().By(Dimension.Attribute("plan"), Dimension.Channel.First))), whole);
    }

    [Fact]
    public void Dimensions_and_grouped_questions_are_equal_by_value()
    {
        Assert.Equal(Dimension.Attribute("x"), Dimension.Attribute("x"));
        Assert.NotEqual<Dimension>(Dimension.Attribute("x"), Dimension.EventAttribute("x"));
        Assert.Equal(Dimension.Channel.At(March), Dimension.Channel.At(March.ToOffset(TimeSpan.FromHours(3))));
        Assert.NotEqual(Dimension.Channel.First, Dimension.Channel.Last);
        Assert.NotEqual<Dimension>(Dimension.CurrentStage, Dimension.Stage.Last);
        Assert.Equal(new Nps().By(Dimension.Attribute("x").Top(3)), new Nps().By(Dimension.Attribute("x").Top(3)));
        Assert.NotEqual(new Nps().By(Dimension.Attribute("x").Top(3)), new Nps().By(Dimension.Attribute("x").Top(4)));
        Assert.NotEqual(new Nps().By(Dimension.Channel, Dimension.Stage), new Nps().By(Dimension.Stage, Dimension.Channel));
        Assert.Throws<ArgumentException>(() => Dimension.Attribute(""));
        Assert.Throws<ArgumentException>(() => Dimension.Channel.AtFirst(""));
        Assert.Throws<ArgumentNullException>("dimension", () => new Nps().By((Dimension)null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Nps { Counting = (AnswerCounting)9 });
    }

    [Fact]
    public void A_grouped_question_counts_customers_once_when_the_question_does()
    {
        Assert.True(new Nps().By(Dimension.Channel).CountsCustomersOnce);
        Assert.False(new Nps { Counting = AnswerCounting.All }.By(Dimension.Channel).CountsCustomersOnce);
        Assert.True(new EventCount().By(Dimension.Channel.First).CountsCustomersOnce);
    }

    private static string[] GroupsOf(JourneyLog log, CustomerDimension dimension)
    {
        Breakdown<string> groups = log.Measure(new Ids().By(dimension));
        return [.. new[] { "c", "d", "e" }.Select(customer => groups.Single(row => row.Result.Contains(customer, StringComparison.Ordinal)) is { IsNone: false } row ? row.Group : "-")];
    }

    private static JourneyEvent Event(string customer, string name, int hour, string? channel) => new() { Customer = customer, Event = name, At = March.AddHours(hour), Channel = channel };

    private static JourneyEvent Answer(string customer, double score, DateTimeOffset at, string? channel, string? plan = null) => new()
    {
        Customer = customer,
        Event = "survey",
        At = at,
        Channel = channel,
        Feedback = new(FeedbackKind.Nps, score),
        CustomerAttributes = plan is null ? new Dictionary<string, string>() : Named(plan),
    };

    private static Dictionary<string, string> Named(string plan) => new() { ["plan"] = plan };

    /// <summary>Which customers there are.</summary>
    private sealed record Ids : Analysis<string>
    {
        public override Accumulator<string> CreateAccumulator(LogSchema schema) => new Set();

        private sealed class Set : Accumulator<string>
        {
            private readonly SortedSet<int> _customers = [];

            public override void Add(in CustomerTrace trace) => _customers.Add(trace.Customer);

            public override void Merge(Accumulator<string> other) => _customers.UnionWith(((Set)other)._customers);

            // The log of the test has the customers c, d, e and f.
            public override string ToResult() => string.Concat(_customers.Select(customer => (char)('c' + customer)));
        }
    }
}
