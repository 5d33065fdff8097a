using System.Globalization;
using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.IO;

public class CsvRejectionTests
{
    private const string Header = "Who,What,When,Began,No,Rating,Amount,Page\n";

    private static readonly EventMapping Mapping = new()
    {
        Customer = "Who",
        Event = "What",
        Time = "When",
        StartedAt = "Began",
        Sequence = "No",
        Score = "Rating",
        ScoreKind = FeedbackKind.Nps,
        Value = "Amount",
        EventAttributes = ["Page"],
    };

    [Theory]
    [InlineData(",e,2026-03-01,,,,,", "Who", "", "is empty")]
    [InlineData("c,,2026-03-01,,,,,", "What", "", "is empty")]
    [InlineData("c,e,,,,,,", "When", "", "is empty")]
    [InlineData("c,e,01.03.2026,,,,,", "When", "01.03.2026", "is not an ISO 8601 time")]
    [InlineData("c,e,2026-02-29,,,,,", "When", "2026-02-29", "is not a time that exists")]
    [InlineData("c,e,2026-03-01,yesterday,,,,", "Began", "yesterday", "is not an ISO 8601 time")]
    [InlineData("c,e,2026-03-01,2026-03-02,,,,", "Began", "2026-03-02", "lies after the time of the event")]
    [InlineData("c,e,2026-03-01,,1.5,,,", "No", "1.5", "is not a whole number")]
    [InlineData("c,e,2026-03-01,,-9223372036854775808,,,", "No", "-9223372036854775808", "is not a whole number")]
    [InlineData("c,e,2026-03-01,,,good,,", "Rating", "good", "is not a finite number such as 8 or 7.5")]
    [InlineData("c,e,2026-03-01,,,NaN,,", "Rating", "NaN", "is not a finite number")]
    [InlineData("c,e,2026-03-01,,,1e999,,", "Rating", "1e999", "is not a finite number")]
    [InlineData("c,e,2026-03-01,,,\"1,5\",,", "Rating", "1,5", "is not a finite number")]
    [InlineData("c,e,2026-03-01,,,,12.34567,", "Amount", "12.34567", "is not an amount of at most four decimals")]
    [InlineData("c,e,2026-03-01,,,,\"1,234.5\",", "Amount", "1,234.5", "is not an amount of at most four decimals")]
    [InlineData("c,e,2026-03-01,,,,0.00000000000000000000000000000001,", "Amount", "0.00000000000000000000000000000001", "is not an amount of at most four decimals")]
    [InlineData("c,e,2026-03-01", "Began", "c,e,2026-03-01", "is missing, because the row has fewer fields")]
    [InlineData("c,e,2026-03-01,,,,,,", "Page", "c,e,2026-03-01,,,,,,", "is followed by more fields than the header has")]
    [InlineData("\"c\"x,e,2026-03-01,,,,,", "Who", "\"c\"x", "has text after its closing quote")]
    [InlineData("c\"c,\"e\"x,2026-03-01,,,,,", "What", "\"e\"x", "has text after its closing quote")]
    [InlineData("\"c\"x\"c\",e,2026-03-01,,,,,", "Who", "\"c\"x\"c\"", "has text after its closing quote")]
    public async Task A_bad_row_is_rejected_with_line_column_value_and_reason(string row, string column, string value, string reason)
    {
        string text = $"{Header}good,\"two\nlines\",2026-03-01,,,,,\n\n{row}\ngood,e,2026-03-01,2026-02-28,-3,10,-1.5,p\n";
        JourneyLog log = await CsvText.ReadAsync(text, Mapping);
        RejectedRow rejected = Assert.Single(log.Quality.FirstRejected);
        Assert.Equal((5L, column, value), (rejected.Line, rejected.Column, rejected.Value));
        Assert.StartsWith(reason, rejected.Reason, StringComparison.Ordinal);
        Assert.Equal((3L, 2L, 1L, 2L), (log.Quality.RowsRead, log.Quality.Accepted, log.Quality.Rejected, log.EventCount));
        Assert.Equal((1, "good"), (log.CustomerCount, log.CustomerIds[0]));
        Assert.Equal(["e", "two\nlines"], log.Schema.Events);

        JourneyDataException strict = await Assert.ThrowsAsync<JourneyDataException>(() => CsvText.ReadAsync(text, Mapping, options: new() { Strict = true }));
        Assert.Equal(rejected, strict.Row);
    }

