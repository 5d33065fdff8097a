namespace CustomerJourney.Metrics;

/// <summary>Average order value: the sum of amounts over the number of orders. An order is an event with an amount not below zero.</summary>
/// <remarks>
/// The orders of one customer are alike, so the interval is that of a ratio over customers (delta method, see <see cref="Statistics.RatioSample"/>). Refunds are left out by default; where they are
/// subtracted they lower the sum and are no orders. The mean of order values is driven by few large orders: look at the median beside it.
/// </remarks>
public sealed record AverageOrderValue : MoneyMetric<AverageOrderValueResult>
{
    /// <summary>Asks about every event that carries an amount.</summary>
    public AverageOrderValue()
        : base(RefundRule.Ignore)
    {
    }

    internal override bool KeepsAmounts => true;

    internal override AverageOrderValueResult ToResult(MoneyCounts counts) => new()
    {
        Definition = this,
        Sample = counts.PerOrder,
        Orders = counts.Orders,
        Customers = counts.Customers,
        Missing = counts.Missing,
        Median = counts.Median,
        Currency = counts.Reading.Currency,
        OtherCurrencies = counts.Reading.OtherCurrencies,
        Refunds = counts.Reading.Refunds,
        MixedCurrencies = counts.Reading.Mixed,
    };
}
