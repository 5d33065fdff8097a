namespace CustomerJourney.Statistics.Lifetime;

/// <summary>What RFM knows of one customer: how long ago he bought last, how often, and for how much in all.</summary>
public readonly record struct RecencyFrequencyMonetary
{
    private RecencyFrequencyMonetary(double recency, long frequency, double monetary)
    {
        Recency = recency;
        Frequency = frequency;
        Monetary = monetary;
    }

    /// <summary>The time since the last purchase, not negative; not to be taken for <see cref="CustomerSummary.Recency"/>, which counts from the first.</summary>
    public double Recency { get; }

    /// <summary>The number of purchases, the first one too, not negative.</summary>
    public long Frequency { get; }

    /// <summary>The sum of their values, not negative.</summary>
    public double Monetary { get; }

    /// <summary>Makes the figures of a customer from known numbers.</summary>
    /// <param name="recency">The time since the last purchase, in one unit of time for all customers.</param>
    /// <param name="frequency">The number of purchases.</param>
    /// <param name="monetary">The sum of their values, in one currency.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite.</exception>
    public static RecencyFrequencyMonetary Create(double recency, long frequency, double monetary)
    {
        LifetimeDomain.CheckTime(recency);
        ArgumentOutOfRangeException.ThrowIfNegative(frequency);
        Domain.CheckFinite(monetary);
        ArgumentOutOfRangeException.ThrowIfNegative(monetary);
        return new RecencyFrequencyMonetary(recency, frequency, monetary);
    }

    /// <summary>Counts a customer's purchases; each counts, those of one day too.</summary>
    /// <param name="purchases">The purchases of one customer in any order.</param>
    /// <param name="asOf">The day from which recency is counted back, in days.</param>
    /// <returns>The figures; <see langword="null"/> without a purchase.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="purchases"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A purchase lies after <paramref name="asOf"/>, or a value is negative or not finite.</exception>
    public static RecencyFrequencyMonetary? From(IEnumerable<Purchase> purchases, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        Purchase[] all = [.. purchases];
        if (all.Length == 0) return null;
        ExactSum total = new();
        foreach (Purchase purchase in all)
        {
            CustomerPurchases.Check(purchase, asOf, nameof(purchases));
            total.Add(purchase.Value);
        }

        return Create(asOf.DayNumber - all.Max(purchase => purchase.Day).DayNumber, all.Length, total.ToDouble());
    }
}