    [Theory]
    [InlineData("c2,\"e,2026-03-01\nc3,e,2026-03-01\n", "event", "\"e,2026-03-01\nc3,e,2026-03-01\n")]
    [InlineData("c2,e,\"2026-03-01\nc3,e,2026-03-01\n", "time", "\"2026-03-01\nc3,e,2026-03-01\n")]
    [InlineData("c\"2,\"e,2026-03-01\nc3,e,2026-03-01\n", "event", "\"e,2026-03-01\nc3,e,2026-03-01\n")]
    [InlineData("c2,e,2026-03-01,\"note\nc3,e,2026-03-01\n", "note", "\"note\nc3,e,2026-03-01\n")]
    [InlineData("c2,e,2026-03-01,\"", "note", "\"")]
    public async Task A_quote_that_is_never_closed_is_rejected_at_the_line_where_its_row_begins(string end, string column, string value)
    {
        RejectedRow row = await CsvText.RejectedAsync("customer,event,time,note\nc1,e,2026-03-01,\"a\nb\"\n" + end);
        Assert.Equal((4L, column, value), (row.Line, row.Column, row.Value));
        Assert.StartsWith("opens a quote that is never closed", row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotes_out_of_place_in_a_column_that_is_not_read_do_no_harm()
    {
        JourneyLog log = await CsvText.ReadAsync("customer,event,time,note\nc1,e,2026-03-01,\"a\"b\nc2,e,2026-03-01,5\" screen\n");
        Assert.Equal((2L, 0L), (log.EventCount, log.Quality.Rejected));
    }

    [Fact]
    public async Task A_short_row_is_taken_if_it_has_every_column_that_is_read()
    {
        JourneyLog log = await CsvText.ReadAsync("customer,event,time,note\nc1,e,2026-03-01\n");
        Assert.Equal((1L, 0L), (log.EventCount, log.Quality.Rejected));
    }

    [Theory]
    [InlineData("customer", 0)]
    [InlineData("event", 1)]
    [InlineData("channel", 3)]
    [InlineData("id", 4)]
    [InlineData("page", 5)]
    [InlineData("plan", 6)]
    public async Task A_name_that_is_not_Utf8_rejects_the_row_and_leaves_nothing_behind(string column, int place)
    {
        EventMapping mapping = CsvText.Plain with { Channel = "channel", Id = "id", EventAttributes = ["page"], CustomerAttributes = ["plan"] };
        byte[][] cells = [.. new[] { "new", "new", "2026-03-01", "new", "new", "new", "new" }.Select(Encoding.UTF8.GetBytes)];
        cells[place] = [(byte)'x', 0xC3, 0x28];
        byte[] bad = [.. cells[0], .. cells.Skip(1).SelectMany(cell => new byte[] { (byte)',' }.Concat(cell))];
        JourneyLog log = await CsvText.ReadAsync([.. "customer,event,time,channel,id,page,plan,note\nold,old,2026-03-01,old,1,old,old\n"u8, .. bad, .. "\nold,old,2026-03-01,old,2,old,old,"u8, 0xFF], mapping);
        RejectedRow row = Assert.Single(log.Quality.FirstRejected);
        Assert.Equal((3L, column, "x\uFFFD("), (row.Line, row.Column, row.Value));
        Assert.StartsWith("is not valid UTF-8", row.Reason, StringComparison.Ordinal);
        Assert.Equal(2, log.EventCount);
        Assert.Equal("old", Assert.Single(log.CustomerIds));
        Assert.Equal("old", Assert.Single(log.Schema.Events));
        Assert.Equal("old", Assert.Single(log.Schema.Channels));
        Assert.Equal("old", Assert.Single(log.Columns.EventAttributes.Single().Values));
        Assert.Equal("old", Assert.Single(log.Columns.CustomerAttributes.Single().Values));
    }

    [Fact]
    public async Task The_decimal_separator_of_the_culture_is_named_in_the_reason()
    {
        RejectedRow row = await CsvText.RejectedAsync(
            "customer;event;time;score\nc;e;2026-03-01;7.5\n", CsvText.Plain with { Score = "score", ScoreKind = FeedbackKind.Csat },
            new() { Separator = ';', Culture = CultureInfo.GetCultureInfo("de-DE") });
        Assert.Contains("such as 8 or 7,5", row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_of_more_than_16_MB_ends_reading()
    {
        byte[] bytes = new byte[40_000_000];
        bytes.AsSpan().Fill((byte)'x');
        "customer,event,time\nc1,e,2026-03-01\nc2,\""u8.CopyTo(bytes);
        JourneyDataException exception = await Assert.ThrowsAsync<JourneyDataException>(() => CsvText.ReadAsync(bytes));
        Assert.Equal(3, exception.Row.Line);
        Assert.Contains("is longer than 16,777,216 bytes", exception.Row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Duplicates_are_rejected_with_the_line_of_the_repetition()
    {
        JourneyLog log = await CsvText.ReadAsync(
            "customer,event,time,id\nc1,e,2026-03-01,\"a\n\"\nc1,e,2026-03-02,b\nc1,f,2026-03-03,b\n", CsvText.Plain with { Id = "id" }, options: new() { Duplicates = DuplicateEvents.Reject });
        RejectedRow row = Assert.Single(log.Quality.FirstRejected);
        Assert.Equal((5L, "b"), (row.Line, row.Value));
        Assert.Equal((3L, 2L, 1L), (log.Quality.RowsRead, log.Quality.Accepted, log.Quality.Rejected));
    }

    [Fact]
    public async Task Reasons_are_constant_so_that_they_can_be_counted()
    {
        StringBuilder text = new("customer,event,time\n");
        for (int row = 0; row < 50; row++) text.Append("c,e,bad").Append(row).Append('\n');
        JourneyLog log = await CsvText.ReadAsync(text.ToString(), options: new() { MaxListedRows = 3 });
        RejectionCount count = Assert.Single(log.Quality.RejectedByReason);
        Assert.Equal(("time", 50L, 3), (count.Column, count.Rows, log.Quality.FirstRejected.Count));
    }
}
