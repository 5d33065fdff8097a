using CustomerJourney.Statistics.Lifetime;

namespace CustomerJourney.Tests.Statistics.Lifetime;

/// <summary>Customers who are all alike or of two kinds, and times without end: answers come, and soon.</summary>
public class LifetimeExtremeTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(1e16)]
    [InlineData(1e100)]
    [InlineData(1e300)]
    [InlineData(double.MaxValue)]
    public async Task Time_without_end_has_an_expectation(double time)
    {
        // Who leaves sometimes for certain makes E[1/p] = (a + b − 1)/(a − 1) purchases.
        Assert.Equal(2, await Within(() => BetaGeometricNegativeBinomial.Create(0.5, 10, 3, 2).ExpectedTransactions(time)), 1e-6);
        foreach (double a in (double[])[0.05, 0.1, 0.8])
        {
            double expected = await Within(() => BetaGeometricNegativeBinomial.Create(0.5, 0.01, a, 2).ExpectedTransactions(time));
            Assert.True(double.IsFinite(expected) && expected >= BetaGeometricNegativeBinomial.Create(0.5, 0.01, a, 2).ExpectedTransactions(1e15), $"{expected:R}");
        }

        Assert.True(await Within(() => ParetoNegativeBinomial.Create(0.5, 10, 0.8, 2).ExpectedTransactions(time)) > 1);
    }

    [Fact]
    public async Task Two_kinds_of_customers_are_fitted_soon()
    {
        // Half of them never come back, half come each day: rates of no spread beside rates of leaving of all spread.
        CustomerSummary[] customers = [.. Enumerable.Range(0, 600).Select(i => i % 2 == 0 ? CustomerSummary.Create(0, 0, (299 - i % 7) / 7.0) : CustomerSummary.Create(299, 299 / 7.0, 299 / 7.0))];
        LifetimeFit<ParetoNegativeBinomial> fit = await Within(() => ParetoNegativeBinomial.Fit(CustomerSummaries.From(customers))!);
        Assert.Equal(600, fit.Customers);
        Assert.True(fit.Converged);
        Assert.InRange(fit.Model.ProbabilityAlive(customers[0]), 0, 0.01);
        Assert.InRange(fit.Model.ProbabilityAlive(customers[1]), 0.99, 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Customers_who_are_alike_are_no_reason_to_distrust_a_fit(int seed)
    {
        // One rate for all, and one probability to leave: r and α, a and b grow together without end, which is what bounds are for.
        Random random = new(seed);
        CustomerSummary[] customers = [.. Enumerable.Range(0, 300).Select(_ => Alike(random))];
        LifetimeFit<BetaGeometricNegativeBinomial> fit = BetaGeometricNegativeBinomial.Fit(CustomerSummaries.From(customers))!;
        Assert.True(fit.Converged, $"{fit.Slope:R} {fit.Model}");
        Assert.All(fit.Starts, start => Assert.InRange(start.LogLikelihood, fit.LogLikelihood - 1e-3, fit.LogLikelihood + 1e-3));
        LifetimeFit<ParetoNegativeBinomial> pareto = ParetoNegativeBinomial.Fit(CustomerSummaries.From(customers))!;
        Assert.True(pareto.Converged, $"{pareto.Slope:R} {pareto.Model}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Customers_who_are_alike_and_come_thousands_of_times_are_none_either(int seed)
    {
        Random random = new(seed);
        CustomerSummary[] customers = [.. Enumerable.Range(0, 200).Select(_ => Often(random))];
        LifetimeFit<BetaGeometricNegativeBinomial> fit = BetaGeometricNegativeBinomial.Fit(CustomerSummaries.From(customers))!;
        Assert.True(fit.Converged, $"{fit.Slope:R} {fit.Model}");
        LifetimeFit<ParetoNegativeBinomial> pareto = ParetoNegativeBinomial.Fit(CustomerSummaries.From(customers))!;
        Assert.True(pareto.Converged, $"{pareto.Slope:R} {pareto.Model}");

        // A Poisson number of about 1500, with the same rate for all.
        static CustomerSummary Often(Random random)
        {
            double last = 0, age = 100;
            int x = 0;
            for (double at = -Math.Log(1 - random.NextDouble()) / 15; at < age; at -= Math.Log(1 - random.NextDouble()) / 15) (x, last) = (x + 1, at);
            return CustomerSummary.Create(x, last, age);
        }
    }

    [Fact]
    public void Customers_who_spend_alike_are_no_reason_to_distrust_a_fit()
    {
        // Each purchase is worth about the same, whoever makes it: q and γ grow together without end.
        for (int seed = 0; seed < 40; seed++)
        {
            Random random = new(seed);
            SpendSummary[] customers = [.. Enumerable.Range(0, 40 + random.Next(160)).Select(_ => Spent(1 + random.Next(1 + (seed % 6))))];
            LifetimeFit<GammaGamma> fit = GammaGamma.Fit(customers)!;
            Assert.True(fit.Converged, $"{seed} {fit.Slope:R} {fit.Model}");
            Assert.All(fit.Starts, start => Assert.True(start.LogLikelihood <= fit.LogLikelihood + 1e-7));

            SpendSummary Spent(int times) => SpendSummary.Create(times, Enumerable.Range(0, times).Average(_ => seed % 2 == 0 ? 20 + (5 * random.NextDouble()) : -30 * Math.Log(1 - random.NextDouble())));
        }
    }

    private static CustomerSummary Alike(Random random)
    {
        int days = 60 + random.Next(20), x = 0, last = 0;
        for (int day = 1; day <= days; day++)
        {
            if (random.Next(10) > 0) continue;
            (x, last) = (x + 1, day);
            if (random.Next(8) == 0) break;
        }

        return CustomerSummary.Create(x, last, days);
    }

    private static Task<T> Within<T>(Func<T> answer) => Task.Run(answer).WaitAsync(Soon);
}
