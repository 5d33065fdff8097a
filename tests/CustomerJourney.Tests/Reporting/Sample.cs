using CustomerJourney.Events;
using CustomerJourney.Reporting;

namespace CustomerJourney.Tests.Reporting;

/// <summary>Results as rooms below would give them, made by hand.</summary>
internal sealed record Sample(string Title, ResultTable Table, string? Svg = null) : IReportSection
{
    public static ResultTable NpsByStage { get; } = new()
    {
        Columns = Columns(("Stage", ResultColumnKind.Text), ("Responses", ResultColumnKind.Count), ("NPS", ResultColumnKind.Number), ("Lower", ResultColumnKind.Number), ("Upper", ResultColumnKind.Number)),
        Rows =
        [
            ["Awareness", 412L, 31.1, 23.9, 37.9],
            ["Consideration", 1_204L, 12.04, 8.1, 15.9],
            ["Purchase", 8_410L, -8.7, -10.6, -6.8],
            ["Delivery", 96L, -31.3, -46.2, -14.4],
            ["Support", 7L, 14.3, -41.0, 61.0],
            ["Advocacy", 0L, null, null, null],
            ["Unassigned", 15L, 6.7, -35.5, 46.7],
            ["Total", 10_144L, -4.4, -6.1, -2.7],
        ],
        BaseColumn = "Responses",
        Chart = new() { LabelColumns = ["Stage"], ValueColumn = "NPS", LowerColumn = "Lower", UpperColumn = "Upper", Minimum = -100, Maximum = 100 },
    };

    public static ResultTable CsatByStageAndChannel { get; } = new()
    {
        Columns = Columns(("Stage", ResultColumnKind.Text), ("Channel", ResultColumnKind.Text), ("Answers", ResultColumnKind.Count), ("Satisfied", ResultColumnKind.Share), ("Lower", ResultColumnKind.Share), ("Upper", ResultColumnKind.Share)),
        Rows =
        [
            ["Purchase", "Web shop", 2_410L, 0.7814, 0.7645, 0.7975],
            ["Purchase", "Mobile app with a rather long channel name", 1_877L, 0.4212, 0.3990, 0.4437],
            ["Support", "电话客服中心与在线聊天支持", 320L, 0.9125, 0.8764, 0.9388],
        ],
        BaseColumn = "Answers",
        Chart = new() { LabelColumns = ["Stage", "Channel"], ValueColumn = "Satisfied", LowerColumn = "Lower", UpperColumn = "Upper", Minimum = 0, Maximum = 1 },
    };

    public static ResultTable Funnel { get; } = new()
    {
        Columns = Columns(("Step", ResultColumnKind.Text), ("Reached", ResultColumnKind.Count), ("Lost", ResultColumnKind.Count), ("Open", ResultColumnKind.Count), ("Share", ResultColumnKind.Share), ("Median time", ResultColumnKind.Duration)),
        Rows =
        [
            ["Awareness", 20_000L, 6_120L, 80L, 1.0, null],
            ["Basket", 13_800L, 4_922L, 410L, 0.69, new TimeSpan(0, 3, 20)],
            ["order_paid", 8_468L, null, null, 0.4234, new TimeSpan(2, 3, 12, 0)],
        ],
        BaseColumn = "Reached",
        Chart = new() { LabelColumns = ["Step"], ValueColumn = "Reached" },
    };

    /// <summary>A column of each kind.</summary>
    public static ResultTable AllKinds { get; } = new()
    {
        Columns = [.. Enum.GetValues<ResultColumnKind>().Select(kind => new ResultColumn { Name = kind.ToString(), Kind = kind })],
        Rows =
        [
            ["NPS", 1_234_567L, 0.1234, 4.5, 0.0123, TimeSpan.FromHours(51.2), new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(2)), new DateOnly(2026, 3, 1), true],
            ["CES", -3L, 1.0, -0.004, 0.0000004, TimeSpan.FromMilliseconds(-350), new DateTimeOffset(2025, 12, 31, 23, 59, 59, TimeSpan.Zero), new DateOnly(2025, 12, 31), false],
            [null, null, null, null, null, null, null, null, null],
        ],
    };

    /// <summary>Names that mean harm.</summary>
    public static ResultTable Hostile { get; } = new()
    {
        Columns = Columns(("<b>Stage</b>|", ResultColumnKind.Text), ("=1+1", ResultColumnKind.Number)),
        Rows =
        [
            ["</td></table><script>alert(1)</script>", 1.0],
            ["\" onmouseover=\"alert(1)", 2.0],
            ["a|b\\|c\nd", 3.0],
            ["[click](javascript:alert(1)) `x` **b** https://evil.example www.evil.example", 4.0],
            ["=HYPERLINK(\"http://evil.example\",\"x\")", -5.0],
            ["-12.5", null],
            ["@SUM(A1)", null],
            ["الدفع (أ) < ب", 6.0],
            ["\u202Egnp.exe &amp; \0\u0007", null],
        ],
        Chart = new() { LabelColumns = ["<b>Stage</b>|"], ValueColumn = "=1+1" },
    };

    public static Journey Shop { get; } = Journey.Create("Online shop", map => map
        .AddPersona("Ana", persona => persona.Primary())
        .AddStage("Awareness", stage => stage
            .AddTouchpoint("Search ad", touch => touch.On(ChannelCategory.Search).ObservedAs("ad_click").Feels(1, target: 1))
            .AddTouchpoint("Tips of friends", touch => touch.On(ChannelCategory.WordOfMouth).ObservedAs("referral").Feels(2)))
        .AddStage("Purchase", stage => stage
            .AddTouchpoint("Basket", touch => touch.On(ChannelCategory.Website).ObservedAs("item_added").Feels(0.5, target: 1))
            .AddTouchpoint("Payment <page>", touch => touch
                .On(ChannelCategory.Website).ObservedAs("order_paid").MomentOfTruth("first time the customer trusts us with money")
                .Feels(-1.5, target: 1).Feels(-2, target: 0, persona: "Ana")
                .AddPainPoint("Card is refused without a reason", Severity.Major, affectedShare: 0.08)
                .AddPainPoint("Shipping cost is shown late", Severity.Minor)))
        .AddStage("Support", stage => stage
            .AddTouchpoint("Chat", touch => touch.On(ChannelCategory.LiveChat).ObservedAs("chat")))
        .AddStage("Advocacy", stage => { }));

    public static JourneyReport Report { get; } = JourneyReport.Create("Checkout in March", page => page
        .AddMap(Shop)
        .Add(new Result("Funnel from Awareness to order_paid", Funnel))
        .AddHeading("How customers feel")
        .AddNote("The payment page was changed on 14 March.\nAnswers count once a customer.")
        .Add(new Result("Net promoter score", NpsByStage), title: "NPS by stage")
        .Add(new Result("CSAT by stage and channel", CsatByStageAndChannel))
        .AddHeading("Appendix")
        .Add(new Sample("A section of our own", AllKinds, """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60" width="300" height="60"><script>alert(1)</script><circle cx="30" cy="30" r="20" fill="#0f6f66"/><text x="60" y="35">drawn by a user</text></svg>"""))
        .Add(new Result("Names <i>that</i> mean harm", Hostile)));

    public static IReadOnlyList<ResultColumn> Columns(params (string Name, ResultColumnKind Kind)[] columns) =>
        [.. columns.Select(column => new ResultColumn { Name = column.Name, Kind = column.Kind })];

    public sealed record Result(string Title, ResultTable Table) : IJourneyResult
    {
        public ResultTable ToTable() => Table;
    }
}
