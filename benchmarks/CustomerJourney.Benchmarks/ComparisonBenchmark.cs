using BenchmarkDotNet.Attributes;
using CustomerJourney.Benchmarks.Baseline;
using CustomerJourney.Classification;
using CustomerJourney.Comparison;

namespace CustomerJourney.Benchmarks;

/// <summary>
/// Two sides compared by NPS, NPS by stage and the way from each stage to the next. The baseline only takes differences;
/// the library also gives intervals, tests and corrected p-values, and where customers stand on both sides it takes differences over customers.
/// </summary>
public class ComparisonBenchmark : EventBenchmark
{
    private StagedLog _odd = null!, _even = null!, _first = null!, _second = null!;
    private LinqBaseline _oddObjects = null!, _evenObjects = null!;

    [Benchmark(Baseline = true)]
    public object Linq() => LinqComparison.Between(_oddObjects, _evenObjects);

    [Benchmark]
    public JourneyComparison DifferentCustomers() => JourneyComparison.Between(_odd, _even);

    [Benchmark]
    public JourneyComparison SameCustomers() => JourneyComparison.Between(_first, _second);

    protected override void Check()
    {
        _odd = Staged.WithoutCustomers(Staged.CustomerIds.Where(IsEven));
        _even = Staged.WithoutCustomers(Staged.CustomerIds.Where(id => !IsEven(id)));
        DateTimeOffset middle = Staged.Range!.Value.Start + (Staged.Range.Value.Length / 2);
        _first = Staged.Within(new(Staged.Range.Value.Start, middle));
        _second = Staged.Within(new(middle, Staged.Range.Value.End));
        _oddObjects = LinqBaseline.Group(Baseline.Customers.SelectMany(events => events).Where(e => !IsEven(e.Customer)));
        _evenObjects = LinqBaseline.Group(Baseline.Customers.SelectMany(events => events).Where(e => IsEven(e.Customer)));
        Agreement.OnComparison(LinqComparison.Between(_oddObjects, _evenObjects), DifferentCustomers());
    }

    private static bool IsEven(string customer) => (customer[^1] - '0') % 2 == 0;
}
