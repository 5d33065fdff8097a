namespace CustomerJourney.Statistics;

/// <summary>The counts behind a net share, checked, with the mean and variance of the indicator −1, 0, +1; fractional after a shift or for effective counts.</summary>
internal readonly record struct NetCounts(double Positive, double Negative, double Total)
{
    /// <summary>The net share, −1…1.</summary>
    public double Net => (Positive - Negative) / Total;

    /// <summary>The variance of the indicator with divisor n, at least 0.</summary>
    public double Variance
    {
        get
        {
            // Written as a sum of two positive parts, so that it is exactly 0 when all answers are equal.
            double neutral = Total - Positive - Negative;
            return (4 * Positive * Negative + neutral * (Positive + Negative)) / (Total * Total);
        }
    }

    public double StandardError => Math.Sqrt(Variance / Total);

    public static NetCounts Of(long positive, long neutral, long negative, string prefix = "")
    {
        ArgumentOutOfRangeException.ThrowIfNegative(positive, Name(nameof(positive)));
        ArgumentOutOfRangeException.ThrowIfNegative(neutral, Name(nameof(neutral)));
        ArgumentOutOfRangeException.ThrowIfNegative(negative, Name(nameof(negative)));
        return new NetCounts(positive, negative, checked(positive + neutral + negative));

        string Name(string name) => prefix.Length == 0 ? name : $"{prefix}.{name}";
    }

    /// <summary>Adds pretended answers: the same number to both ends, and so many in all.</summary>
    public NetCounts Shift(double each, double all) => new(Positive + each, Negative + each, Total + all);

    /// <summary>The shift of the adjusted Wald method: three quarters of an answer to either end, three in all.</summary>
    public NetCounts Adjusted => Shift(0.75, 3);
}
