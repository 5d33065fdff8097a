using System.IO.Compression;
using System.Text;
using CustomerJourney.Events;
using CustomerJourney.IO;
using static CustomerJourney.Tests.IO.XesText;

namespace CustomerJourney.Tests.IO;

public class XesReadingTests
{
    [Fact]
    public async Task A_trace_is_a_customer_and_its_attributes_are_theirs()
    {
        JourneyLog log = await ReadAsync(Log($"""
            <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
            <string key="concept:name" value="the name of the log"/>
            <trace><string key="concept:name" value="b"/><string key="plan" value="pro"/>{Event("open", "10:00", null, "org:resource=Ann")}{Event("buy", "11:00")}</trace>
            <trace><string key="concept:name" value="a"/><int key="age" value="7"/></trace>
            """));
        Assert.Equal(["b open 10:00 org:resource=Ann", "b buy 11:00"], Lines(log));
        Assert.Equal(["a", "b"], log.CustomerIds);
        Assert.Equal(["age", "plan"], log.Schema.CustomerAttributes);
        Assert.Equal(("7", null), (log.TraceOf(0).Attribute("age"), log.TraceOf(0).Attribute("plan")));
        Assert.Equal("pro", log.TraceOf(1).Attribute("plan"));
        Assert.Equal((2L, 2L, 0L), (log.Quality.RowsRead, log.Quality.Accepted, log.Quality.Rejected));
        Assert.Empty(log.Quality.SourceCounts);
    }

    [Fact]
    public async Task Traces_of_one_name_are_one_customer() =>
        Assert.Equal(["c x 09:00", "c y 10:00"], Lines(await ReadAsync(Log(
            $"<trace><string key=\"concept:name\" value=\"c\"/>{Event("y", "10:00")}</trace><trace><string key=\"concept:name\" value=\"c\"/>{Event("x", "09:00")}</trace>"))));

