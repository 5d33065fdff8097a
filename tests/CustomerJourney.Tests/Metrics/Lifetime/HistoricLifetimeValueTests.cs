using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Lifetime;
using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Lifetime;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Metrics.Lifetime;

public class HistoricLifetimeValueTests
{
    private static readonly JourneyLog Log = JourneyLog.From(
    [
        Orders.Of("a", 0, 100), Orders.Of("a", 365.25, 110), Orders.Of("b", 3, 50), Orders.Of("b", 4, -10), Orders.Of("c", 5, null, null, "look"), Orders.Of("d", 400, 20),
    ]);

    [Fact]
    public void The_value_is_the_mean_over_those_who_bought_with_refunds_taken_off()
    {
        HistoricLifetimeValueResult result = Log.Measure(new HistoricLifetimeValue());
        Assert.Equal((3L, 5L, 270m), (result.Customers, result.Purchases, result.Revenue));
        Assert.Equal(90, result.Value);
        Assert.Equal("EUR", result.Unit);
        Assert.Equal(MeanSample.Of([210, 40, 20]).Estimate(0.95), result.Estimate);
        Assert.Equal(270, result.OtherFigures.Single().Value);
        Assert.Equal(140 / 2.0, Log.Measure(new HistoricLifetimeValue { AsOf = Orders.Start.AddDays(365) }).Value);
        Assert.StartsWith("Historic lifetime value 90.0 EUR", result.ToString(), StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(result.ToJson());
        Assert.Equal("revenue", json.RootElement.GetProperty("definition").GetProperty("value").GetString());
    }

    [Fact]
    public void Margin_and_discount_are_stated_and_applied_to_the_first_purchase()
    {
        HistoricLifetimeValueResult result = Log.Measure(new HistoricLifetimeValue { MarginShare = 0.5, DiscountRatePerYear = 0.1 });
        double b = 0.5 * (50 - (10 * Math.Pow(1.1, -1 / 365.25)));
        Assert.Equal((((0.5 * (100 + 100)) + b + 10) / 3), result.Value!.Value, 1e-10);
        Assert.Equal(270m, result.Revenue);
        Assert.Contains(new MetricTerm("discounting", "0.1 a year, to the first purchase"), result.Terms);
        Assert.Contains(new MetricTerm("value", "margin, 0.5 of revenue"), result.Terms);
        Assert.Throws<ArgumentOutOfRangeException>(() => new HistoricLifetimeValue { MarginShare = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new HistoricLifetimeValue { DiscountRatePerYear = double.NaN });
    }

    [Fact]
    public void Currencies_are_never_mixed()
    {
        JourneyLog log = JourneyLog.From([Orders.Of("a", 0, 10), Orders.Of("b", 0, 20, "USD"), Orders.Of("c", 0, 5, null)]);
        HistoricLifetimeValueResult mixed = log.Measure(new HistoricLifetimeValue());
        Assert.Equal((null, null, null, NoValueReason.MixedCurrencies), (mixed.Value, mixed.Revenue, mixed.Estimate, mixed.WhyNoValue!.Reason));
        Assert.Equal("Historic lifetime value cannot add up amounts in no named currency, EUR, USD: choose one with Currency, or convert them.", mixed.WhyNoValue.Message);
        HistoricLifetimeValueResult dollars = log.Measure(new HistoricLifetimeValue { Currency = "USD" });
        Assert.Equal((20.0, "USD", 2L), (dollars.Value, dollars.Unit, dollars.OtherCurrency));
        Assert.Equal(NoValueReason.NoData, log.Measure(new HistoricLifetimeValue { Currency = "GBP" }).WhyNoValue!.Reason);
        Assert.Equal(NoValueReason.NoData, JourneyLog.From([]).Measure(new HistoricLifetimeValue()).WhyNoValue!.Reason);
    }

    [Fact]
    public void A_named_purchase_without_an_amount_counts_as_such()
    {
        JourneyLog log = JourneyLog.From([Orders.Of("a", 0, 10), Orders.Of("a", 1, null, null), Orders.Of("b", 0, 99, "EUR", "gift"), Orders.Of("b", 0, 1)]);
        HistoricLifetimeValueResult result = log.Measure(new HistoricLifetimeValue { Event = "order" });
        Assert.Equal((2L, 3L, 1L, 5.5), (result.Customers, result.Purchases, result.WithoutAmount, result.Value));
        Assert.Contains(result.Warnings, warning => warning.Kind == MetricWarningKind.ManyInvalid);
        Assert.Null(log.Measure(new HistoricLifetimeValue { Event = "no such" }).Value);
    }

    [Fact]
    public void The_sum_agrees_with_a_slow_reference_and_any_partition_gives_the_same_bits() => Prop.ForAll(LogGenerator.Events, ArbMap.Default.ArbFor<int>(), (events, seed) =>
    {
        DateTimeOffset? asOf = seed % 2 == 0 ? LogGenerator.Start.AddHours(40) : null;
        HistoricLifetimeValueResult result = JourneyLog.From(events).Measure(new HistoricLifetimeValue { Currency = "EUR", AsOf = asOf });
        decimal[] sums = [.. events.Where(one => one.Value is not null && one.Currency == "EUR" && !(one.At >= asOf)).GroupBy(one => one.Customer).Select(customer => customer.Sum(one => one.Value!.Value))];
        Assert.Equal((sums.Length, sums.Sum()), ((int)result.Customers, result.Revenue));
        Assert.Equal(MeanSample.Of([.. sums.Select(sum => (double)sum)]), result.Sample);
        MetricParts.Same(events, new HistoricLifetimeValue { DiscountRatePerYear = 0.2, AsOf = asOf }, one => one.ToJson() + ResultText.Of(one), seed);
        MetricParts.Same(events, new HistoricLifetimeValue { Event = "buy", Currency = "USD", MarginShare = 0.3 }, one => one.ToJson() + ResultText.Of(one), seed);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_forged_state_is_refused() => MetricParts.SurvivesForgery(Log, new HistoricLifetimeValue(), result => result.ToJson());

    [Theory]
    // Gupta & Lehmann 2003 (shared/oracles/metrics/clv.json, clv.contractual#001).
    [InlineData(FirstPayment.Now, 366.66666666666663)]
    [InlineData(FirstPayment.NextPeriod, 266.66666666666663)]
    public void Contractual_value_follows_from_the_retention_rate(FirstPayment firstPayment, double expected)
    {
        CustomerRetention retention = new(TimeRange.Month(2026, 2)) { ObservedUntil = Orders.Start.AddDays(90) };
        // Of ten customers at the start of February eight are left at its end.
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 10).SelectMany(index => index < 8 ? [Orders.Of($"c{index}", 20, 1), Orders.Of($"c{index}", 50, 1)] : (JourneyEvent[])[Orders.Of($"c{index}", 20, 1)]));
        ShareResult rate = log.Measure(retention);
        Estimate value = rate.LifetimeValue(margin: 100, discountRate: 0.1, firstPayment)!;
        Assert.Equal(expected, value.Value, 1e-9);
        Assert.Equal(ContractualLifetimeValue.Of(100, rate.Estimate!.Lower, 0.1, firstPayment), value.Lower);
        Assert.Equal(ContractualLifetimeValue.Of(100, rate.Estimate.Upper, 0.1, firstPayment), value.Upper);
        Assert.Equal(-value.Value, rate.LifetimeValue(-100, 0.1, firstPayment)!.Value, 1e-9);
        Assert.True(rate.LifetimeValue(-100, 0.1, firstPayment)!.Lower < rate.LifetimeValue(-100, 0.1, firstPayment)!.Upper);
        Assert.Null(JourneyLog.From([]).Measure(retention).LifetimeValue(100, 0.1, firstPayment));
        ShareResult all = JourneyLog.From([Orders.Of("a", 20, 1), Orders.Of("a", 50, 1)]).Measure(retention);
        Assert.Null(all.LifetimeValue(100, 0, firstPayment));
    }
}
