namespace QuickStart.Shop;

/// <summary>
/// What goes wrong in the shop, on purpose, for the search to find. Without faults the same customers do the same things:
/// only those whom a fault hits differ.
/// </summary>
internal sealed class ShopFaults(bool planted)
{
    /// <summary>The week in which the checkout of the app breaks: 2026-W12.</summary>
    public static DateTimeOffset BrokenWeek { get; } = new(2026, 3, 16, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The segment whose tickets wait longer and longer.</summary>
    public const string SlowSegment = "student";

    /// <summary>How many times less often a payment goes through.</summary>
    public double PaymentFactor(string channel, DateTimeOffset at) =>
        planted && channel == "mobile" && at >= BrokenWeek && at < BrokenWeek.AddDays(7) ? 0.45 : 1;

    /// <summary>How many times longer a ticket waits: three times and a half by the end.</summary>
    public double WaitFactor(string segment, DateTimeOffset at) =>
        planted && segment == SlowSegment ? 1 + (2.5 * ((at - ShopLog.Start) / (ShopLog.End - ShopLog.Start))) : 1;

    /// <summary>How many points a recommendation loses when the email promised free returns and the returns page says otherwise.</summary>
    public double Disappointment(bool readEmail, bool readPage) => planted && readEmail && readPage ? 1.2 : 0;
}
