namespace CustomerJourney.Statistics.Lifetime;

/// <summary>How often a customer bought and for how much on average.</summary>
public readonly record struct SpendSummary
{
    private SpendSummary(int frequency, double averageValue)
    {
        Frequency = frequency;
        AverageValue = averageValue;
    }

    /// <summary>x: the number of transactions that the average is of, not negative; with the models of repeat buying, the repeat transactions.</summary>
    public int Frequency { get; }

    /// <summary>m: their mean value, in one currency, not negative; 0 and without meaning when there are none.</summary>
    public double AverageValue { get; }

    /// <summary>Makes a summary from its numbers.</summary>
    /// <param name="frequency">The number of transactions, not negative.</param>
    /// <param name="averageValue">Their mean value, finite and not negative; 0 when there are none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite, or there is a value without transactions.</exception>
    public static SpendSummary Create(int frequency, double averageValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frequency);
        if (!(averageValue >= 0 && double.IsFinite(averageValue))) throw new ArgumentOutOfRangeException(nameof(averageValue), averageValue, "The mean value of transactions is finite and not negative: take refunds off the purchase they belong to.");
        if (frequency == 0 && averageValue > 0) throw new ArgumentOutOfRangeException(nameof(averageValue), averageValue, "Without transactions there is no mean value: give 0.");
        return new SpendSummary(frequency, averageValue);
    }
}
