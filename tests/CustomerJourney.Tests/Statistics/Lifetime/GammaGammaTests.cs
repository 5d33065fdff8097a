using CustomerJourney.Statistics.Lifetime;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Lifetime;

public class GammaGammaTests
{
    private static readonly Gen<double> Parameter = Gen.Choose(-100, 200).Select(exponent => Math.Pow(10, exponent / 100.0));

    private static readonly Arbitrary<(GammaGamma Model, SpendSummary Customer)> Cases =
        (from p in Parameter
         from q in Parameter
         from gamma in Parameter
         from x in Gen.Choose(1, 500)
         from m in Gen.Choose(1, 100_000)
         select (GammaGamma.Create(p, q, gamma), SpendSummary.Create(x, m / 100.0))).ToArbitrary();

    [SharedFact("data", "cdnow", "cdnow_cbs_btyd.csv")]
    public void The_published_fit_of_cdnow_is_found()
    {
        SpendSummary[] customers = Cdnow.Spending();
        LifetimeFit<GammaGamma> fit = GammaGamma.Fit(customers)!;
        Near.Equal(6.2495726, fit.Model.P, 2e-4);
        Near.Equal(3.7442241, fit.Model.Q, 1e-4);
        Near.Equal(15.443518, fit.Model.Gamma, 3e-4);
        Near.Equal(-4055.9176948, fit.LogLikelihood, absolute: 1e-5);
        Near.Equal(0.1139, GammaGamma.FrequencyCorrelation(customers), absolute: 5e-5);
        Assert.Equal((true, 946L), (fit.Converged, fit.Customers));
        Assert.All(fit.Starts, start => Assert.Equal(fit.LogLikelihood, start.LogLikelihood, 1e-6));
        Assert.Empty(fit.Warnings);
    }

    // The spreadsheet of note 025.
    [Fact]
    public void Published_expected_values_are_reproduced()
    {
        GammaGamma model = GammaGamma.Create(6.2495726, 3.7442241, 15.443518);
        Near.Equal(24.65, model.ExpectedValue(SpendSummary.Create(2, 22.35)), absolute: 0.015);
        Near.Equal(18.91, model.ExpectedValue(SpendSummary.Create(1, 11.77)), absolute: 0.015);
        Near.Equal(35.17, model.ExpectedValue(default), absolute: 0.015);
        Assert.Equal(model.PopulationMean, model.ExpectedValue(default));
    }

