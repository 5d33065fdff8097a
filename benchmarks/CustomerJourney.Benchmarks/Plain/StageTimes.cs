using System.Globalization;
using CustomerJourney.Benchmarks.Data;
using CustomerJourney.Classification;
using CustomerJourney.Events;

namespace CustomerJourney.Benchmarks.Plain;

/// <summary>Times classification, with and without rules, and the visits that follow from it. Classification takes all cores: give the program one (<c>DOTNET_PROCESSOR_COUNT=1</c>) for times on one thread.</summary>
internal sealed class StageTimes(PlainOptions options, TextWriter output)
{
    private static readonly MeasureOptions OneThread = new() { MaxDegreeOfParallelism = 1 };

    public void Measure()
    {
        if (!File.Exists(options.Csv)) EventFile.Write(options.Csv, EventGenerator.Generate(options.Events));
        JourneyLog log = Task.Run(() => JourneyLog.ReadCsvAsync(options.Csv, Shop.Columns)).GetAwaiter().GetResult();
        StageClassifier plain = StageClassifier.Create(Shop.Journey), ruled = StageClassifier.Create(Shop.Journey, ShopRules.Twenty);
        StagedLog staged = plain.Classify(log), silent = ruled.Classify(log);
        StageSummary visits = new();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"ns/event",-36}{"min",10}{"median",10}{"processor",12}   {log.EventCount:N0} events, {Environment.ProcessorCount} core(s)"));
        Report("classify", () => plain.Classify(log));
        Report("visits, one thread", () => staged.Measure(visits, OneThread));
        Report("classify and visits", () => plain.Classify(log).Measure(visits, OneThread));
        Report("classify by 20 rules", () => ruled.Classify(log));
        Report("visits with silence, one thread", () => silent.Measure(visits, OneThread));

        void Report(string name, Action operation)
        {
            Timing timing = Timing.Of(operation, options.Repeat);
            output.WriteLine($"{name,-36}{Of(timing.Minimum),10}{Of(timing.Median),10}{Of(timing.LeastProcessor),12}");
        }

        string Of(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalNanoseconds / log.EventCount:F2}");
    }
}
