using CustomerJourney.Events;
using CustomerJourney.IO;
using CustomerJourney.Tests.Support;
using static CustomerJourney.Tests.IO.XesText;

namespace CustomerJourney.Tests.IO;

/// <summary>Odd documents. Those of the shared folder have no times, so all their events are rejected; hand-made ones of the same kinds, with times, lie in <c>Data/Xes</c>.</summary>
public class XesEdgeCaseTests
{
    /// <summary>The documents of the shared folder that hold traces or events: rows rejected and elements out of place. All others hold none.</summary>
    private static readonly Dictionary<string, (int Rejected, int OutOfPlace)> WithRows = new()
    {
        ["attributeEventSwapped"] = (1, 0),
        ["attributeTraceSwapped"] = (1, 0),
        ["classifierEventSwapped"] = (1, 0),
        ["classifierTraceSwapped"] = (1, 0),
        ["elementIncorrect"] = (4, 1),
        ["eventCorrectAttributes"] = (4, 0),
        ["eventIdenticalAttributes"] = (4, 0),
        ["eventIncorrectType"] = (4, 0),
        ["eventTooManyAttributes"] = (4, 0),
        ["extensionEventSwapped"] = (1, 0),
        ["extensionIncorrectKey"] = (1, 0),
        ["extensionTraceSwapped"] = (1, 0),
        ["globalEventSwapped"] = (1, 0),
        ["globalTraceSwapped"] = (1, 0),
        ["logOutOfPlace"] = (4, 1),
        ["traceCorrectAttributes"] = (1, 0),
        ["traceEventSwapped"] = (2, 0),
        ["traceOutOfPlace"] = (4, 1),
        ["traceTooManyAttributes"] = (1, 0),
        ["globalIncorrectScope"] = (0, 1),
    };

    [SharedFact("data", "process_logs", "xes_edge_cases")]
    public async Task Every_odd_document_gives_a_log_or_a_clear_error()
    {
        string[] files = Directory.GetFiles(SharedFolder.File("data", "process_logs", "xes_edge_cases"), "*.xes");
        Assert.Equal(71, files.Length);
        foreach (string file in files)
        {
            string name = Path.GetFileNameWithoutExtension(file);
            if (name == "noLog")
            {
                Assert.Contains("not well-formed", (await Assert.ThrowsAsync<JourneyDataException>(() => JourneyLog.ReadXesAsync(file))).Message, StringComparison.Ordinal);
                continue;
            }

            JourneyLog log = await JourneyLog.ReadXesAsync(file);
            (int rejected, int outOfPlace) = WithRows.GetValueOrDefault(name);
            Assert.True(
                (0L, (long)rejected, (long)rejected) == (log.EventCount, log.Quality.Rejected, log.Quality.RowsRead),
                $"{name}: {log.EventCount} events, {log.Quality.Rejected} rejected of {log.Quality.RowsRead}: {log.Quality.ToText()}");
            long passedOver = log.Quality.SourceCounts.Where(count => count.Name.StartsWith("elements", StringComparison.Ordinal)).Sum(count => count.Count);
            Assert.True(outOfPlace == passedOver, $"{name}: {passedOver} elements passed over");
        }
    }

    [Theory]
    [InlineData("attributes-behind-events.xes", "a open 09:00", "late: plan=pro", "")]
    [InlineData("list-without-values.xes", "a open 09:00", "", "4 attributes inside of attributes passed over")]
    [InlineData("nested-attributes.xes", "a open 09:00", "", "2 attributes inside of attributes passed over")]
    [InlineData("elements-out-of-place.xes", "a open 09:00|a buy 10:00", "", "3 elements that XES does not have there passed over")]
    [InlineData("header-behind-traces.xes", "a open 09:00", "", "")]
    [InlineData("no-namespace-no-extensions.xes", "a open 09:00 org:resource=0|a buy 10:00 org:resource=Ann", "", "")]
    [InlineData("odd-attributes-of-elements.xes", "a open 09:00", "", "1 elements that XES does not have there passed over")]
    [InlineData("types-that-do-not-fit.xes", "a open 09:00 flag=yes id=No ID n=1.0.0 whole=0.0", "", "")]
    [InlineData("trace-without-events.xes", "", "a: plan=pro", "")]
    [InlineData("repeated-attributes.xes", "a open 09:00", "", "")]
    public async Task Odd_documents_with_times_give_what_can_be_understood(string file, string events, string customer, string counts)
    {
        JourneyLog log = await JourneyLog.ReadXesAsync(Repository.File("tests", "CustomerJourney.Tests", "Data", "Xes", file));
        Assert.Equal(events, string.Join('|', Lines(log)));
        if (customer.Length > 0) Assert.Equal(customer, $"{log.CustomerIds[^1]}: plan={log.TraceOf(log.CustomerCount - 1).Attribute("plan")}");
        Assert.Equal(counts, Counts(log));
        Assert.Equal(log.Quality.RowsRead, log.Quality.Accepted + log.Quality.Rejected);
    }

