using BenchmarkDotNet.Attributes;
using CustomerJourney.Benchmarks.Baseline;
using CustomerJourney.Benchmarks.Data;
using CustomerJourney.Events;

namespace CustomerJourney.Benchmarks;

/// <summary>A CSV file, in the page cache, to a log; the baseline splits lines and groups objects.</summary>
public class ReadBenchmark : EventBenchmark
{
    private string _path = "";

    [Benchmark(Baseline = true)]
    public object Linq() => LinqBaseline.Group(LinqBaseline.Read(_path));

    [Benchmark]
    public Task<JourneyLog> Library() => JourneyLog.ReadCsvAsync(_path, Shop.Columns);

    [GlobalCleanup]
    public void CleanUp() => File.Delete(_path);

    protected override void Check()
    {
        _path = Path.GetTempFileName();
        EventFile.Write(_path, Data);
        JourneyLog log = Library().GetAwaiter().GetResult();
        Agreement.OnFunnel(LinqBaseline.Group(LinqBaseline.Read(_path)), log.Measure(Shop.Funnel));
    }
}
