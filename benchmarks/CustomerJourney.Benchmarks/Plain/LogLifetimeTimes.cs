using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Metrics.Lifetime;
using CustomerJourney.Metrics.Survival;

namespace CustomerJourney.Benchmarks.Plain;

/// <summary>Times metrics of times and purchases over a log: one pass, then the result.</summary>
internal sealed class LogLifetimeTimes(int repeat, TextWriter output)
{
    private const int Customers = 1_000_000;
    private const int Days = 400;
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public void Measure()
    {
        JourneyLog stays = JourneyLog.From(Stays()), orders = JourneyLog.From(Orders());
        output.WriteLine($"{"ms",-34}{"min",10}{"median",10}{"processor",12}   {Customers.ToString("N0", CultureInfo.InvariantCulture)} customers, {stays.EventCount.ToString("N0", CultureInfo.InvariantCulture)} and {orders.EventCount.ToString("N0", CultureInfo.InvariantCulture)} events");
        MeasureOptions one = new() { MaxDegreeOfParallelism = 1 };
        Report("time between, all cores", () => _ = stays.Measure(new TimeBetween("joined", "left")).Median);
        Report("time between, one thread", () => _ = stays.Measure(new TimeBetween("joined", "left"), one).Median);
        Report("time to churn, one thread", () => _ = stays.Measure(new TimeToChurn(TimeSpan.FromDays(30)), one).Median);
        Report("historic value, one thread", () => orders.Measure(new HistoricLifetimeValue(), one));
        Report("purchase summary, one thread", () => orders.Measure(new PurchaseSummary(), one));
        Report("summary and models", () => orders.FitPurchases());
    }

    private static IEnumerable<JourneyEvent> Stays()
    {
        Random random = new(17);
        for (int customer = 0; customer < Customers; customer++)
        {
            JourneyEvent joined = new() { Customer = $"c{customer}", Event = "joined", At = Start.AddDays(random.NextDouble() * Days) };
            yield return joined;
            DateTimeOffset left = joined.At.AddDays(-Math.Log(1 - random.NextDouble()) * Days / 2);
            if (left < Start.AddDays(Days)) yield return joined with { Event = "left", At = left };
        }
    }

    private static IEnumerable<JourneyEvent> Orders()
    {
        Random random = new(18);
        for (int customer = 0; customer < Customers; customer++)
        {
            double day = random.NextDouble() * Days;
            do
            {
                yield return new JourneyEvent { Customer = $"c{customer}", Event = "order", At = Start.AddDays(day), Value = random.Next(500, 9_999) / 100m, Currency = "EUR" };
                day += 1 - (60 * Math.Log(1 - random.NextDouble()));
            }
            while (day < Days && random.Next(3) > 0);
        }
    }

    private void Report(string name, Action operation)
    {
        Timing timing = Timing.Of(operation, repeat);
        output.WriteLine($"{name,-34}{Of(timing.Minimum),10}{Of(timing.Median),10}{Of(timing.LeastProcessor),12}");

        static string Of(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:F1}");
    }
}
