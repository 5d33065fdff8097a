using System.Globalization;
using System.Text;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.IO;

/// <summary>Every limit of reading does something in every source of text that is not CSV: one less refuses what one more takes. And these sources open as CSV does.</summary>
public sealed class SourceLimitsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cj");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_text_of_a_database_may_be_as_long_as_the_limit()
    {
        string emoji = string.Concat(Enumerable.Repeat("😀", 1_000_000));
        await using FakeReader reader = new(
            ["customer", "event", "time"],
            ["fits", "e", new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc)],
            ["äääääääääää", "e", new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc)],
            [$"x{emoji}", "e", new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc)],
            ["fits too", "e", new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc)]);
        JourneyLog log = await JourneyLog.ReadDatabaseAsync(reader, JsonTestText.Plain, With(new() { FieldBytes = 20 }));
        Assert.Equal(["fits", "fits too"], log.CustomerIds);
        Assert.Equal([(2L, "customer", "äääääääääää"), (3L, "customer", log.Quality.FirstRejected[1].Value)], log.Quality.FirstRejected.Select(row => (row.Line, row.Column, row.Value)));
        Assert.All(log.Quality.FirstRejected, row => Assert.Equal("is longer than 20 bytes, the most that ReadLimits.FieldBytes allows", row.Reason));
        Assert.StartsWith("x😀😀", log.Quality.FirstRejected[1].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(300_000)]
    public async Task A_line_of_JSON_may_be_as_long_as_the_limit(int limit)
    {
        string line = Padded("fits", limit);
        ReadOptions exact = With(new() { RecordBytes = limit });
        foreach (int size in new[] { 7, 4001, int.MaxValue })
        {
            JourneyLog log = await LinesAsync($"{line}\n{line} \n{JsonTestText.Line("after")}", exact, size);
            Assert.Equal(["after", "fits"], log.CustomerIds);
            Assert.Equal((2L, "row", FormattableString.Invariant($"is longer than {limit:N0} bytes, the most that ReadLimits.RecordBytes allows")), Told(log));
        }

        Assert.Equal(0, (await LinesAsync($"{line} ", With(new() { RecordBytes = limit + 1 }), 4001)).Quality.Rejected);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(300_000)]
    public async Task An_object_in_a_document_may_be_as_long_as_the_limit_whatever_white_space_stands_around_it(int limit)
    {
        string space = new(' ', 2 * limit);
        string Document(int length) => $"[{space}{JsonTestText.Line()}{space},{space}{Padded("fits", length)}{space}]{space}";
        foreach (int size in new[] { 7, 4001, int.MaxValue })
        {
            Assert.Equal(2, (await DocumentAsync(Document(limit), With(new() { RecordBytes = limit }), size)).EventCount);
            JourneyDataException exception = await Assert.ThrowsAsync<JourneyDataException>(() => DocumentAsync(Document(limit + 1), With(new() { RecordBytes = limit }), size));
            Assert.Equal(2, exception.Row.Line);
            Assert.StartsWith(FormattableString.Invariant($"is longer than {limit:N0} bytes, the most that ReadLimits.RecordBytes allows"), exception.Row.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task JSON_may_be_nested_as_deeply_as_the_limit()
    {
        foreach (int depth in new[] { 3, 64, 500 })
        {
            string Nested(int deep) => JsonTestText.Line("deep", $",\"x\":{new string('[', deep - 1)}{new string(']', deep - 1)}");
            ReadOptions options = With(new() { JsonDepth = depth });
            Assert.Equal(0, (await LinesAsync(Nested(depth), options)).Quality.Rejected);
            JourneyLog log = await LinesAsync(Nested(depth + 1), options);
            Assert.Contains(FormattableString.Invariant($"deeper than {depth} levels (ReadLimits.JsonDepth)"), Told(log).Reason, StringComparison.Ordinal);

            EventMapping rows = JsonTestText.Plain with { Rows = "a[].rows[]" };
            string Inside(int deep) => $$"""{"a":[{"rows":[{{Nested(deep - 4)}}]}]}""";
            if (depth < 10) continue;
            Assert.Equal(1, (await JsonTestText.ReadAsync(Inside(depth), rows, options)).EventCount);
            JourneyDataException exception = await Assert.ThrowsAsync<JourneyDataException>(() => JsonTestText.ReadAsync(Inside(depth + 1), rows, options));
            Assert.Contains("ReadLimits.JsonDepth", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_row_with_a_value_that_is_too_long_is_rejected_if_the_value_is_read()
    {
        const string Ten = "ten bytés", Eleven = "eleven byte";
        const string Reason = "is longer than 10 bytes, the most that ReadLimits.FieldBytes allows";
        EventMapping mapping = JsonTestText.Plain with { Time = "t" };
        ReadOptions options = With(new() { FieldBytes = 10 });
        string Row(string customer, string note) => $$"""{"customer":"{{customer}}","event":"e","t":"2026-03-01","note":"{{note}}"}""";
        string[] rows = [Row(Ten, Eleven), Row(Eleven, ""), Row("\\u0065leven byte", "")];
        foreach (JourneyLog log in new[] { await JsonTestText.ReadLinesAsync(string.Join('\n', rows), mapping, options), await JsonTestText.ReadAsync($"[{string.Join(',', rows)}]", mapping, options) })
        {
            Assert.Equal([Ten], log.CustomerIds);
            Assert.Equal([(2L, "customer", Reason), (3L, "customer", Reason)], log.Quality.FirstRejected.Select(row => (row.Line, row.Column, row.Reason)));
        }

        options = With(new() { FieldBytes = 20 });
        string events = XesText.Event("e", "09:00", null, $"note={new string('x', 20)}") + XesText.Event("e", "09:00", null, $"note={new string('x', 21)}") + XesText.Event(new string('n', 21), "09:00");
        JourneyLog xes = await XesText.ReadAsync(XesText.Trace(events), options: options);
        Assert.Equal((1L, 2L), (xes.EventCount, xes.Quality.Rejected));
        Assert.Equal(["note", "concept:name"], xes.Quality.FirstRejected.Select(row => row.Column));
        Assert.All(xes.Quality.FirstRejected, row => Assert.Equal("is longer than 20 bytes, the most that ReadLimits.FieldBytes allows", row.Reason));
        Assert.Equal(2, (await XesText.ReadAsync(XesText.Trace(events), new() { EventAttributes = [] }, options)).EventCount);
        Assert.Equal(3, (await XesText.ReadAsync(XesText.Trace(events), options: With(new() { FieldBytes = 21 }))).EventCount);
    }

    [Fact]
    public async Task An_event_of_XES_may_be_as_long_as_the_limit()
    {
        string Document(int length) => XesText.Trace(XesText.Event("e", "09:00", null, [.. Enumerable.Range(0, 10).Select(index => $"k{index}={new string('x', length)}")]));
        ReadLimits limits = new() { RecordBytes = (10 * 102) + "concept:name".Length + 1 + "time:timestamp".Length + "2026-03-01T09:00:00Z".Length };
        Assert.Equal(1, (await XesText.ReadAsync(Document(100), options: With(limits))).EventCount);
        foreach ((int length, ReadLimits tight) in new[] { (101, limits), (100, limits with { RecordBytes = limits.RecordBytes - 1 }) })
        {
            JourneyDataException exception = await Assert.ThrowsAsync<JourneyDataException>(() => XesText.ReadAsync(Document(length), options: With(tight)));
            Assert.Contains("the most that ReadLimits.RecordBytes allows", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_so_many_different_names_are_kept()
    {
        string json = string.Join('\n', Enumerable.Range(0, 30).Select(row => JsonTestText.Line($"c{row % 20}")));
        string xes = XesText.Log(string.Concat(Enumerable.Range(0, 30).Select(row => $"<trace><string key=\"concept:name\" value=\"c{row % 20}\"/>{XesText.Event("e", "09:00")}</trace>")));
        foreach (Func<ReadOptions, Task<JourneyLog>> read in new Func<ReadOptions, Task<JourneyLog>>[]
        {
            options => JsonTestText.ReadLinesAsync(json, options: options), options => JsonTestText.ReadAsync(json, options: options), options => XesText.ReadAsync(xes, options: options),
        })
        {
            Assert.Equal(20, (await read(With(new() { DistinctNames = 20 }))).CustomerCount);
            JourneyDataException exception = await Assert.ThrowsAsync<JourneyDataException>(() => read(With(new() { DistinctNames = 19 })));
            Assert.Equal("Customer: has more than 19 different values, the most that ReadLimits.DistinctNames allows; check that the mapping names the right column", exception.Message);
        }
    }

    [Fact]
    public async Task Values_of_rejected_rows_are_cut()
    {
        ReadOptions options = With(new() { RejectedValueLength = 3 });
        Assert.Equal("sec…", (await LinesAsync("secret", options)).Quality.FirstRejected.Single().Value);
        Assert.Equal("\"se…", (await JsonTestText.ReadAsync("[\"secret\"]", options: options)).Quality.FirstRejected.Single().Value);
        Assert.Equal("sec…", (await XesText.ReadAsync(XesText.Trace("<event><string key='concept:name' value='e'/><date key='time:timestamp' value='secret'/></event>"), options: options)).Quality.FirstRejected.Single().Value);
    }

    [Theory]
    [InlineData(".gz")]
    [InlineData(".br")]
    [InlineData(".zip")]
    public async Task Compressed_sources_are_read_and_may_not_unfold_without_end(string ending)
    {
        foreach ((string name, byte[] text, Func<string, ReadOptions?, Task<JourneyLog>> read) in Sources())
        {
            JourneyLog plain = await read(Write(name, text), null);
            string path = Write(name + ending, ending switch { ".gz" => TextCompressor.Gzip(text), ".br" => TextCompressor.Brotli(text), _ => TextCompressor.Zip((name, text)) });
            LogColumnsComparer.Same(plain, await read(path, With(new() { DecompressedBytes = text.Length, DecompressionRatio = 1 })));
            InvalidDataException exception = await Assert.ThrowsAsync<InvalidDataException>(() => read(path, With(new() { DecompressedBytes = text.Length - 1 })));
            Assert.Contains("ReadLimits.DecompressedBytes", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Long_text_from_very_little_data_is_refused()
    {
        byte[] space = Encoding.UTF8.GetBytes(new string(' ', 70_000_000) + "[]");
        byte[] element = Encoding.UTF8.GetBytes("<log>" + string.Concat(Enumerable.Repeat($"<string key='k' value='{new string('x', 1_000_000)}'/>", 70)) + "</log>");
        ReadOptions options = With(new() { DecompressionRatio = 10 });
        foreach (InvalidDataException exception in new[]
        {
            await Assert.ThrowsAsync<InvalidDataException>(() => JourneyLog.ReadJsonLinesAsync(new MemoryStream(TextCompressor.Gzip(space)), JsonTestText.Plain, options)),
            await Assert.ThrowsAsync<InvalidDataException>(() => JourneyLog.ReadXesAsync(new MemoryStream(TextCompressor.Gzip(element)), options: options)),
        })
            Assert.Contains("ReadLimits.DecompressionRatio", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_is_read_in_the_encoding_of_its_mark_and_XES_in_the_one_it_names()
    {
        string text = $"[{JsonTestText.Line("世界 é")}]";
        foreach (Encoding encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
            Assert.Equal(["世界 é"], (await JourneyLog.ReadJsonAsync(new ChunkedStream(bytes, 3, 1), JsonTestText.Plain)).CustomerIds);
            Assert.Equal(["世界 é"], (await JourneyLog.ReadJsonLinesAsync(new ChunkedStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text[1..^1])], 5), JsonTestText.Plain)).CustomerIds);
        }

        string xes = XesText.Trace(XesText.Event("é", "09:00"));
        foreach (Encoding encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1 })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"{encoding.WebName}\"?>{xes}")];
            foreach (byte[] document in new[] { bytes, TextCompressor.Gzip(bytes) })
                Assert.Equal(["é"], (await JourneyLog.ReadXesAsync(new ChunkedStream(document, 3, 1))).Schema.Events);
        }
    }

    private static ReadOptions With(ReadLimits limits) => new() { Limits = limits };

    private static (long Line, string Column, string Reason) Told(JourneyLog log) =>
        log.Quality.FirstRejected.Select(row => (row.Line, row.Column, row.Reason)).Single();

    /// <summary>A line of a given length.</summary>
    private static string Padded(string customer, int length) =>
        JsonTestText.Line(customer, string.Create(CultureInfo.InvariantCulture, $",\"x\":\"{new string('x', length - JsonTestText.Line(customer, ",\"x\":\"\"").Length)}\""));

    private static Task<JourneyLog> LinesAsync(string text, ReadOptions options, int size = int.MaxValue) =>
        JourneyLog.ReadJsonLinesAsync(new ChunkedStream(Encoding.UTF8.GetBytes(text), size), JsonTestText.Plain, options);

    private static Task<JourneyLog> DocumentAsync(string text, ReadOptions options, int size) =>
        JourneyLog.ReadJsonAsync(new ChunkedStream(Encoding.UTF8.GetBytes(text), size), JsonTestText.Plain, options);

    private static IEnumerable<(string Name, byte[] Text, Func<string, ReadOptions?, Task<JourneyLog>> Read)> Sources()
    {
        string[] lines = [.. Enumerable.Range(0, 200).Select(row => JsonTestText.Line($"c{row % 7}"))];
        yield return ("lines.jsonl", Encoding.UTF8.GetBytes(string.Join('\n', lines)), (path, options) => JourneyLog.ReadJsonLinesAsync(path, JsonTestText.Plain, options));
        yield return ("list.json", Encoding.UTF8.GetBytes($"[{string.Join(',', lines)}]"), (path, options) => JourneyLog.ReadJsonAsync(path, JsonTestText.Plain, options));
        yield return ("log.xes", Encoding.UTF8.GetBytes(XesText.Trace(string.Concat(Enumerable.Repeat(XesText.Event("e", "09:00"), 100)))), (path, options) => JourneyLog.ReadXesAsync(path, options: options));
    }

    private string Write(string name, byte[] bytes)
    {
        string path = Path.Join(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
