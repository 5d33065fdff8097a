using System.Globalization;
using CustomerJourney.Benchmarks.Data;
using CustomerJourney.Classification;
using CustomerJourney.Events;

namespace CustomerJourney.Benchmarks.Plain;

/// <summary>Times classification, with and without rules, and the visits that follow from it: each alone and both together, on one thread and on two.</summary>
internal sealed class StageTimes(PlainOptions options, TextWriter output)
{
    private static readonly int[] Threads = Environment.ProcessorCount == 1 ? [1] : [1, 2];

    public void Measure()
    {
        if (!File.Exists(options.Csv)) EventFile.Write(options.Csv, EventGenerator.Generate(options.Events));
        JourneyLog log = Task.Run(() => JourneyLog.ReadCsvAsync(options.Csv, Shop.Columns)).GetAwaiter().GetResult();
        StageClassifier plain = StageClassifier.Create(Shop.Journey), ruled = StageClassifier.Create(Shop.Journey, ShopRules.Twenty);
        StagedLog staged = plain.Classify(log), silent = ruled.Classify(log);
        StageSummary visits = new();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ns/event of wall time and of the processor time of all threads; {log.EventCount:N0} events, {Environment.ProcessorCount} core(s)"));
        output.WriteLine($"{"",-32}{"threads",8}{"min",10}{"median",10}{"processor",12}{"median",10}");
        Report("classify", threads => plain.Classify(log, null, threads));
        Report("visits", threads => staged.Measure(visits, On(threads)));
        Report("classify and visits", threads => plain.Classify(log, null, threads).Measure(visits, On(threads)));
        Report("rules: classify by 20", threads => ruled.Classify(log, null, threads));
        Report("rules: visits with silence", threads => silent.Measure(visits, On(threads)));

        void Report(string name, Action<int> operation)
        {
            if (!options.Times(name)) return;
            foreach (int threads in Threads)
            {
                Timing timing = Timing.Of(() => operation(threads), options.Repeat);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-32}{threads,8}{Of(timing.Minimum),10:F2}{Of(timing.Median),10:F2}{Of(timing.LeastProcessor),12:F2}{Of(timing.Processor),10:F2}"));
            }
        }

        double Of(TimeSpan time) => time.TotalNanoseconds / log.EventCount;
    }

    private static MeasureOptions On(int threads) => new() { MaxDegreeOfParallelism = threads };
}
