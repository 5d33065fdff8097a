using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.IO;

public sealed class CsvFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cj");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Files_are_one_log_whatever_the_order_of_their_columns_and_their_compression()
    {
        string[] paths =
        [
            Write("b.csv", "customer,event,time\nc1,b1,2026-03-01\nc2,b2,2026-03-02\n"),
            Write("a.csv.gz", TextCompressor.Gzip("time,note,customer,event\n2026-03-01,x,c1,a1\n2026-02-01,x,c3,a2\n"u8)),
            Write("z.csv.br", TextCompressor.Brotli("event,customer,time\nz1,c1,2026-03-01"u8)),
            Write("c.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("customer,event,time\nc1,c1,2026-03-01\n")]),
            Write("empty.csv", "event,customer,time\n"),
        ];
        JourneyLog log = await JourneyLog.ReadCsvAsync(paths, CsvText.Plain);
        JourneyLog one = await CsvText.ReadAsync("customer,event,time\nc1,b1,2026-03-01\nc2,b2,2026-03-02\nc1,a1,2026-03-01\nc3,a2,2026-02-01\nc1,z1,2026-03-01\nc1,c1,2026-03-01\n");
        Assert.Equal(CsvText.Content(one), CsvText.Content(log));
        Assert.Equal(["b1", "a1", "z1", "c1"], log.Columns.Events[..4].Select(code => log.Schema.Events[code]));

        JourneyLog other = await JourneyLog.ReadCsvAsync(paths.Reverse(), CsvText.Plain);
        Assert.Equal(["c1", "z1", "a1", "b1"], other.Columns.Events[..4].Select(code => other.Schema.Events[code]));
    }

    [Fact]
    public async Task Files_of_a_pattern_come_in_the_order_of_their_paths()
    {
        Write("2026-10.csv", "customer,event,time\nc,third,2026-03-01\n");
        Write("2026-09.csv", "customer,event,time\nc,second,2026-03-01\n");
        Write("2025-12.csv", "customer,event,time\nc,first,2026-03-01\n");
        Write("notes.txt", "no table");
        string pattern = Path.Join(_folder.FullName, "20??-*.csv");
        JourneyLog log = await JourneyLog.ReadCsvAsync(pattern, CsvText.Plain);
        Assert.Equal(["first", "second", "third"], log.Columns.Events.Select(code => log.Schema.Events[code]));
        Assert.Equal(CsvText.Content(log), CsvText.Content(await JourneyLog.ReadCsvAsync([pattern], CsvText.Plain)));
    }

    [Fact]
    public async Task Rejected_rows_and_duplicates_name_their_file_and_line()
    {
        string a = Write("a.csv", "customer,event,time\nc,e,2026-03-01\n,e,2026-03-01\n");
        string none = Write("none.csv", "customer,event,time\n");
        string b = Write("b.csv", "event,time,customer\n\ne,2026-03-01,c\ne,never,c\n");
        JourneyLog log = await JourneyLog.ReadCsvAsync([a, none, b], CsvText.Plain, options: new() { Duplicates = DuplicateEvents.Reject });
        Assert.Equal(
            [(a, 3L, "customer"), (b, 4L, "time"), (b, 3L, "event")],
            log.Quality.FirstRejected.Select(row => (row.Source!, row.Line, row.Column)));
        Assert.Equal((4L, 1L, 3L), (log.Quality.RowsRead, log.Quality.Accepted, log.Quality.Rejected));
        Assert.StartsWith($"{a}, line 3, customer '': is empty", log.Quality.FirstRejected[0].ToString(), StringComparison.Ordinal);

        JourneyDataException strict = await Assert.ThrowsAsync<JourneyDataException>(() => JourneyLog.ReadCsvAsync([none, b], CsvText.Plain, options: new() { Strict = true }));
        Assert.Equal((b, 4L), (strict.Row.Source, strict.Row.Line));
    }

    [Fact]
    public async Task A_single_source_is_not_named()
    {
        RejectedRow row = await CsvText.RejectedAsync("customer,event,time\n,e,2026-03-01\n");
        Assert.Null(row.Source);
        Assert.StartsWith("line 2, customer '': is empty", row.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named()
    {
        string good = Write("good.csv", "customer,event,time\nc,e,2026-03-01\n");
        string lacking = Write("lacking.csv", "customer,event\nc,e\n");
        JourneyDefinitionException definition = await Assert.ThrowsAsync<JourneyDefinitionException>(() => JourneyLog.ReadCsvAsync([good, lacking], CsvText.Plain));
        Assert.Contains($"'{lacking}'", definition.Message, StringComparison.Ordinal);

        string broken = Write("broken.csv.gz", TextCompressor.Gzip("customer,event,time\n"u8)[..^3]);
        InvalidDataException data = await Assert.ThrowsAsync<InvalidDataException>(() => JourneyLog.ReadCsvAsync([good, broken], CsvText.Plain));
        Assert.StartsWith(broken, data.Message, StringComparison.Ordinal);

        string encoded = Write("encoded.csv", [.. "customer,event,time\nc,"u8, 0xE9]);
        Encoding ascii = Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        DecoderFallbackException decoding = await Assert.ThrowsAsync<DecoderFallbackException>(() => JourneyLog.ReadCsvAsync([good, encoded], CsvText.Plain, new() { Encoding = ascii }));
        Assert.StartsWith(encoded, decoding.Message, StringComparison.Ordinal);

        string endless = Write("endless.csv", "customer,event,time\nc,\"" + new string('x', 1000));
        JourneyDataException record = await Assert.ThrowsAsync<JourneyDataException>(
            () => JourneyLog.ReadCsvAsync([good, endless], CsvText.Plain, options: new() { Limits = new() { RecordBytes = 500 } }));
        Assert.Equal((endless, 2L), (record.Row.Source, record.Row.Line));
    }

    [Fact]
    public async Task There_must_be_files_and_each_once()
    {
        string a = Write("a.csv", "customer,event,time\n");
        await Assert.ThrowsAsync<ArgumentNullException>("paths", () => JourneyLog.ReadCsvAsync((IEnumerable<string>)null!, CsvText.Plain));
        await Assert.ThrowsAsync<ArgumentException>("paths", () => JourneyLog.ReadCsvAsync(Array.Empty<string>(), CsvText.Plain));
        await Assert.ThrowsAsync<ArgumentException>("paths", () => JourneyLog.ReadCsvAsync([a, ""], CsvText.Plain));
        ArgumentException twice = await Assert.ThrowsAsync<ArgumentException>("paths", () => JourneyLog.ReadCsvAsync([a, Path.Join(_folder.FullName, "*.csv")], CsvText.Plain));
        Assert.Contains($"'{a}' is named twice", twice.Message, StringComparison.Ordinal);
        FileNotFoundException none = await Assert.ThrowsAsync<FileNotFoundException>(() => JourneyLog.ReadCsvAsync(Path.Join(_folder.FullName, "x*.csv"), CsvText.Plain));
        Assert.Contains("No file matches", none.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<FileNotFoundException>(() => JourneyLog.ReadCsvAsync([a, a + ".none"], CsvText.Plain));
    }

    [Fact]
    public async Task A_file_whose_name_looks_like_a_pattern_is_that_file()
    {
        if (OperatingSystem.IsWindows()) return;
        string star = Write("star*.csv", "customer,event,time\nc,e,2026-03-01\n");
        Write("star2.csv", "no table");
        Assert.Equal(1, (await JourneyLog.ReadCsvAsync(star, CsvText.Plain)).EventCount);
    }

    [Fact]
    public async Task Progress_counts_the_rows_of_all_files()
    {
        string a = Write("a.csv", "customer,event,time\nc,e,2026-03-01\n");
        string b = Write("b.csv", "customer,event,time\nc,e,2026-03-01\n,,\n");
        Reports reports = new();
        await JourneyLog.ReadCsvAsync([a, b], CsvText.Plain, options: new() { Progress = reports });
        Assert.Equal(3, reports.Last);
    }

    private string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    private string Write(string name, byte[] bytes)
    {
        string path = Path.Join(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private sealed class Reports : IProgress<long>
    {
        public long Last { get; private set; }

        public void Report(long value) => Last = value;
    }
}
