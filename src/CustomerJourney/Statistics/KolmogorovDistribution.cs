namespace CustomerJourney.Statistics;

/// <summary>
/// The distribution of the largest distance between the empirical distribution of a sample and the true one: in the limit of large samples,
/// times √count, with relative error of either tail below 1e-12; and for a given count, with absolute error below 2e-8, and relative error of upper tails below a thousandth under 1e-9.
/// </summary>
/// <remarks>A. Kolmogorov (1933); both series of the limit are in W. Feller, Annals of Mathematical Statistics 19 (1948).</remarks>
public static class KolmogorovDistribution
{
    // Either series needs few terms on its side of this point.
    private const double Middle = 1.2;

    /// <summary>The limit probability of a scaled distance at most <paramref name="value"/>, 0…1; 0 for negative values.</summary>
    /// <param name="value">√count times the distance; any number, infinities included.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN.</exception>
    public static double Cumulative(double value)
    {
        Domain.CheckNumber(value);
        return value <= Middle ? Low(value) : 1 - High(value);
    }

    /// <summary>The limit probability of a scaled distance above <paramref name="value"/>, 0…1, accurate where it is tiny.</summary>
    /// <param name="value">√count times the distance; any number, infinities included.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN.</exception>
    public static double UpperTail(double value)
    {
        Domain.CheckNumber(value);
        return value <= Middle ? 1 - Low(value) : High(value);
    }

    /// <summary>The probability that the empirical distribution of a sample is somewhere at least this far from the true, continuous one; 0…1.</summary>
    /// <param name="distance">The largest distance; any number.</param>
    /// <param name="count">How many values the sample has, 1…1,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// The choice of method by region follows R. Simard &amp; P. L'Ecuyer, "Computing the two-sided Kolmogorov-Smirnov distribution",
    /// Journal of Statistical Software 39 (2011), whose text lists the sources of each.
    /// </remarks>
    public static double UpperTail(double distance, long count)
    {
        Domain.CheckNumber(distance);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 1_000_000);
        return Math.Clamp(KolmogorovFinite.UpperTail(distance, count), 0, 1);
    }

    private static double Low(double value)
    {
        if (value <= 0) return 0;
        double exponent = Math.PI * Math.PI / (8 * value * value), sum = 0;
        for (int k = 1; k <= 15; k += 2) sum += Math.Exp(-k * k * exponent);
        return Math.Sqrt(2 * Math.PI) / value * sum;
    }

    private static double High(double value)
    {
        double sum = 0;
        for (int k = 1; k <= 7; k++) sum += (k % 2 == 1 ? 2 : -2) * Math.Exp(-2.0 * k * k * value * value);
        return sum;
    }
}
