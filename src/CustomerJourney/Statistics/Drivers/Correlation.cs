namespace CustomerJourney.Statistics.Drivers;

/// <summary>
/// Correlation of two columns: linear (Pearson) or of ranks (Spearman, Kendall). Each is <see langword="null"/> where a column has one value only, or there are
/// fewer than two pairs. A correlation is an association, not a cause.
/// </summary>
/// <remarks>The coefficients do not change when a column is shifted, or multiplied by a positive number.</remarks>
public static class Correlation
{
    // A coefficient that lies as near to ±1 is ±1 but for rounding.
    private const double Rounding = 1e-14;

    /// <summary>
    /// Pearson's product-moment correlation with Fisher's z interval (more than 3 pairs, no interval for a perfect correlation, of which z is infinite) and the t test with n − 2 degrees of
    /// freedom, which takes both columns for normal: of a perfect correlation the statistic is infinite and p is 0.
    /// </summary>
    /// <param name="x">One column, finite.</param>
    /// <param name="y">The other, as long.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <returns>The correlation; <see langword="null"/> where it is undefined.</returns>
    /// <exception cref="ArgumentException">The columns are not equally long.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or <paramref name="level"/> is no confidence level.</exception>
    /// <remarks>R. A. Fisher, "On the probable error of a coefficient of correlation", Metron 1 (1921): atanh r ± z / √(n − 3).</remarks>
    public static CorrelationResult? Pearson(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double level = 0.95)
    {
        Check(x, y, level);
        if (Coefficient(x, y) is not { } r) return null;
        return Make(r, x.Length, level, Fisher(r, x.Length, level, 1.0 / (x.Length - 3)), "Fisher z", StudentTest(r, x.Length, "t test of a correlation"));
    }

    /// <summary>
    /// Spearman's rank correlation (ties share their mean rank) with the interval of Bonett and Wright and a test: up to nine pairs by all orders in which the ranks can stand, for more
    /// by Fisher's exact test where both columns have two values (the statistic is the coefficient in either case), else by t, whose p-value is not let below that of the beta distribution with the fourth moment over
    /// all orders, where there is one, nor below the chance of the order seen. It is approximate where both columns have more values of which one is rare.
    /// </summary>
    /// <inheritdoc cref="Pearson"/>
    /// <remarks>D. G. Bonett &amp; T. A. Wright, "Sample size requirements for estimating Pearson, Kendall and Spearman correlations", Psychometrika 65 (2000): variance (1 + r²/2)/(n − 3) of atanh r.</remarks>
    public static CorrelationResult? Spearman(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double level = 0.95)
    {
        Check(x, y, level);
        ((long[] left, double tiesLeft), (long[] right, double tiesRight)) = (Ranks.Of(x), Ranks.Of(y));
        if (Coefficient(Array.ConvertAll(left, rank => (double)rank), Array.ConvertAll(right, rank => (double)rank)) is not { } r) return null;
        return Make(r, x.Length, level, Fisher(r, x.Length, level, (1 + r * r / 2) / (x.Length - 3)), "Bonett-Wright", RankTest(r, left, right, isTied: tiesLeft + tiesRight > 0));
    }

    /// <summary>
    /// Kendall's tau-b (corrected for ties) with the interval of Fieller, Hartley and Pearson (more than 4 pairs) and a test: exact up to 49 pairs without ties, up to nine with ties and
    /// where both columns have two values, else normal, with a p-value not below the chance of the order seen; its statistic is the normal one in either case. Takes n log n steps.
    /// </summary>
    /// <inheritdoc cref="Pearson"/>
    /// <remarks>
    /// M. G. Kendall, Rank Correlation Methods (1970), variance under ties; E. C. Fieller, H. O. Hartley &amp; E. S. Pearson, Biometrika 44 (1957): variance 0.437/(n − 4) of atanh tau;
    /// W. R. Knight, Journal of the American Statistical Association 61 (1966), for counting by a merge sort.
    /// </remarks>
    public static CorrelationResult? KendallTauB(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double level = 0.95)
    {
        Check(x, y, level);
        if (x.Length < 2) return null;
        KendallCounts counts = KendallCounts.Of(x, y);
        if (counts.TauB is not { } tau) return null;
        (double, double)? limits = x.Length > 4 ? Limits(tau, Domain.NormalReach(level) * Math.Sqrt(0.437 / (x.Length - 4))) : null;
        return Make(tau, x.Length, level, limits, "Fieller-Hartley-Pearson", x.Length < 3 ? null : counts.Test(Ranks.Of(x).Doubled, Ranks.Of(y).Doubled));
    }

    private static void Check(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double level)
    {
        Domain.CheckLevel(level);
        if (x.Length != y.Length) throw new ArgumentException($"There are {x.Length} values of one column and {y.Length} of the other: give pairs.", nameof(y));
        foreach (double value in x) Domain.CheckFinite(value, nameof(x));
        foreach (double value in y) Domain.CheckFinite(value, nameof(y));
    }

    private static double? Coefficient(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length < 2 || StandardizedColumn.Of(x) is not { } left || StandardizedColumn.Of(y) is not { } right) return null;
        ExactSum sum = new();
        for (int i = 0; i < x.Length; i++) sum.AddProduct(left.Values[i], right.Values[i]);
        double r = sum.ToDouble();
        return 1 - Math.Abs(r) < Rounding ? Math.Sign(r) : r;
    }

    private static (double Lower, double Upper)? Fisher(double r, int n, double level, double variance) =>
        n > 3 ? Limits(r, Domain.NormalReach(level) * Math.Sqrt(variance)) : null;

    // Of a perfect correlation z is infinite: limits without any width would claim what a few pairs cannot show.
    private static (double Lower, double Upper)? Limits(double r, double half) => Math.Abs(r) == 1 ? null : (Math.Tanh(Math.Atanh(r) - half), Math.Tanh(Math.Atanh(r) + half));

    private static TestResult? StudentTest(double r, int n, string method)
    {
        if (n < 3) return null;
        double t = r * Math.Sqrt((n - 2) / ((1 - r) * (1 + r)));
        return TestResult.Single(t, double.IsInfinity(t) ? 0 : StudentTDistribution.TwoSided(t, n - 2), method);
    }

    private static TestResult? RankTest(double r, long[] x, long[] y, bool isTied)
    {
        if (StudentTest(r, x.Length, "t test of a rank correlation") is not { } byStudent) return null;
        if (RankPermutations.OfProducts(x, y) is { } exact) return TestResult.Single(r, exact, "rank correlation, all orders");
        if (RankPermutations.OfTwoValues(x, y) is { } drawn) return TestResult.Single(r, drawn, "rank correlation, Fisher exact");
        double least = Math.Max(RankPermutations.Least(x, y), RankPermutations.ByMoments(r, x, y, isTied) ?? 0);
        return TestResult.Single(byStudent.Statistic, Math.Max(byStudent.PValue, least), byStudent.Method);
    }

    private static CorrelationResult Make(double r, int n, double level, (double Lower, double Upper)? limits, string method, TestResult? test) => new()
    {
        Value = r,
        N = n,
        Estimate = limits is { } interval ? new Estimate { Value = r, Lower = interval.Lower, Upper = interval.Upper, N = n, Level = level, Method = method } : null,
        Test = test,
    };
}
