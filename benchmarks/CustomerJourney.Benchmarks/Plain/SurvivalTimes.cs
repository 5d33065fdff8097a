using System.Globalization;
using CustomerJourney.Statistics.Survival;

namespace CustomerJourney.Benchmarks.Plain;

/// <summary>Times survival methods on one thread: from times and flags in no order to the curve, its median and the test of two groups.</summary>
internal sealed class SurvivalTimes(int repeat, TextWriter output)
{
    private const int Customers = 1_000_000;
    private const int Days = 2_000;

    public void Measure()
    {
        (double[] days, bool[] events) = Generate(day => Math.Floor(day));
        (double[] exact, _) = Generate(day => day);
        output.WriteLine($"{"ms",-26}{"min",10}{"median",10}{"processor",12}   one thread, {Customers.ToString("N0", CultureInfo.InvariantCulture)} customers, sorting included");
        Report("curve, whole days", () => KaplanMeierCurve.Of(SurvivalSample.Of(days, events)));
        Report("curve, distinct times", () => KaplanMeierCurve.Of(SurvivalSample.Of(exact, events)));
        Report("with limits and median", () =>
        {
            KaplanMeierCurve curve = KaplanMeierCurve.Of(SurvivalSample.Of(exact, events))!;
            _ = curve.Median;
            double sum = 0;
            foreach (KaplanMeierPoint point in curve.Points) sum += point.Lower ?? 0;
        });
        Report("counted one by one", () =>
        {
            SurvivalCounts counts = new();
            for (int i = 0; i < exact.Length; i++) counts.Add(exact[i], events[i]);
            KaplanMeierCurve.Of(counts.ToSample());
        });
        Report("log-rank of two halves", () => LogRankTest.Compare(
            [SurvivalSample.Of(exact.AsSpan(0, Customers / 2), events.AsSpan(0, Customers / 2)), SurvivalSample.Of(exact.AsSpan(Customers / 2), events.AsSpan(Customers / 2))]));
    }

    private static (double[] Times, bool[] Events) Generate(Func<double, double> unit)
    {
        Random random = new(17);
        double[] times = new double[Customers];
        bool[] events = new bool[Customers];
        for (int i = 0; i < Customers; i++)
        {
            double life = -Math.Log(1 - random.NextDouble()) * Days / 2, seen = random.NextDouble() * Days;
            (times[i], events[i]) = (unit(Math.Min(life, seen)), life <= seen);
        }

        return (times, events);
    }

    private void Report(string name, Action operation)
    {
        Timing timing = Timing.Of(operation, repeat);
        output.WriteLine($"{name,-26}{Of(timing.Minimum),10}{Of(timing.Median),10}{Of(timing.LeastProcessor),12}");

        static string Of(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:F1}");
    }
}
