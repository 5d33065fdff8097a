using CustomerJourney.Building;
using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Reporting;
using CustomerJourney.Tests.Analytics;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Events;

public class DataQualityTests
{
    private const int Runs = 300;
    private static readonly string[] Zones = ["UTC", "Europe/Berlin", "Pacific/Apia", "America/Sao_Paulo", "Asia/Kolkata"];

    /// <summary>Starts near a night in which clocks change in one of the zones; Apia has no 30 December 2011, and midnight comes twice in São Paulo on 18 February 2012.</summary>
    private static readonly DateTimeOffset[] Origins =
        [new(2011, 12, 20, 7, 0, 0, TimeSpan.Zero), new(2012, 2, 10, 0, 0, 0, TimeSpan.Zero), new(2026, 3, 20, 0, 0, 0, TimeSpan.Zero)];

    [Fact]
    public void Every_figure_is_that_of_the_reference()
    {
        Random random = new(4);
        for (int run = 0; run < Runs; run++)
        {
            (JourneyEvent[] events, DataQuality definition) = (AnyEvents(random), AnyDefinition(random));
            string[] sleepers = [.. Enumerable.Range(0, random.Next(3)).Select(number => $"sleeper {number}")];
            JourneyLog log = JourneyLog.From(events, sleepers.Select(sleeper => new CustomerProfile { Customer = sleeper }));
            Journey? map = run % 2 == 0 ? null : LogGenerator.Shop;
            JourneyLog asked = map is null ? log : map.Classify(log);
            DataQualityResult expected = DataQualityReference.Of(events, sleepers, definition, map);
            Assert.Equal(expected, asked.Measure(definition));
            Assert.Equal(expected with { Reading = asked.Quality }, asked.CheckQuality(definition));
        }
    }

    [Fact]
    public void Generated_logs_agree_with_the_reference_too() => Prop.ForAll(LogGenerator.EventsWithDuplicates, events =>
    {
        DataQuality definition = new() { MostEventsPerMinute = 3, MostEventsPerDay = 6, AsOf = LogGenerator.Start.AddDays(2) };
        Assert.Equal(DataQualityReference.Of(events, [], definition, null), JourneyLog.From(events).Measure(definition));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parts_merge_to_the_whole_and_survive_as_bytes()
    {
        Random random = new(5);
        for (int run = 0; run < Runs; run++)
        {
            (JourneyEvent[] events, DataQuality definition) = (AnyEvents(random), AnyDefinition(random));
            IEnumerable<JourneyLog> parts = RandomLog.Parts(random, events, random.Next(1, 5)).Select(part => JourneyLog.From(part));
            JourneyLog whole = JourneyLog.From(events);
            if (run % 2 == 0)
            {
                Assert.Equal(whole.Measure(definition), RandomLog.Merged(random, definition, parts));
                continue;
            }

            Assert.Equal(LogGenerator.Shop.Classify(whole).Measure(definition), RandomLog.Merged(random, definition, parts.Select(LogGenerator.Shop.Classify)));
        }
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 200_000).Select(index => new JourneyEvent
        {
            Customer = $"customer {(index % 5 == 0 ? index % 40 : index % 4001)}",
            Event = "e",
            At = LogGenerator.Start.AddSeconds(index * 7919L % 400_009),
        }));
        DataQuality definition = new() { MostEventsPerMinute = 2, MostListed = 3 };
        DataQualityResult one = log.CheckQuality(definition, new() { MaxDegreeOfParallelism = 1 });
        Assert.True(one.SuspectedBotCount > 3);
        Assert.Equal(3, one.SuspectedBots.Count);
        foreach (int threads in new[] { 2, 3, 8 }) Assert.Equal(one, log.CheckQuality(definition, new() { MaxDegreeOfParallelism = threads }));
    }

