using System.Text;
using CustomerJourney.Events;
using CustomerJourney.IO;
using static CustomerJourney.Tests.IO.XesText;

namespace CustomerJourney.Tests.IO;

public class XesRejectionTests
{
    private const string Named = "<string key='concept:name' value='e'/>";
    private const string Timed = "<date key='time:timestamp' value='2026-03-01T12:00:00Z'/>";

    [Theory]
    [InlineData(Timed, "concept:name", "", "is missing; XesFormat.Event names the attribute")]
    [InlineData(Timed + "<string key='concept:name' value=''/>", "concept:name", "", "is empty")]
    [InlineData(Named, "time:timestamp", "", "is missing; XesFormat.Time names the attribute")]
    [InlineData(Named + "<date key='time:timestamp' value='2026-02-30T12:00:00Z'/>", "time:timestamp", "2026-02-30T12:00:00Z", "is not a time that exists")]
    [InlineData(Named + "<date key='time:timestamp' value='2002-0530T09:30:10Z'/>", "time:timestamp", "2002-0530T09:30:10Z", "is not an ISO 8601 time")]
    [InlineData(Named + Timed + "<string key='a' value='1'/><string key='a' value='2'/>", "a", "2", "stands twice with different values")]
    [InlineData(Named + Timed + "<string value='1'/>", "string", "1", "has no key")]
    [InlineData(Named + Timed + "<string key='a'/>", "a", "", "has no value")]
    [InlineData(Named + Timed + "<float key='journey:score' value='many'/>", "journey:score", "many", "is not a finite number")]
    [InlineData(Named + Timed + "<float key='journey:score' value='1'/><string key='journey:score_kind' value='Stars'/>", "journey:score_kind", "Stars", "is not a kind of feedback: None, Nps")]
    [InlineData(Named + Timed + "<float key='journey:value' value='1E-7'/>", "journey:value", "1E-7", "is not an amount")]
    [InlineData(Named + Timed + "<float key='journey:value' value='1E-40'/>", "journey:value", "1E-40", "is not an amount")]
    [InlineData(Named + Timed + "<int key='journey:sequence' value='1.5'/>", "journey:sequence", "1.5", "is not a whole number")]
    [InlineData(Named + Timed + "<date key='journey:recorded_at' value='then'/>", "journey:recorded_at", "then", "is not an ISO 8601 time")]
    public async Task A_bad_event_is_rejected_with_its_line(string inside, string column, string value, string reason)
    {
        string document = $"<log>\n<trace>\n<string key='concept:name' value='c'/>\n<event>\n{inside}\n</event>\n<event>{Named}{Timed}</event></trace></log>";
        JourneyLog log = await ReadAsync(document);
        RejectedRow row = Assert.Single(log.Quality.FirstRejected);
        Assert.Equal((4L, column, value), (row.Line, row.Column, row.Value));
        Assert.StartsWith(reason, row.Reason, StringComparison.Ordinal);
        Assert.Equal((2L, 1L, 1L), (log.Quality.RowsRead, log.Quality.Accepted, log.Quality.Rejected));
        JourneyDataException strict = await Assert.ThrowsAsync<JourneyDataException>(() => ReadAsync(document, options: new ReadOptions { Strict = true }));
        Assert.Equal(row, strict.Row);
    }

    [Fact]
    public async Task Repeated_attributes_of_one_value_do_no_harm() =>
        Assert.Equal(["c e 12:00 a=1"], Lines(await ReadAsync(Trace($"<event>{Named}{Named}{Timed}<string key='a' value='1'/><int key='a' value='1'/></event>"))));

    [Fact]
    public async Task Events_outside_of_traces_or_in_traces_without_a_name_have_no_customer()
    {
        JourneyLog log = await ReadAsync(Log($"<event>{Named}{Timed}</event><trace><event>{Named}{Timed}</event></trace><trace/><trace><string key='concept:name' value=''/></trace><trace><event>{Named}{Timed}</event><string key='concept:name' value='late'/></trace>"));
        Assert.Equal(
            ["trace is missing: the event stands outside of every trace, so it has no customer", "concept:name is missing before the events of the trace", "concept:name is missing before the events of the trace", "concept:name is empty", "concept:name is missing before the events of the trace"],
            log.Quality.FirstRejected.Select(row => $"{row.Column} {row.Reason.Split(", so they")[0]}"));
        Assert.Equal(["late"], log.CustomerIds);
        Assert.Equal((0L, 5L), (log.EventCount, log.Quality.RowsRead));
    }

