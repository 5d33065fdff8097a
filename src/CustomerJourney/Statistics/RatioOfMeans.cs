namespace CustomerJourney.Statistics;

/// <summary>
/// A ratio of two sums over units, such as orders per session or revenue kept per revenue at the start, with its standard error over the units (delta method). The unit is whoever acts on
/// their own, mostly the customer: sessions of one customer are alike, and counting them as independent makes the error too small.
/// </summary>
/// <remarks>
/// R = Σx/Σy and SE² = n/(n − 1)·Σ(x − R·y)²/(Σy)²: W. G. Cochran, Sampling Techniques (1977), chapter 6; A. Deng, U. Knoblich &amp; J. Lu, "Applying the delta method in metric
/// analytics" (2018). The same figures as R's survey::svyratio.
/// </remarks>
public sealed record RatioOfMeans
{
    private RatioOfMeans()
    {
    }

    /// <summary>The ratio.</summary>
    public required double Value { get; init; }

    /// <summary>The standard error over units, at least 0; <see langword="null"/> below two units.</summary>
    public required double? StandardError { get; init; }

    /// <summary>How many units there are, those with 0 in both included; positive.</summary>
    public required long N { get; init; }

    /// <summary>
    /// For comparison only: √(R(1 − R)/Σy), the error that a share of independent events would have. It is wrong where units have several events; <see langword="null"/> when the
    /// ratio is outside 0…1.
    /// </summary>
    public required double? BinomialStandardError { get; init; }

    /// <summary>Computes the ratio. To take it in one pass or in parts, use <see cref="RatioSums"/>.</summary>
    /// <param name="numerators">The numerator of each unit, finite.</param>
    /// <param name="denominators">The denominator of each unit, finite and not negative.</param>
    /// <returns>The ratio; <see langword="null"/> without units or when all denominators are 0.</returns>
    /// <exception cref="ArgumentException">There are not as many denominators as numerators.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or a denominator is negative.</exception>
    public static RatioOfMeans? Of(ReadOnlySpan<double> numerators, ReadOnlySpan<double> denominators)
    {
        if (numerators.Length != denominators.Length)
            throw new ArgumentException($"There are {numerators.Length} numerators and {denominators.Length} denominators: give one of each for every unit.", nameof(denominators));
        ExactSum top = new(), bottom = new();
        for (int i = 0; i < numerators.Length; i++)
        {
            Domain.CheckFinite(numerators[i], nameof(numerators));
            Domain.CheckFinite(denominators[i], nameof(denominators));
            ArgumentOutOfRangeException.ThrowIfNegative(denominators[i], nameof(denominators));
            top.Add(numerators[i]);
            bottom.Add(denominators[i]);
        }

        double total = bottom.ToDouble();
        if (total == 0) return null;
        double ratio = top.ToDouble() / total;
        ExactSum squares = new();
        for (int i = 0; i < numerators.Length; i++)
        {
            double influence = (numerators[i] - ratio * denominators[i]) / total;
            squares.Add(influence * influence);
        }

        return From(ratio, squares.ToDouble(), total, numerators.Length);
    }

    /// <summary>The ratio with a normal interval; not cut, as a ratio need not lie in 0…1.</summary>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <returns>The estimate; <see langword="null"/> below two units.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside its range.</exception>
    public Estimate? Estimate(double level = 0.95)
    {
        double reach = Domain.NormalReach(level);
        if (StandardError is not { } error) return null;
        return new Estimate { Value = Value, Lower = Value - reach * error, Upper = Value + reach * error, N = N, Level = level, Method = "delta method" };
    }

    /// <summary>The change of the ratio between two groups of different units, candidate less baseline, with its normal interval and z test.</summary>
    /// <param name="baseline">The baseline; <see langword="null"/> when it has no ratio.</param>
    /// <param name="candidate">The candidate; <see langword="null"/> when it has no ratio.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <returns>The difference; <see langword="null"/> when a group has no ratio or fewer than two units.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside its range.</exception>
    public static TwoSampleResult? Difference(RatioOfMeans? baseline, RatioOfMeans? candidate, double level = 0.95)
    {
        double reach = Domain.NormalReach(level);
        if (baseline?.StandardError is not { } a || candidate?.StandardError is not { } b) return null;
        double change = candidate.Value - baseline.Value, error = Math.Sqrt(a * a + b * b);
        return new TwoSampleResult
        {
            Change = new Estimate { Value = change, Lower = change - reach * error, Upper = change + reach * error, N = baseline.N + candidate.N, Level = level, Method = "delta method" },
            Test = error == 0 ? null : TestResult.Single(change / error, 2 * NormalDistribution.UpperTail(Math.Abs(change / error)), "delta method z"),
            Center = change,
            StandardError = error,
            DegreesOfFreedom = null,
        };
    }

    /// <summary>Makes a ratio of its value, the sum of the squared influences of the units, and the sum of denominators.</summary>
    internal static RatioOfMeans From(double ratio, double squares, double total, long units) => new()
    {
        Value = ratio,
        StandardError = units < 2 ? null : Math.Sqrt(squares * units / (units - 1)),
        N = units,
        BinomialStandardError = ratio is >= 0 and <= 1 ? Math.Sqrt(ratio * (1 - ratio) / total) : null,
    };
}
