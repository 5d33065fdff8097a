using BenchmarkDotNet.Attributes;
using CustomerJourney.Analytics;
using CustomerJourney.Benchmarks.Baseline;
using CustomerJourney.Benchmarks.Data;

namespace CustomerJourney.Benchmarks;

/// <summary>Five steps in order within seven days.</summary>
public class FunnelBenchmark : EventBenchmark
{
    [Benchmark(Baseline = true)]
    public long[] Linq() => Baseline.Funnel();

    [Benchmark]
    public FunnelResult Library() => Log.Measure(Shop.Funnel);

    [Benchmark]
    public FunnelResult LibraryOneThread() => Log.Measure(Shop.Funnel, OneThread);

    protected override void Check() => Agreement.OnFunnel(Baseline, Library());
}
