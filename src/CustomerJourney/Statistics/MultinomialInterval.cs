namespace CustomerJourney.Statistics;

/// <summary>
/// Simultaneous confidence intervals for the shares of several categories: all of them hold their shares together with the confidence level.
/// </summary>
public static class MultinomialInterval
{
    /// <summary>The intervals of Goodman: Wilson's, each at the level 1 − (1 − level)/categories. Never without width; the safe choice for sparse counts.</summary>
    /// <param name="counts">The counts, not negative; at least two categories.</param>
    /// <param name="level">The confidence level of all intervals together, between 0 and 1.</param>
    /// <returns>One estimate for each category, in the order given, or <see langword="null"/> when all counts are 0.</returns>
    /// <exception cref="ArgumentException">There are fewer than two categories.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or <paramref name="level"/> is outside its range.</exception>
    /// <remarks>L. A. Goodman, "On simultaneous confidence intervals for multinomial proportions", Technometrics 7 (1965).</remarks>
    public static IReadOnlyList<Estimate>? Goodman(ReadOnlySpan<long> counts, double level = 0.95)
    {
        long total = Check(counts, level);
        if (total == 0) return null;
        Estimate[] estimates = new Estimate[counts.Length];
        double each = 1 - (1 - level) / counts.Length;
        for (int i = 0; i < counts.Length; i++)
        {
            (double lower, double upper) = ProportionInterval.WilsonLimits(counts[i], total, each);
            estimates[i] = Make(counts[i], total, lower, upper, level, "Goodman");
        }

        return estimates;
    }

    /// <summary>
    /// The intervals of Sison and Glaz: from share − c/n to share + (c + 2γ)/n with the same c and γ for all, the shortest when there are many categories
    /// with enough cases. With few cases in all the lower limits are too high; take <see cref="Goodman"/> there. The upper limits fall back by up to
    /// one case where a rising level makes c one larger.
    /// </summary>
    /// <inheritdoc cref="Goodman"/>
    /// <remarks>
    /// C. P. Sison &amp; J. Glaz, JASA 90 (1995). Intervals without width count as covering nothing, and those that reach every count as covering for certain, so that
    /// sparse counts have a solution too.
    /// </remarks>
    public static IReadOnlyList<Estimate>? SisonGlaz(ReadOnlySpan<long> counts, double level = 0.95)
    {
        long total = Check(counts, level);
        if (total == 0) return null;
        SisonGlazCoverage coverage = new(counts, total);
        double below = 0, reached = coverage.Next();
        while (reached <= level) (below, reached) = (reached, coverage.Next());
        double gamma = (level - below) / (reached - below), c = coverage.Reach - 1;
        Estimate[] estimates = new Estimate[counts.Length];
        for (int i = 0; i < counts.Length; i++)
        {
            double share = (double)counts[i] / total;
            estimates[i] = Make(counts[i], total, Math.Max(0, share - c / total), Math.Min(1, share + (c + 2 * gamma) / total), level, "Sison-Glaz");
        }

        return estimates;
    }

    private static Estimate Make(long count, long total, double lower, double upper, double level, string method) => new()
    {
        Value = (double)count / total,
        Lower = lower,
        Upper = upper,
        N = total,
        Level = level,
        Method = method,
    };

    private static long Check(ReadOnlySpan<long> counts, double level)
    {
        if (counts.Length < 2) throw new ArgumentException($"There are {counts.Length} categories: give the counts of at least two, those without cases too.", nameof(counts));
        Domain.CheckLevel(level);
        long total = 0;
        foreach (long count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
            total += count;
        }

        return total;
    }
}
