using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics;

public class QuantileInversionTests
{
    private static readonly Gen<double> Shape = Gen.Choose(-200, 500).Select(hundredths => Math.Pow(10, hundredths / 100.0));

    // From the body to the far tail.
    private static readonly Gen<double> Chance = Gen.OneOf(Gen.Choose(1, 999).Select(thousandths => thousandths / 1000.0), Gen.Choose(1, 2500).Select(tenths => Math.Pow(10, -tenths / 10.0)));

    // The equation solved in 40 digits (mpmath); 3.841 and 29.588 are the critical values of every table.
    [Theory]
    [InlineData(0.05, 1, 3.841458820694125958361)]
    [InlineData(0.001, 10, 29.58829844507441879369)]
    [InlineData(0.2, 0.3, 0.3265735862327388414337)]
    [InlineData(1e-20, 1000, 1472.456902107557311912)]
    public void Chi_square_has_the_critical_values_of_tables(double probability, double freedom, double value)
    {
        Near.Equal(value, ChiSquareDistribution.UpperQuantile(probability, freedom), 1e-14);
        if (probability > 1e-10) Near.Equal(value, ChiSquareDistribution.Quantile(1 - probability, freedom), 1e-13);
    }

    // As above.
    [Theory]
    [InlineData(0.5, 2.5, 2.175730095547763658579)]
    [InlineData(0.01, 0.1, 6.073048362407898081916e-21)]
    [InlineData(1e-12, 50, 15.04208379308092027775)]
    public void Gamma_quantiles_agree_with_high_precision(double probability, double shape, double value) =>
        Near.Equal(value, GammaDistribution.Quantile(probability, shape), 1e-13);

    [Fact]
    public void F_has_the_critical_values_of_tables()
    {
        // Abramowitz & Stegun, table 26.9: the upper 5 % and 1 % points.
        Assert.Equal(3.71, Math.Round(FDistribution.UpperQuantile(0.05, 3, 10), 2));
        Assert.Equal(4.43, Math.Round(FDistribution.UpperQuantile(0.01, 4, 20), 2));
        Near.Equal(FDistribution.UpperQuantile(0.05, 1, 12), Math.Pow(StudentTDistribution.Quantile(0.975, 12), 2), 1e-13);
    }

    [Fact]
    public void Gamma_is_chi_square_in_other_units_and_exponential_at_shape_1()
    {
        Near.Equal(ChiSquareDistribution.UpperTail(7, 5), GammaDistribution.UpperTail(7, 2.5, 2), 1e-15);
        Near.Equal(Math.Exp(-3), GammaDistribution.UpperTail(6, 1, 2), 1e-14);
        Near.Equal(Math.Exp(-3) / 2, GammaDistribution.Density(6, 1, 2), 1e-14);
        Near.Equal(-3 * Math.Log(1e-200), GammaDistribution.UpperQuantile(1e-200, 1, 3), 1e-13);
        Assert.Equal((0.5, 0, double.PositiveInfinity, 0), (GammaDistribution.Density(0, 1, 2), GammaDistribution.Density(0, 2), GammaDistribution.Density(0, 0.5), GammaDistribution.Density(-1, 2)));
    }

    [Fact]
    public void Quantiles_of_gamma_turn_both_tails_around() =>
        Prop.ForAll(Shape.Zip(Chance).ToArbitrary(), x =>
        {
            (double shape, double p) = x;
            double lower = GammaDistribution.Quantile(p, shape), upper = GammaDistribution.UpperQuantile(p, shape);
            return (lower < 1e-290 || Math.Abs(GammaDistribution.Cumulative(lower, shape) - p) <= 4e-12 * p)
                && (upper < 1e-290 || Math.Abs(GammaDistribution.UpperTail(upper, shape) - p) <= 4e-12 * p);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Quantiles_of_F_and_beta_turn_both_tails_around() =>
        Prop.ForAll(Shape.Two().Zip(Chance).ToArbitrary(), x =>
        {
            ((double a, double b), double p) = x;
            double f = FDistribution.UpperQuantile(p, a, b), low = BetaDistribution.Quantile(p, a, b), high = BetaDistribution.UpperQuantile(p, a, b);
            return (f is < 1e-290 or > 1e290 || Math.Abs(FDistribution.UpperTail(f, a, b) - p) <= 1e-11 * p)
                && low is >= 0 and <= 1 && high is >= 0 and <= 1 && IsNear(BetaDistribution.Quantile(p, a, b), 1 - BetaDistribution.UpperQuantile(p, b, a));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Student_t_turns_its_tail_around_and_is_symmetric() =>
        Prop.ForAll(Shape.Zip(Chance).ToArbitrary(), x =>
        {
            (double freedom, double p) = x;
            double value = StudentTDistribution.Quantile(p, freedom);
            return double.IsInfinity(value) || Math.Abs(value) > 1e290 || Math.Abs(StudentTDistribution.Cumulative(value, freedom) - p) <= 1e-11 * p;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Hypergeometric_quantile_is_the_first_number_whose_cumulative_reaches_the_probability()
    {
        for (int drawn = 0; drawn <= 9; drawn++)
        {
            for (int hits = 0; hits <= 9; hits++)
            {
                foreach (double p in (double[])[0, 0.01, 0.3, 0.5, 0.99, 1])
                {
                    long value = HypergeometricDistribution.Quantile(p, drawn, hits, 12);
                    Assert.True(HypergeometricDistribution.Cumulative(value, drawn, hits, 12) >= p);
                    Assert.True(value == Math.Max(0, drawn + hits - 12) || HypergeometricDistribution.Cumulative(value - 1, drawn, hits, 12) < p);
                }
            }
        }
    }

    [Fact]
    public void Ends_of_the_scale_and_bad_arguments()
    {
        Assert.Equal((0, double.PositiveInfinity), (ChiSquareDistribution.Quantile(0, 3), ChiSquareDistribution.Quantile(1, 3)));
        Assert.Equal((double.PositiveInfinity, 0), (ChiSquareDistribution.UpperQuantile(0, 3), ChiSquareDistribution.UpperQuantile(1, 3)));
        Assert.Equal((double.PositiveInfinity, 0), (FDistribution.UpperQuantile(0, 3, 4), FDistribution.UpperQuantile(1, 3, 4)));
        Assert.Equal((0, double.PositiveInfinity), (GammaDistribution.Quantile(0, 3), GammaDistribution.UpperQuantile(0, 3)));
        Assert.Equal(0, ChiSquareDistribution.Quantile(0.5, 1e-6));
        Assert.Throws<ArgumentOutOfRangeException>("probability", () => ChiSquareDistribution.UpperQuantile(1.1, 3));
        Assert.Throws<ArgumentOutOfRangeException>("degreesOfFreedom", () => ChiSquareDistribution.Quantile(0.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("shape", () => GammaDistribution.Quantile(0.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("scale", () => GammaDistribution.Cumulative(0.1, 1, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => GammaDistribution.UpperTail(double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>("probability", () => HypergeometricDistribution.Quantile(double.NaN, 1, 1, 2));
    }

    private static bool IsNear(double a, double b) => Math.Abs(a - b) <= 1e-12;
}
