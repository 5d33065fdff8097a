namespace CustomerJourney.Statistics.Control;

/// <summary>
/// A control chart: figures of periods in order, a center line and limits, and the periods that lie beyond them. Within limits, ups and downs are noise;
/// a point beyond asks for a cause.
/// </summary>
/// <remarks>
/// D. C. Montgomery, Introduction to Statistical Quality Control (2009), chapters 6, 7 and 9. Take out seasons first; who watches many charts at once corrects for their number
/// (<see cref="Multiplicity"/>).
/// </remarks>
public sealed record ControlChart
{
    // The mean size of a difference of two independent normal values, and its standard deviation, in standard deviations: d₂ and d₃ as tables of charts have them.
    private const double MeanRange = 1.128;
    private const double RangeDeviation = 0.853;

    private ControlChart()
    {
    }

    /// <summary>The center line, in the unit of the data.</summary>
    public required double Center { get; init; }

    /// <summary>The standard deviation of a single figure, at least 0; <see langword="null"/> where it differs by period (shares of unequal numbers of cases).</summary>
    public double? StandardDeviation { get; init; }

    /// <summary>The periods, in the order given.</summary>
    public required IReadOnlyList<ControlPoint> Points { get; init; }

    /// <summary>What makes the limits rough, one sentence each; usually empty.</summary>
    public IReadOnlyList<string> Warnings { get; private init; } = [];

    /// <summary>The periods above their upper limit, from 0, ascending.</summary>
    public IReadOnlyList<int> Above => [.. Enumerable.Range(0, Points.Count).Where(i => Points[i].IsAbove)];

    /// <summary>The periods below their lower limit, from 0, ascending.</summary>
    public IReadOnlyList<int> Below => [.. Enumerable.Range(0, Points.Count).Where(i => Points[i].IsBelow)];

    /// <summary>A p chart: shares of cases by period, with limits p ± sigmas·√(p(1 − p)/n) clipped to 0…1, p the share over the baseline.</summary>
    /// <param name="hits">How many cases count in each period, 0 to its cases.</param>
    /// <param name="totals">How many cases each period has; 0 gives a point without figures.</param>
    /// <param name="sigmas">How many standard errors the limits lie from the center, above 0.</param>
    /// <param name="baseline">How many periods, from the first, set the center; all when <see langword="null"/>.</param>
    /// <returns>The chart; <see langword="null"/> where the baseline has no cases.</returns>
    /// <exception cref="ArgumentException">There are not as many totals as hits.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count or another argument is outside its range.</exception>
    public static ControlChart? Shares(ReadOnlySpan<long> hits, ReadOnlySpan<long> totals, double sigmas = 3, int? baseline = null)
    {
        if (hits.Length != totals.Length) throw new ArgumentException($"There are {hits.Length} counts of hits and {totals.Length} of cases: give both for each period.", nameof(totals));
        CheckFinitePositive(sigmas, nameof(sigmas));
        int window = Baseline(baseline, hits.Length);
        long counted = 0, cases = 0, fewest = long.MaxValue;
        for (int i = 0; i < hits.Length; i++)
        {
            Domain.CheckShare(hits[i], totals[i], nameof(hits), nameof(totals));
            if (totals[i] > 0) fewest = Math.Min(fewest, totals[i]);
            if (i >= window) continue;
            counted += hits[i];
            cases += totals[i];
        }

        if (cases == 0) return null;
        double center = (double)counted / cases, rest = (double)(cases - counted) / cases;
        ControlPoint[] points = new ControlPoint[hits.Length];
        for (int i = 0; i < points.Length; i++)
        {
            double half = sigmas * Math.Sqrt(center * rest / totals[i]);
            points[i] = totals[i] == 0
                ? new ControlPoint { Value = null, Lower = null, Upper = null }
                : new ControlPoint { Value = (double)hits[i] / totals[i], Lower = Math.Max(0, center - half), Upper = Math.Min(1, center + half) };
        }

        return new ControlChart
        {
            Center = center,
            Points = Array.AsReadOnly(points),
            Warnings = fewest * Math.Min(center, rest) < 5 ? [$"The smallest period has {fewest} cases, so few of one kind are expected in it (below 5) that its limits are rough: take longer periods."] : [],
        };
    }

    /// <summary>An individuals chart (I chart): single figures, with limits mean ± sigmas·s and s the mean moving range over 1.128, which a shift of level does not widen.</summary>
    /// <param name="values">The figures in order of time, finite.</param>
    /// <param name="sigmas">How many standard deviations the limits lie from the center, above 0.</param>
    /// <param name="baseline">How many figures, from the first, set center and limits; all when <see langword="null"/>.</param>
    /// <returns>The chart; <see langword="null"/> where the baseline has fewer than two figures.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or an argument is outside its range.</exception>
    public static ControlChart? Individuals(ReadOnlySpan<double> values, double sigmas = 3, int? baseline = null)
    {
        CheckFinitePositive(sigmas, nameof(sigmas));
        int window = Baseline(baseline, values.Length);
        double[] ranges = Ranges(values);
        if (window < 2) return null;
        double center = Mean(values[..window]), deviation = Mean(ranges.AsSpan(0, window - 1)) / MeanRange;
        return Make(center, deviation, values, center - sigmas * deviation, center + sigmas * deviation);
    }

