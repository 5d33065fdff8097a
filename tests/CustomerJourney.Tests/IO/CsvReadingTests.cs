using System.Globalization;
using System.Text;
using CustomerJourney.Events;
using CustomerJourney.IO;

namespace CustomerJourney.Tests.IO;

public class CsvReadingTests
{
    private static readonly EventMapping Full = CsvText.Plain with
    {
        StartedAt = "start",
        RecordedAt = "recorded",
        Id = "id",
        Sequence = "seq",
        Channel = "channel",
        Score = "score",
        ScoreKind = FeedbackKind.Nps,
        Question = "question",
        About = "about",
        Value = "value",
        Currency = "currency",
        EventAttributes = ["page"],
        CustomerAttributes = ["plan"],
    };

    private const string FullHeader = "customer,event,time,start,recorded,id,seq,channel,score,question,about,value,currency,page,plan\n";

    private static DateTimeOffset At(int hour) => new(2026, 3, 1, hour, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Every_column_reaches_the_log()
    {
        JourneyLog read = await CsvText.ReadAsync(
            FullHeader
            + "c1,paid,2026-03-01T12:00Z,2026-03-01T11:00Z,2026-03-01T13:00Z,e1,7,mobile,9,q1,Payment,12.5,EUR,home,gold\n"
            + "c2,seen,2026-03-01T12:00Z,,,,,,,q1,Payment,,EUR,,\n",
            Full);
        JourneyLog expected = JourneyLog.From(
        [
            new JourneyEvent
            {
                Customer = "c1", Event = "paid", At = At(12), StartedAt = At(11), RecordedAt = At(13), Id = "e1", Sequence = 7, Channel = "mobile",
                Feedback = new(FeedbackKind.Nps, 9, "q1", "Payment"), Value = 12.5m, Currency = "EUR",
                Attributes = new Dictionary<string, string> { ["page"] = "home" }, CustomerAttributes = new Dictionary<string, string> { ["plan"] = "gold" },
            },
            new JourneyEvent { Customer = "c2", Event = "seen", At = At(12) },
        ]);
        Assert.Equal(CsvText.Content(expected), CsvText.Content(read));
    }

    [Fact]
    public async Task One_column_may_have_several_roles()
    {
        JourneyLog log = await CsvText.ReadAsync(
            "customer,event,time\nc1,open,2026-03-01\n", CsvText.Plain with { Channel = "event", EventAttributes = ["event"], StartedAt = "time" });
        Assert.Equal((1, "open", "open"), (log.EventCount, log.Schema.Channels[0], log.Schema.EventAttributes[0] == "event" ? "open" : ""));
    }

    [Theory]
    [InlineData("customer,event,time\r\nc1,open,2026-03-01\r\nc2,shut,2026-03-01\r\n")]
    [InlineData("customer,event,time\nc1,open,2026-03-01\nc2,shut,2026-03-01")]
    [InlineData("\n\ncustomer,event,time\n\nc1,open,2026-03-01\n\r\n\nc2,shut,2026-03-01\n\n")]
    [InlineData("\"customer\",\"event\",\"time\"\n\"c1\",\"open\",\"2026-03-01\"\n\"c2\",\"shut\",\"2026-03-01\"\n")]
    [InlineData("note,time,customer,more,event\n,2026-03-01,c1,\"a\nb,\"\"c\"\"\",open\n,2026-03-01,c2,,shut\n")]
    public async Task Line_ends_blank_lines_and_column_order_do_not_matter(string text)
    {
        JourneyLog log = await CsvText.ReadAsync(text);
        Assert.Equal(["c1", "c2"], log.CustomerIds);
        Assert.Equal(["open", "shut"], log.Schema.Events);
        Assert.Equal((2L, 2L), (log.Quality.RowsRead, log.Quality.Accepted));
    }

    [Fact]
    public async Task Names_are_kept_as_they_are_written()
    {
        JourneyLog log = await CsvText.ReadAsync("customer,event,time\n\" Ü,\"\"1\"\"\r\nx \",  spaced ,2026-03-01\n5\" screen,it's,2026-03-01\n");
        Assert.Equal([" Ü,\"1\"\r\nx ", "5\" screen"], log.CustomerIds);
        Assert.Equal(["  spaced ", "it's"], log.Schema.Events);
    }

    [Fact]
    public async Task Separator_quote_and_decimal_comma_can_be_named()
    {
        CsvFormat german = new() { Separator = ';', Quote = '\'', Culture = CultureInfo.GetCultureInfo("de-DE") };
        JourneyLog log = await CsvText.ReadAsync(
            "customer;event;time;score;value\n'a;''b';rated;2026-03-01;7,5;1234,5678\n", CsvText.Plain with { Score = "score", ScoreKind = FeedbackKind.Csat, Value = "value" }, german);
        Assert.Equal("a;'b", Assert.Single(log.CustomerIds));
        Assert.Equal(7.5, log.Columns.Feedback!.Scores[0]);
        Assert.Equal(12_345_678, log.Columns.Money!.Units[0]);
    }

    [Fact]
    public async Task Without_a_header_columns_are_called_by_their_number()
    {
        JourneyLog log = await CsvText.ReadAsync("c1,2026-03-01,open\nc2,2026-03-02,open\n", new() { Customer = "1", Event = "3", Time = "2" }, new() { HasHeader = false });
        Assert.Equal((2, 2L), (log.CustomerCount, log.EventCount));
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE", "utf-32", "iso-8859-1"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Other_encodings_are_read_when_named(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] text = encoding.GetBytes("customer,event,time\nJosé,\"ca,fé\",2026-03-01\n");
        foreach (byte[] mark in new[] { [], encoding.GetPreamble() })
        {
            JourneyLog log = await JourneyLog.ReadCsvAsync(new ChunkedStream([.. mark, .. text], 1, 5, 3), CsvText.Plain, new() { Encoding = encoding });
            Assert.Equal(("José", "ca,fé"), (log.CustomerIds[0], log.Schema.Events[0]));
        }
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task A_byte_order_mark_tells_the_encoding(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        JourneyLog log = await CsvText.ReadAsync([.. encoding.GetPreamble(), .. encoding.GetBytes("customer,event,time\nJosé,café,2026-03-01\n")]);
        Assert.Equal(("José", "café"), (log.CustomerIds[0], log.Schema.Events[0]));
    }

    [Fact]
    public async Task An_encoding_that_refuses_what_it_does_not_know_ends_reading()
    {
        Encoding ascii = Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        await Assert.ThrowsAsync<DecoderFallbackException>(() => CsvText.ReadAsync([.. "customer,event,time\nc,caf"u8, 0xE9, .. ",2026-03-01\n"u8], format: new() { Encoding = ascii }));
    }

    [Fact]
    public async Task A_column_that_is_always_empty_is_an_attribute_without_values()
    {
        JourneyLog log = await CsvText.ReadAsync("customer,event,time,page,plan\nc,e,2026-03-01,,\n", CsvText.Plain with { EventAttributes = ["page"], CustomerAttributes = ["plan"] });
        Assert.Equal(("page", "plan"), (log.Schema.EventAttributes.Single(), log.Schema.CustomerAttributes.Single()));
        Assert.Empty(log.Columns.EventAttributes.Single().Values);
        Assert.Equal([-1], log.Columns.EventAttributes.Single().Codes);
    }

    [Fact]
    public async Task A_table_without_rows_gives_a_log_without_events()
    {
        JourneyLog log = await CsvText.ReadAsync("customer,event,time\n");
        Assert.Equal((0, 0L, 0L), (log.CustomerCount, log.EventCount, log.Quality.RowsRead));
        Assert.Null(log.Range);
    }

    [Fact]
    public async Task Progress_is_told_from_time_to_time_and_at_the_end()
    {
        StringBuilder text = new("customer,event,time\n");
        for (int row = 0; row < 150_000; row++) text.Append('c').Append(row % 100).Append(",open,").Append(row % 7 == 0 ? "" : "2026-03-01").Append('\n');
        Reports reports = new();
        JourneyLog log = await CsvText.ReadAsync(text.ToString(), options: new() { Progress = reports });
        Assert.Equal([65_536, 131_072, 150_000], reports.Rows);
        Assert.Equal((150_000L, 21_429L), (log.Quality.RowsRead, log.Quality.Rejected));
    }

    [Fact]
    public async Task Reading_can_be_canceled()
    {
        using CancellationTokenSource stop = new();
        byte[] text = Encoding.UTF8.GetBytes("customer,event,time\n" + string.Concat(Enumerable.Repeat("c1,open,2026-03-01\n", 10_000)));
        CancelingStream stream = new(text, stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => JourneyLog.ReadCsvAsync(stream, CsvText.Plain, cancellationToken: stop.Token));
    }

    [Fact]
    public async Task The_stream_is_left_open_and_the_file_is_not()
    {
        MemoryStream stream = new(Encoding.UTF8.GetBytes("customer,event,time\nc1,open,2026-03-01\n"));
        await JourneyLog.ReadCsvAsync(stream, CsvText.Plain);
        Assert.True(stream.CanRead);
        string path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, stream.ToArray());
        Assert.Equal(1, (await JourneyLog.ReadCsvAsync(path, CsvText.Plain)).EventCount);
        await using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None)) File.Delete(path);
    }

    private sealed class Reports : IProgress<long>
    {
        public List<long> Rows { get; } = [];

        public void Report(long value) => Rows.Add(value);
    }

    private sealed class CancelingStream(byte[] bytes, CancellationTokenSource stop) : AsyncReadStream
    {
        private int _position;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int count = Math.Min(Math.Min(1000, buffer.Length), bytes.Length - _position);
            bytes.AsSpan(_position, count).CopyTo(buffer.Span);
            _position += count;
            if (_position > 50_000) await stop.CancelAsync();
            return count;
        }
    }
}
