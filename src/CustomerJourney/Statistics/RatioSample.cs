namespace CustomerJourney.Statistics;

/// <summary>
/// A ratio of two sums in one group, such as orders per session, with what its error over customers needs: each customer adds a numerator and a denominator. The customers are the sample,
/// not the sessions: those of one customer are alike.
/// </summary>
/// <remarks>
/// R = Σx/Σy. Its error is that of the mean of the linearized values R + (x − R·y)/ȳ (delta method: W. G. Cochran, Sampling Techniques, 1977, chapter 6; R. Budylin et al., "Consistent
/// transformation of ratio metrics for efficient online controlled experiments", 2018), so intervals, tests and sizes are those of means; where every denominator is 1 the ratio is a mean,
/// and all of them agree with <see cref="MeanSample"/>.
/// </remarks>
public sealed record RatioSample : Sample
{
    // What is left of the terms below this part of them is rounding.
    private const double RoundingShare = 16 * 1.1102230246251565e-16;

    /// <summary>Keeps the sums of a ratio.</summary>
    /// <param name="customers">How many customers there are, those with 0 in both included; not negative.</param>
    /// <param name="numerator">Σx, finite; as all sums 0 without customers.</param>
    /// <param name="denominator">Σy, finite and not negative.</param>
    /// <param name="squaredNumerators">Σx², finite and not negative.</param>
    /// <param name="products">Σxy, finite.</param>
    /// <param name="squaredDenominators">Σy², finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public RatioSample(long customers, double numerator, double denominator, double squaredNumerators, double products, double squaredDenominators)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(customers);
        Domain.CheckFinite(numerator);
        Domain.CheckFinite(denominator);
        Domain.CheckFinite(squaredNumerators);
        Domain.CheckFinite(products);
        Domain.CheckFinite(squaredDenominators);
        ArgumentOutOfRangeException.ThrowIfNegative(denominator);
        ArgumentOutOfRangeException.ThrowIfNegative(squaredNumerators);
        ArgumentOutOfRangeException.ThrowIfNegative(squaredDenominators);
        if (customers == 0)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(numerator, 0);
            ArgumentOutOfRangeException.ThrowIfNotEqual(denominator, 0);
            ArgumentOutOfRangeException.ThrowIfNotEqual(squaredNumerators, 0);
            ArgumentOutOfRangeException.ThrowIfNotEqual(products, 0);
            ArgumentOutOfRangeException.ThrowIfNotEqual(squaredDenominators, 0);
        }

        Count = customers;
        Numerator = numerator;
        Denominator = denominator;
        SquaredNumerators = squaredNumerators;
        Products = products;
        SquaredDenominators = squaredDenominators;
    }

    /// <summary>How many customers there are, not negative.</summary>
    public override long Count { get; }

    /// <summary>The sum of the numerators: Σx.</summary>
    public double Numerator { get; }

    /// <summary>The sum of the denominators: Σy, not negative.</summary>
    public double Denominator { get; }

    /// <summary>The sum of the squared numerators: Σx².</summary>
    public double SquaredNumerators { get; }

    /// <summary>The sum over customers of numerator times denominator: Σxy.</summary>
    public double Products { get; }

    /// <summary>The sum of the squared denominators: Σy².</summary>
    public double SquaredDenominators { get; }

    /// <summary>The least value that such a ratio can have, at which intervals end: 0 where no numerator is negative; −∞ by default.</summary>
    public double Lowest
    {
        get;
        init
        {
            Domain.CheckNumber(value);
            field = value;
        }
    } = double.NegativeInfinity;

    /// <summary>The greatest value that such a ratio can have, at which intervals end: 1 where no numerator is more than its denominator; ∞ by default.</summary>
    public double Highest
    {
        get;
        init
        {
            Domain.CheckNumber(value);
            field = value;
        }
    } = double.PositiveInfinity;

    /// <summary>The ratio Σx/Σy; <see langword="null"/> when all denominators are 0.</summary>
    public override double? Value => Denominator == 0 ? null : Numerator / Denominator;

    /// <summary>The ratio with its standard error over customers; <see langword="null"/> when all denominators are 0.</summary>
    public RatioOfMeans? Ratio => Value is { } ratio ? RatioOfMeans.From(ratio, SquaredResiduals(ratio) / Denominator / Denominator, Denominator, Count) : null;

    /// <summary>The ratio with Student's t interval, one degree of freedom fewer than customers; <see langword="null"/> below two customers or when all denominators are 0.</summary>
    /// <inheritdoc/>
    public override Estimate? Estimate(double level)
    {
        Domain.CheckLevel(level);
        if (Value is not { } ratio || Linearized(ratio)?.Estimate(level) is not { } around) return null;
        return new Estimate
        {
            Value = ratio,
            Lower = Math.Max(Lowest, ratio + around.Lower),
            Upper = Math.Min(Highest, ratio + around.Upper),
            N = Count,
            Level = level,
            Method = "delta method, Student t",
        };
    }

    /// <summary>The same as without <paramref name="clusters"/>: the customers are what the sums are taken over already.</summary>
    /// <inheritdoc/>
    public override Estimate? Estimate(double level, ClusterTotals clusters)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        clusters.CheckFor(this, nameof(clusters));
        return Estimate(level);
    }

    /// <summary>The sample of linearized values less an origin, whose mean is the ratio less that origin. Near the ratio an origin keeps all digits of the variance.</summary>
    internal MeanSample? Linearized(double origin)
    {
        if (Value is not { } ratio) return null;
        double mean = ratio - origin, perCustomer = Denominator / Count;
        double sum = Count * mean, squares = Count * mean * mean + SquaredResiduals(ratio) / perCustomer / perCustomer;
        // Sums of which one is 1e300 times another leave the range of doubles.
        return double.IsFinite(sum) && double.IsFinite(squares) ? new MeanSample(Count, sum, squares) : null;
    }

    /// <summary>Compares ratios of different customers as means of linearized values.</summary>
    internal static TwoSampleResult? Difference(RatioSample baseline, RatioSample candidate, double level)
    {
        if (baseline.Value is not { } origin || baseline.Linearized(origin) is not { } a || candidate.Linearized(origin) is not { } b) return null;
        if (MeanDifference.Welch(a, b, level) is not { } result) return null;
        double reach = baseline.Highest - baseline.Lowest;
        return result with
        {
            Change = result.Change with { Lower = Math.Max(-reach, result.Change.Lower), Upper = Math.Min(reach, result.Change.Upper), Method = "delta method, Welch t" },
        };
    }

    internal static EffectSize? Size(RatioSample baseline, RatioSample candidate) =>
        baseline.Value is { } origin && baseline.Linearized(origin) is { } a && candidate.Linearized(origin) is { } b ? EffectSize.HedgesG(a, b) : null;

    /// <summary>The sample of residuals x − R·y about a ratio; all 0 where the sums hold no more than rounding. About the ratio of all, groups of the same ratio have residuals of mean 0.</summary>
    internal MeanSample Residuals(double ratio)
    {
        double squares = SquaredResiduals(ratio), sum = squares == 0 ? 0 : Numerator - (ratio * Denominator);
        return new MeanSample(Count, sum, Count == 0 ? 0 : Math.Max(squares, sum * sum / Count));
    }

    // Σ(x − R·y)², at least 0, and exactly 0 where the sums hold no more than rounding.
    private double SquaredResiduals(double ratio)
    {
        double cross = 2 * ratio * Products, scaled = ratio * ratio * SquaredDenominators;
        double residual = SquaredNumerators - cross + scaled;
        return residual <= RoundingShare * (SquaredNumerators + Math.Abs(cross) + scaled) ? 0 : residual;
    }
}