    [Fact]
    public void The_expected_value_lies_between_the_customers_mean_and_that_of_all() =>
        Prop.ForAll(Cases, c =>
        {
            if (c.Model.PopulationMean is not { } all) return c.Model.Q <= 1;
            double value = c.Model.ExpectedValue(c.Customer)!.Value, own = c.Customer.AverageValue;
            return value >= Math.Min(all, own) * (1 - 1e-12) && value <= Math.Max(all, own) * (1 + 1e-12);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Another_currency_changes_nothing_but_the_scale() =>
        Prop.ForAll(Cases, c =>
        {
            GammaGamma other = GammaGamma.Create(c.Model.P, c.Model.Q, c.Model.Gamma * 130);
            SpendSummary customer = SpendSummary.Create(c.Customer.Frequency, c.Customer.AverageValue * 130);
            double one = c.Model.LogLikelihood(c.Customer), two = other.LogLikelihood(customer) + Math.Log(130);
            bool values = c.Model.ExpectedValue(c.Customer) is { } value ? Math.Abs(other.ExpectedValue(customer)!.Value - 130 * value) <= 1e-10 * 130 * value : other.ExpectedValue(customer) is null;
            return values && Math.Abs(one - two) <= 1e-8 * (1 + Math.Abs(one));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_density_of_the_mean_value_integrates_to_one()
    {
        GammaGamma model = GammaGamma.Create(2, 3, 10);
        foreach (int x in (int[])[1, 5])
        {
            double sum = 0;
            for (double u = -12; u < 14; u += 0.01) sum += 0.01 * Math.Exp(u + model.LogLikelihood(SpendSummary.Create(x, Math.Exp(u))));
            Near.Equal(1, sum, 1e-8);
        }
    }

    [Fact]
    public void No_neighbor_of_the_fit_is_more_likely_and_no_order_or_currency_changes_it()
    {
        SpendSummary[] customers = Draw(2000, seed: 8), shuffled = [.. customers];
        new Random(2).Shuffle(shuffled);
        LifetimeFit<GammaGamma> fit = GammaGamma.Fit(customers)!, other = GammaGamma.Fit(shuffled)!, yen = GammaGamma.Fit(customers.Select(customer => SpendSummary.Create(customer.Frequency, customer.AverageValue * 130)))!;
        Assert.Equal(fit.Model, other.Model);
        Near.Equal(fit.Model.Gamma * 130, yen.Model.Gamma, 1e-7);
        Near.Equal(fit.Model.P, yen.Model.P, 1e-7);
        double[] truth = [4, 3, 20], found = [fit.Model.P, fit.Model.Q, fit.Model.Gamma];
        for (int i = 0; i < 3; i++) Assert.InRange(Math.Log(found[i] / truth[i]), -4 * fit.LogStandardErrors![i], 4 * fit.LogStandardErrors[i]);
        double best = customers.Sum(fit.Model.LogLikelihood);
        Near.Equal(best, fit.LogLikelihood, 1e-11);
        foreach (double step in (double[])[0.9, 0.99, 1.01, 1.1])
        {
            Assert.True(customers.Sum(GammaGamma.Create(fit.Model.P * step, fit.Model.Q, fit.Model.Gamma).LogLikelihood) < best);
            Assert.True(customers.Sum(GammaGamma.Create(fit.Model.P, fit.Model.Q * step, fit.Model.Gamma).LogLikelihood) < best);
            Assert.True(customers.Sum(GammaGamma.Create(fit.Model.P, fit.Model.Q, fit.Model.Gamma * step).LogLikelihood) < best);
        }
    }

    [Fact]
    public void What_the_model_cannot_use_is_left_out_with_a_warning()
    {
        SpendSummary[] customers = [.. Draw(100, seed: 9), default, SpendSummary.Create(3, 0)];
        LifetimeFit<GammaGamma> fit = GammaGamma.Fit(customers)!;
        Assert.Equal(100, fit.Customers);
        Assert.Contains("1 customers with transactions of no value were left out.", fit.Warnings);

        SpendSummary[] rising = [.. Enumerable.Range(1, 50).Select(x => SpendSummary.Create(x, 10 + x))];
        Assert.Contains(GammaGamma.Fit(rising)!.Warnings, warning => warning.StartsWith("Frequency and value are correlated by 1.00", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_to_fit_is_null_and_bad_input_is_named()
    {
        Assert.Null(GammaGamma.Fit([]));
        Assert.Null(GammaGamma.Fit([default, SpendSummary.Create(2, 0)]));
        Assert.Null(GammaGamma.Fit([SpendSummary.Create(1, 5), SpendSummary.Create(3, 5)]));
        Assert.Null(GammaGamma.FrequencyCorrelation([SpendSummary.Create(1, 5), SpendSummary.Create(1, 6)]));
        Assert.Null(GammaGamma.Create(1, 1, 1).PopulationMean);
        Assert.Null(GammaGamma.Create(0.1, 0.5, 1).ExpectedValue(SpendSummary.Create(5, 10)));
        Assert.Throws<ArgumentNullException>(() => GammaGamma.Fit(null!));
        Assert.Equal("gamma", Assert.Throws<ArgumentOutOfRangeException>(() => GammaGamma.Create(1, 1, double.PositiveInfinity)).ParamName);
        Assert.Contains("refunds", Assert.Throws<ArgumentOutOfRangeException>(() => SpendSummary.Create(2, -5)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => SpendSummary.Create(0, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => GammaGamma.Create(1, 2, 1).LogLikelihood(SpendSummary.Create(2, 0)));
    }

    // Values with p = 4, q = 3, γ = 20: sums of exponentials, since the shapes are whole.
    private static SpendSummary[] Draw(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            int x = random.Next(1, 8);
            double rate = Exponentials(3) / 20;
            return SpendSummary.Create(x, Exponentials(4 * x) / rate / x);
        })];

        double Exponentials(int shape) => Enumerable.Range(0, shape).Sum(_ => -Math.Log(1 - random.NextDouble()));
    }
}
