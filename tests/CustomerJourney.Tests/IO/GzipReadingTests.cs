using System.IO.Compression;
using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.IO;

public class GzipReadingTests
{
    private const int Rows = 20_000;

    private static readonly byte[] Text = Encoding.UTF8.GetBytes("customer,event,time\n" + string.Concat(Enumerable.Range(0, Rows).Select(row => $"c{row * 7919 % 1000},e{row % 13},2026-03-{1 + (row % 28):00}\n")));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Compressed_text_is_read_in_one_member_or_several(int members)
    {
        byte[] bytes = [.. Enumerable.Range(0, members).SelectMany(member => Compress(Text[(Text.Length * member / members)..(Text.Length * (member + 1) / members)]))];
        string plain = CsvText.Content(await CsvText.ReadAsync(Text));
        Assert.Equal(plain, CsvText.Content(await CsvText.ReadAsync(bytes)));
        foreach (int size in new[] { 1, 7, 4096 })
            Assert.Equal(plain, CsvText.Content(await JourneyLog.ReadCsvAsync(new ChunkedStream(bytes, size), CsvText.Plain)));
    }

    [Fact]
    public async Task Compressed_data_that_are_cut_off_are_never_read_as_a_smaller_log()
    {
        byte[] bytes = Compress(Text);
        int[] cuts = [3, 10, 11, bytes.Length / 3, bytes.Length / 2, bytes.Length - 9, bytes.Length - 8, bytes.Length - 4, bytes.Length - 1];
        foreach (int cut in cuts) await Assert.ThrowsAsync<InvalidDataException>(() => CsvText.ReadAsync(bytes[..cut]));
    }

    [Fact]
    public async Task Damaged_data_and_foreign_bytes_behind_the_end_are_noticed()
    {
        byte[] bytes = Compress(Text);
        await Assert.ThrowsAsync<InvalidDataException>(() => CsvText.ReadAsync([.. bytes, .. "customer"u8]));
        bytes[bytes.Length / 2] ^= 0x55;
        await Assert.ThrowsAsync<InvalidDataException>(() => CsvText.ReadAsync(bytes));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Sources_shorter_than_the_first_bytes_are_plain_text(int length) =>
        await Assert.ThrowsAsync<JourneyDefinitionException>(() => CsvText.ReadAsync(new string('x', length)));

    private static byte[] Compress(byte[] bytes)
    {
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return compressed.ToArray();
    }
}
