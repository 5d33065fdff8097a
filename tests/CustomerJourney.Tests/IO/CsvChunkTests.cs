using System.Text;
using CsvHelper;
using CustomerJourney.Events;
using CustomerJourney.IO;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.IO;

public class CsvChunkTests
{
    private static readonly EventMapping Mapping = new()
    {
        Customer = "customer",
        Event = "event",
        Time = "time",
        Sequence = "seq",
        Channel = "channel",
        Score = "score",
        ScoreKind = FeedbackKind.Nps,
        Question = "question",
        Value = "value",
        Currency = "currency",
        EventAttributes = ["page"],
        CustomerAttributes = ["plan"],
    };

    private static readonly string[] LineBreaks = ["\n", "\n", "\r\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\r\r", "\n\r"];

    // Well-formed fields, fields that RFC 4180 does not know, and fields that swallow what comes after them.
    private static readonly Gen<string> Notes = Gen.Frequency(
        (8, Gen.Elements("", "a", "bc", "é世界🎉", "5\" screen", "a\"\"b", "\"\"", "\"x\"")),
        (8, Gen.Elements("\"a,b\"", "\"a\nb\"", "\"a\r\nb\"", "\"a\rb\"", "\"he said \"\"no\"\"\"", "\"\"\"\"", "\"\r\"", "\"\n\"", "\",\"", "\"\n\n\"\"\r\n,\"")),
        (1, Gen.Elements("\"a\"b", "\"a\" \"b", "\"a\"\"", "\"", "x\"", "\"a\"b\"c,d\"", "\uFEFF")));

    private static readonly Gen<string> Rows =
        from customer in Gen.Choose(0, 12)
        from name in Gen.Elements("open", "click", "\"buy, now\"", "\"two\nlines\"", "a long name of an event", "")
        from hour in Gen.Choose(0, 23)
        from good in Gen.Choose(0, 9)
        from number in Gen.Choose(0, 99)
        from notes in Notes.ArrayOf(2)
        from end in Gen.Elements(LineBreaks)
        let time = good == 0 ? "yesterday" : $"2026-03-{(number % 9) + 1:00}T{hour:00}:00:00Z"
        let score = number % 3 == 0 ? $"{number % 11}" : ""
        let value = number % 4 == 0 ? $"{number}.5" : ""
        let sequence = number % 5 == 0 ? $"{number}" : ""
        let more = good == 1 ? ",more" : ""
        select $"\"c{customer}\",{name},{time},{sequence},{(number % 7 == 0 ? "web" : "")},{score},{notes[0]},{value},EUR,{notes[1]},p{number % 3}{more}{end}";

    private static readonly Gen<string> Tables =
        from mark in Gen.Elements("", "", "\uFEFF")
        from blank in Gen.Elements("", "", "\n\r\n")
        from rows in Gen.Choose(0, 60).SelectMany(count => Rows.ArrayOf(count))
        from isCut in Gen.Choose(0, 2)
        let text = $"{mark}{blank}customer,\"event\",time,seq,channel,score,question,value,currency,page,plan\r\n{string.Concat(rows)}"
        select isCut == 0 ? text.TrimEnd('\r', '\n') : text;

    private static readonly Arbitrary<(int Size, int Threads)> Cuts =
        Gen.Choose(16, 700).SelectMany(size => Gen.Choose(1, 4).Select(threads => (size, threads))).ToArbitrary();

