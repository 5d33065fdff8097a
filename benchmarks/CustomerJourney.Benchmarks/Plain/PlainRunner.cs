using System.Globalization;
using System.Runtime.InteropServices;
using CustomerJourney.Benchmarks.Baseline;
using CustomerJourney.Benchmarks.Data;
using CustomerJourney.Classification;
using CustomerJourney.Events;

namespace CustomerJourney.Benchmarks.Plain;

/// <summary>Times each operation over many events, on one thread and on all, and says what a log takes in memory.</summary>
internal sealed class PlainRunner(PlainOptions options, TextWriter output)
{
    private const double Mega = 1e6;
    private static readonly MeasureOptions OneThread = new() { MaxDegreeOfParallelism = 1 };

    public void Run()
    {
        Line($"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} threads");
        if (!File.Exists(options.Csv)) MakeFile();
        JourneyLog log = Read();
        StagedLog staged = Shop.Journey.Classify(log);
        if (options.Verify) Verify(log, staged);
        if (options.Answers is { } path) Answers.Write(path, log);
        if (options.Times("snapshot")) new SnapshotTimes(log, options.Repeat, output).Measure();
        Measure(log, staged);
    }

    private void MakeFile()
    {
        Line($"making {options.Csv} with {options.Events:N0} events");
        EventFile.Write(options.Csv, EventGenerator.Generate(options.Events));
    }

    private JourneyLog Read()
    {
        double size = new FileInfo(options.Csv).Length / Mega;
        bool fromHere = ProcessMemory.TryResetPeak();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        JourneyLog log = ReadCsv();
        long? peak = ProcessMemory.Peak();
        long live = GC.GetTotalMemory(forceFullCollection: true) - before;
        Line($"{options.Csv}, {size:F0} MB: {log.EventCount:N0} events of {log.CustomerCount:N0} customers, {log.Quality.Rejected:N0} rows rejected");
        Line($"live      {PerEvent(live, log)} bytes/event, {live / Mega:F0} MB, customer ids included");
        if (fromHere && peak is long bytes) Line($"peak      {PerEvent(bytes, log)} bytes/event resident while reading, {bytes / Mega:F0} MB, program included");

        int[] degrees = Environment.ProcessorCount == 1 ? [1] : [1, 2];
        foreach (int threads in degrees)
        {
            Timing reading = Timing.OfWarm(() => ReadCsv(threads), options.Reads);
            Line($"read CSV  {threads} thread(s): min {Speed(reading.Minimum)}, median {Speed(reading.Median)}, processor time of all threads at least {Speed(reading.LeastProcessor)}");
        }

        return log;

        string Speed(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F2} s = {size / time.TotalSeconds:F0} MB/s");
    }

    /// <summary>Waits from outside: what runs after an await stands on the stack of the reader, whose frames would keep its memory alive.</summary>
    private JourneyLog ReadCsv(int? threads = null) =>
        Task.Run(() => JourneyLog.ReadCsvAsync(options.Csv, Shop.Columns, options: new() { MaxDegreeOfParallelism = threads })).GetAwaiter().GetResult();

    private void Verify(JourneyLog log, StagedLog staged)
    {
        LinqBaseline baseline = LinqBaseline.Group(LinqBaseline.Read(options.Csv));
        baseline.Classify();
        Agreement.OnFunnel(baseline, log.Measure(Shop.Funnel));
        Agreement.OnRetention(baseline, log.Measure(Shop.Retention));
        Agreement.OnStages(baseline, staged);
        Agreement.OnNps("stage", baseline.NpsByStage(), staged.Measure(Shop.Nps.By(Dimension.Stage)));
        Agreement.OnNps("channel", baseline.NpsByChannel(), log.Measure(Shop.Nps.By(Dimension.Channel)));
        Line($"verified: funnel, retention, stages, NPS by stage and NPS by channel equal those of the LINQ baseline");
    }

    private void Measure(JourneyLog log, StagedLog staged)
    {
        Line($"");
        Line($"{"ns/event",-16}{"one thread",10}{"",10}{"processor",12}{"",10}{$"{Environment.ProcessorCount} threads",12}{"",10}{"processor",12}{"",10}{"gain",8}");
        Line($"{"",-16}{"min",10}{"median",10}{"min",12}{"median",10}{"min",12}{"median",10}{"min",12}{"median",10}{"of min",8}");
        Ask("funnel", log, Shop.Funnel);
        Ask("retention", log, Shop.Retention);
        StageClassifier classifier = StageClassifier.Create(Shop.Journey);
        Report("classify", log, () => classifier.Classify(log, null, threads: 1), () => classifier.Classify(log));
        StageClassifier ruled = StageClassifier.Create(Shop.Journey, ShopRules.Twenty);
        Report("  by 20 rules", log, () => ruled.Classify(log, null, threads: 1), () => ruled.Classify(log));
        Ask("NPS by stage", staged, Shop.Nps.By(Dimension.Stage));
        Ask("NPS by channel", log, Shop.Nps.By(Dimension.Channel));
        Ask("data quality", log, new DataQuality());
        Analysis[] all = [Shop.Funnel, Shop.Retention, Shop.Nps.By(Dimension.Stage), Shop.Nps.By(Dimension.Channel)];
        Report("all four at once", log, () => staged.Measure(all, OneThread), () => staged.Measure(all));
    }

    private void Ask<T>(string name, JourneyLog log, Analysis<T> question) =>
        Report(name, log, () => log.Measure(question, OneThread), () => log.Measure(question));

    private void Report(string name, JourneyLog log, Action onOne, Action onAll)
    {
        if (!options.Times(name)) return;
        Timing one = Timing.Of(onOne, options.Repeat);
        Timing all = Timing.Of(onAll, options.Repeat);
        Line($"{name,-16}{Of(one.Minimum),10}{Of(one.Median),10}{Of(one.LeastProcessor),12}{Of(one.Processor),10}{Of(all.Minimum),12}{Of(all.Median),10}{Of(all.LeastProcessor),12}{Of(all.Processor),10}{one.Minimum / all.Minimum,8:F2}");

        string Of(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalNanoseconds / log.EventCount:F2}");
    }

    private static string PerEvent(long bytes, JourneyLog log) => string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / log.EventCount:F1}");

    private void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
