using System.Globalization;

namespace CustomerJourney.Statistics.Lifetime;

/// <summary>
/// The gamma-gamma model of how much customers spend: the values of a customer's transactions are Gamma(p, ν) about his own mean p/ν, and ν ~ Gamma(q, γ).
/// </summary>
/// <remarks>
/// P. S. Fader &amp; B. G. S. Hardie, "The gamma-gamma model of monetary value", 2013, brucehardie.com/notes/025; form (1a). The model takes the value to be
/// independent of the frequency: a fit warns when they are correlated by 0.3 or more.
/// </remarks>
public sealed record GammaGamma
{
    private const double StrongCorrelation = 0.3;

    // With the mean value as the unit of money.
    private static readonly double[][] Starts = [[1, 2, 1], [6, 4, 0.5], [0.5, 10, 20]];

    private GammaGamma(double p, double q, double gamma)
    {
        P = p;
        Q = q;
        Gamma = gamma;
    }

    /// <summary>p: the shape of the values of one customer, above 0; large where they are alike.</summary>
    public double P { get; }

    /// <summary>q: the shape of the spread between customers, above 0; large where customers are alike. At 1 or less there is no mean over customers.</summary>
    public double Q { get; }

    /// <summary>γ: the scale of the values, in units of money, above 0.</summary>
    public double Gamma { get; }

    /// <summary>The expected value of a transaction of a customer of whom nothing is known, pγ/(q − 1); <see langword="null"/> for q ≤ 1, where it is infinite.</summary>
    public double? PopulationMean => Q > 1 ? P * Gamma / (Q - 1) : null;

    /// <summary>Makes a model of known parameters.</summary>
    /// <param name="p">The shape of the values of one customer.</param>
    /// <param name="q">The shape of the spread between customers.</param>
    /// <param name="gamma">The scale of the values, in units of money.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not above 0 or not finite.</exception>
    public static GammaGamma Create(double p, double q, double gamma)
    {
        LifetimeDomain.CheckParameter(p);
        LifetimeDomain.CheckParameter(q);
        LifetimeDomain.CheckParameter(gamma);
        return new GammaGamma(p, q, gamma);
    }

    /// <summary>Fits the model by maximum likelihood, from three starts, to the customers who have transactions of a value above 0.</summary>
    /// <param name="customers">The customers in any order; those without transactions or with a mean value of 0 are left out, with a warning for the latter.</param>
    /// <param name="options">When to stop; the default where <see langword="null"/>.</param>
    /// <returns>The fit; <see langword="null"/> where no customer is left or all that are left have the same mean value, which says nothing of its spread.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> is <see langword="null"/>.</exception>
    public static LifetimeFit<GammaGamma>? Fit(IEnumerable<SpendSummary> customers, LifetimeFitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return Fit(customers.Select(customer => (customer, 1L)), options);
    }

    /// <summary>The same for counts of customers who are alike.</summary>
    internal static LifetimeFit<GammaGamma>? Fit(IEnumerable<(SpendSummary Customer, long Count)> counted, LifetimeFitOptions? options)
    {
        (SpendSummary Customer, long Count)[] all = [.. counted.Where(entry => entry.Customer.Frequency > 0)];
        (SpendSummary Customer, long Count)[] spending = [.. all.Where(entry => entry.Customer.AverageValue > 0)];
        if (spending.Length == 0 || spending.All(entry => entry.Customer.AverageValue == spending[0].Customer.AverageValue)) return null;
        Array.Sort(spending, (left, right) => left.Customer.Frequency != right.Customer.Frequency
            ? left.Customer.Frequency.CompareTo(right.Customer.Frequency) : left.Customer.AverageValue.CompareTo(right.Customer.AverageValue));

        long cases = Cases(spending);
        double unit = Sum(spending, customer => customer.AverageValue) / cases;
        return new LifetimeFitter
        {
            Names = ["p", "q", "gamma"],
            Function = new GammaGammaLikelihood(spending, unit).Evaluate,
            Starts = Starts,
            Units = [1, 1, unit],
            UnitGain = -cases * Math.Log(unit),
            Cases = cases,
        }.Fit(options ?? LifetimeFitOptions.Default, Warnings(spending, Cases(all) - cases), found => Create(found[0], found[1], found[2]));
    }

