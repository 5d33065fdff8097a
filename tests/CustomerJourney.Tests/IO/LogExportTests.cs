using System.Globalization;
using System.Text;
using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.IO;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.IO;

public class LogExportTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly JourneyLog Small = JourneyLog.From(
    [
        new JourneyEvent { Customer = "b", Event = "visit, long", At = Noon.AddHours(1), StartedAt = Noon, Attributes = Of(("page", "say \"hi\""), ("plan", "e")) },
        new JourneyEvent
        {
            Customer = "b", Event = "rate", At = Noon.AddHours(2).AddTicks(1), Id = "r1", Sequence = 3, Channel = "web", RecordedAt = Noon.AddDays(1), Feedback = new Feedback(FeedbackKind.Nps, 9.5, "q", "a"),
            Value = -12.5m, Currency = "EUR", CustomerAttributes = Of(("plan", "pro")),
        },
        new JourneyEvent { Customer = "ä", Event = "=1+1", At = Noon.AddMilliseconds(5), Attributes = Of(("time", "-5")) },
    ]);

    [Fact]
    public async Task Columns_have_a_fixed_order_and_the_mapping_reads_them_back()
    {
        using MemoryStream stream = new();
        LogExport export = await Small.WriteCsvAsync(stream);
        Assert.Equal(
            "customer,event,time,started_at,recorded_at,id,sequence,channel,score,score_kind,question,about,value,currency,page,plan,event.time,customer.plan\r\n"
            + "b,\"visit, long\",2026-03-01T13:00:00Z,2026-03-01T12:00:00Z,,,,,,,,,,,\"say \"\"hi\"\"\",e,,pro\r\n"
            + "b,rate,2026-03-01T14:00:00.0000001Z,2026-03-01T14:00:00.0000001Z,2026-03-02T12:00:00Z,r1,3,web,9.5,Nps,q,a,-12.5,EUR,,,,pro\r\n"
            + "ä,=1+1,2026-03-01T12:00:00.005Z,2026-03-01T12:00:00.005Z,,,,,,,,,,,,,-5,\r\n",
            Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal((3L, 0L, 0L, 0L, true), (export.Events, export.CustomersWithoutEvents, export.EmptyValues, export.CellsMadeSafe, export.IsLossless));
        stream.Position = 0;
        LogColumnsComparer.Same(Small, await JourneyLog.ReadCsvAsync(stream, export.Mapping));
    }

    [Fact]
    public async Task JSON_Lines_hold_the_same_with_attributes_of_their_own_names()
    {
        using MemoryStream stream = new();
        LogExport export = await Small.WriteJsonLinesAsync(stream);
        Assert.Equal(
            """{"customer":"b","event":"visit, long","time":"2026-03-01T13:00:00Z","started_at":"2026-03-01T12:00:00Z","attributes":{"page":"say \u0022hi\u0022","plan":"e"},"customer_attributes":{"plan":"pro"}}""" + "\n"
            + """{"customer":"b","event":"rate","time":"2026-03-01T14:00:00.0000001Z","started_at":"2026-03-01T14:00:00.0000001Z","recorded_at":"2026-03-02T12:00:00Z","id":"r1","sequence":3,"channel":"web","score":9.5,"score_kind":"Nps","question":"q","about":"a","value":-12.5,"currency":"EUR","customer_attributes":{"plan":"pro"}}""" + "\n"
            + """{"customer":"ä","event":"=1\u002B1","time":"2026-03-01T12:00:00.005Z","started_at":"2026-03-01T12:00:00.005Z","attributes":{"time":"-5"}}""" + "\n",
            Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal(["attributes.page", "attributes.plan", "attributes.time"], export.Mapping.EventAttributes);
        Assert.Equal(["customer_attributes.plan"], export.Mapping.CustomerAttributes);
        Assert.Contains(AttributeName.For("attributes.page", "page"), export.Mapping.AttributeNames);
    }

    [Fact]
    public void Any_log_is_read_back_from_CSV_as_it_was() => Prop.ForAll(LogGenerator.Events, events => CsvReadsBack(LogOf(events))).QuickCheckThrowOnFailure();

    [Fact]
    public void So_is_one_full_of_duplicates_and_ties() => Prop.ForAll(LogGenerator.EventsWithDuplicates, events => CsvReadsBack(LogOf(events))).QuickCheckThrowOnFailure();

    [Fact]
    public void So_is_one_with_any_names_in_any_format() =>
        Prop.ForAll(HostileLogs.Events.ToArbitrary(), Gen.Elements(",\"", ";'", "\t\"", "-:", ".\"", "1a", "TZ").ToArbitrary(), Gen.Elements("", "de-DE", "sv-SE").ToArbitrary(), (events, characters, culture) =>
            CsvReadsBack(LogOf(events), new CsvFormat { Separator = characters[0], Quote = characters[1], Culture = CultureInfo.GetCultureInfo(culture) })).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_log_is_in_its_JSON_Lines_as_it_was() =>
        Prop.ForAll(HostileLogs.Events.ToArbitrary(), events =>
        {
            JourneyLog log = LogOf(events);
            using MemoryStream stream = new();
            log.WriteJsonLinesAsync(stream).GetAwaiter().GetResult();
            string[] lines = Encoding.UTF8.GetString(stream.ToArray()).Split('\n');
            Assert.Equal(log.EventCount + 1, lines.Length);
            LogColumnsComparer.Same(log, JourneyLog.From(lines.SkipLast(1).Select(EventOf)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void And_read_back_from_them_by_the_mapping() =>
        Prop.ForAll(HostileLogs.Events.ToArbitrary(), events => JsonReadsBack(LogOf(events))).QuickCheckThrowOnFailure();

    [Fact]
    public void Other_logs_are_read_back_from_JSON_Lines_too()
    {
        Prop.ForAll(LogGenerator.Events, events => JsonReadsBack(LogOf(events))).QuickCheckThrowOnFailure();
        Prop.ForAll(LogGenerator.EventsWithDuplicates, events => JsonReadsBack(LogOf(events))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Names_that_look_like_formulas_are_made_safe_where_that_is_asked_for()
    {
        JourneyLog log = JourneyLog.From(
        [
            new JourneyEvent { Customer = "=cmd()", Event = "-5", At = Noon, Value = -5, Attributes = Of(("@name", "\tx"), ("b", "＋1")) },
            new JourneyEvent { Customer = "plain", Event = "+a", At = Noon },
        ]);
        using MemoryStream stream = new();
        LogExport export = await log.WriteCsvAsync(stream, options: new LogExportOptions { FormulaSafe = true });
        Assert.Equal(
            "customer,event,time,value,'@name,b\r\n'=cmd(),-5,2026-03-01T12:00:00Z,-5,\"'\tx\",'＋1\r\nplain,'+a,2026-03-01T12:00:00Z,,,\r\n",
            Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal((4L, false), (export.CellsMadeSafe, export.IsLossless));
        stream.Position = 0;
        JourneyLog read = await JourneyLog.ReadCsvAsync(stream, export.Mapping);
        Assert.Equal(["'=cmd()", "plain"], read.CustomerIds);
        Assert.Equal(["@name", "b"], read.Schema.EventAttributes);
    }

    [Fact]
    public async Task What_a_table_cannot_carry_is_counted()
    {
        JourneyLog log = JourneyLog.From(
            [
                new JourneyEvent { Customer = "c", Event = "first", At = Noon.AddDays(-1), Attributes = Of(("a", "")) },
                new JourneyEvent { Customer = "c", Event = "second", At = Noon.AddDays(-1) },
                new JourneyEvent { Customer = "c", Event = "fourth", At = Noon, CustomerAttributes = Of(("p", "")) },
                new JourneyEvent { Customer = "c", Event = "third", At = Noon, Sequence = -2 },
                new JourneyEvent { Customer = "d", Event = "x", At = Noon, Sequence = 60 },
                new JourneyEvent { Customer = "d", Event = "y", At = Noon, Sequence = 61 },
            ],
            [new CustomerProfile { Customer = "nobody" }]);
        foreach (LogExport export in new[] { await log.WriteCsvAsync(Stream.Null), await log.WriteJsonLinesAsync(Stream.Null) })
            Assert.Equal((6L, 1L, 2L, false), (export.Events, export.CustomersWithoutEvents, export.EmptyValues, export.IsLossless));
    }

    [Fact]
    public async Task Customers_that_look_like_comments_are_no_comments()
    {
        JourneyLog log = JourneyLog.From([new JourneyEvent { Customer = "#anna", Event = "#e", At = Noon }, new JourneyEvent { Customer = "bob", Event = "e", At = Noon }]);
        CsvFormat format = new() { Comment = '#' };
        using MemoryStream stream = new();
        LogExport export = await log.WriteCsvAsync(stream, format);
        stream.Position = 0;
        LogColumnsComparer.Same(log, await JourneyLog.ReadCsvAsync(stream, export.Mapping, format));
        Assert.True(export.IsLossless);
    }

    [Fact]
    public async Task A_log_without_events_is_a_header()
    {
        using MemoryStream stream = new();
        LogExport export = await JourneyLog.From([]).WriteCsvAsync(stream);
        Assert.Equal("customer,event,time\r\n", Encoding.UTF8.GetString(stream.ToArray()));
        stream.Position = 0;
        LogColumnsComparer.Same(JourneyLog.From([]), await JourneyLog.ReadCsvAsync(stream, export.Mapping));
        using MemoryStream json = new();
        await JourneyLog.From([]).WriteJsonLinesAsync(json);
        Assert.Equal(0, json.Length);
    }

    [Fact]
    public async Task Other_encodings_are_written_or_refused()
    {
        CsvFormat utf16 = new() { Encoding = Encoding.Unicode };
        using MemoryStream stream = new();
        LogExport export = await Small.WriteCsvAsync(stream, utf16);
        stream.Position = 0;
        LogColumnsComparer.Same(Small, await JourneyLog.ReadCsvAsync(stream, export.Mapping, utf16));
        JourneyLog wide = JourneyLog.From([new JourneyEvent { Customer = "世", Event = "e", At = Noon }]);
        await Assert.ThrowsAsync<EncoderFallbackException>(() => wide.WriteCsvAsync(new MemoryStream(), new CsvFormat { Encoding = Encoding.Latin1 }));
    }

    [Theory]
    [InlineData(".gz", new byte[] { 0x1F, 0x8B })]
    [InlineData(".br", null)]
    [InlineData("", null)]
    public async Task Files_are_compressed_as_their_names_say_and_read_back(string ending, byte[]? begin)
    {
        string folder = Directory.CreateTempSubdirectory("export").FullName;
        try
        {
            string csv = Path.Combine(folder, $"log.csv{ending}"), json = Path.Combine(folder, $"log.jsonl{ending}"), xes = Path.Combine(folder, $"log.xes{ending}");
            LogExport ofCsv = await Small.WriteCsvAsync(csv), ofJson = await Small.WriteJsonLinesAsync(json);
            await Small.WriteXesAsync(xes);
            LogColumnsComparer.Same(Small, await JourneyLog.ReadCsvAsync(csv, ofCsv.Mapping));
            LogColumnsComparer.Same(Small, await JourneyLog.ReadJsonLinesAsync(json, ofJson.Mapping));
            LogColumnsComparer.Same(Small, await JourneyLog.ReadXesAsync(xes));
            foreach (string file in new[] { csv, json, xes })
            {
                byte[] bytes = await File.ReadAllBytesAsync(file);
                if (begin is not null) Assert.Equal(begin, bytes[..begin.Length]);
                Assert.Equal(ending.Length == 0, Encoding.UTF8.GetString(bytes).Contains("visit, long", StringComparison.Ordinal));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static TheoryData<CsvFormat, string> FormatsThatCannotBeWritten => new()
    {
        { new() { SkippedLines = 1 }, "CsvFormat.SkippedLines, which is 1" },
        { new() { Entry = "events.csv" }, "CsvFormat.Entry, which is 'events.csv'" },
        { new() { Compression = TextCompression.Zip }, "CsvFormat.Compression for Zip" },
        { new() { Compression = TextCompression.Gzip }, "asks for the compression None" },
    };

    [Theory]
    [MemberData(nameof(FormatsThatCannotBeWritten))]
    public async Task What_could_not_be_read_back_in_its_format_is_refused(CsvFormat format, string said)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Assert.Contains(said, (await Assert.ThrowsAsync<ArgumentException>(nameof(format), () => Small.WriteCsvAsync(path, format))).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task Files_appear_whole_or_not_at_all()
    {
        string folder = Directory.CreateTempSubdirectory("export").FullName;
        try
        {
            string csv = Path.Combine(folder, "log.csv.gz"), json = Path.Combine(folder, "log.jsonl");
            LogExport export = await Small.WriteCsvAsync(csv);
            LogColumnsComparer.Same(Small, await JourneyLog.ReadCsvAsync(csv, export.Mapping));
            await Small.WriteJsonLinesAsync(json);
            Assert.Equal(3, (await File.ReadAllLinesAsync(json)).Length);
            JourneyLog large = JourneyLog.From(Enumerable.Range(0, 140_000).Select(number => new JourneyEvent { Customer = "c", Event = "e", At = Noon.AddMinutes(number) }));
            using CancellationTokenSource stop = new();
            LogExportOptions options = new() { Progress = new XesReadingTests.Told(_ => stop.Cancel()) };
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large.WriteCsvAsync(csv, options: options, cancellationToken: stop.Token));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large.WriteJsonLinesAsync(json, options, stop.Token));
            Assert.Equal([csv, json], Directory.GetFiles(folder).Order(StringComparer.Ordinal));
            Assert.Equal(3, (await JourneyLog.ReadCsvAsync(csv, export.Mapping)).EventCount);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_format_that_could_not_be_read_back_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Small.WriteCsvAsync(Stream.Null, new CsvFormat { HasHeader = false }));
        await Assert.ThrowsAsync<ArgumentException>(() => Small.WriteCsvAsync(Stream.Null, new CsvFormat { Separator = '"' }));
        await Assert.ThrowsAsync<ArgumentException>(() => Small.WriteCsvAsync(new MemoryStream([], writable: false)));
        await Assert.ThrowsAsync<ArgumentException>(() => Small.WriteCsvAsync(""));
    }

    [Theory]
    [InlineData("NPS", FeedbackKind.Nps)]
    [InlineData("ces", FeedbackKind.Ces)]
    [InlineData("", FeedbackKind.Csat)]
    [InlineData("None", FeedbackKind.None)]
    public async Task A_column_tells_the_kind_of_each_score(string kind, FeedbackKind expected)
    {
        EventMapping mapping = CsvText.Plain with { Score = "score", ScoreKind = FeedbackKind.Csat, ScoreKindColumn = "kind" };
        JourneyLog log = await CsvText.ReadAsync($"customer,event,time,score,kind\nc,e,2026-03-01,5,{kind}\nc,e,2026-03-02,,Stars", mapping);
        Assert.Equal(expected, log.TraceOf(0)[0].Feedback!.Value.Kind);
        RejectedRow row = await CsvText.RejectedAsync("customer,event,time,score,kind\nc,e,2026-03-01,5,Stars", mapping);
        Assert.Equal(("kind", "is not a kind of feedback: None, Nps, Csat, Ces, Emotion, EmployeeNps, Ces1"), (row.Column, row.Reason));
        JourneyDefinitionException alone = await Assert.ThrowsAsync<JourneyDefinitionException>(() => CsvText.ReadAsync("", CsvText.Plain with { ScoreKindColumn = "kind" }));
        Assert.Contains("ScoreKindColumn needs Score", alone.Message, StringComparison.Ordinal);
    }

    /// <summary>A log remembers values of customer attributes that a later event replaced; nothing has them, so no export carries them.</summary>
    private static JourneyLog LogOf(JourneyEvent[] events) => JourneyLog.From(events).WithoutCustomers([]);

    private static bool CsvReadsBack(JourneyLog log, CsvFormat? format = null) => Task.Run(async () =>
    {
        using MemoryStream stream = new();
        LogExport export = await log.WriteCsvAsync(stream, format);
        stream.Position = 0;
        LogColumnsComparer.Same(log, await JourneyLog.ReadCsvAsync(stream, export.Mapping, format));
        return export.IsLossless && export.Events == log.EventCount;
    }).GetAwaiter().GetResult();

    private static bool JsonReadsBack(JourneyLog log) => Task.Run(async () =>
    {
        using MemoryStream stream = new();
        LogExport export = await log.WriteJsonLinesAsync(stream);
        stream.Position = 0;
        LogColumnsComparer.Same(log, await JourneyLog.ReadJsonLinesAsync(stream, export.Mapping));
        return export.IsLossless && export.Events == log.EventCount;
    }).GetAwaiter().GetResult();

    private static JourneyEvent EventOf(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement row = document.RootElement;
        return new JourneyEvent
        {
            Customer = Text("customer")!,
            Event = Text("event")!,
            At = Time("time")!.Value,
            StartedAt = Time("started_at"),
            RecordedAt = Time("recorded_at"),
            Id = Text("id"),
            Sequence = row.TryGetProperty("sequence", out JsonElement sequence) ? sequence.GetInt64() : null,
            Channel = Text("channel"),
            Feedback = row.TryGetProperty("score", out JsonElement score) ? new Feedback(Enum.Parse<FeedbackKind>(Text("score_kind")!), score.GetDouble(), Text("question"), Text("about")) : null,
            Value = row.TryGetProperty("value", out JsonElement value) ? value.GetDecimal() : null,
            Currency = Text("currency"),
            Attributes = Named("attributes"),
            CustomerAttributes = Named("customer_attributes"),
        };

        string? Text(string name) => row.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

        DateTimeOffset? Time(string name) => row.TryGetProperty(name, out JsonElement value) ? value.GetDateTimeOffset() : null;

        Dictionary<string, string> Named(string name) => row.TryGetProperty(name, out JsonElement value) ? value.EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetString()!) : [];
    }

    private static Dictionary<string, string> Of(params (string Name, string Value)[] values) => values.ToDictionary(value => value.Name, value => value.Value);
}
