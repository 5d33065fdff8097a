using System.Text;
using System.Xml;
using CustomerJourney.Events;
using CustomerJourney.IO;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.IO;

public class XesWritingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_log_becomes_a_document_with_a_trace_a_customer()
    {
        JourneyLog log = JourneyLog.From(
            [
                new JourneyEvent { Customer = "b", Event = "visit", At = Noon.AddMilliseconds(5), StartedAt = Noon, Attributes = Of(("concept:instance", "7"), ("org:resource", "Ann & \"Bob\" <x>\t\r\n")) },
                new JourneyEvent
                {
                    Customer = "b", Event = "rate", At = Noon.AddTicks(1), Id = "550e8400-e29b-41d4-a716-446655440000", Sequence = 3, Channel = "web", RecordedAt = Noon.AddDays(1),
                    Feedback = new Feedback(FeedbackKind.Nps, 9.5, "q", "a"), Value = -12.5m, Currency = "EUR", Attributes = Of(("ratio", "0.5"), ("zip", "01234"), ("ok", "true"), ("due", "2026-03-05T00:00:00Z")),
                    CustomerAttributes = Of(("age", "42")),
                },
            ],
            [new CustomerProfile { Customer = "a", Attributes = Of(("plan", "")) }]);
        using MemoryStream stream = new();
        await log.WriteXesAsync(stream);
        string text = Encoding.UTF8.GetString(stream.ToArray());
        Golden.Matches(text, "IO", "Golden", "log.xes");
        new XmlDocument { XmlResolver = null }.LoadXml(text);
        stream.Position = 0;
        LogColumnsComparer.Same(log, await JourneyLog.ReadXesAsync(stream));
    }

    [Fact]
    public void Any_log_is_read_back_as_it_was() =>
        Prop.ForAll(LogGenerator.Events, events => ReadBack(LogOf(Normal(events), new CustomerProfile { Customer = "without events" }))).QuickCheckThrowOnFailure();

    [Fact]
    public void So_is_one_full_of_duplicates_and_ties() =>
        Prop.ForAll(LogGenerator.EventsWithDuplicates, events => ReadBack(LogOf(Normal(events)))).QuickCheckThrowOnFailure();

    [Fact]
    public void So_is_one_with_any_names_that_XML_can_hold() =>
        Prop.ForAll(HostileLogs.EventsWithout('\0').ToArbitrary(), events => ReadBack(LogOf(Normal(events)))).QuickCheckThrowOnFailure();

    [Fact]
    public async Task A_file_appears_whole_and_compressed_where_its_name_says_so()
    {
        JourneyLog log = JourneyLog.From([new JourneyEvent { Customer = "c", Event = "e", At = Noon }]);
        string folder = Directory.CreateTempSubdirectory("xes").FullName;
        try
        {
            string plain = Path.Combine(folder, "log.xes"), compressed = Path.Combine(folder, "log.xes.gz");
            await File.WriteAllTextAsync(plain, "before");
            await log.WriteXesAsync(plain);
            await log.WriteXesAsync(compressed);
            Assert.Equal([0x1F, 0x8B], (await File.ReadAllBytesAsync(compressed))[..2]);
            LogColumnsComparer.Same(log, await JourneyLog.ReadXesAsync(plain));
            LogColumnsComparer.Same(log, await JourneyLog.ReadXesAsync(compressed));
            JourneyLog bad = JourneyLog.From([new JourneyEvent { Customer = "\u0001", Event = "e", At = Noon }]);
            await Assert.ThrowsAsync<JourneyDefinitionException>(() => bad.WriteXesAsync(plain));
            Assert.Equal(2, Directory.GetFiles(folder).Length);
            LogColumnsComparer.Same(log, await JourneyLog.ReadXesAsync(plain));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task What_XES_cannot_hold_is_refused_before_anything_is_written()
    {
        JourneyLog log = JourneyLog.From(
        [
            new JourneyEvent { Customer = "c\0", Event = "e\uFFFE", At = Noon, StartedAt = Noon.AddHours(-1), Channel = "\u001B", Attributes = Of(("time:timestamp", "x"), ("lifecycle:transition", "x"), ("a", "\u0002")), CustomerAttributes = Of(("concept:name", "x")) },
        ]);
        using MemoryStream stream = new();
        JourneyDefinitionException exception = await Assert.ThrowsAsync<JourneyDefinitionException>(() => log.WriteXesAsync(stream));
        Assert.Equal(7, exception.Problems.Count);
        Assert.Contains("the customer 'c\0' holds the character U+0000, which XML cannot; rename it, or write CSV, JSON Lines or a snapshot", exception.Problems);
        Assert.Equal(0, stream.Length);
    }

    [SharedFact("data", "process_logs", "receipt.xes.gz")]
    public async Task A_real_log_is_read_back_as_it_was()
    {
        JourneyLog log = await JourneyLog.ReadXesAsync(SharedFolder.File("data", "process_logs", "receipt.xes.gz"), new XesFormat { Channel = "channel" });
        using MemoryStream stream = new();
        await log.WriteXesAsync(stream);
        stream.Position = 0;
        LogColumnsComparer.Same(log, await JourneyLog.ReadXesAsync(stream));
    }

    /// <summary>A log remembers values of customer attributes that a later event replaced; nothing has them, so no export carries them.</summary>
    private static JourneyLog LogOf(JourneyEvent[] events, params CustomerProfile[] customers) => JourneyLog.From(events, customers).WithoutCustomers([]);

    /// <summary>A start that is the time of its event is no start in XES.</summary>
    private static JourneyEvent[] Normal(JourneyEvent[] events) => [.. events.Select(one => one with { StartedAt = one.StartedAt == one.At ? null : one.StartedAt })];

    private static bool ReadBack(JourneyLog log) => Task.Run(async () =>
    {
        using MemoryStream first = new(), second = new();
        await log.WriteXesAsync(first);
        first.Position = 0;
        JourneyLog read = await JourneyLog.ReadXesAsync(first);
        LogColumnsComparer.Same(log, read);
        await read.WriteXesAsync(second);
        return first.ToArray().AsSpan().SequenceEqual(second.ToArray());
    }).GetAwaiter().GetResult();

    private static Dictionary<string, string> Of(params (string Name, string Value)[] values) => values.ToDictionary(value => value.Name, value => value.Value);
}
