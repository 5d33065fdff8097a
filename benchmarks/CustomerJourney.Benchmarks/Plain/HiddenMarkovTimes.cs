using System.Globalization;
using CustomerJourney.Benchmarks.Data;

namespace CustomerJourney.Benchmarks.Plain;

/// <summary>Times the hidden Markov model on one thread: a path or probabilities for every observation of many short sequences.</summary>
internal sealed class HiddenMarkovTimes(int repeat, TextWriter output)
{
    private const int Observations = 2_000_000;

    public void Measure()
    {
        HiddenSequences data = HiddenSequences.Generate(Observations);
        if (data.PlainViterbi() != data.Viterbi()) throw new InvalidOperationException("Library and plain loops find paths of different probability.");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"ns/observation",-16}{"min",10}{"median",10}{"processor",12}   one thread, 8 states, 30 symbols, {data.Count:N0} observations"));
        Report("Viterbi", () => data.Viterbi());
        Report("posterior", () => data.Posterior());
        Report("plain Viterbi", () => data.PlainViterbi());

        void Report(string name, Action operation)
        {
            Timing timing = Timing.Of(operation, repeat);
            output.WriteLine($"{name,-16}{Of(timing.Minimum),10}{Of(timing.Median),10}{Of(timing.LeastProcessor),12}");
        }

        string Of(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalNanoseconds / data.Count:F2}");
    }
}