    [Fact]
    public async Task Swapped_traces_and_events_are_rejected_one_by_one()
    {
        JourneyLog log = await JourneyLog.ReadXesAsync(Repository.File("tests", "CustomerJourney.Tests", "Data", "Xes", "events-without-traces.xes"));
        Assert.Equal([(2L, "trace"), (6L, "concept:name"), (7L, "trace")], log.Quality.FirstRejected.Select(row => (row.Line, row.Column)));
        JourneyDataException empty = await Assert.ThrowsAsync<JourneyDataException>(() => JourneyLog.ReadXesAsync(Repository.File("tests", "CustomerJourney.Tests", "Data", "Xes", "empty.xes")));
        Assert.Contains("Root element is missing", empty.Message, StringComparison.Ordinal);
    }

    /// <summary>The CSV files of the shared folder hold the wall-clock times of the XES files with a Z behind them; so the zones are taken off here.</summary>
    [SharedFact("data", "process_logs", "receipt.xes.gz")]
    public async Task Real_logs_are_the_same_from_XES_and_from_CSV()
    {
        EventMapping mapping = new() { Customer = "case", Event = "activity", Time = "timestamp", EventAttributes = ["resource"], AttributeNames = [AttributeName.For("resource", "org:resource")] };
        XesFormat format = new() { EventAttributes = ["org:resource"], CustomerAttributes = [] };
        await Same("running-example", mapping, "running-example.xes", format, 42, 6);
        await Same(
            "receipt",
            mapping with { EventAttributes = ["resource", "lifecycle"], AttributeNames = [.. mapping.AttributeNames, AttributeName.For("lifecycle", "lifecycle:transition")] },
            "receipt.xes.gz",
            format with { EventAttributes = ["org:resource", "lifecycle:transition"] },
            8_577,
            1_434);
        await Same(
            "interval_event_log",
            mapping with { StartedAt = "start_timestamp", EventAttributes = [], AttributeNames = [] },
            "interval_event_log.xes",
            format with { StartedAt = "start_timestamp", EventAttributes = null },
            8_109,
            1_266);
    }

    [SharedFact("data", "process_logs", "receipt.xes.gz")]
    public async Task A_real_log_is_read_with_all_it_has()
    {
        JourneyLog log = await JourneyLog.ReadXesAsync(SharedFolder.File("data", "process_logs", "receipt.xes.gz"), new XesFormat { Channel = "channel" });
        Assert.Equal((8_577L, 1_434, 27), (log.EventCount, log.CustomerCount, log.Schema.Events.Count));
        Assert.Equal(["concept:instance", "lifecycle:transition", "org:group", "org:resource"], log.Schema.EventAttributes);
        Assert.Contains("Internet", log.Schema.Channels);
        Assert.Equal("8577 completions without a start, kept", Counts(log));
        Assert.Equal(new DateTimeOffset(2011, 10, 11, 11, 45, 40, 276, TimeSpan.Zero).Ticks, log.TraceOf(log.IndexOf("case-10011")).Ticks[0]);
    }

    private static async Task Same(string csv, EventMapping mapping, string xes, XesFormat format, long events, int customers)
    {
        JourneyLog expected = await JourneyLog.ReadCsvAsync(SharedFolder.File("data", "process_logs", $"{csv}.csv"), mapping);
        await using FileStream file = File.OpenRead(SharedFolder.File("data", "process_logs", xes));
        await using Stream text = xes.EndsWith(".gz", StringComparison.Ordinal) ? new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionMode.Decompress) : file;
        using StreamReader reader = new(text);
        string document = System.Text.RegularExpressions.Regex.Replace(await reader.ReadToEndAsync(), """(<date key="[^"]*" value="[^"]*)[+-]\d\d:\d\d"/>""", "$1\"/>");
        JourneyLog actual = await ReadAsync(document, format);
        Assert.Equal((events, customers, 0L), (actual.EventCount, actual.CustomerCount, actual.Quality.Rejected));
        LogColumnsComparer.Same(expected, actual);
    }
}
