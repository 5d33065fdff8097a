using System.Globalization;

namespace CustomerJourney.Statistics.Lifetime;

/// <summary>All that the models of repeat buying need to know of one customer: how often he came back, when last, and for how long he was watched.</summary>
/// <remarks>
/// The (x, t_x, T) of Fader, Hardie &amp; Lee, "Counting your customers the easy way", Marketing Science 24 (2005). All times are in one unit, counted from the
/// first purchase, which is itself not counted in <see cref="Frequency"/>. The default is a customer seen for the first time at the end of the observation.
/// </remarks>
public readonly record struct CustomerSummary
{
    private CustomerSummary(int frequency, double recency, double age)
    {
        Frequency = frequency;
        Recency = recency;
        Age = age;
    }

    /// <summary>x: the number of repeat transactions, the first one left out, not negative. Purchases of one day are one transaction.</summary>
    public int Frequency { get; }

    /// <summary>t_x: the time from the first to the last transaction, between 0 and <see cref="Age"/>; 0 exactly when <see cref="Frequency"/> is 0.</summary>
    public double Recency { get; }

    /// <summary>T: the time from the first transaction to the end of the observation, not negative.</summary>
    public double Age { get; }

    /// <summary>Makes a summary from its numbers.</summary>
    /// <param name="frequency">x, the number of repeat transactions, not negative.</param>
    /// <param name="recency">t_x, the time of the last transaction after the first.</param>
    /// <param name="age">T, the time from the first transaction to the end of the observation.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, not finite, or contradicts another.</exception>
    public static CustomerSummary Create(int frequency, double recency, double age)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frequency);
        if (!(age >= 0 && double.IsFinite(age))) throw new ArgumentOutOfRangeException(nameof(age), age, "The time under observation is finite and not negative.");
        if (!(recency >= 0 && recency <= age))
            throw new ArgumentOutOfRangeException(nameof(recency), recency, string.Create(CultureInfo.InvariantCulture, $"The last transaction lies between the first (0) and the end of the observation ({age:R}), all in one unit of time."));
        if (frequency == 0 && recency > 0)
            throw new ArgumentOutOfRangeException(nameof(recency), recency, "Without a repeat transaction the last one is the first, and its time is 0: is the first purchase missing from the frequency, or counted elsewhere?");
        if (frequency > 0 && recency == 0)
            throw new ArgumentOutOfRangeException(nameof(recency), recency, string.Create(CultureInfo.InvariantCulture, $"With {frequency} repeat transactions the last one lies after the first: merge the purchases of one day, and leave the first out of the frequency."));
        return new CustomerSummary(frequency, recency, age);
    }
}
