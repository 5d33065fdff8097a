namespace CustomerJourney.Statistics.CustomerBase;

/// <summary>How often those who are active at all are active: mean daily over window actives (DAU/WAU, DAU/MAU); made by <see cref="ActivityDays.ActiveDayShareOver"/>.</summary>
public sealed record ActiveDayShare
{
    internal ActiveDayShare()
    {
    }

    /// <summary>How many customers of the window were active on 1, 2, 3 … of its days; as long as the window. The quiet days of the window count as days.</summary>
    public required IReadOnlyList<long> CustomersByActiveDays { get; init; }

    /// <summary>How many customers were active on any day of the window.</summary>
    public long Active => CustomersByActiveDays.Sum();

    /// <summary>The days of all customers on which they were active: daily active customers, added over the days of the window.</summary>
    public long ActiveDays => Weighted(days => days);

    /// <summary>The mean number of customers active on a day of the window, days without any included; at least 0.</summary>
    public double MeanDailyActive => (double)ActiveDays / CustomersByActiveDays.Count;

    /// <summary>The mean share of the window's days on which an active customer was active, from 1/window to 1; <see langword="null"/> where nobody was active.</summary>
    public double? Value => Sample.Value;

    /// <summary>The share as a ratio over customers, for its interval and for comparisons: each customer adds their active days above the line and the days of the window below it.</summary>
    public RatioSample Sample
    {
        get
        {
            double window = CustomersByActiveDays.Count, customers = Active;
            return new RatioSample(Active, ActiveDays, customers * window, Weighted(days => days * days), ActiveDays * window, customers * window * window) { Lowest = 0, Highest = 1 };
        }
    }

    /// <summary>Whether the other has the same counts.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(ActiveDayShare? other) => other is not null && CustomersByActiveDays.SequenceEqual(other.CustomersByActiveDays);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(CustomersByActiveDays.Count, Active);

    private long Weighted(Func<long, long> weight)
    {
        long sum = 0;
        for (int i = 0; i < CustomersByActiveDays.Count; i++) sum += weight(i + 1) * CustomersByActiveDays[i];
        return sum;
    }
}
