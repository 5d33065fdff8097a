namespace CustomerJourney.Statistics.Lifetime;

/// <summary>
/// The Pareto/NBD model of customers who come and go without saying so: each buys at his own rate λ ~ Gamma(r, α) while active and leaves at his own
/// rate μ ~ Gamma(s, β), at any time, not only after a purchase.
/// </summary>
/// <remarks>
/// D. C. Schmittlein, D. G. Morrison &amp; R. Colombo, "Counting your customers: who are they and what will they do next?", Management Science 33 (1987);
/// P. S. Fader &amp; B. G. S. Hardie, notes 008 and 009 on brucehardie.com. All times are in the unit of time of <see cref="Alpha"/> and <see cref="Beta"/>.
/// </remarks>
public sealed record ParetoNegativeBinomial
{
    // With the longest observation as ten units of time.
    private static readonly double[][] Starts = [[1, 1, 1, 1], [0.5, 2.5, 0.6, 3], [2, 5, 0.5, 10]];

    private ParetoNegativeBinomial(double r, double alpha, double s, double beta)
    {
        R = r;
        Alpha = alpha;
        S = s;
        Beta = beta;
    }

    /// <summary>r: the shape of the purchase rate, above 0.</summary>
    public double R { get; }

    /// <summary>α: the scale of the purchase rate in units of time, above 0; r/α is the mean rate.</summary>
    public double Alpha { get; }

    /// <summary>s: the shape of the rate of leaving, above 0.</summary>
    public double S { get; }

    /// <summary>β: the scale of the rate of leaving in units of time, above 0; s/β is the mean rate.</summary>
    public double Beta { get; }

    /// <summary>Makes a model of known parameters.</summary>
    /// <param name="r">The shape of the purchase rate.</param>
    /// <param name="alpha">The scale of the purchase rate in units of time.</param>
    /// <param name="s">The shape of the rate of leaving.</param>
    /// <param name="beta">The scale of the rate of leaving in units of time.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not above 0 or not finite.</exception>
    public static ParetoNegativeBinomial Create(double r, double alpha, double s, double beta)
    {
        LifetimeDomain.CheckParameter(r);
        LifetimeDomain.CheckParameter(alpha);
        LifetimeDomain.CheckParameter(s);
        LifetimeDomain.CheckParameter(beta);
        return new ParetoNegativeBinomial(r, alpha, s, beta);
    }

    /// <summary>Fits the model to customers by maximum likelihood, from three starts.</summary>
    /// <param name="customers">All customers, those who never came back too.</param>
    /// <param name="options">When to stop; the default where <see langword="null"/>.</param>
    /// <returns>The fit; <see langword="null"/> where nobody came back, since then nothing tells of rates.</returns>
    /// <remarks>About ten times the work of <see cref="BetaGeometricNegativeBinomial.Fit"/>, for an integral over each group of customers.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> is <see langword="null"/>.</exception>
    public static LifetimeFit<ParetoNegativeBinomial>? Fit(CustomerSummaries customers, LifetimeFitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(customers);
        if (customers.Repeaters == 0) return null;
        double unit = customers.LongestAge / 10;
        return new LifetimeFitter
        {
            Names = ["r", "alpha", "s", "beta"],
            Function = new ParetoLikelihood(customers, unit).Evaluate,
            Starts = Starts,
            Units = [1, unit, 1, unit],
            UnitGain = -RepeatBuying.Transactions(customers) * Math.Log(unit),
            Cases = customers.Customers,
        }.Fit(options ?? LifetimeFitOptions.Default, RepeatBuying.Warnings(customers), found => Create(found[0], found[1], found[2], found[3]));
    }

    /// <summary>The log-likelihood of one customer, a density in time where he came back.</summary>
    /// <param name="customer">The customer.</param>
    public double LogLikelihood(CustomerSummary customer) =>
        GammaFunctions.LogGamma(R + customer.Frequency) - GammaFunctions.LogGamma(R) - customer.Frequency * Math.Log(Alpha) + Mixture(customer).Log;

    /// <summary>The log-likelihood of many customers; 0 without any.</summary>
    /// <param name="customers">The customers.</param>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> is <see langword="null"/>.</exception>
    public double LogLikelihood(CustomerSummaries customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        Span<double> gradient = stackalloc double[4], hessian = stackalloc double[16];
        return new ParetoLikelihood(customers, unit: 1).Evaluate([R, Alpha, S, Beta], gradient, hessian);
    }

    /// <summary>The probability 0…1 that a customer has not left at the end of his observation.</summary>
    /// <param name="customer">The customer.</param>
    public double ProbabilityAlive(CustomerSummary customer) => Mixture(customer).Alive;

    /// <summary>How many repeat purchases a new customer is expected to make.</summary>
    /// <param name="time">The time from his first purchase, finite and not negative.</param>
    /// <returns>A number, not negative, that rises with time.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not finite.</exception>
    public double ExpectedTransactions(double time)
    {
        LifetimeDomain.CheckTime(time);
        return Expected(R, Alpha, Beta, time);
    }

    /// <summary>How many purchases a customer is expected to make after the end of his observation.</summary>
    /// <param name="customer">What he did until then.</param>
    /// <param name="horizon">The time from the end of the observation, finite and not negative.</param>
    /// <returns>A number, not negative, that rises with the horizon.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is negative or not finite.</exception>
    public double ExpectedTransactions(CustomerSummary customer, double horizon)
    {
        LifetimeDomain.CheckTime(horizon);
        return ProbabilityAlive(customer) * Expected(R + customer.Frequency, Alpha + customer.Age, Beta + customer.Age, horizon);
    }

    // (r β)/(α (s − 1)) (1 − (β/(β + t))^(s − 1)), which is r/α times the expected time as a customer; at s = 1 that is β ln(1 + t/β).
    private double Expected(double shape, double alpha, double beta, double time)
    {
        double log = GammaFunctions.LogOnePlus(time / beta), power = (S - 1) * log;
        return shape / alpha * beta * (power == 0 ? log : -GammaFunctions.ExpMinusOne(-power) / (S - 1));
    }

    private ParetoMixture Mixture(CustomerSummary customer) => ParetoMixture.Of(R + customer.Frequency, Alpha, S, Beta, customer.Recency, customer.Age);
}
