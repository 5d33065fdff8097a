namespace CustomerJourney.Metrics;

/// <summary>Revenue: the sum of amounts, refunds subtracted by default. For the revenue of a span of time cut the log with <c>Within</c>, or group by a calendar period.</summary>
public sealed record Revenue : MoneyMetric<RevenueResult>
{
    /// <summary>Asks about every event that carries an amount.</summary>
    public Revenue()
        : base(RefundRule.Subtract)
    {
    }

    internal override bool KeepsAmounts => false;

    internal override RevenueResult ToResult(MoneyCounts counts) => new()
    {
        Definition = this,
        Units = counts.Units,
        Orders = counts.Orders,
        Customers = counts.Customers,
        Missing = counts.Missing,
        PerCustomer = counts.PerCustomer,
        Currency = counts.Reading.Currency,
        OtherCurrencies = counts.Reading.OtherCurrencies,
        Refunds = counts.Reading.Refunds,
        MixedCurrencies = counts.Reading.Mixed,
    };
}
