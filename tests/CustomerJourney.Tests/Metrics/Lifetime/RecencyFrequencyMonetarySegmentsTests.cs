using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Lifetime;
using CustomerJourney.Statistics.Lifetime;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Metrics.Lifetime;

public class RecencyFrequencyMonetarySegmentsTests
{
    [SharedFact("oracles", "metrics", "rfm.json")]
    public void Scores_are_those_of_pandas()
    {
        int cases = 0;
        foreach (JsonElement one in PurchaseSummaryTests.Cases("rfm.json", "rfm.scores"))
        {
            JsonElement input = one.GetProperty("input");
            RecencyFrequencyMonetaryResult result = JourneyLog.From(input.GetProperty("orders").EnumerateArray().Select(order => new JourneyEvent
            {
                Customer = order.GetProperty("customer").GetString()!,
                Event = "order",
                At = PurchaseSummaryTests.Day(order.GetProperty("date")),
                Value = order.GetProperty("value").GetDecimal(),
            })).Measure(new RecencyFrequencyMonetarySegments { Bins = input.GetProperty("bins").GetInt32(), AsOf = PurchaseSummaryTests.Day(input.GetProperty("analysisDate")) });
            JsonElement[] expected = [.. one.GetProperty("expected").GetProperty("customers").EnumerateArray()];
            Assert.Equal(expected.Length, result.Customers.Count);
            foreach ((JsonElement want, RecencyFrequencyMonetaryCustomer got) in expected.Zip(result.Customers))
            {
                Assert.Equal(want.GetProperty("customer").GetString(), got.Customer);
                Assert.Equal((want.GetProperty("recencyDays").GetDouble(), want.GetProperty("frequency").GetInt64()), (got.Figures.Recency, got.Figures.Frequency));
                Assert.Equal(want.GetProperty("monetary").GetDouble(), got.Figures.Monetary, 1e-9);
                Assert.Equal($"{want.GetProperty("r")}{want.GetProperty("f")}{want.GetProperty("m")}", got.Code);
            }

            Assert.Equal(result.Customers.Count, result.Segments.Sum(segment => segment.Customers));
            cases++;
        }

        Assert.Equal(6, cases);
    }

    [Fact]
    public void Every_pair_of_scores_has_one_segment_and_each_segment_some()
    {
        string[] found = [.. from recency in Enumerable.Range(1, 5) from frequency in Enumerable.Range(1, 5) select RecencyFrequencySegmentNames.Of(new RecencyFrequencyMonetaryScore(recency, frequency, 1))];
        Assert.Equal(RecencyFrequencySegmentNames.All.Order(), found.Distinct().Order());
        Assert.Equal(("Champions", "New", "Hibernating", "Cannot lose"), (found[24], found[20], found[0], found[4]));
    }

    [Fact]
    public void Segments_are_listed_with_their_customers_and_empty_bins_are_told()
    {
        JourneyLog log = JourneyLog.From(
        [
            .. Enumerable.Range(0, 10).SelectMany(customer => Enumerable.Range(0, customer < 8 ? 1 : 4).Select(order => Orders.Of($"c{customer}", (3 * customer) + order, 10 + customer))),
            Orders.Of("c0", 20, -5), Orders.Of("refund only", 20, -5),
        ]);
        RecencyFrequencyMonetaryResult result = log.Measure(new RecencyFrequencyMonetarySegments());
        Assert.Equal((10, 2L, new DateOnly(2026, 1, 31)), (result.Customers.Count, result.Refunds, result.AsOf));
        RecencyFrequencyMonetaryCustomer best = result.Customers[9];
        Assert.Equal(("c9", "Champions", "5", 0.0, 4L, 76.0), (best.Customer, best.Segment, best.Code[..1], best.Figures.Recency, best.Figures.Frequency, best.Figures.Monetary));
        Assert.Contains(result.Warnings, warning => warning.Message.StartsWith("Frequency: nobody has the score 2, 3, 4", StringComparison.Ordinal));
        Assert.Equal(10, result.Segments.Count);
        Assert.Equal(10, result.Segments.Sum(segment => segment.Customers));
        Assert.Equal(1, result.Segments.Sum(segment => segment.Share), 1e-12);
        Assert.Equal(result.Customers.Sum(one => one.Figures.Monetary), (double)result.Segments.Sum(segment => segment.Monetary), 1e-9);
        Assert.Equal(10, result.ToCustomerTable().Rows.Count);
        using JsonDocument json = JsonDocument.Parse(result.ToJson());
        Assert.Equal(10, json.RootElement.GetProperty("segments").GetArrayLength());
        RecencyFrequencyMonetaryResult three = log.Measure(new RecencyFrequencyMonetarySegments { Bins = 3 });
        Assert.All(three.Segments, segment => Assert.True(segment.Name.Length == 3 && segment.Customers > 0));
    }

