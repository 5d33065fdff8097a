using BenchmarkDotNet.Attributes;
using CustomerJourney.Benchmarks.Baseline;
using CustomerJourney.Benchmarks.Data;
using CustomerJourney.Events;

namespace CustomerJourney.Benchmarks;

/// <summary>A log in order of customer and time, from events in the order of arrival: from objects, and from columns that are encoded already, as readers hand them over.</summary>
public class BuildBenchmark : EventBenchmark
{
    private List<Event> _arrived = [];
    private JourneyEvent[] _objects = [];

    [Benchmark(Baseline = true)]
    public object Linq() => LinqBaseline.Group(_arrived);

    [Benchmark]
    public JourneyLog FromObjects() => JourneyLog.From(_objects);

    [Benchmark]
    public JourneyLog FromColumns() => ColumnSource.Build(Data);

    protected override void Check()
    {
        _arrived = LinqBaseline.Objects(Data);
        _objects = [.. Shop.Objects(Data)];
        Agreement.OnFunnel(Baseline, FromColumns().Measure(Shop.Funnel));
    }
}
