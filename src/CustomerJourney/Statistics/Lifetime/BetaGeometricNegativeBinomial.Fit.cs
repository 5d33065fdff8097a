namespace CustomerJourney.Statistics.Lifetime;

public sealed partial record BetaGeometricNegativeBinomial
{
    // With the longest observation as ten units of time: all ones, few who differ much (as in most shops), and many regular customers.
    private static readonly double[][] Starts = [[1, 1, 1, 1], [0.25, 1, 0.8, 2.5], [3, 5, 0.3, 3]];

    /// <summary>Fits the model to customers by maximum likelihood, from three starts.</summary>
    /// <param name="customers">All customers, those who never came back too.</param>
    /// <param name="options">When to stop; the default where <see langword="null"/>.</param>
    /// <returns>The fit; <see langword="null"/> where nobody came back, since then nothing tells of rates.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> is <see langword="null"/>.</exception>
    public static LifetimeFit<BetaGeometricNegativeBinomial>? Fit(CustomerSummaries customers, LifetimeFitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(customers);
        if (customers.Repeaters == 0) return null;
        double unit = customers.LongestAge / 10;
        return new LifetimeFitter
        {
            Names = ["r", "alpha", "a", "b"],
            Function = new BetaGeometricLikelihood(customers, unit).Evaluate,
            Starts = Starts,
            Units = [1, unit, 1, 1],
            UnitGain = -RepeatBuying.Transactions(customers) * Math.Log(unit),
            Cases = customers.Customers,
        }.Fit(options ?? LifetimeFitOptions.Default, RepeatBuying.Warnings(customers), found => Create(found[0], found[1], found[2], found[3]));
    }
}