    /// <summary>The correlation of frequency and mean value over customers with transactions, −1…1; the model takes it to be 0.</summary>
    /// <param name="customers">The customers; those without transactions are left out.</param>
    /// <returns>Pearson's coefficient; <see langword="null"/> where all customers have the same frequency or the same mean value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> is <see langword="null"/>.</exception>
    public static double? FrequencyCorrelation(IEnumerable<SpendSummary> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return FrequencyCorrelation(customers.Select(customer => (customer, 1L)));
    }

    /// <summary>The same for counts of customers who are alike.</summary>
    internal static double? FrequencyCorrelation(IEnumerable<(SpendSummary Customer, long Count)> counted)
    {
        (SpendSummary Customer, long Count)[] all = [.. counted.Where(entry => entry.Customer.Frequency > 0)];
        if (all.Length == 0) return null;
        double cases = Cases(all), meanX = Sum(all, customer => customer.Frequency) / cases, meanM = Sum(all, customer => customer.AverageValue) / cases;
        double xx = Sum(all, customer => (customer.Frequency - meanX) * (customer.Frequency - meanX));
        double mm = Sum(all, customer => (customer.AverageValue - meanM) * (customer.AverageValue - meanM));
        double xm = Sum(all, customer => (customer.Frequency - meanX) * (customer.AverageValue - meanM));
        bool same = all.All(entry => entry.Customer.Frequency == all[0].Customer.Frequency) || all.All(entry => entry.Customer.AverageValue == all[0].Customer.AverageValue);
        return same ? null : Math.Clamp(xm / Math.Sqrt(xx) / Math.Sqrt(mm), -1, 1);
    }

    /// <summary>The log-likelihood of one customer's mean value; 0 without transactions.</summary>
    /// <param name="customer">The customer; his mean value is above 0 if he has transactions.</param>
    /// <exception cref="ArgumentOutOfRangeException">He has transactions of a mean value of 0.</exception>
    public double LogLikelihood(SpendSummary customer)
    {
        if (customer.Frequency == 0) return 0;
        if (customer.AverageValue == 0) throw new ArgumentOutOfRangeException(nameof(customer), customer.AverageValue, "A mean value of 0 is impossible in this model: leave customers out who paid nothing.");
        return GammaGammaLikelihood.Of(P, Q, Gamma, customer.Frequency, customer.AverageValue);
    }

    /// <summary>The expected value of a transaction of a customer: between his own mean and that of all customers, the nearer to his the more he bought.</summary>
    /// <param name="customer">The customer.</param>
    /// <returns>p(γ + x m)/(p x + q − 1); <see langword="null"/> where that is infinite, for p x + q ≤ 1.</returns>
    public double? ExpectedValue(SpendSummary customer)
    {
        double x = customer.Frequency, divisor = P * x + Q - 1;
        return divisor > 0 ? P * (Gamma + x * customer.AverageValue) / divisor : null;
    }

    private static List<string> Warnings((SpendSummary Customer, long Count)[] spending, long withoutValue)
    {
        List<string> warnings = [];
        if (withoutValue > 0) warnings.Add($"{withoutValue} customers with transactions of no value were left out.");
        if (FrequencyCorrelation(spending) is { } correlation && Math.Abs(correlation) >= StrongCorrelation)
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"Frequency and value are correlated by {correlation:F2}: the model takes them to be independent, and its values are biased for those who buy often."));
        return warnings;
    }

    private static long Cases((SpendSummary Customer, long Count)[] customers) => customers.Sum(entry => entry.Count);

    private static double Sum((SpendSummary Customer, long Count)[] customers, Func<SpendSummary, double> term)
    {
        ExactSum sum = new();
        foreach ((SpendSummary customer, long count) in customers) sum.AddProduct(term(customer), count);
        return sum.ToDouble();
    }
}
