namespace CustomerJourney.Statistics;

/// <summary>
/// Confidence intervals for a net share: the share of positive less the share of negative answers, −1…1. The net promoter score is 100 times it.
/// Every method gives <see langword="null"/> when there are no answers.
/// </summary>
/// <remarks>
/// The net share is the mean of an indicator that is −1, 0 or +1. <see cref="AdjustedWald"/> is the default of this library;
/// <see cref="Score"/> is the second choice, for fewer than 20 answers or extreme shares.
/// </remarks>
public static partial class NetShareInterval
{
    /// <summary>The textbook interval net ± z·√(variance/n). Covers too little below 100 answers, and has no width when all answers are equal.</summary>
    /// <param name="positive">How many answers are positive (promoters), not negative.</param>
    /// <param name="neutral">How many answers are neutral (passives), not negative.</param>
    /// <param name="negative">How many answers are negative (detractors), not negative.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <param name="clip">Whether limits beyond −1 and 1 are cut to them.</param>
    /// <returns>The estimate on the scale −1…1, or <see langword="null"/> when there are no answers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate? Wald(long positive, long neutral, long negative, double level = 0.95, bool clip = true) =>
        Shifted(NetCounts.Of(positive, neutral, negative), 0, 0, level, clip, "Wald");

    /// <summary>
    /// Wald's interval after adding ¾ of an answer to either end and 3 answers in all: B. Rocks, The American Statistician 70 (2016), and
    /// J. Lewis &amp; J. Sauro, "Confidence intervals for net promoter scores" (measuringu.com, 2021). The value stays the raw net share.
    /// </summary>
    /// <inheritdoc cref="Wald"/>
    public static Estimate? AdjustedWald(long positive, long neutral, long negative, double level = 0.95, bool clip = true) =>
        Shifted(NetCounts.Of(positive, neutral, negative), 0.75, 3, level, clip, "adjusted Wald");

    /// <summary>The adjusted Wald limits for counts that may be fractional: effective counts of weighted or clustered answers.</summary>
    internal static (double Lower, double Upper) AdjustedWaldLimits(double positive, double negative, double total, double level) =>
        Limits(new NetCounts(positive, negative, total).Adjusted, Domain.NormalReach(level), clip: true);

    /// <summary>Wald's interval after adding ½ answer to either end and 2 in all: A. Agresti &amp; Y. Min, Statistics in Medicine 24 (2005).</summary>
    /// <inheritdoc cref="Wald"/>
    public static Estimate? AgrestiMin(long positive, long neutral, long negative, double level = 0.95, bool clip = true) =>
        Shifted(NetCounts.Of(positive, neutral, negative), 0.5, 2, level, clip, "Agresti-Min");

    /// <summary>Wald's interval after adding one answer to either end, 2 in all: D. G. Bonett &amp; R. M. Price, Journal of Educational and Behavioral Statistics 37 (2012).</summary>
    /// <inheritdoc cref="Wald"/>
    public static Estimate? BonettPrice(long positive, long neutral, long negative, double level = 0.95, bool clip = true) =>
        Shifted(NetCounts.Of(positive, neutral, negative), 1, 2, level, clip, "Bonett-Price");

    /// <summary>
    /// The textbook interval with the square root of a chi-square quantile of two degrees of freedom in the place of the normal one: it holds for all differences of the three shares
    /// at once, and is too wide for the net share alone. L. A. Goodman, "Simultaneous confidence intervals for contrasts among multinomial populations", Annals of Mathematical Statistics 35 (1964).
    /// </summary>
    /// <inheritdoc cref="Wald"/>
    public static Estimate? Goodman(long positive, long neutral, long negative, double level = 0.95, bool clip = true)
    {
        NetCounts counts = NetCounts.Of(positive, neutral, negative);
        Domain.CheckLevel(level);
        double reach = Math.Sqrt(ChiSquareDistribution.UpperQuantile(1 - level, 2));
        return counts.Total == 0 ? null : Make(counts, Clip(counts.Net - reach * counts.StandardError, counts.Net + reach * counts.StandardError, clip), level, "Goodman");
    }

