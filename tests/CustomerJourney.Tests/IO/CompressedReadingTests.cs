using System.IO.Compression;
using System.Text;
using CustomerJourney.Events;
using CustomerJourney.IO;

namespace CustomerJourney.Tests.IO;

public sealed class CompressedReadingTests : IDisposable
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(
        "customer,event,time\n" + string.Concat(Enumerable.Range(0, 20_000).Select(row => $"c{row * 7919 % 1000},e{row * row % 13},2026-03-{1 + (row % 28):00}\n")));

    private static readonly CsvFormat Brotli = new() { Compression = TextCompression.Brotli };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cj");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Brotli_is_read_where_it_is_named()
    {
        byte[] bytes = TextCompressor.Brotli(Text);
        string plain = CsvText.Content(await CsvText.ReadAsync(Text));
        Assert.Equal(plain, CsvText.Content(await CsvText.ReadAsync(bytes, format: Brotli)));
        foreach (int size in new[] { 1, 7, 4096 })
            Assert.Equal(plain, CsvText.Content(await JourneyLog.ReadCsvAsync(new ChunkedStream(bytes, size), CsvText.Plain, Brotli)));
    }

    [Theory]
    [InlineData("events.csv.br")]
    [InlineData("EVENTS.BR")]
    public async Task Brotli_is_told_by_the_name_of_a_file(string name)
    {
        string path = Path.Join(_folder.FullName, name);
        await File.WriteAllBytesAsync(path, TextCompressor.Brotli(Text));
        string plain = CsvText.Content(await CsvText.ReadAsync(Text));
        Assert.Equal(plain, CsvText.Content(await JourneyLog.ReadCsvAsync(path, CsvText.Plain)));
        Assert.Equal(plain, CsvText.Content(await JourneyLog.ReadCsvAsync([path], CsvText.Plain)));
    }

    [Fact]
    public async Task Brotli_data_that_are_cut_off_are_never_read_as_a_smaller_log()
    {
        byte[] bytes = TextCompressor.Brotli(Text);
        int[] cuts = [0, 1, 2, 10, bytes.Length / 3, bytes.Length / 2, bytes.Length - 9, bytes.Length - 2, bytes.Length - 1];
        foreach (int cut in cuts)
        {
            InvalidDataException exception = await Assert.ThrowsAsync<InvalidDataException>(() => CsvText.ReadAsync(bytes[..cut], format: Brotli));
            Assert.Contains("cut off", exception.Message, StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<InvalidDataException>(() => CsvText.ReadAsync([.. bytes, .. "customer"u8], format: Brotli));
        await Assert.ThrowsAsync<InvalidDataException>(() => CsvText.ReadAsync(Enumerable.Repeat((byte)0xFF, 1000).ToArray(), format: Brotli));
    }

    [Fact]
    public async Task An_empty_text_that_is_compressed_is_an_empty_text()
    {
        foreach ((byte[] bytes, TextCompression compression) in new[]
        {
            (TextCompressor.Brotli([]), TextCompression.Brotli), (TextCompressor.Gzip("\n"u8), TextCompression.Gzip), (TextCompressor.Zip(("empty.csv", [])), TextCompression.Zip),
        })
        {
            JourneyDefinitionException exception = await Assert.ThrowsAsync<JourneyDefinitionException>(() => CsvText.ReadAsync(bytes, format: new() { Compression = compression }));
            Assert.Equal("there are no columns at all", exception.Problems[^1]);
        }
    }

    [Fact]
    public async Task What_is_not_compressed_as_the_format_says_is_refused()
    {
        foreach (byte[] bytes in new[] { Text, [], TextCompressor.Zip(("a", Text)), "\u001F"u8.ToArray() })
        {
            InvalidDataException exception = await Assert.ThrowsAsync<InvalidDataException>(() => CsvText.ReadAsync(bytes, format: new() { Compression = TextCompression.Gzip }));
            Assert.Contains("do not begin as gzip data", exception.Message, StringComparison.Ordinal);
        }

        foreach (byte[] bytes in new[] { Text, [], TextCompressor.Gzip(Text) })
            await Assert.ThrowsAsync<InvalidDataException>(() => CsvText.ReadAsync(bytes, format: new() { Compression = TextCompression.Zip }));
        await Assert.ThrowsAsync<JourneyDefinitionException>(() => CsvText.ReadAsync(TextCompressor.Gzip(Text), format: new() { Compression = TextCompression.None }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CsvFormat { Compression = (TextCompression)9 });
    }

    [Fact]
    public async Task Text_that_begins_like_an_archive_is_text()
    {
        JourneyLog log = await CsvText.ReadAsync("PK,customer,event,time\n1,c,e,2026-03-01\n");
        Assert.Equal(1, log.EventCount);
    }

    [Theory]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.NoCompression)]
    public async Task The_only_file_of_a_zip_archive_is_read(CompressionLevel level)
    {
        byte[] bytes = TextCompressor.Zip(level, ("export/", []), ("export/events.csv", Text), ("__MACOSX/export/._events.csv", [1, 2, 3]));
        string plain = CsvText.Content(await CsvText.ReadAsync(Text));
        Assert.Equal(plain, CsvText.Content(await CsvText.ReadAsync(bytes)));
        Assert.Equal(plain, CsvText.Content(await CsvText.ReadAsync(bytes, format: new() { Compression = TextCompression.Zip, Entry = "export/events.csv" })));

        using MemoryStream behind = new([.. "before"u8, .. bytes]) { Position = 6 };
        Assert.Equal(plain, CsvText.Content(await JourneyLog.ReadCsvAsync(behind, CsvText.Plain)));
        Assert.True(behind.CanRead);
    }

    [Fact]
    public async Task One_of_several_files_of_a_zip_archive_must_be_named()
    {
        byte[] bytes = TextCompressor.Zip(("a.csv", Text), ("b.csv", "customer,event,time\nc,e,2026-03-01\n"u8.ToArray()), ("b.csv ", []));
        Assert.Equal(1, (await CsvText.ReadAsync(bytes, format: new() { Entry = "b.csv" })).EventCount);

        JourneyDefinitionException several = await Assert.ThrowsAsync<JourneyDefinitionException>(() => CsvText.ReadAsync(bytes));
        Assert.Equal("the zip archive has 3 files, so the one to read must be named: 'a.csv', 'b.csv', 'b.csv '", Assert.Single(several.Problems));
        JourneyDefinitionException missing = await Assert.ThrowsAsync<JourneyDefinitionException>(() => CsvText.ReadAsync(bytes, format: new() { Entry = "B.csv" }));
        Assert.Equal("the zip archive has no file 'B.csv'; its files are 'a.csv', 'b.csv', 'b.csv '", Assert.Single(missing.Problems));
        JourneyDefinitionException none = await Assert.ThrowsAsync<JourneyDefinitionException>(() => CsvText.ReadAsync(TextCompressor.Zip()));
        Assert.Equal("the zip archive has no files", Assert.Single(none.Problems));
        JourneyDefinitionException twice = await Assert.ThrowsAsync<JourneyDefinitionException>(
            () => CsvText.ReadAsync(TextCompressor.Zip(("a.csv", Text), ("a.csv", Text)), format: new() { Entry = "a.csv" }));
        Assert.Equal("the zip archive has 2 files called 'a.csv'", Assert.Single(twice.Problems));
        JourneyDefinitionException plain = await Assert.ThrowsAsync<JourneyDefinitionException>(() => CsvText.ReadAsync(Text, format: new() { Entry = "a.csv" }));
        Assert.Equal("an entry 'a.csv' is named, but the source is no zip archive", Assert.Single(plain.Problems));
    }

    [Fact]
    public async Task A_zip_archive_needs_a_stream_that_can_seek()
    {
        InvalidDataException exception = await Assert.ThrowsAsync<InvalidDataException>(() => JourneyLog.ReadCsvAsync(new ChunkedStream(TextCompressor.Zip(("a.csv", Text)), 100), CsvText.Plain));
        Assert.Contains("needs a stream that can seek", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zip_archives_that_are_cut_off_damaged_or_encrypted_are_refused()
    {
        byte[] bytes = TextCompressor.Zip(CompressionLevel.NoCompression, ("a.csv", Text));
        foreach (int cut in new[] { 4, 100, bytes.Length / 2, bytes.Length - 30, bytes.Length - 1 })
            await Assert.ThrowsAsync<InvalidDataException>(() => CsvText.ReadAsync(bytes[..cut]));

        int place = bytes.AsSpan().IndexOf("c0,e0"u8);
        byte[] damaged = [.. bytes];
        damaged[place] = (byte)'d';
        InvalidDataException exception = await Assert.ThrowsAsync<InvalidDataException>(() => CsvText.ReadAsync(damaged));
        Assert.Contains("'a.csv' of the zip archive is damaged", exception.Message, StringComparison.Ordinal);

        byte[] encrypted = [.. bytes];
        encrypted[6] |= 1;
        encrypted[bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        exception = await Assert.ThrowsAsync<InvalidDataException>(() => CsvText.ReadAsync(encrypted));
        Assert.Contains("encrypted", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0u)]
    [InlineData("123456789", 0xCBF43926u)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339u)]
    public void The_check_of_zip_archives_is_that_of_the_catalog(string text, uint expected)
    {
        for (int split = 0; split <= text.Length; split++)
        {
            CyclicRedundancyCheck check = new();
            check.Add(Encoding.ASCII.GetBytes(text[..split]));
            check.Add(Encoding.ASCII.GetBytes(text[split..]));
            Assert.Equal(expected, check.Value);
        }
    }
}
