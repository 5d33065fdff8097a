namespace CustomerJourney.Statistics;

/// <summary>
/// Two net shares of independent groups compared: the difference is candidate less baseline, −2…2. Every method gives <see langword="null"/>
/// when a group has no answers.
/// </summary>
public static partial class NetShareDifference
{
    /// <summary>The textbook z test and interval with each group's own variance.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="candidate">The candidate.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <param name="clip">Whether limits beyond −2 and 2 are cut to them.</param>
    /// <returns>The result on the scale −2…2, or <see langword="null"/> when a group has no answers.</returns>
    /// <exception cref="ArgumentNullException">A group is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside its range.</exception>
    public static TwoSampleResult? Wald(NetSample baseline, NetSample candidate, double level = 0.95, bool clip = true) =>
        Normal(baseline, candidate, level, clip, counts => counts, "Wald", "unpooled z");

    /// <summary>
    /// The z test and interval after adding ¾ of an answer to either end and 3 answers in all to each group: J. Lewis &amp; J. Sauro,
    /// "How to statistically compare two net promoter scores" (measuringu.com, 2021). The default of this library.
    /// </summary>
    /// <inheritdoc cref="Wald"/>
    public static TwoSampleResult? AdjustedWald(NetSample baseline, NetSample candidate, double level = 0.95, bool clip = true) =>
        Normal(baseline, candidate, level, clip, counts => counts.Adjusted, "adjusted Wald", "adjusted z");

    /// <summary>Welch's t test and interval for the mean of the indicator −1, 0, +1.</summary>
    /// <inheritdoc cref="Wald"/>
    /// <returns>The result on the scale −2…2, or <see langword="null"/> when a group has fewer than two answers or neither group varies.</returns>
    public static TwoSampleResult? Welch(NetSample baseline, NetSample candidate, double level = 0.95, bool clip = true)
    {
        Check(baseline, candidate, level);
        TwoSampleResult? result = MeanDifference.Welch(AsMean(baseline), AsMean(candidate), level);
        return result is null ? null : result with { Change = Clip(result.Change, clip) };
    }

    /// <summary>
    /// The paired t test and interval of the change in the net share of people who answered twice: of each, the second answer's −1, 0 or +1 less the first one's. Answers of the same
    /// people are not independent, so the methods for two groups do not hold for them.
    /// </summary>
    /// <param name="table">How many answered how: three rows for the first answer and three columns for the second, both in the order negative, neutral, positive.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <param name="clip">Whether limits beyond −2 and 2 are cut to them.</param>
    /// <returns>The change on the scale −2…2, second less first; <see langword="null"/> below two people, or when all changed alike or not at all.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="table"/> has not three rows of three counts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or <paramref name="level"/> is outside its range.</exception>
    /// <remarks>J. Lewis &amp; J. Sauro, "How to statistically compare two net promoter scores" (measuringu.com, 2021), for answers of the same people.</remarks>
    public static TwoSampleResult? Paired(IReadOnlyList<IReadOnlyList<long>> table, double level = 0.95, bool clip = true)
    {
        long[][] counts = CountTable.Checked(table, nameof(table));
        Domain.CheckLevel(level);
        if (counts.Length != 3 || counts[0].Length != 3)
            throw new ArgumentException($"The table has {counts.Length} rows and {(counts.Length == 0 ? 0 : counts[0].Length)} columns: give three of each, negative, neutral and positive.", nameof(table));
        long people = 0, sum = 0, squares = 0;
        for (int first = 0; first < 3; first++)
        {
            for (int second = 0; second < 3; second++)
            {
                people += counts[first][second];
                sum += counts[first][second] * (second - first);
                squares += counts[first][second] * (second - first) * (second - first);
            }
        }

        return MeanDifference.Paired(new MeanSample(people, sum, squares), level) is { } result ? result with { Change = Clip(result.Change, clip) } : null;
    }

    private static TwoSampleResult? Normal(
        NetSample baseline, NetSample candidate, double level, bool clip, Func<NetCounts, NetCounts> shift, string intervalMethod, string testMethod)
    {
        Check(baseline, candidate, level);
        if (baseline.Value is not { } rawA || candidate.Value is not { } rawB) return null;
        NetCounts a = shift(baseline.Counts), b = shift(candidate.Counts);
        double center = b.Net - a.Net;
        double error = Math.Sqrt(a.Variance / a.Total + b.Variance / b.Total);
        double half = Domain.NormalReach(level) * error;
        Estimate change = new()
        {
            Value = rawB - rawA,
            Lower = center - half,
            Upper = center + half,
            N = baseline.Count + candidate.Count,
            Level = level,
            Method = intervalMethod,
        };
        return new TwoSampleResult
        {
            Change = Clip(change, clip),
            Test = error == 0 ? null : TestResult.Single(center / error, 2 * NormalDistribution.UpperTail(Math.Abs(center / error)), testMethod),
            Center = center,
            StandardError = error,
            DegreesOfFreedom = null,
        };
    }

    private static MeanSample AsMean(NetSample sample) =>
        new(sample.Count, sample.Positive - sample.Negative, sample.Positive + sample.Negative);

    private static Estimate Clip(Estimate change, bool clip) =>
        clip ? change with { Lower = Math.Max(-2, change.Lower), Upper = Math.Min(2, change.Upper) } : change;

    private static void Check(NetSample baseline, NetSample candidate, double level)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        Domain.CheckLevel(level);
    }
}