    /// <summary>Student's t interval for the mean of the indicator, with n − 1 degrees of freedom; <see langword="null"/> below two answers.</summary>
    /// <inheritdoc cref="Wald"/>
    public static Estimate? StudentT(long positive, long neutral, long negative, double level = 0.95, bool clip = true)
    {
        NetCounts counts = NetCounts.Of(positive, neutral, negative);
        Domain.CheckLevel(level);
        if (counts.Total < 2) return null;
        double half = Domain.StudentReach(level, counts.Total - 1) * Math.Sqrt(counts.Variance / (counts.Total - 1));
        return Make(counts, Clip(counts.Net - half, counts.Net + half, clip), level, "Student t");
    }

    /// <summary>
    /// The score interval: the net shares that a score test at this level would not reject. T. Tango, Statistics in Medicine 17 (1998);
    /// the same as the iterative interval of W. L. May &amp; W. D. Johnson (1997) for a trinomial. Never leaves −1…1.
    /// </summary>
    /// <inheritdoc cref="Wald"/>
    public static Estimate? Score(long positive, long neutral, long negative, double level = 0.95)
    {
        NetCounts counts = NetCounts.Of(positive, neutral, negative);
        double z = Domain.NormalReach(level);
        if (counts.Total == 0) return null;
        double lower = ScoreLower(counts, z);
        double upper = -ScoreLower(counts with { Positive = counts.Negative, Negative = counts.Positive }, z);
        return Make(counts, (lower, upper), level, "score");
    }

    // The only net share below the observed one whose score statistic is z, by halving: the statistic falls as the net share grows.
    private static double ScoreLower(NetCounts counts, double z)
    {
        double n = counts.Total;
        if (counts.Negative == n) return -1;
        double low = -1, high = counts.Net;
        while (true)
        {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) return middle;
            double negativeShare = RestrictedNegativeShare(counts, middle);
            double variance = Math.Max(0, 2 * negativeShare + middle * (1 - middle));
            if (counts.Positive - counts.Negative - n * middle > z * Math.Sqrt(n * variance)) low = middle;
            else high = middle;
        }
    }

    // The most likely share of negative answers when the net share is given: the larger root of a quadratic, in the form that does not cancel.
    private static double RestrictedNegativeShare(NetCounts counts, double net)
    {
        double a = 2 * counts.Total;
        double b = -counts.Negative - counts.Positive + (2 * counts.Total - counts.Positive + counts.Negative) * net;
        double c = -counts.Negative * net * (1 - net);
        double root = Math.Sqrt(Math.Max(0, b * b - 4 * a * c));
        if (b <= 0) return (root - b) / (2 * a);
        return root + b == 0 ? 0 : -2 * c / (root + b);
    }

    private static Estimate? Shifted(NetCounts counts, double each, double all, double level, bool clip, string method)
    {
        double z = Domain.NormalReach(level);
        return counts.Total == 0 ? null : Make(counts, Limits(counts.Shift(each, all), z, clip), level, method);
    }

    private static (double Lower, double Upper) Limits(NetCounts counts, double z, bool clip)
    {
        double half = z * counts.StandardError;
        return Clip(counts.Net - half, counts.Net + half, clip);
    }

    private static (double Lower, double Upper) Clip(double lower, double upper, bool clip) =>
        clip ? (Math.Max(-1, lower), Math.Min(1, upper)) : (lower, upper);

    private static Estimate Make(NetCounts counts, (double Lower, double Upper) limits, double level, string method) => new()
    {
        Value = counts.Net,
        Lower = limits.Lower,
        Upper = limits.Upper,
        N = (long)counts.Total,
        Level = level,
        Method = method,
    };
}
