using BenchmarkDotNet.Attributes;
using CustomerJourney.Benchmarks.Baseline;
using CustomerJourney.Benchmarks.Data;
using CustomerJourney.Events;
using CustomerJourney.Metrics;

namespace CustomerJourney.Benchmarks;

/// <summary>NPS of all answers by channel.</summary>
public class NpsByChannelBenchmark : EventBenchmark
{
    private readonly Analysis<Breakdown<NpsResult>> _question = Shop.Nps.By(Dimension.Channel);

    [Benchmark(Baseline = true)]
    public object Linq() => Baseline.NpsByChannel();

    [Benchmark]
    public Breakdown<NpsResult> Library() => Log.Measure(_question);

    [Benchmark]
    public Breakdown<NpsResult> LibraryOneThread() => Log.Measure(_question, OneThread);

    protected override void Check() => Agreement.OnNps("channel", Baseline.NpsByChannel(), Library());
}
