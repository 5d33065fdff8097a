using BenchmarkDotNet.Attributes;
using CustomerJourney.Benchmarks.Baseline;
using CustomerJourney.Benchmarks.Data;
using CustomerJourney.Classification;

namespace CustomerJourney.Benchmarks;

/// <summary>Visits to stages, counted over a classified log; and classification by twenty rules.</summary>
public class StageSummaryBenchmark : EventBenchmark
{
    private readonly StageClassifier _ruled = StageClassifier.Create(Shop.Journey, ShopRules.Twenty);

    [Benchmark(Baseline = true)]
    public StageSummaryResult Visits() => Staged.Measure(new StageSummary());

    [Benchmark]
    public StageSummaryResult VisitsOnOneThread() => Staged.Measure(new StageSummary(), OneThread);

    [Benchmark]
    public StagedLog ByTwentyRules() => _ruled.Classify(Log);

    protected override void Check() => Agreement.OnStages(Baseline, Staged);
}
