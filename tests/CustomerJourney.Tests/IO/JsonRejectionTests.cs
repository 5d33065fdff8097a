using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.IO;

public class JsonRejectionTests
{
    [Theory]
    [InlineData("page", "other")]
    [InlineData("other", "page")]
    [InlineData("page", "page")]
    public async Task An_item_that_says_twice_which_one_it_is_is_not_believed(string first, string second)
    {
        JourneyLog log = await JsonTestText.ReadLinesAsync(
            $$"""{"customer":"c","event":"e","time":"2026-03-01","params":[{"key":"{{first}}","key":"{{second}}","value":"/home"}]}""", JsonTestText.Plain with { EventAttributes = ["params[key=page].value"] });
        Assert.Equal("params[key=page].value", Assert.Single(log.Quality.FirstRejected).Column);
    }

    private static readonly EventMapping Mapping = JsonTestText.Plain with { Score = "score", ScoreKind = FeedbackKind.Nps, EventAttributes = ["value.id", "tags[0]", "params[key=p].v"] };

    [Theory]
    [InlineData("""{"event":"e","time":"2026-03-01"}""", "customer", "", "is empty")]
    [InlineData("""{"customer":null,"event":"e","time":"2026-03-01"}""", "customer", "", "is empty")]
    [InlineData("""{"customer":{"id":1},"event":"e","time":"2026-03-01"}""", "customer", """{"id":1}""", "is an object or a list")]
    [InlineData("""{"customer":["a"],"event":"e","time":"2026-03-01"}""", "customer", """["a"]""", "is an object or a list")]
    [InlineData("""{"customer":"c","event":"e","time":"1.3.2026"}""", "time", "1.3.2026", "is not an ISO 8601 time")]
    [InlineData("""{"customer":"c","event":"e","time":1767225600}""", "time", "1767225600", "is not an ISO 8601 time")]
    [InlineData("""{"customer":"c","event":"e","time":"2026-03-01","score":"good"}""", "score", "good", "is not a finite number")]
    [InlineData("""{"customer":"c","event":"e","time":"2026-03-01","score":true}""", "score", "true", "is not a finite number")]
    [InlineData("""{"customer":"c","event":"e","time":"2026-03-01","value":{"id":{}}}""", "value.id", "{}", "is an object or a list")]
    [InlineData("""{"customer":"c","customer":"d","event":"e","time":"2026-03-01"}""", "customer", "c", "stands twice")]
    [InlineData("""{"customer":"c","event":"e","time":"2026-03-01","\u0065vent":"f"}""", "event", "e", "stands twice")]
    [InlineData("""{"customer":"c","event":"e","time":"2026-03-01","value":{},"value":{"id":1}}""", "value.id", "", "stands twice")]
    [InlineData("""{"customer":"c","event":"e","time":"2026-03-01","params":[{"key":"p","v":1},{"key":"p","v":2}]}""", "params[key=p].v", "1", "stands twice")]
    [InlineData("""{"customer":"c","event":"e","time":"2026-03-01","params":[{"key":"p","v":1,"key":"q"}]}""", "params[key=p].v", "1", "stands twice")]
    [InlineData("""{"customer":"\ud83c","event":"e","time":"2026-03-01"}""", "customer", """\ud83c""", "holds an escape that stands for no character")]
    [InlineData("""["c","e","2026-03-01"]""", "row", """["c","e","2026-03-01"]""", "is not an object")]
    [InlineData("5", "row", "5", "is not an object")]
    [InlineData("null", "row", "null", "is not an object")]
    [InlineData("\"text\"", "row", "\"text\"", "is not an object")]
    [InlineData("""{"customer":"c","event":"e","time":"2026-03-01" """, "row", """{"customer":"c","event":"e","time":"2026-03-01" """, "is not one JSON object on one line")]
    [InlineData("""{"customer":"c","event":"e","time":"2026-03-01"}}""", "row", """{"customer":"c","event":"e","time":"2026-03-01"}}""", "is not one JSON object on one line")]
    [InlineData("""{"customer":"c","event":"e","time":"2026-03-01"},""", "row", """{"customer":"c","event":"e","time":"2026-03-01"},""", "is not one JSON object on one line")]
    [InlineData("""{"customer":"c","event":"e","time":"2026-03-01"} {}""", "row", """{"customer":"c","event":"e","time":"2026-03-01"} {}""", "is not one JSON object on one line")]
    [InlineData("customer,event,time", "row", "customer,event,time", "is not one JSON object on one line")]
    [InlineData("""{"customer":"c","event":"e","time":"2026-03-01","x":NaN}""", "row", """{"customer":"c","event":"e","time":"2026-03-01","x":NaN}""", "is not one JSON object on one line")]
    public async Task A_bad_line_is_rejected_with_line_column_value_and_reason_and_the_next_one_is_read(string bad, string column, string value, string reason)
    {
        string text = $"{JsonTestText.Line("good")}\n\n{bad}\n{JsonTestText.Line("good", ""","value":{"id":7},"unread":1,"unread":2""")}\n";
        JourneyLog log = await JsonTestText.ReadLinesAsync(text, Mapping);
        RejectedRow rejected = Assert.Single(log.Quality.FirstRejected);
        Assert.Equal((3L, column, value), (rejected.Line, rejected.Column, rejected.Value));
        Assert.StartsWith(reason, rejected.Reason, StringComparison.Ordinal);
        Assert.Equal((3L, 2L, 1L, 2L), (log.Quality.RowsRead, log.Quality.Accepted, log.Quality.Rejected, log.EventCount));
        Assert.Equal(["good"], log.CustomerIds);

        JourneyDataException strict = await Assert.ThrowsAsync<JourneyDataException>(() => JsonTestText.ReadLinesAsync(text, Mapping, new() { Strict = true }));
        Assert.Equal(rejected, strict.Row);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"time\":null")]
    [InlineData(",\"time\":\"\"")]
    public async Task A_time_that_is_not_there_is_called_empty_as_in_CSV_and_XES(string time)
    {
        RejectedRow row = Assert.Single((await JsonTestText.ReadLinesAsync($$"""{"customer":"c","event":"e"{{time}}}""")).Quality.FirstRejected);
        Assert.Equal(("time", "", "is empty"), (row.Column, row.Value, row.Reason));
        row = await CsvText.RejectedAsync("customer,event,time\nc,e,\n", CsvText.Plain);
        Assert.Equal(("time", "", "is empty"), (row.Column, row.Value, row.Reason));
        row = Assert.Single((await JsonTestText.ReadLinesAsync($$"""{"customer":"c","event":"e"{{time}}}""", JsonTestText.Plain with { TimeFormat = TimeFormat.UnixSeconds, Fallbacks = [ColumnFallback.For("time", "at")] })).Quality.FirstRejected);
        Assert.Equal("is empty, and so is what stands in for it: 'at'", row.Reason);
        row = Assert.Single((await XesText.ReadAsync(XesText.Trace("<event><string key=\"concept:name\" value=\"e\"/><date key=\"time:timestamp\" value=\"\"/></event>"))).Quality.FirstRejected);
        Assert.Equal(("time:timestamp", "", "is empty"), (row.Column, row.Value, row.Reason));
    }

    [Fact]
    public async Task Names_that_are_not_valid_UTF8_are_rejected()
    {
        byte[] line = Encoding.Latin1.GetBytes(JsonTestText.Line("Zoë") + "\n" + JsonTestText.Line("ok", ",\"unread\":\"ë\""));
        JourneyLog log = await JourneyLog.ReadJsonLinesAsync(new MemoryStream(line), JsonTestText.Plain);
        RejectedRow row = Assert.Single(log.Quality.FirstRejected);
        Assert.Equal((1L, "customer", "is not valid UTF-8, as JSON must be"), (row.Line, row.Column, row.Reason));
        Assert.Equal(["ok"], log.CustomerIds);
    }

    [Fact]
    public async Task Lines_nested_too_deeply_are_rejected_and_those_at_the_limit_are_read()
    {
        string deep = JsonTestText.Line("deep", $",\"x\":{new string('[', 63)}{new string(']', 63)}"), deeper = JsonTestText.Line("deeper", $",\"x\":{new string('[', 64)}{new string(']', 64)}");
        JourneyLog log = await JsonTestText.ReadLinesAsync($"{deep}\n{deeper}\n{new string('[', 1_000_000)}\n{JsonTestText.Line()}");
        Assert.Equal(["c", "deep"], log.CustomerIds);
        Assert.Equal(["row", "row"], log.Quality.FirstRejected.Select(row => row.Column));
        await Assert.ThrowsAsync<JourneyDataException>(() => JsonTestText.ReadAsync(new string('[', 1_000_000)));
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_rejected_and_the_next_one_is_read()
    {
        const int Limit = 16 * 1024 * 1024;
        string padding = new('x', Limit);
        string atLimit = JsonTestText.Line("fits", $",\"x\":\"{padding[..(Limit - JsonTestText.Line("fits", ",\"x\":\"\"").Length)]}\"");
        JourneyLog log = await JsonTestText.ReadLinesAsync($"{atLimit}\n{atLimit} \n{JsonTestText.Line("after")}\n{JsonTestText.Line("long", $",\"x\":\"{padding}{padding}{padding}\"")}");
        Assert.Equal(["after", "fits"], log.CustomerIds);
        Assert.Equal([2L, 4L], log.Quality.FirstRejected.Select(row => row.Line));
        Assert.All(log.Quality.FirstRejected, row => Assert.Equal("is longer than 16,777,216 bytes, the most that ReadLimits.RecordBytes allows", row.Reason));

        JourneyDataException document = await Assert.ThrowsAsync<JourneyDataException>(() => JsonTestText.ReadAsync($"[{JsonTestText.Line()},{JsonTestText.Line("long", $",\"x\":\"{padding}\"")}]"));
        Assert.Equal(2, document.Row.Line);
        Assert.Contains("is longer than 16,777,216 bytes", document.Row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_list_rows_are_rejected_by_their_place_and_text_that_is_not_JSON_ends_reading_with_line_and_byte()
    {
        JourneyLog log = await JsonTestText.ReadAsync($"[{JsonTestText.Line()},{JsonTestText.Line("")},7,null,[],{JsonTestText.Line()}]");
        Assert.Equal((6L, 4L, 2L), (log.Quality.RowsRead, log.Quality.Rejected, log.EventCount));
        Assert.Equal([(2L, "customer", ""), (3L, "row", "7"), (4L, "row", "null"), (5L, "row", "[]")], log.Quality.FirstRejected.Select(row => (row.Line, row.Column, row.Value)));

        JourneyDataException broken = await Assert.ThrowsAsync<JourneyDataException>(() => JsonTestText.ReadAsync($"[\n{JsonTestText.Line()},\n  oops]"));
        Assert.Equal(3, broken.Row.Line);
        Assert.Contains("is not valid JSON at byte 3 of the line", broken.Row.Reason, StringComparison.Ordinal);
        Assert.Contains("1 rows before it were read", broken.Row.Reason, StringComparison.Ordinal);
        foreach (string text in new[] { "", " \n", "[", "[{}", "[{},]", "{\"a\":1", "[]]", "]" })
            await Assert.ThrowsAsync<JourneyDataException>(() => JsonTestText.ReadAsync(text));
        Assert.Equal(0, (await JsonTestText.ReadAsync("[]")).Quality.RowsRead);
    }

    [Fact]
    public async Task All_faults_of_a_mapping_are_told_at_once()
    {
        EventMapping bad = JsonTestText.Plain with
        {
            Customer = "a..b",
            Event = "list[].name",
            Time = "^.^.^.t",
            Channel = "",
            Score = "s",
            Rows = "^.rows[].x",
            EventAttributes = ["a]"],
        };
        JourneyDefinitionException exception = await Assert.ThrowsAsync<JourneyDefinitionException>(() => JsonTestText.ReadLinesAsync("", bad));
        string[] expected =
        [
            "Channel names no column", "Score has no ScoreKind", "Rows '^.rows[].x' begins with '^'", "Rows '^.rows[].x' does not end with []", "Customer 'a..b' has no key there",
            "Event 'list[].name' has [], which means all items", "Time '^.^.^.t' goes up 3 lists, but the rows lie in 1", "EventAttributes 'a]' has ']' without '['",
        ];
        Assert.Equal(expected.Length, exception.Problems.Count);
        foreach (string problem in expected) Assert.Contains(exception.Problems, found => found.StartsWith(problem, StringComparison.Ordinal));

        exception = await Assert.ThrowsAsync<JourneyDefinitionException>(() => JsonTestText.ReadAsync("[]", JsonTestText.Plain with { Customer = "^.id" }));
        Assert.Contains("begins with '^', but Rows names no list", Assert.Single(exception.Problems), StringComparison.Ordinal);
        exception = await Assert.ThrowsAsync<JourneyDefinitionException>(() => JsonTestText.ReadAsync("[]", JsonTestText.Plain with { Rows = "" }));
        Assert.StartsWith("Rows is empty", Assert.Single(exception.Problems), StringComparison.Ordinal);
        exception = await Assert.ThrowsAsync<JourneyDefinitionException>(() => CsvText.ReadAsync("customer,event,time\n", CsvText.Plain with { Rows = "x[]" }));
        Assert.StartsWith("Rows 'x[]' names a list inside of JSON objects", Assert.Single(exception.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arguments_are_checked()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("path", () => JourneyLog.ReadJsonLinesAsync((string)null!, JsonTestText.Plain));
        await Assert.ThrowsAsync<ArgumentException>("path", () => JourneyLog.ReadJsonAsync("", JsonTestText.Plain));
        await Assert.ThrowsAsync<ArgumentNullException>("mapping", () => JourneyLog.ReadJsonLinesAsync("x", null!));
        await Assert.ThrowsAsync<ArgumentNullException>("stream", () => JourneyLog.ReadJsonAsync((Stream)null!, JsonTestText.Plain));
        MemoryStream closed = new();
        closed.Close();
        await Assert.ThrowsAsync<ArgumentException>("stream", () => JourneyLog.ReadJsonLinesAsync(closed, JsonTestText.Plain));
    }
}
