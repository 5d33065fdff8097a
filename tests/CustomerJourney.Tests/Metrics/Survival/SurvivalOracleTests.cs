using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Metrics.Survival;
using CustomerJourney.Statistics.Survival;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Metrics.Survival;

/// <summary>Survival data of R's packages as logs: quantiles and restricted means that come out of a log are those of R (shared/oracles/metrics/survival.json).</summary>
public class SurvivalOracleTests
{
    private static readonly DateTimeOffset End = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [SharedFact("oracles", "metrics", "survival.json")]
    public void Quantiles_of_a_log_are_those_of_R()
    {
        int cases = 0;
        foreach ((string metric, SurvivalIntervalMethod method) in ((string, SurvivalIntervalMethod)[])[("loglog", SurvivalIntervalMethod.LogLog), ("log", SurvivalIntervalMethod.Log), ("plain", SurvivalIntervalMethod.Plain)])
        {
            foreach (JsonElement one in Lifetime.PurchaseSummaryTests.Cases("survival.json", $"survival.quantiles.{metric}"))
            {
                JsonElement input = one.GetProperty("input"), expected = one.GetProperty("expected");
                TimeToEventResult result = Log(input).Measure(new TimeBetween("in", "out") { IntervalMethod = method, Level = input.GetProperty("confidence").GetDouble() });
                foreach ((JsonElement probability, int index) in input.GetProperty("probabilities").EnumerateArray().Select((probability, index) => (probability, index)))
                {
                    SurvivalQuantile quantile = result.Quantile(probability.GetDouble())!;
                    Same(expected.GetProperty("quantile")[index], quantile.Value);
                    Same(expected.GetProperty("lower")[index], quantile.Lower);
                    Same(expected.GetProperty("upper")[index], quantile.Upper);
                }

                cases++;
            }
        }

        Assert.Equal(33, cases);
    }

    [SharedFact("oracles", "metrics", "survival.json")]
    public void Restricted_means_of_a_log_are_those_of_R()
    {
        int cases = 0;
        foreach (JsonElement one in Lifetime.PurchaseSummaryTests.Cases("survival.json", "survival.rmst"))
        {
            JsonElement input = one.GetProperty("input"), expected = one.GetProperty("expected");
            TimeToEventResult result = Log(input).Measure(new TimeBetween("in", "out") { RestrictedMeanTo = TimeSpan.FromDays(input.GetProperty("tau").GetDouble()) });
            Assert.Equal(expected.GetProperty("rmst").GetDouble(), result.RestrictedMean!.Estimate.Value, 1e-5);
            Assert.Equal(expected.GetProperty("standardError").GetDouble(), result.RestrictedMean.StandardError, 1e-5);
            cases++;
        }

        Assert.Equal(21, cases);
    }

    // Who was watched so many days began as many before the end. Times that are no whole number of ticks are rounded to one.
    private static JourneyLog Log(JsonElement input) => JourneyLog.From(input.GetProperty("time").EnumerateArray().Zip(input.GetProperty("event").EnumerateArray()).SelectMany((one, index) =>
    {
        JourneyEvent begin = new() { Customer = $"c{index}", Event = "in", At = End.AddTicks(-(long)Math.Round(one.First.GetDouble() * TimeSpan.TicksPerDay)), Sequence = 0 };
        return (JourneyEvent[])[begin, begin with { Event = one.Second.GetInt32() == 1 ? "out" : "seen", At = End, Sequence = 1 }];
    }));

    private static void Same(JsonElement expected, double? actual)
    {
        if (expected.ValueKind == JsonValueKind.Null) Assert.Null(actual);
        else Assert.Equal(expected.GetDouble(), actual!.Value, 1e-6);
    }
}
