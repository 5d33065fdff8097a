using BenchmarkDotNet.Attributes;
using CustomerJourney.Benchmarks.Baseline;
using CustomerJourney.Benchmarks.Data;
using CustomerJourney.Events;
using CustomerJourney.Metrics;

namespace CustomerJourney.Benchmarks;

/// <summary>NPS of all answers by the stage in which the customer was, over a log that is classified already.</summary>
public class NpsByStageBenchmark : EventBenchmark
{
    private readonly Analysis<Breakdown<NpsResult>> _question = Shop.Nps.By(Dimension.Stage);

    [Benchmark(Baseline = true)]
    public object Linq() => Baseline.NpsByStage();

    [Benchmark]
    public Breakdown<NpsResult> Library() => Staged.Measure(_question);

    [Benchmark]
    public Breakdown<NpsResult> LibraryOneThread() => Staged.Measure(_question, OneThread);

    protected override void Check() => Agreement.OnNps("stage", Baseline.NpsByStage(), Library());
}
