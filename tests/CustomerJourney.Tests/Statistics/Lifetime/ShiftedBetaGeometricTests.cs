using CustomerJourney.Statistics.Lifetime;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Lifetime;

public class ShiftedBetaGeometricTests
{
    private static readonly Gen<double> Parameter = Gen.Choose(-300, 200).Select(exponent => Math.Pow(10, exponent / 100.0));

    private static readonly Arbitrary<(ShiftedBetaGeometric Model, double Rate, int Renewal)> Cases =
        (from a in Parameter
         from b in Parameter
         from rate in Gen.Choose(-500, 0)
         from renewal in Gen.Choose(1, 40)
         select (ShiftedBetaGeometric.Create(a, b), Math.Pow(10, rate / 100.0), renewal)).ToArbitrary();

    // Fader & Hardie 2007: published .668, 3.806, −1611.2 and .704, 1.182, −1680.3.
    [Theory]
    [InlineData(new long[] { 1000, 869, 743, 653, 593, 551, 517, 491 }, 0.66808839, 3.8060955, -1611.1581474)]
    [InlineData(new long[] { 1000, 631, 468, 382, 326, 289, 262, 241 }, 0.70407732, 1.18204307, -1680.2651885)]
    public void Published_fits_are_found_from_every_start(long[] surviving, double a, double b, double logLikelihood)
    {
        LifetimeFit<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.Fit(surviving)!;
        Near.Equal(a, fit.Model.A, 2e-6);
        Near.Equal(b, fit.Model.B, 2e-6);
        Near.Equal(logLikelihood, fit.LogLikelihood, absolute: 1e-6);
        Near.Equal(fit.LogLikelihood, fit.Model.LogLikelihood(surviving), 1e-13);
        Assert.All(fit.Starts, start => Assert.True(start.Converged && Math.Abs(start.LogLikelihood - fit.LogLikelihood) < 1e-7));
        Assert.Empty(fit.Warnings);
        foreach (double step in (double[])[0.9, 0.999, 1.001, 1.1])
        {
            Assert.True(ShiftedBetaGeometric.Create(fit.Model.A * step, fit.Model.B).LogLikelihood(surviving) < fit.LogLikelihood);
            Assert.True(ShiftedBetaGeometric.Create(fit.Model.A, fit.Model.B * step).LogLikelihood(surviving) < fit.LogLikelihood);
        }
    }

    [Fact]
    public void Survival_is_the_product_of_retention_rates_that_rise() =>
        Prop.ForAll(Cases, c =>
        {
            double survival = 1;
            for (int renewal = 1; renewal <= c.Renewal; renewal++) survival *= c.Model.RetentionRate(renewal);
            return Math.Abs(survival - c.Model.Survival(c.Renewal)) <= 1e-10 * survival && c.Model.RetentionRate(c.Renewal + 1) > c.Model.RetentionRate(c.Renewal)
                && c.Model.Survival(c.Renewal) is >= 0 and <= 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_residual_lifetime_is_the_discounted_sum_of_survival() =>
        Prop.ForAll(Cases, c =>
        {
            double rate = Math.Max(c.Rate, 1e-3), sum = 0, term = 1;
            for (int renewal = c.Renewal; renewal < 60_000; renewal++)
            {
                term *= c.Model.RetentionRate(renewal);
                sum += term;
                term /= 1 + rate;
            }

            return Math.Abs(c.Model.DiscountedExpectedResidualLifetime(rate, c.Renewal)!.Value - sum) <= 1e-9 * sum;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_residual_lifetime_rises_with_loyalty_and_falls_with_the_discount_rate() =>
        Prop.ForAll(Cases, c =>
        {
            double value = c.Model.DiscountedExpectedResidualLifetime(c.Rate, c.Renewal)!.Value;
            return value > 0 && value <= (1 + c.Rate) / c.Rate
                && c.Model.DiscountedExpectedResidualLifetime(c.Rate, c.Renewal + 1) >= value * (1 - 1e-12)
                && c.Model.DiscountedExpectedResidualLifetime(c.Rate * 1.5, c.Renewal) <= value * (1 + 1e-12);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_discounting_there_is_a_value_only_for_a_above_one()
    {
        Near.Equal(10.0 / 3, ShiftedBetaGeometric.Create(4, 10).DiscountedExpectedResidualLifetime(0, 1), 1e-15);
        Near.Equal(10.0 / 3, ShiftedBetaGeometric.Create(4, 10).DiscountedExpectedResidualLifetime(1e-12, 1), 1e-10);
        Assert.Null(ShiftedBetaGeometric.Create(1, 10).DiscountedExpectedResidualLifetime(0, 1));
    }

    [Fact]
    public void What_says_nothing_of_the_spread_is_not_fitted()
    {
        Assert.Null(ShiftedBetaGeometric.Fit([]));
        Assert.Null(ShiftedBetaGeometric.Fit([100, 80]));
        Assert.Null(ShiftedBetaGeometric.Fit([100, 100, 100]));
        Assert.Null(ShiftedBetaGeometric.Fit([100, 0, 0]));
        Assert.Contains(ShiftedBetaGeometric.Fit([20, 15, 12])!.Warnings, warning => warning.StartsWith("There are only two renewals", StringComparison.Ordinal));

        // One rate for all: both parameters run away together.
        LifetimeFit<ShiftedBetaGeometric> alike = ShiftedBetaGeometric.Fit([100_000, 50_000, 25_000, 12_500, 6_250])!;
        Assert.NotEmpty(alike.Warnings);
        Near.Equal(0.5, alike.Model.RetentionRate(1), 0.01);
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Assert.Contains("After renewal 2 there are 90 customers, before it 80", Assert.Throws<ArgumentException>(() => ShiftedBetaGeometric.Fit([100, 80, 90])).Message);
        Assert.Contains("-1", Assert.Throws<ArgumentException>(() => ShiftedBetaGeometric.Fit([100, 80, -1])).Message);
        Assert.Throws<ArgumentNullException>(() => ShiftedBetaGeometric.Fit(null!));
        ShiftedBetaGeometric model = ShiftedBetaGeometric.Create(1, 2);
        Assert.Equal("renewals", Assert.Throws<ArgumentOutOfRangeException>(() => model.Survival(-1)).ParamName);
        Assert.Equal("renewal", Assert.Throws<ArgumentOutOfRangeException>(() => model.RetentionRate(0)).ParamName);
        Assert.Equal("discountRate", Assert.Throws<ArgumentOutOfRangeException>(() => model.DiscountedExpectedResidualLifetime(-0.1, 1)).ParamName);
        Assert.Equal("a", Assert.Throws<ArgumentOutOfRangeException>(() => ShiftedBetaGeometric.Create(0, 1)).ParamName);
    }
}
