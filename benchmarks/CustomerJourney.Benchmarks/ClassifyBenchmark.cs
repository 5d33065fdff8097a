using BenchmarkDotNet.Attributes;
using CustomerJourney.Benchmarks.Baseline;
using CustomerJourney.Benchmarks.Data;
using CustomerJourney.Classification;

namespace CustomerJourney.Benchmarks;

/// <summary>A stage for every event, through a map of six stages whose touchpoints name thirty events.</summary>
public class ClassifyBenchmark : EventBenchmark
{
    private readonly StageClassifier _classifier = StageClassifier.Create(Shop.Journey);

    [Benchmark(Baseline = true)]
    public long Linq() => Baseline.Classify();

    [Benchmark]
    public StagedLog Library() => _classifier.Classify(Log);

    protected override void Check() => Agreement.OnStages(Baseline, Library());
}