    [Fact]
    public void Chunks_and_threads_change_no_bit_of_a_log_and_no_word_of_its_report() =>
        Prop.ForAll(Tables.ToArbitrary(), Cuts, Gen.Elements(DuplicateEvents.Keep, DuplicateEvents.Drop, DuplicateEvents.Reject).ToArbitrary(), (text, cut, duplicates) =>
        {
            ReadOptions options = new() { Duplicates = duplicates, MaxListedRows = 7 };
            JourneyLog whole = Read(text, options with { MaxDegreeOfParallelism = 1 }, 1 << 20);
            JourneyLog parts = Read(text, options with { MaxDegreeOfParallelism = cut.Threads }, cut.Size);
            LogColumnsComparer.Same(whole, parts);
            Assert.Equal(CsvText.Content(whole), CsvText.Content(parts));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Strict_reading_tells_the_first_bad_row_of_the_file_whatever_thread_meets_one_first() =>
        Prop.ForAll(Tables.ToArbitrary(), Cuts, (text, cut) =>
        {
            ReadOptions strict = new() { Strict = true };
            RejectedRow? whole = FirstBad(text, strict with { MaxDegreeOfParallelism = 1 }, 1 << 20);
            Assert.Equal(whole, FirstBad(text, strict with { MaxDegreeOfParallelism = cut.Threads }, cut.Size));
            if (whole is not null) Assert.Equal(whole, Read(text, ReadOptions.Default, 1 << 20).Quality.FirstRejected[0]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Records_end_where_the_tokenizer_ends_them() =>
        Prop.ForAll(Gen.Elements("\"", "\"", "\"\"", ",", "\n", "\r\n", "\r", "a", "bc", " ", ",\"", "\",", "\"\n", new string('x', 61)).ArrayOf(80).Select(string.Concat).ToArbitrary(), text =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            List<string> rows = Records(bytes);

            // Whatever is cut off at the end found, both pieces must have the records of the whole.
            for (int length = 0; length <= bytes.Length; length++)
            {
                RecordScan scan = new RecordScanner((byte)',', (byte)'"').Scan(bytes.AsSpan(0, length));
                Assert.Equal(rows, [.. Records(bytes[..scan.End]), .. Records(bytes[scan.End..])]);
                Assert.Equal(LinesBefore(bytes, scan.End), scan.LineBreaks);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void As_much_as_can_be_is_cut_off()
    {
        RecordScanner scanner = new((byte)',', (byte)'"');
        Assert.Equal(4, scanner.Scan("a,b\nc,d"u8).End);
        Assert.Equal(4, scanner.Scan("a,b\n\"c\n"u8).End);
        Assert.Equal(8, scanner.Scan("5\",b\nc\n\nd"u8).End);
        Assert.Equal(0, scanner.Scan("a,b\r"u8).End);
        Assert.Equal(4, scanner.Scan("a,b\rc\r"u8).End);
        Assert.Equal(0, scanner.Scan("\"a\n\n\n"u8).End);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_record_may_be_as_long_as_allowed_and_not_longer_whatever_the_chunks(int threads)
    {
        ReadOptions options = new() { MaxDegreeOfParallelism = threads };
        foreach (int size in (int[])[16, 64, 100, 101, 103, 1000])
        {
            foreach (string end in (string[])["\n", "\r\n", ""])
            {
                string head = "customer,event,time\nc,e,2026-03-01\n", tail = end.Length > 0 ? "c,e,2026-03-01\n" : "";
                string fits = $"c,\"{new string('\n', 100 - "c,\"\",2026-03-01".Length)}\",2026-03-01";
                Assert.Equal(100, fits.Length);
                Assert.Equal(tail.Length > 0 ? 3 : 2, Read($"{head}{fits}{end}{tail}", options, size, CsvText.Plain, longestRecord: 100).EventCount);
                RejectedRow bad = FirstBad($"{head}{fits}x{end}{tail}", options, size, CsvText.Plain, longestRecord: 100)!;
                Assert.Equal((3L, "row"), (bad.Line, bad.Column));
                Assert.StartsWith("is longer than 100 bytes", bad.Reason, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void The_name_that_is_one_too_many_is_the_first_of_the_file()
    {
        StringBuilder text = new("customer,event,time,channel\n");
        for (int row = 0; row < 2000; row++) text.Append(FormattableString.Invariant($"c,e,2026-03-01,{(row * 7) % 256}\n"));
        EventMapping mapping = CsvText.Plain with { Channel = "channel" };
        RejectedRow whole = FirstBad(text.ToString(), new() { MaxDegreeOfParallelism = 1 }, 1 << 20, mapping)!;
        Assert.Equal((257L, "channel"), (whole.Line, whole.Column));
        foreach (int size in (int[])[30, 100, 1000, 20_000])
        {
            foreach (int threads in (int[])[1, 2, 4]) Assert.Equal(whole, FirstBad(text.ToString(), new() { MaxDegreeOfParallelism = threads }, size, mapping));
        }
    }

    [Fact]
    public async Task Text_of_other_encodings_is_cut_as_its_Utf8()
    {
        string text = "customer,event,time\r\n" + string.Concat(Enumerable.Range(0, 200).Select(row => $"José{row % 7},\"ca\"\"fé\n{row % 3}\",2026-03-01\r\n"));
        string expected = CsvText.Content(Read(text, ReadOptions.Default, 1 << 20, CsvText.Plain));
        foreach (Encoding encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.UTF8])
        {
            CsvLogReader reader = new(CsvText.Plain, CsvFormat.Default, ReadOptions.Default, "the text") { ChunkSize = 50 };
            JourneyLog log = await reader.ReadAsync(new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]), CancellationToken.None);
            Assert.Equal(expected, CsvText.Content(log));
        }
    }

    [Fact]
    public void Threads_can_be_chosen_and_are_at_least_one()
    {
        Assert.Null(ReadOptions.Default.MaxDegreeOfParallelism);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOptions { MaxDegreeOfParallelism = 0 });
    }

    private static JourneyLog Read(string text, ReadOptions options, int chunkSize, EventMapping? mapping = null, int longestRecord = 1 << 20)
    {
        CsvLogReader reader = new(mapping ?? Mapping, CsvFormat.Default, options, "the text") { ChunkSize = chunkSize, LongestRecord = longestRecord };
        return Task.Run(() => reader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), CancellationToken.None)).GetAwaiter().GetResult();
    }

    private static RejectedRow? FirstBad(string text, ReadOptions options, int chunkSize, EventMapping? mapping = null, int longestRecord = 1 << 20)
    {
        try
        {
            Read(text, options, chunkSize, mapping, longestRecord);
            return null;
        }
        catch (JourneyDataException exception)
        {
            return exception.Row;
        }
    }

    private static List<string> Records(byte[] text)
    {
        using CsvReader reader = CsvReader.Create(text, new CsvReaderOptions { Separator = ',', HasHeader = false });
        List<string> records = [];
        while (reader.Read()) records.Add(Encoding.UTF8.GetString(reader.RawRecord));
        return records;
    }

    private static long LinesBefore(byte[] text, int end)
    {
        long lines = 0;
        for (int index = 0; index < end; index++)
        {
            if (text[index] == '\n' || (text[index] == '\r' && !(index + 1 < end && text[index + 1] == '\n'))) lines++;
        }

        return lines;
    }
}
