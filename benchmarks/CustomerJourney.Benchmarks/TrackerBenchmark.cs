using BenchmarkDotNet.Attributes;
using CustomerJourney.Benchmarks.Data;
using CustomerJourney.Classification;
using CustomerJourney.Classification.Tracking;
using CustomerJourney.Events;

namespace CustomerJourney.Benchmarks;

/// <summary>A stage for each event as it arrives, on one thread, over the store in memory; beside it what the batch needs from objects to stages.</summary>
[MemoryDiagnoser]
public class TrackerBenchmark
{
    private static readonly TimeSpan Latest = TimeSpan.FromMinutes(30);

    private readonly StageClassifier _classifier = StageClassifier.Create(Shop.Journey, ArrivalStream.Rules);
    private JourneyEvent[] _stream = [];

    [Params(100_000, 1_000_000)]
    public int Events { get; set; }

    /// <summary>The share of events that come late, by up to half an hour.</summary>
    [Params(0, 0.05)]
    public double Late { get; set; }

    [GlobalSetup]
    public async Task SetUp()
    {
        _stream = ArrivalStream.Make(Events, Late, Latest);
        StagedLog batch = Batch();
        StageTracker tracker = await Tracker().ConfigureAwait(false);
        foreach (string customer in batch.CustomerIds.Take(1_000))
        {
            CustomerStage? tracked = await tracker.FindAsync(customer).ConfigureAwait(false);
            if (tracked?.Latest != batch[customer].Latest) throw new InvalidOperationException($"Tracker and batch disagree on the customer '{customer}'.");
        }
    }

    [Benchmark(Baseline = true)]
    public StagedLog Batch() => _classifier.Classify(JourneyLog.From(_stream));

    [Benchmark]
    public async Task<StageTracker> Tracker()
    {
        StageTracker tracker = _classifier.Track();
        foreach (JourneyEvent next in _stream) await tracker.TrackAsync(next).ConfigureAwait(false);
        return tracker;
    }
}
