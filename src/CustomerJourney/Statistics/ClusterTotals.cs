namespace CustomerJourney.Statistics;

/// <summary>
/// Sums over customers who gave several observations each: with u the sum and n the number of one customer's observations, what the variance of
/// the ratio Σu/Σn over customers needs.
/// </summary>
/// <remarks>
/// The variance of a ratio by linearization with the factor C/(C − 1), C being the number of customers: W. G. Cochran, Sampling Techniques (1977), chapter 6.
/// For an interval the observations are then counted as so many independent ones as have the same variance (L. Kish, 1965).
/// </remarks>
public sealed record ClusterTotals
{
    // A residual below this part of its own terms is rounding of the sums.
    private const double RoundingShare = 16 * 1.1102230246251565e-16;

    /// <summary>How many customers gave observations: C, not negative.</summary>
    public required long Clusters { get; init; }

    /// <summary>How many observations there are: Σn, not negative.</summary>
    public required long Count { get; init; }

    /// <summary>The sum of the observations: Σu. Hits of a share, positive less negative answers of a net share, values of a mean.</summary>
    public required double Sum { get; init; }

    /// <summary>The sum of the squared sums of customers: Σu².</summary>
    public required double SumOfSquares { get; init; }

    /// <summary>The sum over customers of their sum times their number: Σun.</summary>
    public required double SumOfProducts { get; init; }

    /// <summary>The sum of the squared numbers of customers: Σn².</summary>
    public required double SumOfSquaredCounts { get; init; }

    /// <summary>The variance of Σu/Σn over customers, at least 0; <see langword="null"/> below two customers.</summary>
    public double? Variance
    {
        get
        {
            if (Clusters < 2 || Count == 0) return null;
            double ratio = Sum / Count;
            double cross = 2 * ratio * SumOfProducts, squared = ratio * ratio * SumOfSquaredCounts;
            double residual = SumOfSquares - cross + squared;
            if (residual <= RoundingShare * (SumOfSquares + Math.Abs(cross) + squared)) return 0;
            return residual / Count / Count * (Clusters / (Clusters - 1.0));
        }
    }

    /// <summary>The standard error of Σu/Σn over customers, at least 0; <see langword="null"/> below two customers.</summary>
    public double? StandardError => Variance is { } variance ? Math.Sqrt(variance) : null;

    /// <summary>How many times larger the variance over customers is than that of as many independent observations.</summary>
    /// <param name="simpleVariance">The variance that the mean of independent observations would have, with divisor n(n − 1); not negative.</param>
    /// <returns>The design effect, at least 0; <see langword="null"/> below two customers or when <paramref name="simpleVariance"/> is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="simpleVariance"/> is negative or NaN.</exception>
    public double? DesignEffect(double simpleVariance)
    {
        Domain.CheckNumber(simpleVariance);
        ArgumentOutOfRangeException.ThrowIfNegative(simpleVariance);
        return simpleVariance == 0 ? null : Variance / simpleVariance;
    }

    /// <summary>As how many independent observations these count: never more than there are, and the number of customers where nothing varies.</summary>
    /// <inheritdoc cref="DesignEffect"/>
    /// <returns>The effective number, above 0; <see langword="null"/> below two customers.</returns>
    public double? EffectiveCount(double simpleVariance)
    {
        double? effect = DesignEffect(simpleVariance);
        if (Clusters < 2 || Count == 0) return null;
        if (simpleVariance == 0) return Clusters;
        return effect > 1 ? Math.Max(double.Epsilon, Count / effect.Value) : Count;
    }

    internal void CheckFor(Sample sample, string name)
    {
        if (Count != sample.Count)
            throw new ArgumentException($"The customers gave {Count} observations, the sample has {sample.Count}: both must count the same ones.", name);
    }
}