    [Theory]
    [InlineData("2026-03-01T12:00:00Z", "12:00:00.0000000")]
    [InlineData("2026-03-01T12:00:00.123+02:00", "10:00:00.1230000")]
    [InlineData("2026-03-01T12:00:00.123456789-01:30", "13:30:00.1234567")]
    [InlineData("2026-03-01T12:00:00", "11:00:00.0000000")]
    public async Task Times_without_a_zone_are_those_of_the_format(string time, string expected)
    {
        XesFormat berlin = XesFormat.Default with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };
        JourneyLog log = await ReadAsync(Trace($"<event><string key='concept:name' value='e'/><date key='time:timestamp' value='{time}'/></event>"), berlin);
        Assert.Equal(expected, $"{new DateTime(log.Columns.Ticks.Single()):HH:mm:ss.fffffff}");
    }

    [Fact]
    public async Task Namespace_prefixes_encodings_and_compression_do_not_matter()
    {
        string text = "<?xml version=\"1.0\" encoding=\"utf-16\"?><x:log xmlns:x=\"http://www.xes-standard.org/\"><x:trace><x:string key=\"concept:name\" value=\"ä\"/><x:event>"
            + "<x:string key=\"concept:name\" value=\"&#xE9;&amp;\"/><x:date key=\"time:timestamp\" value=\"2026-03-01T12:00:00Z\"/></x:event></x:trace></x:log>";
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]);
        compressed.Position = 0;
        JourneyLog log = await JourneyLog.ReadXesAsync(new ChunkedStream(compressed.ToArray(), [1, 7, 3]));
        Assert.Equal(["ä é& 12:00"], Lines(log));
        Assert.True(compressed.CanRead);
    }

    [Fact]
    public async Task Elements_of_other_namespaces_are_passed_over_and_counted()
    {
        JourneyLog log = await ReadAsync(Trace(Event("x", "09:00") + "<o:event xmlns:o='urn:other'><o:string key='concept:name' value='y'/></o:event><note/>text"));
        Assert.Equal(["c x 09:00"], Lines(log));
        Assert.Equal("2 elements that XES does not have there passed over", Counts(log));
    }

    [Fact]
    public async Task Columns_are_found_by_their_keys()
    {
        XesFormat format = XesFormat.Default with
        {
            Customer = "account",
            Event = "Activity",
            StartedAt = "start_timestamp",
            Channel = "channel",
            Score = "nps",
            ScoreKind = FeedbackKind.Nps,
            Question = "survey",
            Value = "amount",
            Currency = "currency",
            Id = "uid",
            EventAttributes = ["org:resource", "absent"],
            CustomerAttributes = ["plan"],
        };
        JourneyLog log = await ReadAsync(
            Log($"""
                <trace><string key="account" value="A"/><string key="plan" value="pro"/><string key="channel" value="shop"/><string key="currency" value="EUR"/><string key="other" value="-"/>
                {Event("-", "10:00", null, "Activity=buy", "amount=1.25E7", "uid=1", "org:resource=Ann", "start_timestamp=2026-03-01T09:00:00Z")}
                {Event("-", "11:00", null, "Activity=rate", "nps=9.5", "survey=s1", "channel=web", "uid=2")}
                </trace>
                """),
            format);
        Assert.Equal(["A buy 09:00-10:00 org:resource=Ann", "A rate 11:00"], Lines(log));
        Assert.Equal(["absent", "org:resource"], log.Schema.EventAttributes);
        Assert.Equal(["plan"], log.Schema.CustomerAttributes);
        Assert.Equal((12_500_000m, "EUR"), (log.TraceOf(0)[0].ExactValue!.Value, log.TraceOf(0)[0].Currency));
        Assert.Equal(new Feedback(FeedbackKind.Nps, 9.5, "s1"), log.TraceOf(0)[1].Feedback);
        Assert.Equal(["shop", "web"], log.Schema.Channels);
        Assert.Equal("1 2", string.Join(' ', log.Columns.Ids!));
    }

    [Fact]
    public async Task A_classifier_of_the_document_names_events()
    {
        string classifiers = "<classifier name='by both' keys=\"concept:name 'org resource'\"/><classifier name='by trace' scope='trace' keys='x'/>";
        string events = $"<trace><string key='concept:name' value='c'/>{Event("x", "09:00", null, "org resource=Ann")}{Event("y", "10:00")}</trace>";
        Assert.Equal(
            ["c x+Ann 09:00 concept:name=x org resource=Ann", "c y+ 10:00 concept:name=y"],
            Lines(await ReadAsync(Log(classifiers + events), XesFormat.Default with { Classifier = "by both" })));
        JourneyDefinitionException missing = await Assert.ThrowsAsync<JourneyDefinitionException>(() => ReadAsync(Log(classifiers + events), XesFormat.Default with { Classifier = "by trace" }));
        Assert.Contains("'by trace' before its traces; it has 'by both'", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attributes_inside_of_attributes_are_passed_over_and_counted_or_read_by_their_paths()
    {
        string document = Trace("""
            <event><string key="concept:name" value="e"><string key="meta" value="m"><int key="deep" value="1"/></string></string><date key="time:timestamp" value="2026-03-01T12:00:00Z"/>
            <list key="items"><values><string key="item" value="i1"/><string key="item" value="i2"/><string key="item[2]" value="i3"/><string key="item" value="i4"/></values></list><container key="empty"/></event>
            """);
        JourneyLog without = await ReadAsync(document);
        Assert.Equal(["c e 12:00"], Lines(without));
        Assert.Equal("8 attributes inside of attributes passed over", Counts(without));
        JourneyLog with = await ReadAsync(document, XesFormat.Default with { NestedAttributes = true });
        Assert.Equal(["c e 12:00 concept:name/meta=m concept:name/meta/deep=1 items/item=i1 items/item[2]=i2 items/item[2][2]=i3 items/item[3]=i4"], Lines(with));
        Assert.Empty(with.Quality.SourceCounts);
    }

    [Fact]
    public async Task Global_values_stand_in_only_where_they_are_asked_for()
    {
        string document = Log($"""
            <global scope="trace"><string key="concept:name" value="nobody"/><string key="plan" value="UNKNOWN"/></global><global scope="event"><string key="org:resource" value="someone"/></global>
            <trace>{Event("x", "09:00")}</trace><trace><string key="concept:name" value="c"/>{Event("x", "09:00", null, "org:resource=Ann")}</trace>
            """);
        JourneyLog without = await ReadAsync(document);
        Assert.Equal(["c x 09:00 org:resource=Ann"], Lines(without));
        Assert.Equal(1, without.Quality.Rejected);
        JourneyLog with = await ReadAsync(document, XesFormat.Default with { GlobalValues = true });
        Assert.Equal(["c x 09:00 org:resource=Ann", "nobody x 09:00 org:resource=someone"], Lines(with));
        Assert.Equal("UNKNOWN", with.TraceOf(0).Attribute("plan"));
    }

    [Fact]
    public async Task Reading_can_be_canceled_and_tells_its_progress()
    {
        byte[] document = Encoding.UTF8.GetBytes(Trace(string.Concat(Enumerable.Repeat(Event("x", "09:00"), 70_000))));
        List<long> told = [];
        ReadOptions options = new() { Progress = new Told(told.Add) };
        await JourneyLog.ReadXesAsync(new MemoryStream(document), options: options);
        Assert.Equal([65_536, 70_000], told);
        using CancellationTokenSource stop = new();
        options = new() { Progress = new Told(_ => stop.Cancel()) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => JourneyLog.ReadXesAsync(new MemoryStream(document), options: options, cancellationToken: stop.Token));
    }

    [Fact]
    public async Task A_format_that_contradicts_itself_tells_all_its_problems()
    {
        XesFormat format = new() { Customer = "", Time = "", Score = "nps", EventAttributes = ["a", "a", ""] };
        JourneyDefinitionException exception = await Assert.ThrowsAsync<JourneyDefinitionException>(() => ReadAsync("", format));
        Assert.Equal(5, exception.Problems.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => XesFormat.Default with { MaxDepth = 2 });
        Assert.Throws<ArgumentOutOfRangeException>(() => XesFormat.Default with { MaxCharacters = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => XesFormat.Default with { MaxAttributes = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => XesFormat.Default with { Lifecycle = (XesLifecycle)9 });
        Assert.Equal(new XesFormat { EventAttributes = ["a"] }, new XesFormat { EventAttributes = ["a"] });
    }

    internal sealed class Told(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }
}
