using System.Text;
using CustomerJourney.Events;
using CustomerJourney.IO;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.IO;

public sealed class XesFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cj");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Files_are_one_log_however_the_traces_are_shared_out() =>
        Prop.ForAll(Gen.Choose(0, 1_000).ArrayOf(20).ToArbitrary(), Gen.Choose(0, 20).ToArbitrary(), (numbers, cut) => Task.Run(async () =>
        {
            string[] traces = [.. numbers.Select(number => Trace(
                $"c{number % 4}",
                $"<string key=\"plan\" value=\"p{number % 3}\"/>",
                XesText.Event($"e{number % 5}", $"{10 + (number % 3)}:00", number % 2 == 0 ? "start" : null, $"page={number % 6}"),
                XesText.Event($"e{number % 4}", "12:00", number % 2 == 0 ? "complete" : null)))];
            JourneyLog one = await XesText.ReadAsync(XesText.Log(string.Concat(traces)));
            JourneyLog several = await JourneyLog.ReadXesAsync([Write("b.xes", XesText.Log(string.Concat(traces[..cut]))), Write("a.xes", XesText.Log(string.Concat(traces[cut..])))]);
            LogColumnsComparer.Same(one, several);
            Assert.Equal(one.Quality, several.Quality);
        }).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Files_of_a_pattern_come_in_the_order_of_their_paths_with_headers_of_their_own()
    {
        XesFormat format = new() { Classifier = "Name" };
        Write("2.xes", XesText.Log("<classifier name=\"Name\" keys=\"second\"/>" + Trace("c", "", XesText.Event("x", "09:00", null, "second=b", "first=no"))));
        Write("1.xes.gz", TextCompressor.Gzip(Encoding.UTF8.GetBytes(XesText.Log("<classifier name=\"Name\" keys=\"first\"/>" + Trace("c", "", XesText.Event("x", "09:00", null, "first=a"))))));
        JourneyLog log = await JourneyLog.ReadXesAsync(Path.Join(_folder.FullName, "?.xes*"), format);
        Assert.Equal(["a", "b"], log.Columns.Events.Select(code => log.Schema.Events[code]));
        Assert.Equal(["c"], log.CustomerIds);

        string bare = Write("bare.xes", XesText.Trace(XesText.Event("e", "09:00")));
        JourneyDefinitionException exception = await Assert.ThrowsAsync<JourneyDefinitionException>(() => JourneyLog.ReadXesAsync([Path.Join(_folder.FullName, "2.xes"), bare], format));
        Assert.Contains($"'{bare}'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_passed_over_is_counted_over_all_files()
    {
        string document = XesText.Log("<unknown/>" + Trace("c", "", XesText.Event("e", "09:00", "start")));
        JourneyLog log = await JourneyLog.ReadXesAsync([Write("a.xes", document), Write("b.xes", document)]);
        Assert.Equal("2 starts without a completion, kept; 2 elements that XES does not have there passed over", XesText.Counts(log));
    }

    [Fact]
    public async Task Bad_events_and_documents_name_their_file()
    {
        string good = Write("good.xes", XesText.Trace(XesText.Event("e", "09:00"))), bad = Write("bad.xes", XesText.Trace("\n" + XesText.Event("", "09:00")));
        RejectedRow row = Assert.Single((await JourneyLog.ReadXesAsync([good, bad])).Quality.FirstRejected);
        Assert.Equal((bad, 2L, "concept:name"), (row.Source, row.Line, row.Column));
        Assert.Equal(bad, (await Assert.ThrowsAsync<JourneyDataException>(() => JourneyLog.ReadXesAsync([good, bad], options: new() { Strict = true }))).Row.Source);

        foreach (string text in new[] { "<log>", "", "<!DOCTYPE log><log/>", "<html/>" })
        {
            string broken = Write("broken.xes", text);
            JourneyDataException data = await Assert.ThrowsAsync<JourneyDataException>(() => JourneyLog.ReadXesAsync([good, broken]));
            Assert.Equal((broken, "XML"), (data.Row.Source, data.Row.Column));
        }

        string cut = Write("cut.xes.gz", TextCompressor.Gzip("<log/>"u8)[..^3]);
        Assert.StartsWith(cut, (await Assert.ThrowsAsync<InvalidDataException>(() => JourneyLog.ReadXesAsync([good, cut]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_of_attributes_is_of_the_log()
    {
        // An event has its name and time as attributes, too.
        string a = Write("a.xes", XesText.Trace(XesText.Event("e", "09:00", null, "k1=1", "k2=2"))), b = Write("b.xes", XesText.Trace(XesText.Event("e", "09:00", null, "k3=3", "k4=4")));
        string c = Write("c.xes", XesText.Trace(XesText.Event("e", "09:00", null, "k4=4", "k5=5")));
        Assert.Equal(3, (await JourneyLog.ReadXesAsync([a, b, c], new() { MaxAttributes = 5 })).EventCount);
        Assert.Equal((c, "attributes", "k5"), Place(await Assert.ThrowsAsync<JourneyDataException>(() => JourneyLog.ReadXesAsync([a, b, c], new() { MaxAttributes = 4 }))));

        static (string?, string, string) Place(JourneyDataException exception) => (exception.Row.Source, exception.Row.Column, exception.Row.Value);
    }

    [Fact]
    public async Task There_must_be_files_and_each_once()
    {
        string a = Write("a.xes", XesText.Log(""));
        await Assert.ThrowsAsync<ArgumentNullException>("paths", () => JourneyLog.ReadXesAsync((IEnumerable<string>)null!));
        await Assert.ThrowsAsync<ArgumentException>("paths", () => JourneyLog.ReadXesAsync(Array.Empty<string>()));
        await Assert.ThrowsAsync<ArgumentException>("paths", () => JourneyLog.ReadXesAsync([a, a]));
        await Assert.ThrowsAsync<FileNotFoundException>(() => JourneyLog.ReadXesAsync(Path.Join(_folder.FullName, "*.none")));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => JourneyLog.ReadXesAsync([a], cancellationToken: new(canceled: true)));
    }

    [Fact]
    public async Task Progress_counts_the_events_of_all_files()
    {
        string document = XesText.Trace(string.Concat(Enumerable.Repeat(XesText.Event("e", "09:00"), 40_000)));
        Reports reports = new();
        Assert.Equal(80_000, (await JourneyLog.ReadXesAsync([Write("a.xes", document), Write("b.xes", document)], options: new() { Progress = reports })).EventCount);
        Assert.Equal([65_536, 80_000], reports.All);
    }

    private static string Trace(string customer, string attributes, params string[] events) => $"<trace><string key=\"concept:name\" value=\"{customer}\"/>{attributes}{string.Concat(events)}</trace>";

    private string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    private string Write(string name, byte[] bytes)
    {
        string path = Path.Join(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private sealed class Reports : IProgress<long>
    {
        public List<long> All { get; } = [];

        public void Report(long value) => All.Add(value);
    }
}
