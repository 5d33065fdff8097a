namespace CustomerJourney.Statistics;

public sealed partial record EffectSize
{
    /// <summary>Cramér's V of a table of counts, 0…1: how strongly group and outcome hang together. Rows and columns without counts are left out.</summary>
    /// <param name="table">The counts, one list for each group, equally long and not negative.</param>
    /// <returns>√(χ²/n / (min(rows, columns) − 1)), or <see langword="null"/> when fewer than two rows or fewer than two columns have counts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A row is <see langword="null"/> or of another length than the first.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <remarks>H. Cramér, Mathematical Methods of Statistics (1946), section 21.9.</remarks>
    public static EffectSize? CramersV(IReadOnlyList<IReadOnlyList<long>> table)
    {
        if (CountMargins.Of(table) is not { } margins || ContingencyTest.ChiSquare(table) is not { } result) return null;
        double square = result.Test.Statistic / margins.Total / (Math.Min(margins.Rows, margins.Columns) - 1);
        return new EffectSize { Value = Math.Sqrt(Math.Min(1, square)), Measure = "Cramér's V" };
    }

    /// <summary>Cramér's V without its bias: about 0 where group and outcome are independent, which the plain V never is in a sample.</summary>
    /// <inheritdoc cref="CramersV"/>
    /// <returns>The corrected V, 0…1, or <see langword="null"/> when fewer than two rows or fewer than two columns have counts, or the table is too small for the correction.</returns>
    /// <remarks>W. Bergsma, "A bias-correction for Cramér's V and Tschuprow's T", Journal of the Korean Statistical Society 42 (2013).</remarks>
    public static EffectSize? CramersVCorrected(IReadOnlyList<IReadOnlyList<long>> table)
    {
        if (CountMargins.Of(table) is not { } margins || ContingencyTest.ChiSquare(table) is not { } result) return null;
        double free = margins.Total - 1;
        double square = Math.Max(0, result.Test.Statistic / margins.Total - margins.DegreesOfFreedom / free);
        double rows = margins.Rows - (margins.Rows - 1) * (margins.Rows - 1) / free;
        double columns = margins.Columns - (margins.Columns - 1) * (margins.Columns - 1) / free;
        double reach = Math.Min(rows, columns) - 1;
        return reach > 0 ? new EffectSize { Value = Math.Sqrt(Math.Min(1, square / reach)), Measure = "Cramér's V, bias-corrected" } : null;
    }

    /// <summary>Cliff's delta: the chance that a value of the candidate is larger than one of the baseline, less the chance that it is smaller; −1…1. About 0.147 is small, 0.33 medium, 0.474 large.</summary>
    /// <param name="baseline">The values of the baseline, all finite.</param>
    /// <param name="candidate">The values of the candidate, all finite.</param>
    /// <returns>The size, or <see langword="null"/> when a group is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or infinite.</exception>
    /// <remarks>N. Cliff, Psychological Bulletin 114 (1993); thresholds of J. Romano et al. (2006).</remarks>
    public static EffectSize? CliffsDelta(ReadOnlySpan<double> baseline, ReadOnlySpan<double> candidate) =>
        PairRanks.Of(baseline, candidate) is { } ranks ? new EffectSize { Value = (ranks.DoubledU - ranks.Pairs) / ranks.Pairs, Measure = "Cliff's delta" } : null;

    /// <summary>The probability of superiority: the chance that a value of the candidate is larger than one of the baseline, ties counted half; 0…1, 0.5 is no difference.</summary>
    /// <inheritdoc cref="CliffsDelta"/>
    /// <remarks>A. Vargha &amp; H. D. Delaney, "A critique and improvement of the CL common language effect size", J. Educational and Behavioral Statistics 25 (2000): their A.</remarks>
    public static EffectSize? ProbabilityOfSuperiority(ReadOnlySpan<double> baseline, ReadOnlySpan<double> candidate) =>
        PairRanks.Of(baseline, candidate) is { } ranks ? new EffectSize { Value = ranks.CandidateShare, Measure = "probability of superiority" } : null;
}
