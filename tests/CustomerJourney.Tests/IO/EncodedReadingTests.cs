using System.Text;
using CustomerJourney.Events;
using CustomerJourney.IO;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.IO;

public class EncodedReadingTests
{
    private static readonly string[] Names = ["utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE", "iso-8859-1", "us-ascii"];

    private static readonly Gen<int[]> Sizes = Gen.Choose(1, 40).ArrayOf(5);

    private static readonly Gen<string> Tables =
        Gen.Elements("a", "é", "ÿ", "世界", "🎉", "\"\"", ",", "\r\n", "\n", "\uFEFF", "\u0000", "x", " ").ArrayOf(12).Select(string.Concat).ArrayOf(20)
            .Select(names => "customer,event,time\r\n" + string.Concat(names.Select(name => $"\"c{name}\",\"e{name}\",2026-03-01\r\n")));

    [Fact]
    public void Any_encoding_in_any_compression_gives_the_log_of_its_text() =>
        Prop.ForAll(Tables.ToArbitrary(), Gen.Elements(Names).Zip(Gen.Choose(0, 7)).ToArbitrary(), Sizes.ToArbitrary(), (table, choice, sizes) =>
        {
            Encoding encoding = Encoding.GetEncoding(choice.Item1);
            byte[] text = encoding.GetBytes(table);
            bool marked = choice.Item2 % 2 == 1;
            if (marked) text = [.. encoding.GetPreamble(), .. text];
            (byte[] bytes, CsvFormat format) = (choice.Item2 / 2) switch
            {
                0 => (text, new CsvFormat()),
                1 => (TextCompressor.Gzip(text), new CsvFormat()),
                2 => (TextCompressor.Brotli(text), new CsvFormat { Compression = TextCompression.Brotli }),
                _ => (TextCompressor.Zip(("events.csv", text)), new CsvFormat()),
            };
            Stream stream = choice.Item2 / 2 == 3 ? new MemoryStream(bytes) : new ChunkedStream(bytes, sizes);
            format = format with { Encoding = marked && encoding.GetPreamble().Length > 0 ? null : encoding };

            // What the encoding cannot write is written as a question mark.
            JourneyLog expected = Read(new MemoryStream(Encoding.UTF8.GetBytes(encoding.GetString(encoding.GetBytes(table)))), CsvFormat.Default);
            return CsvText.Content(expected) == CsvText.Content(Read(stream, format));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_bytes_are_transcoded_as_the_base_library_does_in_pieces_of_any_size() =>
        Prop.ForAll(Gen.Choose(0, 255).ArrayOf(200).ToArbitrary(), Gen.Elements(Names[1..]).ToArbitrary(), Sizes.ToArbitrary(), (values, name, sizes) =>
        {
            Encoding encoding = Encoding.GetEncoding(name);
            byte[] bytes = [.. values.Select(value => (byte)value)];
            using TranscodedInput input = new(new ChunkedStream(bytes, sizes), encoding);
            MemoryStream text = new();
            Task.Run(() => input.CopyToAsync(text, 7)).GetAwaiter().GetResult();
            return Encoding.UTF8.GetBytes(encoding.GetString(bytes)).AsSpan().SequenceEqual(text.ToArray());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task A_byte_order_mark_goes_before_the_encoding_of_the_format()
    {
        foreach (Encoding marked in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, new UTF32Encoding(bigEndian: true, byteOrderMark: true) })
        {
            byte[] bytes = [.. marked.GetPreamble(), .. marked.GetBytes("customer,event,time\nJosé,café,2026-03-01\n")];
            foreach (Encoding? named in new[] { null, Encoding.Latin1, Encoding.UTF8, Encoding.BigEndianUnicode })
                Assert.Equal("José", (await CsvText.ReadAsync(bytes, format: new() { Encoding = named })).CustomerIds[0]);
        }
    }

    [Theory]
    [InlineData(new byte[] { 0x00, 0xD8 })]
    [InlineData(new byte[] { 0x61 })]
    public async Task Half_a_character_at_the_end_is_what_the_fallback_says(byte[] end)
    {
        byte[] bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("customer,event,time,note\nc,e,2026-03-01,"), .. end];
        JourneyLog log = await CsvText.ReadAsync(bytes, CsvText.Plain with { EventAttributes = ["note"] }, new() { Encoding = Encoding.Unicode });
        Assert.Equal("\uFFFD", Assert.Single(log.Columns.EventAttributes.Single().Values));

        UnicodeEncoding strict = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
        await Assert.ThrowsAsync<DecoderFallbackException>(() => CsvText.ReadAsync(bytes, format: new() { Encoding = strict }));
    }

    [Fact]
    public async Task Half_a_character_is_refused_where_only_the_mark_tells_the_encoding()
    {
        // Replaced, both ids would be the same customer.
        byte[] csv = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("customer,event,time\nc"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes(",e,2026-03-01\nc"), 0x01, 0xD8, .. Encoding.Unicode.GetBytes(",e,2026-03-01\n")];
        DecoderFallbackException exception = await Assert.ThrowsAsync<DecoderFallbackException>(() => CsvText.ReadAsync(csv));
        Assert.Contains("have no meaning in utf-16", exception.Message, StringComparison.Ordinal);
        Assert.Equal(["c\uFFFD"], (await CsvText.ReadAsync(csv, format: new() { Encoding = Encoding.Unicode })).CustomerIds);
        byte[] json = [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes("{\"customer\":\"c"), 0xD8, 0x00, .. Encoding.BigEndianUnicode.GetBytes("\",\"event\":\"e\",\"time\":\"2026-03-01\"}")];
        await Assert.ThrowsAsync<DecoderFallbackException>(() => JourneyLog.ReadJsonLinesAsync(new MemoryStream(json), CsvText.Plain));
    }

    [Fact]
    public async Task A_byte_without_meaning_is_told_with_its_place_in_the_text()
    {
        Encoding ascii = Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        byte[] bytes = [.. "customer,event,time\nc,caf"u8, 0xE9, .. ",2026-03-01\n"u8];
        foreach (int size in new[] { 1, 7, 100 })
        {
            DecoderFallbackException exception = await Assert.ThrowsAsync<DecoderFallbackException>(() => JourneyLog.ReadCsvAsync(new ChunkedStream(bytes, size), CsvText.Plain, new() { Encoding = ascii }));
            Assert.Equal("The bytes [E9] at place 26 of the text have no meaning in us-ascii.", exception.Message);
        }
    }

    [Fact]
    public async Task Tabs_separate_fields_of_tab_separated_values()
    {
        byte[] bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("customer\tevent\ttime\r\n\"a\tb\"\tc,d\t2026-03-01\r\n")];
        JourneyLog log = await CsvText.ReadAsync(bytes, format: CsvFormat.Tab);
        Assert.Equal(("a\tb", "c,d"), (log.CustomerIds[0], log.Schema.Events[0]));
    }

    private static JourneyLog Read(Stream stream, CsvFormat format) => Task.Run(() => JourneyLog.ReadCsvAsync(stream, CsvText.Plain, format)).GetAwaiter().GetResult();
}
