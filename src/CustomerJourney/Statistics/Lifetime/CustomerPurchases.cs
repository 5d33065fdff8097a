namespace CustomerJourney.Statistics.Lifetime;

/// <summary>One customer's purchases until the end of the observation, brought to the numbers of the lifetime models.</summary>
/// <remarks>
/// Purchases of one day are one transaction. The first transaction is left out of the frequency and of the mean value, since having made it is what makes a
/// customer (Fader &amp; Hardie, "The gamma-gamma model of monetary value", 2013, brucehardie.com/notes/025).
/// </remarks>
public sealed class CustomerPurchases
{
    private CustomerPurchases()
    {
    }

    /// <summary>Frequency, recency and age in the unit of time that was asked for.</summary>
    public required CustomerSummary Summary { get; init; }

    /// <summary>The sum of all values, the first transaction too: the historic value of the customer.</summary>
    public required double TotalValue { get; init; }

    /// <summary>The mean value of the repeat transactions; <see langword="null"/> when there is none.</summary>
    public required double? RepeatMeanValue { get; init; }

    /// <summary>Summarizes purchases.</summary>
    /// <param name="purchases">The purchases of one customer in any order.</param>
    /// <param name="end">The last day of the observation.</param>
    /// <param name="daysPerUnit">How many days the unit of time has: 1 for days, 7 for weeks; above 0.</param>
    /// <returns>The summary; <see langword="null"/> without a purchase.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="purchases"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A purchase lies after <paramref name="end"/>, a value is negative or not finite, or <paramref name="daysPerUnit"/> is not above 0 and finite.</exception>
    public static CustomerPurchases? From(IEnumerable<Purchase> purchases, DateOnly end, double daysPerUnit)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        Domain.CheckPositive(daysPerUnit);
        Domain.CheckFinite(daysPerUnit);
        Purchase[] all = [.. purchases];
        if (all.Length == 0) return null;
        foreach (Purchase purchase in all) Check(purchase, end, nameof(purchases));

        DateOnly first = all.Min(purchase => purchase.Day), last = all.Max(purchase => purchase.Day);
        int repeats = all.Select(purchase => purchase.Day).Distinct().Count() - 1;
        ExactSum total = new(), later = new();
        foreach (Purchase purchase in all)
        {
            total.Add(purchase.Value);
            if (purchase.Day > first) later.Add(purchase.Value);
        }

        return new CustomerPurchases
        {
            Summary = CustomerSummary.Create(repeats, Days(first, last) / daysPerUnit, Days(first, end) / daysPerUnit),
            TotalValue = total.ToDouble(),
            RepeatMeanValue = repeats == 0 ? null : later.ToDouble() / repeats,
        };
    }

    internal static void Check(Purchase purchase, DateOnly end, string name)
    {
        if (purchase.Day > end)
            throw new ArgumentOutOfRangeException(name, purchase.Day, FormattableString.Invariant($"A purchase of {purchase.Day:yyyy-MM-dd} lies after the end of the observation, {end:yyyy-MM-dd}: leave it out or move the end."));
        if (!(purchase.Value >= 0 && double.IsFinite(purchase.Value)))
            throw new ArgumentOutOfRangeException(name, purchase.Value, FormattableString.Invariant($"The value of the purchase of {purchase.Day:yyyy-MM-dd} is negative or not finite: take refunds off the purchase they belong to."));
    }

    private static double Days(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber;
}