    [Fact]
    public async Task A_trace_whose_attributes_contradict_each_other_is_rejected_with_its_events()
    {
        JourneyLog log = await ReadAsync(Log($"<trace><string key='concept:name' value='c'/><string key='concept:name' value='d'/><event>{Named}{Timed}</event></trace><trace><string key='concept:name' value='e'/><event>{Named}{Timed}</event><string/></trace>"));
        Assert.Equal(["concept:name stands twice with different values; keys are unique within a trace or event", "string has no key; every attribute of XES has one"], log.Quality.FirstRejected.Select(row => $"{row.Column} {row.Reason}"));
        Assert.Equal(["e e 12:00"], Lines(log));
    }

    [Theory]
    [InlineData("", 1, "not well-formed")]
    [InlineData("<log>\n<trace>\n</log>", 3, "not well-formed")]
    [InlineData("<log>\n<trace>", 2, "not well-formed")]
    [InlineData("<log/>\nmore", 2, "not well-formed")]
    [InlineData("not xml", 1, "not well-formed")]
    [InlineData("<html/>", 1, "is not 'log', the outermost element of XES")]
    [InlineData("<log>\n<string key='a' key='b'/></log>", 2, "not well-formed")]
    [InlineData("<log>&unknown;</log>", 1, "not well-formed")]
    [InlineData("<log><string key='a' value='&#0;'/></log>", 1, "not well-formed")]
    [InlineData("<?xml version='1.0' encoding='no-such'?><log/>", 1, "not well-formed")]
    [InlineData("<!DOCTYPE log [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>\n<log><string key='&b;' value=''/></log>", 1, "DTD")]
    [InlineData("<!DOCTYPE log SYSTEM 'file:///etc/passwd'>\n<log/>", 1, "DTD")]
    public async Task A_document_that_is_no_xes_is_refused_with_its_line(string document, long line, string reason)
    {
        JourneyDataException exception = await Assert.ThrowsAsync<JourneyDataException>(() => ReadAsync(document));
        Assert.Equal(line, exception.Row.Line);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        byte[] document = [.. Encoding.UTF8.GetBytes("<log><string key='a' value='"), 0xFF, .. Encoding.UTF8.GetBytes("'/></log>")];
        await Assert.ThrowsAsync<JourneyDataException>(() => JourneyLog.ReadXesAsync(new MemoryStream(document)));
    }

    [Fact]
    public async Task Limits_hold()
    {
        XesFormat tight = new() { MaxDepth = 6, MaxAttributes = 3, MaxCharacters = 1_000_000 };
        ReadOptions limits = new() { Limits = new() { RecordBytes = 64 * 1024 } };
        await Refused(Trace(string.Concat(Enumerable.Repeat("<list key='l'>", 6)) + string.Concat(Enumerable.Repeat("</list>", 6))), "nested more than 6 deep");
        await Refused(Trace($"<event><string key='a' value='{new string('x', 200_000)}'/></event>"), "longer than 65,536 bytes");
        await Refused(Trace($"<event>{new string(' ', 200_000)}</event>"), "longer than 65,536 bytes");
        await Refused(Trace(Event("e", "09:00", null, "a=1", "b=2")), "more than 3 attributes of one event");
        await Refused(Trace(Event("e", "09:00", null, "a=1") + Event("e", "09:00", null, "b=1") + Event("e", "09:00", null, "c=1") + Event("e", "09:00", null, "d=1")), "more than 3 different event attributes");
        await Refused(Trace(string.Concat(Enumerable.Repeat(Event("e", "09:00"), 10_000))), "not well-formed, or more than is allowed");
        JourneyLog escapes = await ReadAsync(Trace(string.Concat(Enumerable.Repeat(Event("&amp;&#x41;&lt;", "09:00"), 5_000))), tight, limits);
        Assert.Equal(5_000, escapes.EventCount);

        async Task Refused(string document, string reason) =>
            Assert.Contains(reason, (await Assert.ThrowsAsync<JourneyDataException>(() => ReadAsync(document, tight, limits))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deep_nesting_ends_with_a_message_and_not_with_the_stack()
    {
        string document = Trace(string.Concat(Enumerable.Repeat("<list key='l'>", 300_000)));
        foreach (bool nested in new[] { false, true })
            Assert.Contains("nested more than 64 deep", (await Assert.ThrowsAsync<JourneyDataException>(() => ReadAsync(document, new XesFormat { NestedAttributes = nested }))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Duplicates_are_told_with_their_line()
    {
        JourneyLog log = await ReadAsync(Trace("\n" + Event("e", "09:00", null, "identity:id=1") + "\n" + Event("f", "10:00", null, "identity:id=1")), options: new ReadOptions { Duplicates = DuplicateEvents.Reject });
        Assert.Equal((3L, "identity:id"), (log.Quality.FirstRejected.Single().Line, log.Quality.FirstRejected.Single().Column));
    }
}
