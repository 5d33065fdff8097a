namespace CustomerJourney.Statistics.Control;

/// <summary>
/// A two-sided cumulative sum chart (CUSUM): how far figures have drifted from their center, in standard deviations, less a slack of half the shift that is worth finding.
/// It finds small lasting shifts sooner than single figures do, and tells since when they last.
/// </summary>
/// <remarks>E. S. Page, "Continuous inspection schemes", Biometrika 41 (1954); Montgomery (2009), section 9.1.</remarks>
public sealed record CumulativeSumChart
{
    private CumulativeSumChart()
    {
    }

    /// <summary>The decision interval h, in standard deviations: a sum beyond it is a signal.</summary>
    public required double DecisionInterval { get; init; }

    /// <summary>For each figure the upward sum max(0, sum before + z − shift/2), at least 0.</summary>
    public required IReadOnlyList<double> Positive { get; init; }

    /// <summary>For each figure the downward sum min(0, sum before + z + shift/2), at most 0.</summary>
    public required IReadOnlyList<double> Negative { get; init; }

    /// <summary>The figures, from 0, at which the upward sum is above <see cref="DecisionInterval"/>, ascending.</summary>
    public IReadOnlyList<int> Above => [.. Enumerable.Range(0, Positive.Count).Where(i => Positive[i] > DecisionInterval)];

    /// <summary>The figures, from 0, at which the downward sum is below −<see cref="DecisionInterval"/>, ascending.</summary>
    public IReadOnlyList<int> Below => [.. Enumerable.Range(0, Negative.Count).Where(i => Negative[i] < -DecisionInterval)];

    /// <summary>Sums up figures.</summary>
    /// <param name="values">The figures in order of time, finite.</param>
    /// <param name="center">The level when nothing has changed, finite; for example from a baseline.</param>
    /// <param name="standardDeviation">The standard deviation of a figure when nothing has changed, finite and above 0.</param>
    /// <param name="decisionInterval">The decision interval h in standard deviations, finite and above 0; 5 by default.</param>
    /// <param name="shift">The shift to be found, in standard deviations, finite and above 0; 1 by default, so a slack k of 0.5.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or an argument is outside its range.</exception>
    public static CumulativeSumChart Of(ReadOnlySpan<double> values, double center, double standardDeviation, double decisionInterval = 5, double shift = 1)
    {
        Domain.CheckFinite(center);
        ControlChart.CheckFinitePositive(standardDeviation, nameof(standardDeviation));
        ControlChart.CheckFinitePositive(decisionInterval, nameof(decisionInterval));
        ControlChart.CheckFinitePositive(shift, nameof(shift));
        double[] positive = new double[values.Length], negative = new double[values.Length];
        double up = 0, down = 0;
        for (int i = 0; i < values.Length; i++)
        {
            Domain.CheckFinite(values[i], nameof(values));
            double z = (values[i] - center) / standardDeviation;
            positive[i] = up = Math.Max(0, up + z - shift / 2);
            negative[i] = down = Math.Min(0, down + z + shift / 2);
        }

        return new CumulativeSumChart { DecisionInterval = decisionInterval, Positive = Array.AsReadOnly(positive), Negative = Array.AsReadOnly(negative) };
    }

    /// <summary>Where the shift of a signal began: the figure after the last at which the sum on that side was 0.</summary>
    /// <param name="signal">A figure of <see cref="Above"/> or <see cref="Below"/>, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no signal at that figure.</exception>
    public int StartOf(int signal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(signal);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(signal, Positive.Count);
        bool up = Positive[signal] > DecisionInterval;
        if (!up && Negative[signal] >= -DecisionInterval) throw new ArgumentOutOfRangeException(nameof(signal), signal, "There is no signal at this figure: ask for one of Above or Below.");
        IReadOnlyList<double> sums = up ? Positive : Negative;
        int start = signal;
        while (start > 0 && sums[start - 1] != 0) start--;
        return start;
    }

    /// <summary>Whether the other chart has the same sums and interval.</summary>
    /// <param name="other">The other chart.</param>
    public bool Equals(CumulativeSumChart? other) =>
        other is not null && DecisionInterval.Equals(other.DecisionInterval) && Positive.SequenceEqual(other.Positive) && Negative.SequenceEqual(other.Negative);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(DecisionInterval, Positive.Count);
}
