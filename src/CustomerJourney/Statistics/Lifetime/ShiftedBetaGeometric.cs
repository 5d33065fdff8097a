using System.Globalization;

namespace CustomerJourney.Statistics.Lifetime;

/// <summary>The shifted beta-geometric model of customers under contract: at each renewal a customer leaves with his own probability θ ~ Beta(a, b).</summary>
/// <remarks>
/// P. S. Fader &amp; B. G. S. Hardie, "How to project customer retention", Journal of Interactive Marketing 21 (2007), and "Customer-base valuation in a
/// contractual setting: the perils of ignoring heterogeneity", Marketing Science 29 (2010), where a and b are called α and β.
/// Retention rises with time because those who leave easily leave first.
/// </remarks>
public sealed record ShiftedBetaGeometric
{
    private static readonly double[][] Starts = [[1, 1], [0.5, 4], [5, 20]];

    private ShiftedBetaGeometric(double a, double b)
    {
        A = a;
        B = b;
    }

    /// <summary>a: the first parameter of the probability to leave, above 0; a/(a + b) is its mean at the first renewal.</summary>
    public double A { get; }

    /// <summary>b: the second parameter of the probability to leave, above 0.</summary>
    public double B { get; }

    /// <summary>Makes a model of known parameters.</summary>
    /// <param name="a">The first parameter of the probability to leave.</param>
    /// <param name="b">The second parameter of the probability to leave.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not above 0 or not finite.</exception>
    public static ShiftedBetaGeometric Create(double a, double b)
    {
        LifetimeDomain.CheckParameter(a);
        LifetimeDomain.CheckParameter(b);
        return new ShiftedBetaGeometric(a, b);
    }

    /// <summary>Fits the model to one cohort by maximum likelihood, from three starts.</summary>
    /// <param name="surviving">How many customers there were at the beginning and after each renewal; never rising.</param>
    /// <param name="options">When to stop; the default where <see langword="null"/>.</param>
    /// <returns>The fit; <see langword="null"/> with fewer than two renewals, or where nobody left or nobody ever renewed, since then any spread fits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="surviving"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The numbers rise or one is negative.</exception>
    public static LifetimeFit<ShiftedBetaGeometric>? Fit(IReadOnlyList<long> surviving, LifetimeFitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(surviving);
        long[] counts = [.. surviving];
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] < 0) throw new ArgumentException($"After renewal {i} there are {counts[i]} customers: give numbers that are not negative.", nameof(surviving));
            if (i > 0 && counts[i] > counts[i - 1])
                throw new ArgumentException($"After renewal {i} there are {counts[i]} customers, before it {counts[i - 1]}: follow one cohort, which cannot grow, and leave those out who return.", nameof(surviving));
        }

        if (counts.Length < 3 || counts[0] == counts[^1] || counts[1] == 0) return null;
        return new LifetimeFitter
        {
            Names = ["a", "b"],
            Function = new ShiftedBetaGeometricLikelihood(counts).Evaluate,
            Starts = Starts,
            Units = [1, 1],
            UnitGain = 0,
            Cases = counts[0],
        }.Fit(options ?? LifetimeFitOptions.Default, Warnings(counts), found => Create(found[0], found[1]));
    }

    /// <summary>The probability 0…1 of still being a customer after so many renewals, B(a, b + t)/B(a, b).</summary>
    /// <param name="renewals">t, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="renewals"/> is negative.</exception>
    public double Survival(int renewals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(renewals);
        return renewals == 0 ? 1 : Math.Exp(GammaFunctions.LogBeta(A, B + renewals) - GammaFunctions.LogBeta(A, B));
    }

    /// <summary>The probability 0…1 that a customer who has made all renewals before makes this one, (b + t − 1)/(a + b + t − 1); rises with t.</summary>
    /// <param name="renewal">t, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="renewal"/> is below 1.</exception>
    public double RetentionRate(int renewal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(renewal, 1);
        return (B + renewal - 1) / (A + B + renewal - 1);
    }

    /// <summary>The log-likelihood of one cohort.</summary>
    /// <param name="surviving">How many customers there were at the beginning and after each renewal; never rising.</param>
    /// <exception cref="ArgumentNullException"><paramref name="surviving"/> is <see langword="null"/>.</exception>
    public double LogLikelihood(IReadOnlyList<long> surviving)
    {
        ArgumentNullException.ThrowIfNull(surviving);
        Span<double> gradient = stackalloc double[2], hessian = stackalloc double[4];
        return surviving.Count == 0 ? 0 : new ShiftedBetaGeometricLikelihood([.. surviving]).Evaluate([A, B], gradient, hessian);
    }

    /// <summary>The discounted expected residual lifetime (DERL): the present value of 1 a renewal, from the next renewal on, just before it is due.</summary>
    /// <param name="discountRate">The discount rate per period, finite and not negative: 0.1 is 10 %.</param>
    /// <param name="renewal">n: which renewal is next, at least 1; the customer has made the n − 1 before.</param>
    /// <returns>
    /// Σ over k from 0 of the probability of making the next k + 1 renewals, divided by (1 + d)^k. Without discounting (b + n − 1)/(a − 1);
    /// <see langword="null"/> where that is infinite, for a ≤ 1.
    /// </returns>
    /// <remarks>Fader &amp; Hardie 2010, equation 6: (b + n − 1)/(a + b + n − 1) · 2F1(1, b + n; a + b + n; 1/(1 + d)), here as E[(1 − θ)(1 + d)/(d + θ)].</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="discountRate"/> is negative or not finite, or <paramref name="renewal"/> is below 1.</exception>
    public double? DiscountedExpectedResidualLifetime(double discountRate, int renewal)
    {
        LifetimeDomain.CheckDiscountRate(discountRate);
        ArgumentOutOfRangeException.ThrowIfLessThan(renewal, 1);
        double b = B + renewal - 1;
        if (discountRate == 0) return A > 1 ? b / (A - 1) : null;
        return BetaExpectation.Of(A, b, (p, q) => q * (1 + discountRate) / (discountRate + p), (1 + discountRate) / discountRate, discountRate);
    }

    private static List<string> Warnings(long[] counts)
    {
        List<string> warnings = [];
        if (counts.Length < 4) warnings.Add("There are only two renewals: two parameters fit them whatever the customers are like.");
        if (counts[0] < 30) warnings.Add(string.Create(CultureInfo.InvariantCulture, $"There are {counts[0]} customers: with fewer than 30 the parameters are uncertain."));
        return warnings;
    }
}
