using System.Collections.ObjectModel;

namespace CustomerJourney.Statistics;

/// <summary>
/// What a figure would have been had other units come: it is computed again and again from units drawn with replacement. For figures without a formula for their error; units that
/// belong together (all answers of a customer) must be one unit. The same units, figure and seed give the same result.
/// </summary>
/// <typeparam name="T">A unit: a value, a customer with all of his values, a path.</typeparam>
/// <remarks>B. Efron &amp; R. J. Tibshirani, An Introduction to the Bootstrap (1993), chapters 6, 13 and 14.</remarks>
public sealed class Bootstrap<T>
{
    private readonly T[] _units;
    private readonly Func<IReadOnlyList<T>, double?> _figure;
    private readonly OrderedSample _replicates;

    private Bootstrap(T[] units, Func<IReadOnlyList<T>, double?> figure, double value, OrderedSample replicates, int undefined)
    {
        (_units, _figure, Value, _replicates, Undefined) = (units, figure, value, replicates, undefined);
    }

    /// <summary>The figure of the units themselves.</summary>
    public double Value { get; }

    /// <summary>How many units there are.</summary>
    public int N => _units.Length;

    /// <summary>The figures of the samples in ascending order, without those that had none.</summary>
    public IReadOnlyList<double> Replicates => _replicates.Values;

    /// <summary>How many samples had no figure.</summary>
    public int Undefined { get; }

    /// <summary>The standard deviation of <see cref="Replicates"/>: the standard error of the figure; <see langword="null"/> below two.</summary>
    public double? StandardError => MeanSample.Of([.. Replicates]).Variance is { } variance ? Math.Sqrt(variance) : null;

    /// <summary>How far the mean of <see cref="Replicates"/> lies above the figure of the units; <see langword="null"/> without them.</summary>
    public double? Bias => MeanSample.Of([.. Replicates]).Value - Value;

    /// <summary>Draws samples and computes the figure of each.</summary>
    /// <param name="units">The units, each as likely to be drawn as any other.</param>
    /// <param name="figure">The figure of a sample, finite, or <see langword="null"/> where it has none. The list it gets is used again for the next sample: nothing may keep it.</param>
    /// <param name="seed">Any number; another seed gives other samples.</param>
    /// <param name="resamples">How many samples to draw, positive: some hundreds for a standard error, some thousands for an interval.</param>
    /// <returns>The samples' figures, or <see langword="null"/> without units or when the units have no figure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="units"/> or <paramref name="figure"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="resamples"/> is not positive.</exception>
    /// <exception cref="InvalidOperationException">A figure is NaN or infinite.</exception>
    public static Bootstrap<T>? Of(IReadOnlyList<T> units, Func<IReadOnlyList<T>, double?> figure, ulong seed, int resamples = 2_000)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resamples);
        T[] all = [.. units];
        if (all.Length == 0 || Checked(figure(Array.AsReadOnly(all))) is not { } value) return null;
        SeededRandom random = new(seed);
        T[] drawn = new T[all.Length];
        ReadOnlyCollection<T> sample = Array.AsReadOnly(drawn);
        List<double> replicates = new(resamples);
        for (int run = 0; run < resamples; run++)
        {
            for (int i = 0; i < drawn.Length; i++) drawn[i] = all[random.NextBelow(all.Length)];
            if (Checked(figure(sample)) is { } replicate) replicates.Add(replicate);
        }

        return new Bootstrap<T>(all, figure, value, OrderedSample.Of([.. replicates]), resamples - replicates.Count);
    }

    /// <summary>The percentile interval: between the quantiles of the samples' figures.</summary>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <returns>The interval; <see langword="null"/> when no sample has a figure.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside its range.</exception>
    public Estimate? Percentile(double level = 0.95)
    {
        Domain.CheckLevel(level);
        return Between((1 - level) / 2, (1 + level) / 2, level, "percentile bootstrap");
    }

    /// <summary>The bias-corrected and accelerated interval (BCa), which allows for figures that are biased or whose error depends on their size; computes the figure once more without each unit.</summary>
    /// <inheritdoc cref="Percentile"/>
    /// <remarks>B. Efron, "Better bootstrap confidence intervals", Journal of the American Statistical Association 82 (1987).</remarks>
    public Estimate? Accelerated(double level = 0.95)
    {
        Domain.CheckLevel(level);
        if (Replicates.Count == 0) return null;

        // Figures that equal the units' own count half; none or all below it are taken for half of one.
        double below = Replicates.Count(replicate => replicate < Value) + Replicates.Count(replicate => replicate == Value) / 2.0;
        double shift = NormalDistribution.Quantile(Math.Clamp(below, 0.5, Replicates.Count - 0.5) / Replicates.Count), acceleration = Acceleration();
        return Between(Moved((1 - level) / 2), Moved((1 + level) / 2), level, "BCa bootstrap");

        double Moved(double probability)
        {
            double z = shift + NormalDistribution.Quantile(probability);
            return NormalDistribution.Cumulative(shift + z / (1 - acceleration * z));
        }
    }

    // The skewness of the figures without one unit each, over 6; 0 where they do not vary.
    private double Acceleration()
    {
        T[] others = new T[_units.Length - 1];
        ReadOnlyCollection<T> sample = Array.AsReadOnly(others);
        List<double> figures = new(_units.Length);
        for (int left = 0; left < _units.Length; left++)
        {
            Array.Copy(_units, others, left);
            Array.Copy(_units, left + 1, others, left, others.Length - left);
            if (others.Length > 0 && Checked(_figure(sample)) is { } figure) figures.Add(figure);
        }

        if (MeanSample.Of([.. figures]).Value is not { } mean) return 0;
        double squares = figures.Sum(figure => (mean - figure) * (mean - figure)), cubes = figures.Sum(figure => (mean - figure) * (mean - figure) * (mean - figure));
        return squares > 0 ? cubes / (6 * squares * Math.Sqrt(squares)) : 0;
    }

    private Estimate? Between(double lower, double upper, double level, string method) => Replicates.Count == 0 ? null : new Estimate
    {
        Value = Value,
        Lower = _replicates.Quantile(lower, QuantileType.Weibull)!.Value,
        Upper = _replicates.Quantile(upper, QuantileType.Weibull)!.Value,
        N = N,
        Level = level,
        Method = method,
    };

    private static double? Checked(double? figure) => figure is { } value && !double.IsFinite(value)
        ? throw new InvalidOperationException($"The figure of a sample is {value}: return null where there is none.")
        : figure;
}