    [Fact]
    public void It_runs_in_one_pass_with_other_questions_and_by_group()
    {
        StagedLog staged = LogGenerator.Shop.Classify(JourneyLog.From([Event("a", 0), Event("a", 0), Event("b", 1) with { CustomerAttributes = new Dictionary<string, string> { ["plan"] = "pro" } }]));
        DataQuality definition = new();
        Measurements all = staged.Measure([definition, new Nps(), definition.By(Dimension.Attribute("plan"))]);
        Assert.Equal(2, all.Of(definition).TiedEvents);
        Breakdown<DataQualityResult> groups = all.Of(definition.By(Dimension.Attribute("plan")));
        Assert.Equal(0, groups["pro"].TiedEvents);
        Assert.Equal(1, groups["pro"].Customers);
        Assert.Equal(2, groups.Total.Customers);
    }

    [Fact]
    public void A_log_without_events_has_no_shares()
    {
        DataQualityResult result = JourneyLog.From([], [new CustomerProfile { Customer = "a" }]).CheckQuality();
        Assert.Equal((0, 1, 1), (result.Events, result.Customers, result.CustomersWithoutEvents));
        Assert.Null(result.Range);
        Assert.Null(result.TiesShare);
        Assert.Null(result.SuspectedBotShare);
        Assert.Null(result.MedianEventsPerDay);
        Assert.Null(result.FutureEvents);
        Assert.Null(result.UnknownEvents);
        Assert.Null(result.RecordedBeforeHappening);
        Assert.Equal(0, result.DaysWithEvents + result.DaysWithoutEvents);
        Assert.Contains("null", result.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_that_stand_for_never_are_a_gap_and_no_fault()
    {
        TimeZoneInfo berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        JourneyLog log = JourneyLog.From([Event("a", 0), Event("a", 1) with { At = DateTimeOffset.MaxValue }, Event("b", 1) with { At = DateTimeOffset.MinValue }]);
        DataQualityResult result = log.CheckQuality(new DataQuality { AsOf = LogGenerator.Start.AddYears(1), Calendar = new ReportingCalendar { TimeZone = berlin } });
        Assert.Equal(1, result.FutureEvents);
        Assert.Equal(2, result.GapCount);
        Assert.Equal(3, result.DaysWithEvents);
        Assert.InRange(result.DaysWithoutEvents, DateOnly.MaxValue.DayNumber - 3, DateOnly.MaxValue.DayNumber);
        Assert.True(result.ToTable().Rows.Count > 17);
    }

    [Fact]
    public void A_day_that_the_zone_skipped_is_no_gap()
    {
        ReportingCalendar apia = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Apia") };
        DateTimeOffset last = apia.StartOf(new DateOnly(2011, 12, 29)).AddHours(12), next = apia.StartOf(new DateOnly(2011, 12, 31)).AddHours(12);
        Assert.Equal(0, JourneyLog.From([Event("a", 0) with { At = last }, Event("a", 0) with { At = next }]).CheckQuality(new() { Calendar = apia }).GapCount);
        DataQualityResult longer = JourneyLog.From([Event("a", 0) with { At = last }, Event("a", 0) with { At = next.AddDays(1) }]).CheckQuality(new() { Calendar = apia });
        Assert.Equal([new TrackingGap { First = new(2011, 12, 30), Last = new(2011, 12, 31), Days = 1 }], longer.Gaps);
    }

    [Fact]
    public void Rates_count_half_open_windows_and_can_be_left_out()
    {
        JourneyEvent[] events = [.. Enumerable.Range(0, 4).Select(number => Event("a", 0) with { At = LogGenerator.Start.AddSeconds(20 * number) })];
        JourneyLog log = JourneyLog.From(events);
        Assert.Equal(0, log.CheckQuality(new() { MostEventsPerMinute = 3 }).SuspectedBotCount);
        SuspectedBot bot = Assert.Single(log.CheckQuality(new() { MostEventsPerMinute = 2 }).SuspectedBots);
        Assert.Equal(new SuspectedBot { Customer = "a", Events = 4, MostInOneMinute = 3, MostInOneDay = 4 }, bot);
        Assert.Equal(1, log.CheckQuality(new() { MostEventsPerMinute = null, MostEventsPerDay = 3 }).SuspectedBotCount);
        Assert.Equal(0, log.CheckQuality(new() { MostEventsPerMinute = null, MostEventsPerDay = null }).SuspectedBotCount);
        Assert.Empty(log.CheckQuality(new() { MostEventsPerMinute = 2, MostListed = 0 }).SuspectedBots);
    }

    [Fact]
    public void Settings_are_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>("value", () => new DataQuality { MostEventsPerMinute = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("value", () => new DataQuality { MostEventsPerDay = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("value", () => new DataQuality { MostListed = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("value", () => new DataQuality { MostListed = 10_001 });
        Assert.Throws<ArgumentNullException>("value", () => new DataQuality { Calendar = null! });
    }

    [Fact]
    public void It_prints_as_approved()
    {
        Assert.Equal(Printed, LogGenerator.Shop.Classify(PrintedLog()).CheckQuality(Printed.Definition));
        Golden.Matches(Printed.ToText(), "Events", "Golden", "quality.txt");
        Golden.Matches(Printed.ToMarkdown(), "Events", "Golden", "quality.md");
        Golden.Matches(Printed.ToJson(), "Events", "Golden", "quality.json");
        Golden.Matches(JourneyReport.Create("Report", page => page.Add(Printed)).ToMarkdown(), "Events", "Golden", "quality-report.md");
    }

    [Fact]
    public void Names_from_outside_are_shown_as_code_and_do_nothing_else() => Prop.ForAll(Reporting.HostileText.Texts(4), names =>
    {
        DataQualityResult result = Printed with
        {
            SuspectedBots = [new SuspectedBot { Customer = names[0], Events = 1, MostInOneMinute = 2, MostInOneDay = 3 }],
            UnknownEventNames = [new NameCount { Name = names[1], Count = 4 }],
            Reading = Printed.Reading! with
            {
                RejectedByReason = [new RejectionCount { Column = names[2], Reason = "r", Rows = 1 }],
                FirstRejected = [new RejectedRow { Line = 5, Column = names[2], Value = names[3], Reason = "r" }],
            },
        };
        string[] lines = result.ToMarkdown().Split('\n');
        Assert.Contains((VisibleText.Of(names[0]), ": 1 events, at most 2 in a minute, 3 in a day"), lines.Select(CodeOf));
        Assert.Contains((VisibleText.Of(names[1]), ": 4"), lines.Select(CodeOf));
        Assert.Contains((VisibleText.Of($"rejected: {names[2]} r"), ": 1"), lines.Select(CodeOf));
        Assert.Contains((VisibleText.Of($"line 5, {names[2]} '{names[3]}': r"), ""), lines.Select(CodeOf));
        Assert.Equal(Printed.ToMarkdown().Split('\n').Length - Printed.UnknownEventNames.Count - Printed.SuspectedBots.Count - Printed.Reading!.RejectedByReason.Count - Printed.Reading.FirstRejected.Count + 4, lines.Length);
        Assert.All(VisibleText.Of(string.Concat(names)), character => Assert.False(char.IsControl(character)));
        System.Text.Json.JsonDocument.Parse(result.ToJson()).Dispose();
        Assert.Contains(VisibleText.Of(names[0]), result.ToText(), StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_reading_report_tells_of_unknown_touchpoints_in_its_table()
    {
        StagedLog staged = LogGenerator.Shop.Classify(JourneyLog.From([Event("a", 0) with { Feedback = new Feedback(FeedbackKind.Nps, 9, null, "Gone") }]));
        Assert.Contains(staged.Quality.ToTable().Rows, row => row is ["about touchpoints not known to the map", 1L]);
        Assert.DoesNotContain(JourneyLog.From([]).Quality.ToTable().Rows, row => row[0] is string what && what.Contains("touchpoints", StringComparison.Ordinal));
    }

    [Fact]
    public void Reading_reports_are_equal_by_value()
    {
        DataQualityReport one = PrintedLog().Quality, other = PrintedLog().Quality;
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, other with { FirstRejected = [] });
    }

    private static DataQualityResult Printed { get; } = LogGenerator.Shop.Classify(PrintedLog()).CheckQuality(new DataQuality
    {
        AsOf = LogGenerator.Start.AddDays(9),
        Calendar = new ReportingCalendar { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") },
        MostEventsPerMinute = 2,
    });

    private static JourneyLog PrintedLog() => JourneyLog.From(
        [
            Event("ann", 0), Event("ann", 0) with { Id = "1" }, Event("ann", 5) with { Id = "1" }, Event("ann", 30), Event("ann", 30),
            .. Enumerable.Range(0, 4).Select(number => Event("bot | <b>`x`</b>", 120) with { At = LogGenerator.Start.AddDays(5).AddSeconds(number), RecordedAt = LogGenerator.Start.AddDays(5) }),
            Event("cy", 24 * 12) with { Event = "no | ``such`` [event](x)" },
            Event("", 1), Event("dee", 3) with { StartedAt = LogGenerator.Start.AddDays(9) },
        ],
        [new CustomerProfile { Customer = "sleeper" }]);

    private static JourneyEvent Event(string customer, int hours) => new() { Customer = customer, Event = "open", At = LogGenerator.Start.AddHours(hours) };

    /// <summary>The text of a list item that begins with a code span, read as CommonMark reads it, and what follows.</summary>
    private static (string? Code, string Behind) CodeOf(string line)
    {
        if (!line.StartsWith("- `", StringComparison.Ordinal)) return (null, line);
        string text = line[2..];
        int fence = text.AsSpan().IndexOfAnyExcept('`');
        for (int place = fence; place < text.Length;)
        {
            int run = text.AsSpan(place).IndexOfAnyExcept('`') is >= 0 and int length ? length : text.Length - place;
            if (run == fence)
            {
                string code = text[fence..place];
                if (code.StartsWith(' ') && code.EndsWith(' ') && code.AsSpan().IndexOfAnyExcept(' ') >= 0) code = code[1..^1];
                return (code, text[(place + run)..]);
            }

            place += Math.Max(1, run);
        }

        return (null, line);
    }

    private static DataQuality AnyDefinition(Random random) => new()
    {
        AsOf = random.Next(2) == 0 ? null : Origins[random.Next(Origins.Length)].AddDays(random.Next(20)),
        Calendar = new ReportingCalendar { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(Zones[random.Next(Zones.Length)]) },
        MostEventsPerMinute = random.Next(4) == 0 ? null : random.Next(1, 6),
        MostEventsPerDay = random.Next(4) == 0 ? null : random.Next(1, 12),
        MostListed = random.Next(5),
    };

    /// <summary>Events dense in ties, repeats and bursts, with days between them on which nothing happens.</summary>
    private static JourneyEvent[] AnyEvents(Random random)
    {
        DateTimeOffset origin = Origins[random.Next(Origins.Length)];
        DateTimeOffset[] instants = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => origin.AddHours(random.Next(24 * 25)).AddSeconds(random.Next(100)))];
        bool lasting = random.Next(3) == 0, recorded = random.Next(2) == 0;
        return [.. Enumerable.Range(0, random.Next(80)).Select(_ =>
        {
            DateTimeOffset at = instants[random.Next(instants.Length)].AddSeconds(random.Next(3) == 0 ? random.Next(120) : 0);
            return new JourneyEvent
            {
                Customer = $"c{random.Next(5) * random.Next(2)}",
                Event = LogGenerator.Names[random.Next(random.Next(1, 6))],
                At = at,
                StartedAt = lasting && random.Next(2) == 0 ? at.AddHours(-random.Next(40)) : null,
                RecordedAt = recorded && random.Next(2) == 0 ? at.AddSeconds(random.Next(-2, 3)) : null,
                Id = random.Next(3) == 0 ? $"id{random.Next(4)}" : null,
                Channel = random.Next(3) == 0 ? "web" : null,
                Feedback = random.Next(4) == 0 ? new Feedback(FeedbackKind.Nps, random.Next(2), null, random.Next(2) == 0 ? null : "Help desk") : null,
                Value = random.Next(4) == 0 ? random.Next(2) : null,
                Currency = random.Next(2) == 0 ? "EUR" : null,
                Attributes = random.Next(3) == 0 ? new Dictionary<string, string> { ["device"] = "tablet" } : new Dictionary<string, string>(),
            };
        })];
    }
}
