using BenchmarkDotNet.Attributes;
using CustomerJourney.Benchmarks.Data;

namespace CustomerJourney.Benchmarks;

/// <summary>The most probable states behind made-up sequences: eight states, thirty symbols, about twenty-two observations a sequence, one thread.</summary>
[MemoryDiagnoser]
public class HiddenMarkovBenchmark
{
    [Params(100_000, 1_000_000)]
    public int Observations { get; set; }

    private HiddenSequences Data { get; set; } = null!;

    [GlobalSetup]
    public void SetUp()
    {
        Data = HiddenSequences.Generate(Observations);
        if (PlainViterbi() != Viterbi()) throw new InvalidOperationException("Library and plain loops find paths of different probability.");
    }

    [Benchmark(Baseline = true)]
    public double PlainViterbi() => Data.PlainViterbi();

    [Benchmark]
    public double Viterbi() => Data.Viterbi();

    [Benchmark]
    public double Posterior() => Data.Posterior();
}
