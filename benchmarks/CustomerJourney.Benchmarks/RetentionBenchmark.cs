using BenchmarkDotNet.Attributes;
using CustomerJourney.Analytics;
using CustomerJourney.Benchmarks.Baseline;
using CustomerJourney.Benchmarks.Data;

namespace CustomerJourney.Benchmarks;

/// <summary>Cohorts by first day, active on each of the thirty days after it.</summary>
public class RetentionBenchmark : EventBenchmark
{
    [Benchmark(Baseline = true)]
    public object Linq() => Baseline.Retention();

    [Benchmark]
    public RetentionResult Library() => Log.Measure(Shop.Retention);

    [Benchmark]
    public RetentionResult LibraryOneThread() => Log.Measure(Shop.Retention, OneThread);

    protected override void Check() => Agreement.OnRetention(Baseline, Library());
}
