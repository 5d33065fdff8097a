using System.Text;
using CustomerJourney.Events;
using CustomerJourney.IO;

namespace CustomerJourney.Tests.IO;

/// <summary>Damaged and hostile bytes: seeded and bounded, so that a failure comes again.</summary>
public class CsvFuzzTests
{
    private static readonly EventMapping Mapping = CsvText.Plain with
    {
        StartedAt = "start",
        Id = "id",
        Sequence = "seq",
        Channel = "channel",
        Score = "score",
        ScoreKind = FeedbackKind.Nps,
        Value = "value",
        EventAttributes = ["page"],
        CustomerAttributes = ["plan"],
    };

    private static readonly byte[][] Pieces =
    [
        "\""u8.ToArray(), "\"\""u8.ToArray(), ","u8.ToArray(), "\r\n"u8.ToArray(), "\r"u8.ToArray(), "\n"u8.ToArray(), [0], [0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xC3], "é"u8.ToArray(), [0x1F, 0x8B],
        "PK\u0003\u0004"u8.ToArray(), "2026-03-01"u8.ToArray(), "9999-12-31T23:59:59.9999999+14:00"u8.ToArray(), "-9223372036854775808"u8.ToArray(), "1e308"u8.ToArray(), "79228162514264337593543950335"u8.ToArray(),
        "#"u8.ToArray(), "customer,event,time\n"u8.ToArray(),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Damaged_text_gives_a_log_or_a_documented_exception_whatever_the_pieces_in_which_it_comes(int seed)
    {
        Random random = new(seed);
        int logs = 0;
        for (int round = 0; round < 250; round++)
        {
            (byte[] bytes, CsvFormat format) = Next(random);
            ReadOptions options = new()
            {
                Duplicates = (DuplicateEvents)random.Next(3),
                Limits = random.Next(3) > 0 ? ReadLimits.Default : new() { RecordBytes = 256, FieldBytes = 20, DistinctNames = 5, DecompressedBytes = 1500 },
            };
            string whole = await OutcomeAsync(new MemoryStream(bytes), format, options);
            if (whole.StartsWith('{')) logs++;
            if (format.Compression == TextCompression.Zip || bytes.AsSpan().StartsWith("PK"u8)) continue;
            string pieces = await OutcomeAsync(new ChunkedStream(bytes, [.. Enumerable.Range(0, 5).Select(_ => random.Next(1, 1 << random.Next(1, 9)))]), format, options);

            // Where decompressing or decoding fails, rows before the fault may have been read or not.
            bool isText = format.Compression == TextCompression.Automatic && format.Encoding is null && !bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);
            if (isText || whole.StartsWith('{') || pieces.StartsWith('{')) Assert.Equal(whole, pieces);
        }

        Assert.InRange(logs, 50, 240);
    }

    private static async Task<string> OutcomeAsync(Stream stream, CsvFormat format, ReadOptions options)
    {
        try
        {
            JourneyLog log = await JourneyLog.ReadCsvAsync(stream, Mapping, format, options).WaitAsync(TimeSpan.FromMinutes(2));
            DataQualityReport quality = log.Quality;
            Assert.Equal(quality.RowsRead, quality.Accepted + quality.Rejected);
            Assert.Equal(quality.Rejected, quality.RejectedByReason.Sum(reason => reason.Rows));
            Assert.Equal(log.EventCount, quality.Accepted - quality.DroppedDuplicates);
            return CsvText.Content(log);
        }
        catch (Exception exception) when (exception is JourneyDefinitionException or JourneyDataException or InvalidDataException or DecoderFallbackException)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }

    private static (byte[] Bytes, CsvFormat Format) Next(Random random)
    {
        CsvFormat format = new() { Comment = random.Next(3) == 0 ? '#' : null, SkippedLines = Math.Max(0, random.Next(6) - 3) };
        StringBuilder text = new();
        for (int line = 0; line < format.SkippedLines; line++) text.Append("skipped, \"\n");
        text.Append("customer,event,time,start,id,seq,channel,score,value,page,plan\n");
        for (int row = random.Next(40); row > 0; row--)
        {
            text.Append(CsvText.Row(
                $"c{random.Next(5)}", $"e{random.Next(4)}", $"2026-03-{random.Next(1, 30):00}", random.Next(2) == 0 ? "" : "2026-03-01", random.Next(3) == 0 ? $"{random.Next(50)}" : "", random.Next(3) == 0 ? $"{row}" : "",
                random.Next(2) == 0 ? "web" : "shop, \"old\"", random.Next(2) == 0 ? "" : $"{random.Next(11)}", random.Next(2) == 0 ? "" : $"{random.Next(99)}.5", "page\r\nof two lines", random.Next(2) == 0 ? "gold" : "")).Append("\r\n");
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        bool early = random.Next(3) > 0;
        if (early) bytes = Damage(bytes, random);
        switch (random.Next(9))
        {
            case 0:
                bytes = TextCompressor.Gzip(bytes);
                break;
            case 1:
                (bytes, format) = (TextCompressor.Brotli(bytes), format with { Compression = TextCompression.Brotli });
                break;
            case 2:
                bytes = TextCompressor.Zip(("a.csv", bytes));
                break;
            case 3:
                (bytes, format) = (Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes)), format with { Encoding = Encoding.Unicode });
                break;
            case 4:
                format = format with { Encoding = Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback) };
                break;
        }

        return (early && random.Next(4) > 0 ? bytes : Damage(bytes, random), format);
    }

    private static byte[] Damage(byte[] bytes, Random random)
    {
        List<byte> damaged = [.. bytes];
        for (int blow = 1 << random.Next(4); blow > 0 && damaged.Count > 0; blow--)
        {
            // Most blows spare the header, so that there is something to read.
            int place = random.Next(random.Next(6) == 0 ? 0 : Math.Min(80, damaged.Count - 1), damaged.Count);
            int length = Math.Min(damaged.Count - place, 1 << random.Next(5));
            switch (random.Next(6))
            {
                case 0:
                    damaged[place] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    damaged.RemoveRange(place, length);
                    break;
                case 2:
                    damaged.InsertRange(random.Next(damaged.Count), damaged.GetRange(place, length));
                    break;
                case 3 when random.Next(4) == 0:
                    damaged.RemoveRange(place, damaged.Count - place);
                    break;
                default:
                    damaged.InsertRange(place, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        return [.. damaged];
    }
}
