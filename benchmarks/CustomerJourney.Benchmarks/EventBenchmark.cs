using BenchmarkDotNet.Attributes;
using CustomerJourney.Benchmarks.Baseline;
using CustomerJourney.Benchmarks.Data;
using CustomerJourney.Classification;
using CustomerJourney.Events;

namespace CustomerJourney.Benchmarks;

/// <summary>What the benchmarks share: made-up events as a staged log and as the grouped, classified objects of the baseline.</summary>
[MemoryDiagnoser]
public abstract class EventBenchmark
{
    internal static readonly MeasureOptions OneThread = new() { MaxDegreeOfParallelism = 1 };

    [Params(100_000, 1_000_000)]
    public int Events { get; set; }

    internal EventData Data { get; private set; } = null!;

    internal JourneyLog Log { get; private set; } = null!;

    internal StagedLog Staged { get; private set; } = null!;

    internal LinqBaseline Baseline { get; private set; } = null!;

    [GlobalSetup]
    public void SetUp()
    {
        Data = EventGenerator.Generate(Events);
        Log = JourneyLog.From(Shop.Objects(Data));
        Staged = Shop.Journey.Classify(Log);
        Baseline = LinqBaseline.Group(LinqBaseline.Objects(Data));
        Baseline.Classify();
        Check();
    }

    /// <summary>Throws where library and baseline give different answers.</summary>
    protected abstract void Check();
}
