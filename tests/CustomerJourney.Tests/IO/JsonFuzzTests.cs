using System.Text;
using System.Text.Json;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.IO;

/// <summary>Bytes that something has gone wrong with: always a log whose quality adds up, or the documented exception.</summary>
public class JsonFuzzTests
{
    private const int Rounds = 4_000;
    private const int MostBytes = 4_000;

    private static readonly EventMapping Flat = JsonTestText.Plain with
    {
        Score = "score",
        ScoreKind = FeedbackKind.Nps,
        Value = "money.amount",
        EventAttributes = ["a.b", "list[1]", "params[key=k].value"],
        CustomerAttributes = ["plan"],
    };

    private static readonly EventMapping Nested = new() { Rows = "r[].s[]", Customer = "^.^.id", Event = "e", Time = "t", EventAttributes = ["^.x"] };

    private static readonly EventMapping Streamed = new() { Rows = "r[].s[]", Customer = "c", Event = "e", Time = "t" };

    private static readonly string[] Tokens =
        ["{", "}", "[", "]", ",", ":", "\"", "\\", "\n", "\r\n", "\0", " ", "null", "true", "1e999", "-", "\"customer\":", "\"r\":[", "\"s\":[", "\\ud800", "\\u0000", "\uFEFF", "🎉", "\"key\":\"k\"", "2026-03-01", "}\n{", "//", "[[[[[[[["];

    [Fact]
    public async Task Mutated_lines_are_accepted_or_rejected_one_by_one()
    {
        string seed = string.Concat(Enumerable.Range(0, 12).Select(row =>
            $$"""{"customer":"c{{row}}","event":"e","time":"2026-03-01","score":{{row}},"money":{"amount":1.5},"a":{"b":"\u0041é"},"list":[1,"two"],"params":[{"key":"k","value":3},{"key":"l"}],"plan":null}""" + "\n"));
        await FuzzAsync(seed, 1, async bytes =>
        {
            JourneyLog log = await JourneyLog.ReadJsonLinesAsync(new MemoryStream(bytes), Flat);
            Balanced(log);

            // Every line is one row or blank, and a line that another reader takes for an object with a customer, an event and a time is not called "no JSON".
            byte[] text = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
            byte[][] lines = Lines(text);
            Assert.Equal(lines.Length, log.Quality.RowsRead + log.Quality.BlankLines);
            Assert.All(log.Quality.FirstRejected, row => Assert.InRange(row.Line, 1, lines.Length));
            HashSet<long> notJson = [.. log.Quality.FirstRejected.Where(row => row.Column == "row").Select(row => row.Line)];
            for (int line = 0; line < lines.Length; line++)
            {
                if (lines[line].AsSpan().Trim(" \t\r"u8).IsEmpty) continue;
                Assert.Equal(IsObject(lines[line]), !notJson.Contains(line + 1));
            }
        });
    }

    [Fact]
    public async Task Mutated_documents_give_a_log_or_the_documented_exception()
    {
        string rows = string.Join(',', Enumerable.Range(0, 4).Select(row => $$"""{"x":"{{row}}","s":[{"c":1,"e":"e","t":"2026-03-01"},{"t":"2026-03-02","e":"f","c":"\u0032"}]}"""));
        string document = $$"""{"before":[1,{"r":[]}],"r":[{{rows}}],"id":"i","after":"r"}""";
        foreach (EventMapping mapping in new[] { Nested, Streamed, Flat })
        {
            await FuzzAsync(mapping == Flat ? $"[{document},{JsonTestText.Line()}]" : document, 2, async bytes =>
            {
                string whole = await ContentAsync(new MemoryStream(bytes), mapping);
                string pieces = await ContentAsync(new ChunkedStream(bytes, 1, 7, 64), mapping);
                Assert.Equal(whole, pieces);
            });
        }
    }

    private static async Task<string> ContentAsync(Stream stream, EventMapping mapping)
    {
        try
        {
            JourneyLog log = await JourneyLog.ReadJsonAsync(stream, mapping);
            Balanced(log);
            return CsvText.Content(log);
        }
        catch (JourneyDataException exception)
        {
            Assert.NotEmpty(exception.Message);
            return $"line {exception.Row.Line}: {exception.Row.Reason}";
        }
    }

    private static async Task FuzzAsync(string text, int seed, Func<byte[], Task> check)
    {
        byte[] valid = Encoding.UTF8.GetBytes(text);
        Random random = new(seed);
        for (int round = 0; round < Rounds; round++)
        {
            List<byte> bytes = [.. valid];
            for (int change = random.Next(1, 6); change > 0 && bytes.Count > 0; change--) Mutate(bytes, random);
            byte[] mutated = [.. bytes.Take(MostBytes)];
            if (mutated is [0x1F, 0x8B, ..]) continue;
            try
            {
                await check(mutated).WaitAsync(TimeSpan.FromMinutes(2));
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Round {round} of seed {seed}: {Encoding.UTF8.GetString(mutated)}", exception);
            }
        }
    }

    private static void Mutate(List<byte> bytes, Random random)
    {
        int place = random.Next(bytes.Count);
        switch (random.Next(6))
        {
            case 0: bytes[place] = (byte)random.Next(256); break;
            case 1: bytes.RemoveAt(place); break;
            case 2: bytes.InsertRange(place, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)])); break;
            case 3: bytes.RemoveRange(place, Math.Min(random.Next(1, 40), bytes.Count - place)); break;
            case 4: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(place, Math.Min(random.Next(1, 80), bytes.Count - place))); break;
            default: bytes.RemoveRange(place, random.Next(8) == 0 ? bytes.Count - place : 1); break;
        }
    }

    private static void Balanced(JourneyLog log)
    {
        Assert.Equal(log.Quality.RowsRead, log.Quality.Accepted + log.Quality.Rejected);
        Assert.Equal(log.EventCount, log.Quality.Accepted);
        Assert.Equal(log.Quality.Rejected, log.Quality.RejectedByReason.Sum(reason => reason.Rows));
    }

    private static byte[][] Lines(byte[] text)
    {
        List<byte[]> lines = [];
        int start = 0;
        for (int place = 0; place < text.Length; place++)
        {
            if (text[place] != (byte)'\n') continue;
            lines.Add(text[start..place]);
            start = place + 1;
        }

        if (start < text.Length) lines.Add(text[start..]);
        return [.. lines];
    }

    /// <summary>What the document model of the shared framework says.</summary>
    private static bool IsObject(byte[] line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
