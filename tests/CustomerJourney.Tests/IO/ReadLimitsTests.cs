using System.Text;
using CustomerJourney.Events;
using CustomerJourney.IO;

namespace CustomerJourney.Tests.IO;

public class ReadLimitsTests
{
    private static ReadOptions With(ReadLimits limits) => new() { Limits = limits };

    [Theory]
    [InlineData(1000)]
    [InlineData(600_000)]
    [InlineData(3_000_000)]
    public async Task A_record_may_be_as_long_as_the_limit_and_no_longer(int limit)
    {
        ReadOptions options = With(new() { RecordBytes = limit, FieldBytes = 10 });
        foreach (string end in new[] { "\nc2,e,2026-03-01\n", "" })
        {
            byte[] Bytes(int length) => Encoding.UTF8.GetBytes($"customer,event,time,note\nc1,e,2026-03-01,\"\n\"\nc,e,2026-03-01,{new string('x', length - 15)}{end}");
            JourneyLog log = await CsvText.ReadAsync(Bytes(limit), options: options);
            Assert.Equal((end.Length == 0 ? 2L : 3L, 0L), (log.EventCount, log.Quality.Rejected));
            foreach (int size in new[] { int.MaxValue, 4001 })
            {
                JourneyDataException exception = await Assert.ThrowsAsync<JourneyDataException>(() => JourneyLog.ReadCsvAsync(new ChunkedStream(Bytes(limit + 1), size), CsvText.Plain, options: options));
                Assert.Equal(4, exception.Row.Line);
                Assert.StartsWith(FormattableString.Invariant($"is longer than {limit:N0} bytes, the most that ReadLimits.RecordBytes allows"), exception.Row.Reason, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_row_with_a_value_that_is_too_long_is_rejected_if_the_value_is_read()
    {
        string eleven = "elevenbytes", ten = "\"ten \"\"byté\"";
        JourneyLog log = await CsvText.ReadAsync(
            $"customer,event,time,note\n{eleven},e,2026-03-01,\nc,{eleven},2026-03-01,\nc,e,2026-03-01,{eleven}\n{ten},e,2026-03-01\n", options: With(new() { FieldBytes = 10 }));
        Assert.Equal(["c", "ten \"byté"], log.CustomerIds);
        Assert.Equal([(2L, "customer", eleven), (3L, "event", eleven)], log.Quality.FirstRejected.Select(row => (row.Line, row.Column, row.Value)));
        Assert.All(log.Quality.FirstRejected, row => Assert.Equal("is longer than 10 bytes, the most that ReadLimits.FieldBytes allows", row.Reason));
        Assert.Equal(4, log.Quality.RowsRead);
    }

    [Theory]
    [InlineData("customer", "Customer")]
    [InlineData("page", "page")]
    [InlineData("plan", "plan")]
    [InlineData("question", "Question")]
    [InlineData("about", "About")]
    [InlineData("currency", "Currency")]
    public async Task Only_so_many_different_names_are_kept(string column, string told)
    {
        EventMapping mapping = CsvText.Plain with
        {
            Score = "score",
            ScoreKind = FeedbackKind.Nps,
            Question = "question",
            About = "about",
            Value = "value",
            Currency = "currency",
            EventAttributes = ["page"],
            CustomerAttributes = ["plan"],
        };
        string[] header = ["customer", "event", "time", "score", "value", "question", "about", "currency", "page", "plan"];
        string Text(int names)
        {
            StringBuilder text = new(string.Join(',', header));
            for (int row = 0; row < 500; row++)
                text.Append('\n').AppendJoin(',', header.Select(name => name == column ? $"n{row % names}" : name == "time" ? "2026-03-01" : "1"));
            return text.ToString();
        }

        ReadOptions options = With(new() { DistinctNames = 100 });
        Assert.Equal(500, (await CsvText.ReadAsync(Text(100), mapping, options: options)).EventCount);
        JourneyDataException exception = await Assert.ThrowsAsync<JourneyDataException>(() => CsvText.ReadAsync(Text(101), mapping, options: options));
        Assert.Equal((0L, told), (exception.Row.Line, exception.Row.Column));
        Assert.Equal($"{told}: has more than 100 different values, the most that ReadLimits.DistinctNames allows; check that the mapping names the right column", exception.Message);
    }

    [Theory]
    [InlineData(0, "…")]
    [InlineData(3, "ab…")]
    [InlineData(4, "ab🎉…")]
    [InlineData(5, "ab🎉c…")]
    [InlineData(6, "ab🎉cd")]
    public async Task Values_of_rejected_rows_are_cut(int length, string expected)
    {
        JourneyLog log = await CsvText.ReadAsync("customer,event,time\nc,e,ab🎉cd\n", options: With(new() { RejectedValueLength = length }));
        Assert.Equal(expected, Assert.Single(log.Quality.FirstRejected).Value);
    }

    [Fact]
    public async Task Compressed_data_may_not_unfold_without_end()
    {
        byte[] text = Encoding.UTF8.GetBytes("customer,event,time\n" + string.Concat(Enumerable.Repeat("c,e,2026-03-01\n", 1000)));
        foreach ((byte[] bytes, TextCompression compression) in new[]
        {
            (TextCompressor.Gzip(text), TextCompression.Gzip), (TextCompressor.Brotli(text), TextCompression.Brotli), (TextCompressor.Zip(("a.csv", text)), TextCompression.Zip),
        })
        {
            CsvFormat format = new() { Compression = compression };
            Assert.Equal(1000, (await CsvText.ReadAsync(bytes, format: format, options: With(new() { DecompressedBytes = text.Length, DecompressionRatio = 1 }))).EventCount);
            InvalidDataException exception = await Assert.ThrowsAsync<InvalidDataException>(() => CsvText.ReadAsync(bytes, format: format, options: With(new() { DecompressedBytes = text.Length - 1 })));
            Assert.Contains("ReadLimits.DecompressedBytes", exception.Message, StringComparison.Ordinal);
        }

        Assert.Equal(1000, (await CsvText.ReadAsync(text, options: With(new() { DecompressedBytes = 1 }))).EventCount);
    }

    [Fact]
    public async Task Long_text_from_very_little_data_is_refused()
    {
        // Rows with a megabyte in a column that is not read.
        byte[] row = Encoding.UTF8.GetBytes($"c,e,2026-03-01,{new string('x', 1_000_000)}\n");
        using MemoryStream table = new();
        table.Write("customer,event,time,note\n"u8);
        for (int count = 0; count < 70; count++) table.Write(row);
        byte[] text = table.ToArray();
        foreach ((byte[] bytes, TextCompression compression) in new[] { (TextCompressor.Brotli(text), TextCompression.Brotli), (TextCompressor.Zip(("a.csv", text)), TextCompression.Zip) })
        {
            CsvFormat format = new() { Compression = compression };
            ReadLimits limits = new() { DecompressionRatio = 100 };
            InvalidDataException exception = await Assert.ThrowsAsync<InvalidDataException>(() => CsvText.ReadAsync(bytes, format: format, options: With(limits)));
            Assert.Contains("100 times their size, the most that ReadLimits.DecompressionRatio", exception.Message, StringComparison.Ordinal);
            Assert.Equal(70, (await CsvText.ReadAsync(bytes, format: format, options: With(limits with { DecompressionRatio = int.MaxValue }))).EventCount);
        }
    }

    [Fact]
    public void Limits_have_ranges_and_are_equal_by_value()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadLimits { RecordBytes = 255 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadLimits { FieldBytes = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadLimits { DistinctNames = 500_000_001 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadLimits { RejectedValueLength = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadLimits { RejectedValueLength = 301 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadLimits { DecompressedBytes = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadLimits { DecompressionRatio = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadLimits { JsonDepth = 1001 });
        Assert.Throws<ArgumentNullException>(() => new ReadOptions { Limits = null! });
        Assert.Equal(ReadLimits.Default, new ReadLimits());
        Assert.Equal(new ReadOptions { Limits = new() { FieldBytes = 5 } }, new ReadOptions { Limits = new() { FieldBytes = 5 } });
    }
}