    /// <summary>A moving range chart (MR chart), the companion of <see cref="Individuals"/>: the size of the step from each figure to the next, point 0 being the step to figure 1.</summary>
    /// <inheritdoc cref="Individuals"/>
    /// <remarks>Limits: mean range ± sigmas·(0.853/1.128)·mean range, the lower one not below 0 (Montgomery 2009, section 6.4; for 3 sigmas the factor D₄ = 3.267).</remarks>
    public static ControlChart? MovingRanges(ReadOnlySpan<double> values, double sigmas = 3, int? baseline = null)
    {
        CheckFinitePositive(sigmas, nameof(sigmas));
        int window = Baseline(baseline, values.Length);
        double[] ranges = Ranges(values);
        if (window < 2) return null;
        double center = Mean(ranges.AsSpan(0, window - 1)), deviation = RangeDeviation / MeanRange * center;
        return Make(center, deviation, ranges, Math.Max(0, center - sigmas * deviation), center + sigmas * deviation);
    }

    /// <summary>
    /// An exponentially weighted moving average (EWMA): z = λ·value + (1 − λ)·z before, starting at the center; it finds small lasting shifts sooner than single figures do.
    /// Limits: center ± sigmas·s·√(λ/(2 − λ)·(1 − (1 − λ)^(2t))) in period t, counted from 1.
    /// </summary>
    /// <param name="values">The figures in order of time, finite.</param>
    /// <param name="center">The level when nothing has changed, finite; for example from a baseline.</param>
    /// <param name="standardDeviation">The standard deviation of a figure when nothing has changed, finite and above 0.</param>
    /// <param name="lambda">The weight λ of the newest figure, above 0 and at most 1; 0.2 by default.</param>
    /// <param name="sigmas">How many standard deviations the limits lie from the center, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or an argument is outside its range.</exception>
    /// <remarks>S. W. Roberts, "Control chart tests based on geometric moving averages", Technometrics 1 (1959).</remarks>
    public static ControlChart MovingAverage(ReadOnlySpan<double> values, double center, double standardDeviation, double lambda = 0.2, double sigmas = 3)
    {
        Domain.CheckFinite(center);
        CheckFinitePositive(standardDeviation, nameof(standardDeviation));
        CheckFinitePositive(sigmas, nameof(sigmas));
        if (!(lambda is > 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(lambda), lambda, "The weight of the newest figure is above 0 and at most 1, for example 0.2.");
        ControlPoint[] points = new ControlPoint[values.Length];
        double average = center;
        for (int i = 0; i < points.Length; i++)
        {
            Domain.CheckFinite(values[i], nameof(values));
            average = lambda * values[i] + (1 - lambda) * average;
            double half = sigmas * standardDeviation * Math.Sqrt(lambda / (2 - lambda) * (1 - Math.Pow(1 - lambda, 2.0 * (i + 1))));
            points[i] = new ControlPoint { Value = average, Lower = center - half, Upper = center + half };
        }

        return new ControlChart { Center = center, StandardDeviation = standardDeviation, Points = Array.AsReadOnly(points) };
    }

    /// <summary>Whether the other chart has the same figures and limits.</summary>
    /// <param name="other">The other chart.</param>
    public bool Equals(ControlChart? other) =>
        other is not null && Center.Equals(other.Center) && StandardDeviation.Equals(other.StandardDeviation)
        && Points.SequenceEqual(other.Points) && Warnings.SequenceEqual(other.Warnings, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Center, StandardDeviation, Points.Count);

    internal static void CheckFinitePositive(double value, string name)
    {
        Domain.CheckFinite(value, name);
        Domain.CheckPositive(value, name);
    }

    private static ControlChart Make(double center, double deviation, ReadOnlySpan<double> values, double lower, double upper)
    {
        ControlPoint[] points = new ControlPoint[values.Length];
        for (int i = 0; i < points.Length; i++) points[i] = new ControlPoint { Value = values[i], Lower = lower, Upper = upper };
        return new ControlChart { Center = center, StandardDeviation = deviation, Points = Array.AsReadOnly(points) };
    }

    private static int Baseline(int? baseline, int periods)
    {
        if (baseline is not { } window) return periods;
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1, nameof(baseline));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(window, periods, nameof(baseline));
        return window;
    }

    private static double[] Ranges(ReadOnlySpan<double> values)
    {
        foreach (double value in values) Domain.CheckFinite(value, nameof(values));
        double[] ranges = new double[Math.Max(0, values.Length - 1)];
        for (int i = 0; i < ranges.Length; i++) ranges[i] = Math.Abs(values[i + 1] - values[i]);
        return ranges;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        ExactSum sum = new();
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        foreach (double value in values)
        {
            sum.Add(value);
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }

        // Rounding must not bring the mean of equal figures beside them: with limits of no width every figure would be a signal.
        return Math.Clamp(sum.ToDouble() / values.Length, least, most);
    }
}
