namespace CustomerJourney.Statistics;

/// <summary>Two shares of independent groups compared by a ratio, candidate over baseline; 1 is no difference.</summary>
public static class ProportionRatio
{
    /// <summary>The ratio of the shares ("relative risk"; less 1 it is the relative lift), with the logarithmic interval of Katz.</summary>
    /// <param name="baselineHits">How many cases of the baseline count, 0…<paramref name="baselineTotal"/>.</param>
    /// <param name="baselineTotal">How many cases the baseline has, not negative.</param>
    /// <param name="candidateHits">How many cases of the candidate count, 0…<paramref name="candidateTotal"/>.</param>
    /// <param name="candidateTotal">How many cases the candidate has, not negative.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <param name="zeroCells">What to do when a group has no hits, or both groups have no misses.</param>
    /// <returns>
    /// The ratio, above 0, or <see langword="null"/> when a group has no cases, and by <see cref="ZeroCellRule.Undefined"/> when a group has no hits
    /// or both groups have no misses (the interval would have no width).
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>D. Katz et al., "Obtaining confidence intervals for the risk ratio in cohort studies", Biometrics 34 (1978): ln ratio ± z·√(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂).</remarks>
    public static Estimate? Katz(
        long baselineHits, long baselineTotal, long candidateHits, long candidateTotal, double level = 0.95, ZeroCellRule zeroCells = ZeroCellRule.Undefined)
    {
        TwoShares shares = TwoShares.Of(baselineHits, baselineTotal, candidateHits, candidateTotal);
        double z = Domain.NormalReach(level);
        bool zero = baselineHits == 0 || candidateHits == 0 || (baselineHits == baselineTotal && candidateHits == candidateTotal);
        if (Settled(shares, zero, zeroCells) is not { } counts) return null;
        double variance = (1 - counts.Baseline) / counts.BaselineHits + (1 - counts.Candidate) / counts.CandidateHits;
        return Make(counts.Candidate / counts.Baseline, z * Math.Sqrt(variance), shares, level, "Katz log", zero);
    }

    /// <summary>The odds ratio with the logarithmic interval of Woolf.</summary>
    /// <param name="baselineHits">How many cases of the baseline count, 0…<paramref name="baselineTotal"/>.</param>
    /// <param name="baselineTotal">How many cases the baseline has, not negative.</param>
    /// <param name="candidateHits">How many cases of the candidate count, 0…<paramref name="candidateTotal"/>.</param>
    /// <param name="candidateTotal">How many cases the candidate has, not negative.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <param name="zeroCells">What to do when a group has no hits or no misses.</param>
    /// <returns>The odds ratio, above 0, or <see langword="null"/> when a group has no cases, and by <see cref="ZeroCellRule.Undefined"/> when a group has no hits or no misses.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>B. Woolf, Annals of Human Genetics 19 (1955); the half by J. B. S. Haldane (1956) and F. J. Anscombe (1956).</remarks>
    public static Estimate? Woolf(
        long baselineHits, long baselineTotal, long candidateHits, long candidateTotal, double level = 0.95, ZeroCellRule zeroCells = ZeroCellRule.Undefined)
    {
        TwoShares shares = TwoShares.Of(baselineHits, baselineTotal, candidateHits, candidateTotal);
        double z = Domain.NormalReach(level);
        bool zero = baselineHits == 0 || candidateHits == 0 || baselineHits == baselineTotal || candidateHits == candidateTotal;
        if (Settled(shares, zero, zeroCells) is not { } counts) return null;
        double baselineMisses = counts.BaselineTotal - counts.BaselineHits, candidateMisses = counts.CandidateTotal - counts.CandidateHits;
        double variance = 1 / counts.BaselineHits + 1 / baselineMisses + 1 / counts.CandidateHits + 1 / candidateMisses;
        double ratio = counts.CandidateHits / candidateMisses * (baselineMisses / counts.BaselineHits);
        return Make(ratio, z * Math.Sqrt(variance), shares, level, "Woolf logit", zero);
    }

    private static TwoShares? Settled(TwoShares shares, bool zero, ZeroCellRule zeroCells)
    {
        if (!Enum.IsDefined(zeroCells)) throw new ArgumentOutOfRangeException(nameof(zeroCells), zeroCells, "There is no such rule: use Undefined or AddHalf.");
        if (shares.IsEmpty || (zero && zeroCells == ZeroCellRule.Undefined)) return null;
        return zero ? new TwoShares(shares.BaselineHits + 0.5, shares.BaselineTotal + 1, shares.CandidateHits + 0.5, shares.CandidateTotal + 1) : shares;
    }

    private static Estimate Make(double ratio, double reach, TwoShares shares, double level, string method, bool zero) => new()
    {
        Value = ratio,
        Lower = ratio * Math.Exp(-reach),
        Upper = ratio * Math.Exp(reach),
        N = (long)shares.Total,
        Level = level,
        Method = zero ? $"{method}, ½ added to each count" : method,
    };
}
