using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Events;

public class IntakeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly JourneyEvent Good = new() { Customer = "c", Event = "e", At = Noon };

    public static TheoryData<string, string> Faults { get; } = new()
    {
        { "Customer", "is empty" },
        { "Event", "is empty" },
        { "StartedAt", "lies after At" },
        { "Feedback", "is not a finite number" },
        { "Feedback", "is not a kind of feedback" },
        { "Value", MoneyUnits.Allowed },
        { "Sequence", "is the smallest 64-bit number, which is reserved" },
        { "plan", "is null; leave the attribute out instead" },
        { "Attributes", "holds a name that is empty or not Unicode" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_bad_row_is_listed_when_reading_leniently_and_throws_when_reading_strictly(string column, string reason)
    {
        JourneyEvent bad = BadRow(column, reason);
        DataQualityReport quality = JourneyLog.From([Good, bad, Good with { Event = "f" }]).Quality;
        Assert.Equal((3L, 2L, 1L), (quality.RowsRead, quality.Accepted, quality.Rejected));
        RejectedRow row = Assert.Single(quality.FirstRejected);
        Assert.Equal((2L, column, reason), (row.Line, row.Column, row.Reason));
        RejectionCount count = Assert.Single(quality.RejectedByReason);
        Assert.Equal((column, reason, 1L), (count.Column, count.Reason, count.Rows));

        JourneyDataException error = Assert.Throws<JourneyDataException>(() => JourneyLog.From([Good, bad], options: new() { Strict = true }));
        Assert.Equal(row, error.Row);
        Assert.StartsWith($"line 2, {column} '", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_with_an_unpaired_surrogate_is_a_bad_row_in_every_field()
    {
        foreach (string bad in new[] { "\uD800", "a\uDC00", "\uD83Dx", "x\uDE00\uD83D" })
        {
            Dictionary<string, string> attributes = new() { ["plan"] = bad };
            JourneyEvent[] events =
            [
                Good with { Customer = bad }, Good with { Event = bad }, Good with { Channel = bad }, Good with { Id = bad },
                Good with { Value = 1, Currency = bad }, Good with { Feedback = new(FeedbackKind.Nps, 1, bad) }, Good with { Feedback = new(FeedbackKind.Nps, 1, null, bad) },
                Good with { Attributes = attributes }, Good with { CustomerAttributes = attributes },
            ];
            DataQualityReport quality = JourneyLog.From(events).Quality;
            Assert.Equal((long)events.Length, quality.Rejected);
            Assert.All(quality.FirstRejected, row => Assert.Equal("holds an unpaired surrogate", row.Reason));
        }

        Assert.Equal(0, JourneyLog.From([Good with { Customer = "😀", Event = "a😀b", Channel = "😀" }]).Quality.Rejected);
    }

    [Fact]
    public void A_rejected_row_leaves_no_names_behind()
    {
        JourneyLog log = JourneyLog.From([Good, new() { Customer = "other", Event = "other", At = Noon, Channel = "other", Value = 0.00001m }]);
        Assert.Equal(["c"], log.CustomerIds);
        Assert.Equal(["e"], log.Schema.Events);
        Assert.Empty(log.Schema.Channels);
    }

    [Fact]
    public void Rows_read_are_accepted_and_rejected_ones() => Prop.ForAll(LogGenerator.Events, events =>
    {
        JourneyEvent[] mixed = [.. events.SelectMany((one, index) => index % 3 == 0 ? new[] { one, one with { Event = "" } } : [one])];
        DataQualityReport quality = JourneyLog.From(mixed, options: new() { MaxListedRows = 2 }).Quality;
        long bad = (events.Length + 2) / 3;
        Assert.Equal((mixed.Length, events.Length, bad), (quality.RowsRead, quality.Accepted, quality.Rejected));
        Assert.Equal(Math.Min(2, bad), quality.FirstRejected.Count);
        Assert.Equal(bad, quality.RejectedByReason.Sum(reason => reason.Rows));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_long_value_is_cut_between_characters()
    {
        string value = $"{new string('x', 199)}😀{(char)0xD800}";
        RejectedRow row = Assert.Single(JourneyLog.From([Good with { Event = value }]).Quality.FirstRejected);
        Assert.Equal($"{new string('x', 199)}…", row.Value);
    }

    [Fact]
    public void Attributes_that_were_never_set_are_none()
    {
        JourneyLog log = JourneyLog.From([Good with { Attributes = null!, CustomerAttributes = null! }]);
        Assert.Equal((1L, 0L), (log.EventCount, log.Quality.Rejected));
    }

    [Fact]
    public void Sixty_five_thousand_five_hundred_and_thirty_five_names_fit_and_one_more_does_not()
    {
        JourneyEvent[] most = [.. Enumerable.Range(0, LogSchema.MaxEvents).Select(index => Good with { Event = $"page {index}" })];
        JourneyLog log = JourneyLog.From(most);
        Assert.Equal(LogSchema.MaxEvents, log.Schema.Events.Count);
        int last = log.Schema.EventCode(log.Schema.Events[^1]);
        Assert.Contains((ushort)last, log.Columns.Events);
        JourneyDataException error = Assert.Throws<JourneyDataException>(() => JourneyLog.From([.. most, Good]));
        Assert.Equal((LogSchema.MaxEvents + 1L, "Event", "e"), (error.Row.Line, error.Row.Column, error.Row.Value));
        Assert.Equal("line 65536, Event 'e': is the 65,536th event name; a log holds 65,535. Group event names before reading, for example page addresses by kind of page", error.Message);
    }

    [Fact]
    public void Two_hundred_and_fifty_five_channels_fit_and_one_more_does_not()
    {
        JourneyEvent[] most = [.. Enumerable.Range(0, LogSchema.MaxChannels).Select(index => Good with { Channel = $"{index:D3}", Sequence = index })];
        JourneyLog log = JourneyLog.From([.. most, Good with { Sequence = 999 }]);
        Assert.Equal([.. Enumerable.Range(0, LogSchema.MaxChannels).Select(code => (byte)code), LogSchema.NoChannel], log.TraceOf(0).Channels.ToArray());
        JourneyDataException error = Assert.Throws<JourneyDataException>(() => JourneyLog.From([.. most, Good with { Channel = "web" }]));
        Assert.Equal((256L, "Channel", "web"), (error.Row.Line, error.Row.Column, error.Row.Value));
    }

    [Fact]
    public void A_missing_event_is_an_error_of_the_caller() =>
        Assert.Contains("position 2", Assert.Throws<ArgumentException>(() => JourneyLog.From([Good, null!])).Message, StringComparison.Ordinal);

    [Fact]
    public void Options_are_checked_where_they_are_given()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOptions { MaxListedRows = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOptions { Duplicates = (DuplicateEvents)9 });
        Assert.Throws<ArgumentNullException>("events", () => JourneyLog.From(null!));
    }

    [Fact]
    public async Task Events_that_arrive_one_after_the_other_give_the_same_log()
    {
        JourneyEvent[] events = [.. LogGenerator.Events.Generator.Sample(5, 60).SelectMany(one => one)];
        LogColumnsComparer.Same(JourneyLog.From(events), await JourneyLog.FromAsync(Slowly(events)));
        using CancellationTokenSource stop = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => JourneyLog.FromAsync(Endless(stop), cancellationToken: stop.Token));
    }

    [Fact]
    public void Progress_names_the_rows_read_and_ends_with_all_of_them()
    {
        Steps<long> steps = new();
        JourneyLog.From(Enumerable.Range(0, 150_000).Select(index => Good with { Sequence = index }), options: new() { Progress = steps });
        Assert.Equal([65_536, 131_072, 150_000], steps.Values);
    }

    [Fact]
    public void The_report_is_text_in_the_invariant_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            DataQualityReport quality = JourneyLog.From([.. Enumerable.Range(0, 1500).Select(index => Good with { Sequence = index }), Good with { Value = 0.00001m }]).Quality;
            Assert.StartsWith("1,501 rows read = 1,500 accepted + 1 rejected\n  1 rejected: Value is not an amount", quality.ToText(), StringComparison.Ordinal);
            Assert.Contains("line 1501, Value '0.00001'", quality.ToText(), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static JourneyEvent BadRow(string column, string reason) => (column, reason) switch
    {
        ("Customer", _) => Good with { Customer = "" },
        ("Event", _) => Good with { Event = null! },
        ("StartedAt", _) => Good with { StartedAt = Noon.AddTicks(1) },
        ("Feedback", "is not a finite number") => Good with { Feedback = new(FeedbackKind.Nps, double.NaN) },
        ("Feedback", _) => Good with { Feedback = new((FeedbackKind)99, 1) },
        ("Value", _) => Good with { Value = 1.00001m },
        ("Sequence", _) => Good with { Sequence = long.MinValue },
        ("plan", _) => Good with { CustomerAttributes = new Dictionary<string, string> { ["plan"] = null! } },
        _ => Good with { Attributes = new Dictionary<string, string> { [""] = "x" } },
    };

    private static async IAsyncEnumerable<JourneyEvent> Slowly(IEnumerable<JourneyEvent> events)
    {
        foreach (JourneyEvent one in events)
        {
            await Task.Yield();
            yield return one;
        }
    }

    private static async IAsyncEnumerable<JourneyEvent> Endless(CancellationTokenSource stop)
    {
        for (int index = 0; ; index++)
        {
            if (index == 10) await stop.CancelAsync();
            stop.Token.ThrowIfCancellationRequested();
            yield return Good with { Sequence = index };
        }
    }
}
