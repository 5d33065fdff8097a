namespace CustomerJourney.Statistics.Lifetime;

/// <summary>
/// The BG/NBD model of customers who come and go without saying so: each buys at his own rate λ ~ Gamma(r, α) while active and leaves after any purchase
/// with his own probability p ~ Beta(a, b).
/// </summary>
/// <remarks>
/// P. S. Fader, B. G. S. Hardie &amp; K. L. Lee, "Counting your customers the easy way: an alternative to the Pareto/NBD model", Marketing Science 24 (2005);
/// notes 004 and 039 on brucehardie.com. All times are in the unit of time of <see cref="Alpha"/>.
/// A customer without a repeat purchase is active for certain in this model, because nobody leaves before one.
/// </remarks>
public sealed partial record BetaGeometricNegativeBinomial
{
    private BetaGeometricNegativeBinomial(double r, double alpha, double a, double b)
    {
        R = r;
        Alpha = alpha;
        A = a;
        B = b;
    }

    /// <summary>r: the shape of the purchase rate, above 0; small where customers differ much.</summary>
    public double R { get; }

    /// <summary>α: the scale of the purchase rate in units of time, above 0; r/α is the mean rate.</summary>
    public double Alpha { get; }

    /// <summary>a: the first parameter of the probability to leave after a purchase, above 0; a/(a + b) is its mean.</summary>
    public double A { get; }

    /// <summary>b: the second parameter of the probability to leave, above 0.</summary>
    public double B { get; }

    /// <summary>Makes a model of known parameters.</summary>
    /// <param name="r">The shape of the purchase rate.</param>
    /// <param name="alpha">The scale of the purchase rate in units of time.</param>
    /// <param name="a">The first parameter of the probability to leave.</param>
    /// <param name="b">The second parameter of the probability to leave.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not above 0 or not finite.</exception>
    public static BetaGeometricNegativeBinomial Create(double r, double alpha, double a, double b)
    {
        LifetimeDomain.CheckParameter(r);
        LifetimeDomain.CheckParameter(alpha);
        LifetimeDomain.CheckParameter(a);
        LifetimeDomain.CheckParameter(b);
        return new BetaGeometricNegativeBinomial(r, alpha, a, b);
    }

    /// <summary>The log-likelihood of one customer, a density in time where he came back.</summary>
    /// <param name="customer">The customer.</param>
    public double LogLikelihood(CustomerSummary customer)
    {
        double x = customer.Frequency, shape = R + x;
        double late = -R * GammaFunctions.LogOnePlus(customer.Age / Alpha);
        if (customer.Frequency == 0) return late;
        double odds = LogOddsOfLeft(customer);
        return GammaFunctions.LogGamma(shape) - GammaFunctions.LogGamma(R) + late - x * Math.Log(Alpha + customer.Age)
            + GammaFunctions.LogBeta(A, B + x) - GammaFunctions.LogBeta(A, B)
            + Math.Max(odds, 0) + GammaFunctions.LogOnePlus(Math.Exp(-Math.Abs(odds)));
    }

    /// <summary>The log-likelihood of many customers; 0 without any.</summary>
    /// <param name="customers">The customers.</param>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> is <see langword="null"/>.</exception>
    public double LogLikelihood(CustomerSummaries customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        Span<double> gradient = stackalloc double[4], hessian = stackalloc double[16];
        return new BetaGeometricLikelihood(customers, unit: 1).Evaluate([R, Alpha, A, B], gradient, hessian);
    }

    /// <summary>The probability 0…1 that a customer has not left at the end of his observation; 1 where he never came back.</summary>
    /// <param name="customer">The customer.</param>
    public double ProbabilityAlive(CustomerSummary customer) =>
        customer.Frequency == 0 ? 1 : 1 / (1 + Math.Exp(LogOddsOfLeft(customer)));

    /// <summary>How many repeat purchases a new customer is expected to make.</summary>
    /// <param name="time">The time from his first purchase, finite and not negative.</param>
    /// <returns>A number, not negative, that rises with time.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not finite.</exception>
    public double ExpectedTransactions(double time)
    {
        LifetimeDomain.CheckTime(time);
        return ExpectedPurchases.Of(R, Alpha, A, B, time);
    }

    /// <summary>How many purchases a customer is expected to make after the end of his observation.</summary>
    /// <param name="customer">What he did until then.</param>
    /// <param name="horizon">The time from the end of the observation, finite and not negative.</param>
    /// <returns>A number, not negative, that rises with the horizon.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is negative or not finite.</exception>
    public double ExpectedTransactions(CustomerSummary customer, double horizon)
    {
        LifetimeDomain.CheckTime(horizon);
        double alive = ProbabilityAlive(customer);
        return alive == 0 ? 0 : alive * ExpectedPurchases.Of(R + customer.Frequency, Alpha + customer.Age, A, B + customer.Frequency, horizon);
    }

    /// <summary>The probability 0…1 that a new customer makes exactly so many repeat purchases.</summary>
    /// <param name="count">The number of repeat purchases, not negative.</param>
    /// <param name="time">The time from his first purchase, finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or <paramref name="time"/> is not finite.</exception>
    public double Probability(int count, double time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        LifetimeDomain.CheckTime(time);
        if (time == 0) return count == 0 ? 1 : 0;
        double bought = time / (Alpha + time), none = Alpha / (Alpha + time);
        if (count == 0) return Math.Exp(-R * GammaFunctions.LogOnePlus(time / Alpha));

        // Either he is still active after so many, or he would have bought more and left after the last.
        double logBeta = GammaFunctions.LogBeta(A, B), x = count;
        double stayed = Math.Exp(GammaFunctions.LogBeta(A, B + x) - logBeta) * GammaFunctions.BinomialTerm(R, x, none, bought) * R / (R + x);
        double left = Math.Exp(GammaFunctions.LogBeta(A + 1, B + x - 1) - logBeta) * IncompleteBeta.Tails(x, R, bought, none).Lower;
        return stayed + left;
    }

    private double LogOddsOfLeft(CustomerSummary customer) =>
        Math.Log(A / (B + customer.Frequency - 1))
        + (R + customer.Frequency) * GammaFunctions.LogOnePlus((customer.Age - customer.Recency) / (Alpha + customer.Recency));
}
