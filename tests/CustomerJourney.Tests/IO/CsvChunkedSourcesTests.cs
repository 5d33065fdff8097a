using System.Text;
using CsvHelper;
using CustomerJourney.Events;
using CustomerJourney.IO;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.IO;

/// <summary>Chunks and threads where a text has comments and leading lines, or where several files are one log.</summary>
public sealed class CsvChunkedSourcesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cj");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Records_end_where_the_tokenizer_ends_them_with_comments_too() =>
        Prop.ForAll(Gen.Elements("\"", "\"", "\"\"", "#", "\n#", "#\"", ",#", ",", "\n", "\r\n", "\r", "a", "bc", ",\"", "\",", "\"\n").ArrayOf(60).Select(string.Concat).ToArbitrary(), text =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            List<string> rows = Records(bytes);
            for (int length = 0; length <= bytes.Length; length++)
            {
                int end = new RecordScanner((byte)',', (byte)'"', (byte)'#').Scan(bytes.AsSpan(0, length)).End;
                Assert.Equal(rows, [.. Records(bytes[..end]), .. Records(bytes[end..])]);
            }
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Chunks_and_threads_change_nothing_where_there_are_comments_and_leading_lines(int threads)
    {
        byte[] text = Encoding.UTF8.GetBytes("title, \"\n# none, \"either\ncustomer,event,time\n" + string.Concat(Enumerable.Range(0, 60).Select(row => $"c{row % 7},\"e\n#{row % 3}\",2026-03-01\n#,\"{row}\n,e,2026-03-01\n\n")));
        CsvFormat format = new() { Comment = '#', SkippedLines = 1 };
        ReadOptions options = new() { MaxDegreeOfParallelism = threads };
        string whole = CsvText.Content(await CsvText.ReadAsync(text, format: format, options: new() { MaxDegreeOfParallelism = 1 }));
        foreach (int size in (int[])[1, 2, 7, 20, 33, 100, 1000])
        {
            CsvLogReader reader = new(CsvText.Plain, format, options, "the text") { ChunkSize = size };
            Assert.Equal(whole, CsvText.Content(await reader.ReadAsync(new MemoryStream(text), CancellationToken.None)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Rows_of_several_files_keep_their_order_and_their_source(int threads)
    {
        string[] paths = [.. Enumerable.Range(0, 4).Select(Write)];
        ReadOptions single = new() { Duplicates = DuplicateEvents.Reject, MaxListedRows = 10_000, MaxDegreeOfParallelism = 1 };
        JourneyLog whole = await new CsvFilesReader(CsvText.Plain, CsvFormat.Default, single).ReadAsync(paths, CancellationToken.None);
        Assert.Equal(paths, whole.Quality.FirstRejected.Where(row => row.Column == "time").Select(row => row.Source!).Distinct());
        Assert.All(whole.Quality.FirstRejected.Where(row => row.Column == "event"), row => Assert.Equal(paths[^1], row.Source));
        foreach (int size in (int[])[30, 100, 1000])
        {
            CsvFilesReader reader = new(CsvText.Plain, CsvFormat.Default, single with { MaxDegreeOfParallelism = threads }) { ChunkSize = size };
            Assert.Equal(CsvText.Content(whole), CsvText.Content(await reader.ReadAsync(paths, CancellationToken.None)));
        }
    }

    [Fact]
    public async Task A_name_that_is_one_too_many_is_told_with_its_file()
    {
        StringBuilder first = new("customer,event,time,channel\n"), second = new("customer,event,time,channel\n");
        for (int row = 0; row < 200; row++) first.Append(FormattableString.Invariant($"c,e,2026-03-01,{row}\n"));
        for (int row = 100; row < 300; row++) second.Append(FormattableString.Invariant($"c,e,2026-03-01,{row}\n"));
        string[] paths = [Path.Join(_folder.FullName, "x.csv"), Path.Join(_folder.FullName, "y.csv")];
        await File.WriteAllTextAsync(paths[0], first.ToString());
        await File.WriteAllTextAsync(paths[1], second.ToString());
        foreach (int size in (int[])[50, 500, 50_000])
        {
            CsvFilesReader reader = new(CsvText.Plain with { Channel = "channel" }, CsvFormat.Default, new() { MaxDegreeOfParallelism = 3 }) { ChunkSize = size };
            JourneyDataException exception = await Assert.ThrowsAsync<JourneyDataException>(() => reader.ReadAsync(paths, CancellationToken.None));
            Assert.Equal(("255", 157L, paths[1]), (exception.Row.Value, exception.Row.Line, exception.Row.Source));
        }
    }

    /// <summary>A file of rows of which some are bad, and the last file repeats rows of the others.</summary>
    private string Write(int file)
    {
        StringBuilder text = new(file % 2 == 0 ? "customer,event,time\n" : "time,customer,event\n");
        for (int row = 0; row < 100; row++)
        {
            string time = row % 10 == 9 ? "never" : $"2026-03-{1 + (row % 28):00}", customer = $"c{row % 13}", name = $"e{row}-{(file == 3 ? 0 : file)}";
            text.Append(file % 2 == 0 ? $"{customer},{name},{time}\n" : $"{time},{customer},{name}\n");
        }

        string path = Path.Join(_folder.FullName, $"{file}.csv");
        File.WriteAllText(path, text.ToString());
        return path;
    }

    private static List<string> Records(byte[] text)
    {
        using CsvReader reader = CsvReader.Create(text, new CsvReaderOptions { Separator = ',', HasHeader = false, CommentPrefix = '#' });
        List<string> records = [];
        while (reader.Read()) records.Add(Encoding.UTF8.GetString(reader.RawRecord));
        return records;
    }
}