    [Fact]
    public void Without_purchases_or_in_several_currencies_there_are_no_scores()
    {
        Assert.Equal(NoValueReason.NoData, JourneyLog.From([]).Measure(new RecencyFrequencyMonetarySegments()).WhyNoScores!.Reason);
        JourneyLog log = JourneyLog.From([Orders.Of("a", 0, 1), Orders.Of("b", 0, 1, "USD")]);
        RecencyFrequencyMonetaryResult mixed = log.Measure(new RecencyFrequencyMonetarySegments());
        Assert.Equal((NoValueReason.MixedCurrencies, 0), (mixed.WhyNoScores!.Reason, mixed.Customers.Count));
        using (JsonDocument json = JsonDocument.Parse(mixed.ToJson())) Assert.Contains("EUR, USD", json.RootElement.GetProperty("noValue").GetString(), StringComparison.Ordinal);
        Assert.Single(log.Measure(new RecencyFrequencyMonetarySegments { Currency = "USD" }).Customers);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecencyFrequencyMonetarySegments { Bins = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecencyFrequencyMonetarySegments { Bins = 10 });
    }

    [Fact]
    public void Scores_agree_with_a_slow_reference_and_any_partition_gives_the_same_bits() => Prop.ForAll(LogGenerator.Events, ArbMap.Default.ArbFor<int>(), (events, seed) =>
    {
        RecencyFrequencyMonetaryResult result = JourneyLog.From(events).Measure(new RecencyFrequencyMonetarySegments { Currency = "EUR" });
        DateOnly end = events.Length == 0 ? default : DateOnly.FromDateTime(events.Max(one => one.At).UtcDateTime);
        var customers = events.Where(one => one.Value >= 0 && one.Currency == "EUR").GroupBy(one => one.Customer).OrderBy(customer => customer.Key, StringComparer.Ordinal)
            .Select(customer => (customer.Key, Figures: RecencyFrequencyMonetary.From(customer.Select(one => new Purchase(DateOnly.FromDateTime(one.At.UtcDateTime), (double)one.Value!.Value)), end)!.Value)).ToArray();
        Assert.Equal(customers.Select(one => one.Key), result.Customers.Select(one => one.Customer));
        Assert.Equal(RecencyFrequencyMonetaryScores.Of([.. result.Customers.Select(one => one.Figures)])?.Scores ?? [], result.Customers.Select(one => one.Score));
        foreach ((RecencyFrequencyMonetary want, RecencyFrequencyMonetaryCustomer got) in customers.Select(one => one.Figures).Zip(result.Customers))
            Assert.Equal((want.Recency, want.Frequency, Math.Round(want.Monetary, 3)), (got.Figures.Recency, got.Figures.Frequency, Math.Round(got.Figures.Monetary, 3)));
        foreach (RecencyFrequencyMonetarySegments definition in (RecencyFrequencyMonetarySegments[])[new() { Currency = "EUR" }, new() { Event = "buy", Bins = 3, AsOf = LogGenerator.Start.AddHours(60) }])
            MetricParts.Same(events, definition, one => one.ToJson() + ResultText.Of(one) + string.Join(';', one.Customers), seed);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_forged_state_is_refused() => MetricParts.SurvivesForgery(
        JourneyLog.From([Orders.Of("a", 0, 5), Orders.Of("a", 3, 2), Orders.Of("b", 1, 1)]), new RecencyFrequencyMonetarySegments(), result => result.ToJson());
}
