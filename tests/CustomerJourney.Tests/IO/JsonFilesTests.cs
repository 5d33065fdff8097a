using System.Text;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.IO;

public sealed class JsonFilesTests : IDisposable
{
    private static readonly EventMapping Noted = JsonTestText.Plain with { EventAttributes = ["note"] };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cj");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Files_are_one_log_however_the_lines_are_shared_out() =>
        Prop.ForAll(Gen.Choose(0, 1_000).ArrayOf(30).ToArbitrary(), Gen.Choose(0, 30).ArrayOf(3).ToArbitrary(), (numbers, cuts) => Task.Run(async () =>
        {
            string[] rows = [.. numbers.Select(number => number % 17 == 0 ? Row($"c{number % 4}", "e", "never") : Row($"c{number % 4}", $"e{number % 7}", $"2026-03-0{1 + (number % 3)}", $"n{number % 5}"))];
            int[] ends = [.. cuts.Order(), rows.Length];
            string[][] parts = [.. ends.Select((end, part) => rows[(part == 0 ? 0 : ends[part - 1])..end])];
            ReadOptions options = new() { Duplicates = DuplicateEvents.Drop };
            JourneyLog one = await JsonTestText.ReadLinesAsync(string.Join('\n', rows), Noted, options);

            string[] lines = [.. parts.Select((part, index) => Write($"{index}.jsonl", string.Join('\n', part)))];
            JourneyLog several = await JourneyLog.ReadJsonLinesAsync(lines, Noted, options);
            LogColumnsComparer.Same(one, several);
            Assert.Equal(Places(one), Places(several));

            string[] lists = [.. parts.Select((part, index) => Write($"{index}.json", $"[{string.Join(',', part)}]"))];
            JourneyLog documents = await JourneyLog.ReadJsonAsync(lists, Noted, options);
            LogColumnsComparer.Same(one, documents);
            Assert.Equal(one.Quality.RowsRead, documents.Quality.RowsRead);
        }).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Files_may_be_compressed_and_encoded_each_in_its_own_way_and_their_order_decides_ties()
    {
        string[] paths =
        [
            Write("b.jsonl", Row("c", "b", "2026-03-01")),
            Write("a.jsonl.gz", TextCompressor.Gzip(Encoding.UTF8.GetBytes(Row("c", "a", "2026-03-01")))),
            Write("z.jsonl.br", TextCompressor.Brotli(Encoding.UTF8.GetBytes(Row("c", "z", "2026-03-01")))),
            Write("u.jsonl", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Row("c", "u", "2026-03-01"))]),
            Write("empty.jsonl", ""),
        ];
        Assert.Equal(["b", "a", "z", "u"], Events(await JourneyLog.ReadJsonLinesAsync(paths, JsonTestText.Plain)));
        Assert.Equal(["u", "z", "a", "b"], Events(await JourneyLog.ReadJsonLinesAsync(paths.Reverse(), JsonTestText.Plain)));
        Assert.Equal(["b", "a", "z", "u"], Events(await JourneyLog.ReadJsonAsync(paths[..^1], JsonTestText.Plain)));
    }

    [Fact]
    public async Task Files_of_a_pattern_come_in_the_order_of_their_paths()
    {
        Write("2026-10.jsonl", Row("c", "third", "2026-03-01"));
        Write("2026-09.jsonl", Row("c", "second", "2026-03-01"));
        Write("2025-12.jsonl", Row("c", "first", "2026-03-01"));
        Write("notes.txt", "no JSON");
        string pattern = Path.Join(_folder.FullName, "20??-*.jsonl");
        Assert.Equal(["first", "second", "third"], Events(await JourneyLog.ReadJsonLinesAsync(pattern, JsonTestText.Plain)));
        Assert.Equal(["first", "second", "third"], Events(await JourneyLog.ReadJsonAsync(pattern, JsonTestText.Plain)));
    }

    [Fact]
    public async Task Rejected_rows_and_duplicates_name_their_file_and_place()
    {
        string a = Write("a.jsonl", $"{Row("c", "e", "2026-03-01")}\n{Row("", "e", "2026-03-01")}\n");
        string b = Write("b.jsonl", $"\n{Row("c", "e", "2026-03-01")}\n{Row("c", "e", "never")}\nnot json\n");
        JourneyLog log = await JourneyLog.ReadJsonLinesAsync([a, b], JsonTestText.Plain, new() { Duplicates = DuplicateEvents.Reject });
        Assert.Equal(
            [(a, 2L, "customer"), (b, 3L, "time"), (b, 4L, "row"), (b, 2L, "event")],
            log.Quality.FirstRejected.Select(row => (row.Source!, row.Line, row.Column)));
        Assert.Equal((5L, 1L, 4L, 1L), (log.Quality.RowsRead, log.Quality.Accepted, log.Quality.Rejected, log.Quality.BlankLines));

        string first = Write("first.json", $"[{Row("c", "e", "2026-03-01")},{Row("c", "f", "2026-03-01")}]"), second = Write("second.json", $"[{Row("c", "e", "2026-03-02")},{Row("c", "e", "never")}]");
        log = await JourneyLog.ReadJsonAsync([first, second], JsonTestText.Plain);
        Assert.Equal((second, 2L, "time"), Assert.Single(log.Quality.FirstRejected.Select(row => (row.Source!, row.Line, row.Column))));
        JourneyDataException strict = await Assert.ThrowsAsync<JourneyDataException>(() => JourneyLog.ReadJsonAsync([first, second], JsonTestText.Plain, new() { Strict = true }));
        Assert.Equal((second, 2L), (strict.Row.Source, strict.Row.Line));
    }

    [Fact]
    public async Task A_column_is_absent_if_no_file_has_it()
    {
        string with = Write("with.jsonl", Row("c", "e", "2026-03-01", "n")), without = Write("without.jsonl", Row("c", "e", "2026-03-01")), empty = Write("empty.jsonl", "");
        foreach (string[] paths in new[] { [with, without, empty], [empty, without, with], new[] { without, with } })
            Assert.Empty((await JourneyLog.ReadJsonLinesAsync(paths, Noted)).Quality.AbsentColumns);
        Assert.Equal(["note"], (await JourneyLog.ReadJsonLinesAsync([empty, without], Noted)).Quality.AbsentColumns);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named()
    {
        string good = Write("good.json", $"[{Row("c", "e", "2026-03-01")}]");
        string empty = Write("empty.json", " "), broken = Write("broken.json", "[{]"), deep = Write("deep.json", new string('[', 100)), cut = Write("cut.json.gz", TextCompressor.Gzip("[]"u8)[..^3]);
        foreach (string bad in new[] { empty, broken, deep })
        {
            JourneyDataException data = await Assert.ThrowsAsync<JourneyDataException>(() => JourneyLog.ReadJsonAsync([good, bad], JsonTestText.Plain));
            Assert.Equal((bad, 1L), (data.Row.Source, data.Row.Line));
        }

        InvalidDataException damaged = await Assert.ThrowsAsync<InvalidDataException>(() => JourneyLog.ReadJsonAsync([good, cut], JsonTestText.Plain));
        Assert.StartsWith(cut, damaged.Message, StringComparison.Ordinal);

        ReadOptions small = new() { Limits = new() { RecordBytes = 300 } };
        string large = Write("large.json", $"[{Row("c", "e", "2026-03-01", new string('x', 300))}]");
        JourneyDataException tooLong = await Assert.ThrowsAsync<JourneyDataException>(() => JourneyLog.ReadJsonAsync([good, large], Noted, small));
        Assert.Equal((large, 1L), (tooLong.Row.Source, tooLong.Row.Line));
        RejectedRow line = Assert.Single((await JourneyLog.ReadJsonLinesAsync([Write("good.jsonl", Row("c", "e", "2026-03-01")), large], Noted, small)).Quality.FirstRejected);
        Assert.Equal((large, 1L, "row"), (line.Source, line.Line, line.Column));

        string names = Write("names.jsonl", string.Join('\n', Enumerable.Range(0, 256).Select(index => $$"""{"customer":"c","event":"e","time":"2026-03-01","channel":"k{{index}}"}""")));
        JourneyDataException tooMany = await Assert.ThrowsAsync<JourneyDataException>(() => JourneyLog.ReadJsonLinesAsync([good, names], JsonTestText.Plain with { Channel = "channel" }));
        Assert.Equal((names, 256L), (tooMany.Row.Source, tooMany.Row.Line));
    }

    [Fact]
    public async Task There_must_be_files_and_each_once()
    {
        string a = Write("a.jsonl", Row("c", "e", "2026-03-01"));
        await Assert.ThrowsAsync<ArgumentNullException>("paths", () => JourneyLog.ReadJsonLinesAsync((IEnumerable<string>)null!, JsonTestText.Plain));
        await Assert.ThrowsAsync<ArgumentNullException>("paths", () => JourneyLog.ReadJsonAsync((IEnumerable<string>)null!, JsonTestText.Plain));
        await Assert.ThrowsAsync<ArgumentNullException>("mapping", () => JourneyLog.ReadJsonLinesAsync([a], null!));
        await Assert.ThrowsAsync<ArgumentNullException>("mapping", () => JourneyLog.ReadJsonAsync([a], null!));
        await Assert.ThrowsAsync<ArgumentException>("paths", () => JourneyLog.ReadJsonLinesAsync(Array.Empty<string>(), JsonTestText.Plain));
        await Assert.ThrowsAsync<ArgumentException>("paths", () => JourneyLog.ReadJsonAsync([a, Path.Join(_folder.FullName, "*")], JsonTestText.Plain));
        await Assert.ThrowsAsync<FileNotFoundException>(() => JourneyLog.ReadJsonAsync(Path.Join(_folder.FullName, "*.none"), JsonTestText.Plain));
        await Assert.ThrowsAsync<JourneyDefinitionException>(() => JourneyLog.ReadJsonLinesAsync([a], JsonTestText.Plain with { ScoreKind = FeedbackKind.Nps }));
    }

    [Fact]
    public async Task Progress_counts_the_rows_of_all_files_and_reading_can_be_canceled()
    {
        string many = Write("many.jsonl", string.Join('\n', Enumerable.Repeat(Row("c", "e", "2026-03-01"), 40_000)));
        string more = Write("more.jsonl", string.Join('\n', Enumerable.Repeat(Row("c", "e", "2026-03-01"), 40_000)));
        using CancellationTokenSource stop = new();
        Reports reports = new(() => { });
        Assert.Equal(80_000, (await JourneyLog.ReadJsonLinesAsync([many, more], JsonTestText.Plain, new() { Progress = reports })).EventCount);
        Assert.Equal([65_536, 80_000], reports.All);
        string[] third = [many, more, Write("third.jsonl", string.Join('\n', Enumerable.Repeat(Row("c", "e", "2026-03-01"), 60_000)))];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => JourneyLog.ReadJsonLinesAsync(third, JsonTestText.Plain, new() { Progress = new Reports(stop.Cancel) }, stop.Token));
    }

    private static string Row(string customer, string name, string time, string? note = null) =>
        $$"""{"customer":"{{customer}}","event":"{{name}}","time":"{{time}}"{{(note is null ? "" : $",\"note\":\"{note}\"")}}}""";

    private static IEnumerable<string> Events(JourneyLog log) => log.Columns.Events.Select(code => log.Schema.Events[code]);

    private static (long, long, long, string) Places(JourneyLog log) =>
        (log.Quality.RowsRead, log.Quality.Rejected, log.Quality.Duplicates, string.Join(';', log.Quality.FirstRejected.Select(row => $"{row.Column} {row.Reason}")));

    private string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    private string Write(string name, byte[] bytes)
    {
        string path = Path.Join(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private sealed class Reports(Action first) : IProgress<long>
    {
        public List<long> All { get; } = [];

        public void Report(long value)
        {
            if (All.Count == 0) first();
            All.Add(value);
        }
    }
}
