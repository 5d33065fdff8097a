using System.Globalization;
using System.Net;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.IO;

public class DatabaseReadingTests
{
    private static readonly DateTime March = new(2026, 3, 1, 12, 0, 0);
    private static readonly EventMapping Attributes = CsvText.Plain with { EventAttributes = ["a"] };

    public static TheoryData<object, string> Texts => new()
    {
        { "text with ünï 🎉", "text with ünï 🎉" },
        { 'x', "x" },
        { true, "true" },
        { false, "false" },
        { (byte)7, "7" },
        { (sbyte)-7, "-7" },
        { (short)-300, "-300" },
        { (ushort)300, "300" },
        { 70_000, "70000" },
        { 70_000u, "70000" },
        { long.MinValue, "-9223372036854775808" },
        { ulong.MaxValue, "18446744073709551615" },
        { (Int128)1, "1" },
        { 0.1f, "0.1" },
        { 1234.5, "1234.5" },
        { 12.340m, "12.340" },
        { new Guid("0F8FAD5B-D9CB-469F-A165-70867728950E"), "0f8fad5b-d9cb-469f-a165-70867728950e" },
        { March, "2026-03-01T12:00:00" },
        { DateTime.SpecifyKind(March, DateTimeKind.Utc).AddTicks(1), "2026-03-01T12:00:00.0000001Z" },
        { new DateTimeOffset(March, TimeSpan.FromHours(-3)), "2026-03-01T12:00:00-03:00" },
        { new DateOnly(2026, 3, 1), "2026-03-01" },
        { new TimeOnly(12, 30, 1), "12:30:01" },
        { TimeSpan.FromMinutes(90), "01:30:00" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_value_of_any_common_type_is_read_as_text_whatever_the_culture(object value, string text)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            foreach (bool slowly in new[] { false, true })
            {
                using FakeReader reader = Reader([value], slowly);
                JourneyLog log = await JourneyLog.ReadDatabaseAsync(reader, Attributes);
                Assert.Empty(log.Quality.FirstRejected);
                Assert.Equal([text], JsonTestText.Attribute(log));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Common_types_are_not_boxed()
    {
        using FakeReader reader = Reader(["s", 1L, 2, (short)3, 4.5, 4.5f, 5m, true, Guid.Empty, March, new DateTimeOffset(March, default), new DateOnly(2026, 3, 1), null]);
        Assert.Equal(13, (await JourneyLog.ReadDatabaseAsync(reader, Attributes)).EventCount);
        Assert.Equal(0, reader.Boxed);
    }

    [Fact]
    public async Task Null_DBNull_and_the_empty_text_mean_nothing_there()
    {
        using FakeReader reader = Reader([null, DBNull.Value, ""]);
        JourneyLog log = await JourneyLog.ReadDatabaseAsync(reader, Attributes);
        Assert.Equal((3L, 0L), (log.EventCount, log.Quality.Rejected));
        Assert.All(JsonTestText.Attribute(log), Assert.Null);
    }

    [Fact]
    public async Task Times_are_taken_by_their_kind_whatever_the_time_format_says()
    {
        TimeZoneInfo berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        EventMapping mapping = new() { Customer = "c", Event = "e", Time = "t", StartedAt = "s", RecordedAt = "r", TimeFormat = TimeFormat.Local(berlin, "dd.MM.yyyy") };
        using FakeReader reader = new(
            ["c", "e", "t", "s", "r"],
            ["1", "e", March, new DateOnly(2026, 3, 1), DateTime.SpecifyKind(March, DateTimeKind.Utc)],
            ["2", "e", DateTime.SpecifyKind(March, DateTimeKind.Local), null, null],
            ["3", "e", new DateTimeOffset(March, TimeSpan.FromHours(5)), null, null],
            ["4", "e", "01.03.2026", null, null]);
        JourneyLog log = await JourneyLog.ReadDatabaseAsync(reader, mapping);
        Assert.Empty(log.Quality.FirstRejected);
        long noon = March.Ticks, hour = TimeSpan.TicksPerHour;
        Assert.Equal([noon - hour, DateTime.SpecifyKind(March, DateTimeKind.Local).ToUniversalTime().Ticks, noon - (5 * hour), noon - (13 * hour)], log.Columns.Ticks);
        Assert.Equal(noon - (13 * hour), log.Columns.StartedAt![0]);
        Assert.Equal(noon, log.Columns.RecordedAt![0]);
    }

    [Fact]
    public async Task A_wall_clock_time_that_the_zone_skips_is_rejected()
    {
        using FakeReader reader = new(["customer", "event", "time"], ["c", "e", new DateTime(2026, 3, 29, 2, 30, 0)], ["c", "e", new DateTime(2026, 3, 29, 3, 30, 0)]);
        JourneyLog log = await JourneyLog.ReadDatabaseAsync(reader, CsvText.Plain with { TimeFormat = TimeFormat.Local(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")) });
        RejectedRow row = Assert.Single(log.Quality.FirstRejected);
        Assert.Equal((1L, "time", "2026-03-29T02:30:00"), (row.Line, row.Column, row.Value));
        Assert.StartsWith("does not exist in Europe/Berlin", row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_are_times_scores_amounts_and_sequences_as_the_mapping_says()
    {
        EventMapping mapping = CsvText.Plain with
        {
            TimeFormat = TimeFormat.UnixSeconds,
            Score = "score",
            ScoreKind = FeedbackKind.Nps,
            Value = "value",
            Currency = "currency",
            Sequence = "no",
        };
        string[] names = ["no", "currency", "value", "score", "time", "event", "customer"];
        object?[][] rows =
        [
            [(short)-3, "EUR", 12.3400m, 9.5f, 1767225600L, "e", 1L],
            [2L, "EUR", 0.5, 7L, 1767225600.25, "e", 1L],
            [null, null, null, null, 1767225601m, "e", 1L],
        ];
        foreach (bool slowly in new[] { false, true })
        {
            using FakeReader reader = new(names, rows) { AsynchronousOnly = slowly, Sequential = true };
            JourneyLog log = await JourneyLog.ReadDatabaseAsync(reader, mapping);
            Assert.Empty(log.Quality.FirstRejected);
            long start = DateTime.UnixEpoch.AddSeconds(1767225600).Ticks;
            Assert.Equal([start, start + (TimeSpan.TicksPerSecond / 4), start + TimeSpan.TicksPerSecond], log.Columns.Ticks);
            Assert.Equal([9.5, 7], log.Columns.Feedback!.Scores);
            Assert.Equal([123_400, 5_000], log.Columns.Money!.Units);
            Assert.Equal([-3, 2, EventRow.None], log.Columns.Sequences!);
        }
    }

    [Fact]
    public async Task What_has_no_text_is_rejected_with_row_column_and_reason()
    {
        foreach (bool slowly in new[] { false, true })
        {
            using FakeReader reader = Reader([new byte[] { 1 }, "ok", new[] { "a" }, IPAddress.Loopback, new Uri("https://a.example"), "\ud83c", "ok"], slowly);
            JourneyLog log = await JourneyLog.ReadDatabaseAsync(reader, Attributes);
            Assert.Equal((7L, 3L), (log.Quality.RowsRead, log.EventCount));
            Assert.Equal([(1L, "a", "Byte[]"), (3L, "a", "String[]"), (5L, "a", "Uri"), (6L, "a", "")], log.Quality.FirstRejected.Select(row => (row.Line, row.Column, row.Value)));
            Assert.StartsWith("is of this type, which is neither a text", log.Quality.FirstRejected[0].Reason, StringComparison.Ordinal);
            Assert.StartsWith("is not Unicode", log.Quality.FirstRejected[3].Reason, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(typeof(OverflowException))]
    [InlineData(typeof(InvalidCastException))]
    [InlineData(typeof(FormatException))]
    [InlineData(typeof(NotSupportedException))]
    [InlineData(typeof(ArgumentOutOfRangeException))]
    public async Task A_value_that_the_provider_cannot_give_is_rejected_and_the_next_row_is_read(Type fault)
    {
        using FakeReader reader = new(["customer", "event", "time", "a"], ["c", "e", March, 1m], ["d", "e", March, 2m]) { Fault = (Exception)Activator.CreateInstance(fault)! };
        JourneyLog log = await JourneyLog.ReadDatabaseAsync(reader, Attributes);
        Assert.Equal(["d"], log.CustomerIds);
        RejectedRow row = Assert.Single(log.Quality.FirstRejected);
        Assert.Equal((1L, "a", "decimal"), (row.Line, row.Column, row.Value));
        using FakeReader broken = new(["customer", "event", "time", "a"], [["c", "e", March, 1m]]) { Fault = new IOException("gone") };
        await Assert.ThrowsAsync<IOException>(() => JourneyLog.ReadDatabaseAsync(broken, Attributes));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Readers_that_read_in_one_way_only_give_the_same_log(bool asynchronousOnly, bool synchronousOnly)
    {
        object?[][] rows = [.. Enumerable.Range(0, 500).Select(row => (object?[])[row % 3 == 0 ? null : $"v{row % 5}", March.AddMinutes(row * 7919 % 500), $"e{row % 4}", (long)(row % 11)])];
        using FakeReader reader = new(["a", "time", "event", "customer"], rows) { AsynchronousOnly = asynchronousOnly, SynchronousOnly = synchronousOnly, Sequential = true };
        JourneyLog log = await JourneyLog.ReadDatabaseAsync(reader, Attributes);
        JourneyLog expected = JourneyLog.From(rows.Select(row => new JourneyEvent
        {
            Customer = FormattableString.Invariant($"{row[3]}"),
            Event = (string)row[2]!,
            At = new DateTimeOffset((DateTime)row[1]!, TimeSpan.Zero),
            Attributes = row[0] is string value ? new Dictionary<string, string> { ["a"] = value } : null!,
        }));
        Assert.Equal(CsvText.Content(expected), CsvText.Content(log));
    }

    [Fact]
    public async Task Missing_and_repeated_columns_and_faults_of_the_mapping_are_refused_before_the_first_row()
    {
        using FakeReader reader = new(["customer", "event", "event", "TIME"]);
        JourneyDefinitionException exception = await Assert.ThrowsAsync<JourneyDefinitionException>(() => JourneyLog.ReadDatabaseAsync(reader, CsvText.Plain));
        Assert.Equal(3, exception.Problems.Count);
        exception = await Assert.ThrowsAsync<JourneyDefinitionException>(() => JourneyLog.ReadDatabaseAsync(reader, CsvText.Plain with { Rows = "x[]", ScoreKind = FeedbackKind.Nps }));
        Assert.Equal(2, exception.Problems.Count);
        await Assert.ThrowsAsync<ArgumentNullException>("reader", () => JourneyLog.ReadDatabaseAsync(null!, CsvText.Plain));
        await Assert.ThrowsAsync<ArgumentNullException>("mapping", () => JourneyLog.ReadDatabaseAsync(reader, null!));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => JourneyLog.ReadDatabaseAsync(Reader(["x"]), Attributes, cancellationToken: new(canceled: true)));
        reader.Closed = true;
        await Assert.ThrowsAsync<ArgumentException>("reader", () => JourneyLog.ReadDatabaseAsync(reader, CsvText.Plain));
    }

    [Fact]
    public async Task Strict_reading_ends_at_the_first_bad_row()
    {
        using FakeReader reader = Reader(["x", new byte[1]]);
        JourneyDataException exception = await Assert.ThrowsAsync<JourneyDataException>(() => JourneyLog.ReadDatabaseAsync(reader, Attributes, new() { Strict = true }));
        Assert.Equal((2L, "a"), (exception.Row.Line, exception.Row.Column));
    }

    /// <summary>One event a value, with the value as its attribute.</summary>
    private static FakeReader Reader(object?[] values, bool asynchronousOnly = false) =>
        new(["customer", "event", "time", "a"], [.. values.Select(value => (object?[])["c", "e", March, value])]) { AsynchronousOnly = asynchronousOnly };
}
