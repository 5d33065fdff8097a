using System.IO.Compression;
using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.IO;

public class JsonReadingTests
{
    private static readonly EventMapping Full = new()
    {
        Customer = "who.id",
        Event = "what",
        Time = "when[0]",
        TimeFormat = TimeFormat.UnixMilliseconds,
        StartedAt = "when[1]",
        RecordedAt = "received",
        Id = "id",
        Sequence = "no",
        Channel = "device",
        Score = "survey.score",
        ScoreKind = FeedbackKind.Nps,
        Question = "survey.question",
        About = "survey.about",
        Value = "money.amount",
        Currency = "money.currency",
        EventAttributes = [@"page\.path", "params[key=plan].value", "ok"],
        CustomerAttributes = ["who.segment"],
    };

    [Fact]
    public async Task Every_column_is_read_from_its_path()
    {
        JourneyLog log = await JsonTestText.ReadLinesAsync(
            """{"money":{"currency":"EUR","amount":-12.50},"id":7,"who":{"segment":"\u0041\n","id":"ann"},"what":"buy","when":[1767225600000,"1767225599000",{}],"received":1767225601000,"no":-3,"device":"mobile","survey":{"score":9,"question":"Q","about":"Pay"},"page.path":"/x","page":{"path":"no"},"params":[1,{"key":"a","value":"b"},{"value":42.0,"key":"plan"}],"ok":true}""",
            Full);
        JourneyLog expected = JourneyLog.From(
        [
            new JourneyEvent
            {
                Customer = "ann", Event = "buy", At = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), StartedAt = new(2025, 12, 31, 23, 59, 59, TimeSpan.Zero),
                RecordedAt = new(2026, 1, 1, 0, 0, 1, TimeSpan.Zero), Id = "7", Sequence = -3, Channel = "mobile", Feedback = new(FeedbackKind.Nps, 9, "Q", "Pay"), Value = -12.5m, Currency = "EUR",
                Attributes = new Dictionary<string, string> { [@"page\.path"] = "/x", ["params[key=plan].value"] = "42.0", ["ok"] = "true" },
                CustomerAttributes = new Dictionary<string, string> { ["who.segment"] = "A\n" },
            },
        ]);
        Assert.Equal(CsvText.Content(expected), CsvText.Content(log));
    }

    [Fact]
    public async Task Null_a_missing_key_and_a_missing_item_mean_nothing_there()
    {
        EventMapping mapping = JsonTestText.Plain with { EventAttributes = ["a", "list[1]", "list[key=x].v", "deep.er"] };
        JourneyLog log = await JsonTestText.ReadLinesAsync(
            $"{JsonTestText.Line(more: ""","a":null,"list":null,"deep":5""")}\n{JsonTestText.Line(more: ""","list":["one"],"deep":["er"]""")}\n{JsonTestText.Line(more: ""","a":"","list":[1,{"key":"x"}],"deep":{"er":null}""")}\n",
            mapping with { EventAttributes = ["a", "list[key=x].v", "deep.er"] });
        Assert.Equal((3L, 0L), (log.EventCount, log.Quality.Rejected));
        Assert.All(log.Columns.EventAttributes, attribute => Assert.DoesNotContain(attribute.Codes, code => code >= 0));
        Assert.Equal(["list[key=x].v"], log.Quality.AbsentColumns);
        Assert.Contains("no row has list[key=x].v", log.Quality.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_the_mapping_leaves_out_is_not_rejected_for_what_it_holds()
    {
        EventMapping mapping = JsonTestText.Plain with { Filters = [RowFilter.OneOf("type", "track")], EventAttributes = ["a"] };
        JourneyLog log = await JsonTestText.ReadLinesAsync(
            $"{JsonTestText.Line(more: ""","type":"page","a":{}""")}\n{JsonTestText.Line(more: ""","type":"track","a":{}""")}\n{JsonTestText.Line(more: ""","type":"track","a":1""")}\n{JsonTestText.Line()}", mapping);
        Assert.Equal((4L, 2L, 1L, 1L), (log.Quality.RowsRead, log.Quality.Skipped, log.Quality.Rejected, log.EventCount));
        Assert.Equal((2L, "a"), (log.Quality.FirstRejected[0].Line, log.Quality.FirstRejected[0].Column));
    }

    [Fact]
    public async Task A_column_is_absent_only_if_nothing_stands_in_for_it_and_it_may_not_be_missing()
    {
        EventMapping mapping = JsonTestText.Plain with
        {
            EventAttributes = ["a", "b", "c", "d"],
            Fallbacks = [ColumnFallback.For("a", "other", "third"), ColumnFallback.For("b", "fourth")],
            OptionalColumns = ["c"],
        };
        JourneyLog log = await JsonTestText.ReadLinesAsync(JsonTestText.Line(more: ""","third":1"""), mapping);
        Assert.Equal(["b", "d"], log.Quality.AbsentColumns);
        Assert.Equal(["1"], JsonTestText.Attribute(log));
    }

    [Fact]
    public async Task Blank_lines_are_counted_and_are_no_rows()
    {
        JourneyLog log = await JsonTestText.ReadLinesAsync($"\n{JsonTestText.Line()}\r\n \t\r\n\n{JsonTestText.Line()}\n\n");
        Assert.Equal((2L, 2L, 0L, 4L), (log.Quality.RowsRead, log.EventCount, log.Quality.Rejected, log.Quality.BlankLines));
        Assert.Contains("4 blank lines", log.Quality.ToText(), StringComparison.Ordinal);
        Assert.Equal(0, (await JsonTestText.ReadLinesAsync(JsonTestText.Line())).Quality.BlankLines);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\uFEFF")]
    public async Task A_text_without_lines_gives_a_log_without_events(string text)
    {
        JourneyLog log = await JsonTestText.ReadLinesAsync(text);
        Assert.Equal((0L, 0L), (log.Quality.RowsRead, log.EventCount));
        Assert.Empty(log.Quality.AbsentColumns);
    }

    [Fact]
    public async Task Lines_a_list_and_objects_one_after_the_other_give_one_log()
    {
        string[] rows = [.. Enumerable.Range(0, 50).Select(row => JsonTestText.Line($"c{row % 7}"))];
        string lines = CsvText.Content(await JsonTestText.ReadLinesAsync(string.Join('\n', rows)));
        Assert.Equal(lines, CsvText.Content(await JsonTestText.ReadAsync($"[{string.Join(",\r\n ", rows)}]\n")));
        Assert.Equal(lines, CsvText.Content(await JsonTestText.ReadAsync(string.Join('\n', rows))));
        Assert.Equal(lines, CsvText.Content(await JsonTestText.ReadAsync(string.Concat(rows.Select(row => row.Replace(",", ",\n  ", StringComparison.Ordinal))))));
        Assert.Equal(lines, CsvText.Content(await JsonTestText.ReadAsync($"\uFEFF[{string.Join(',', rows)}]")));
        Assert.Equal(lines, CsvText.Content(await JsonTestText.ReadAsync($"[{string.Join(',', rows)}]", JsonTestText.Plain with { Rows = "[]" })));
        Assert.Equal(lines, CsvText.Content(await JsonTestText.ReadAsync($$"""{"a":[[{}]],"data":[{{string.Join(',', rows)}}],"z":{"data":1} }""", JsonTestText.Plain with { Rows = "data[]" })));
    }

    [Fact]
    public async Task Compressed_text_with_a_byte_order_mark_is_read_in_any_pieces()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("\uFEFF" + string.Concat(Enumerable.Range(0, 3000).Select(row => $"{JsonTestText.Line($"c{row % 97}", $",\"n\":{row}")}\n")));
        string plain = CsvText.Content(await JourneyLog.ReadJsonLinesAsync(new MemoryStream(bytes), JsonTestText.Plain));
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Fastest)) gzip.Write(bytes);
        Assert.Equal(plain, CsvText.Content(await JourneyLog.ReadJsonLinesAsync(new MemoryStream(compressed.ToArray()), JsonTestText.Plain)));
        foreach (int size in new[] { 1, 2, 100_000 })
        {
            Assert.Equal(plain, CsvText.Content(await JourneyLog.ReadJsonLinesAsync(new ChunkedStream(bytes, size), JsonTestText.Plain)));
            Assert.Equal(plain, CsvText.Content(await JourneyLog.ReadJsonAsync(new ChunkedStream(compressed.ToArray(), size), JsonTestText.Plain)));
        }

        await Assert.ThrowsAsync<InvalidDataException>(() => JourneyLog.ReadJsonLinesAsync(new MemoryStream(compressed.ToArray()[..^3]), JsonTestText.Plain));
    }

    [Fact]
    public async Task A_file_is_read_by_its_path()
    {
        string path = Path.Combine(Path.GetTempPath(), $"journey-{Guid.NewGuid():N}.jsonl");
        await File.WriteAllTextAsync(path, $"{JsonTestText.Line()}\n");
        try
        {
            Assert.Equal(1, (await JourneyLog.ReadJsonLinesAsync(path, JsonTestText.Plain)).EventCount);
            Assert.Equal(1, (await JourneyLog.ReadJsonAsync(path, JsonTestText.Plain)).EventCount);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task The_stream_stays_open_progress_is_told_and_a_canceled_token_ends_reading()
    {
        List<long> told = [];
        MemoryStream stream = new(Encoding.UTF8.GetBytes($"{JsonTestText.Line()}\n{JsonTestText.Line()}\n"));
        await JourneyLog.ReadJsonLinesAsync(stream, JsonTestText.Plain, new() { Progress = new Told(told) });
        Assert.Equal([2L], told);
        Assert.True(stream.CanRead);
        stream.Position = 0;
        await JourneyLog.ReadJsonAsync(stream, JsonTestText.Plain, new() { Progress = new Told(told) });
        Assert.Equal([2L, 2L], told);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => JourneyLog.ReadJsonLinesAsync(new MemoryStream([.. "{}"u8]), JsonTestText.Plain, cancellationToken: new(canceled: true)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => JourneyLog.ReadJsonAsync(new MemoryStream([.. "{}"u8]), JsonTestText.Plain, cancellationToken: new(canceled: true)));
    }

    private sealed class Told(List<long> told) : IProgress<long>
    {
        public void Report(long value) => told.Add(value);
    }
}
