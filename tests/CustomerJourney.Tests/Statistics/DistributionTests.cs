using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics;

public class DistributionTests
{
    // Python 3 math.erfc / 2 and statistics.NormalDist().inv_cdf (both double precision).
    [Theory]
    [InlineData(-1.959963984540054, 0.025)]
    [InlineData(-1, 0.15865525393145705)]
    [InlineData(0, 0.5)]
    [InlineData(0.3, 0.6179114221889526)]
    public void Normal_cumulative_agrees_with_published_values(double value, double expected)
    {
        Near.Equal(expected, NormalDistribution.Cumulative(value), 1e-14);
        Near.Equal(value, NormalDistribution.Quantile(expected), 1e-13, 1e-15);
    }

    [Fact]
    public void Normal_tail_keeps_its_digits_far_out() => Near.Equal(6.220960574271785e-16, NormalDistribution.UpperTail(8), 1e-14);

    // Exact sums of binomial coefficients over 2^n, in rational arithmetic: P(X ≤ k) for n fair coins is I_½(n − k, k + 1).
    [Theory]
    [InlineData(10, 3, 0.171875)]
    [InlineData(100, 40, 0.028443966820490396)]
    [InlineData(100_000, 49_500, 0.0007911799394257978)]
    public void Beta_cumulative_is_the_binomial_distribution(int n, int k, double expected) =>
        Near.Equal(expected, BetaDistribution.Cumulative(0.5, n - k, k + 1), 1e-13);

    // For an even number of degrees of freedom the tail of t is a finite sum: 1 − sin θ (1 + ½ cos² θ + …), here in 60-digit decimals.
    [Theory]
    [InlineData(2.1318467863266503, 4, 0.1)]
    [InlineData(6, 50_000, 1.986703524693797e-09)]
    [InlineData(2, 100_000, 0.045502963457506464)]
    [InlineData(12, 200_000, 3.647523700755783e-33)]
    public void Student_t_agrees_with_its_closed_form(double value, double degreesOfFreedom, double expected) =>
        Near.Equal(expected, StudentTDistribution.TwoSided(value, degreesOfFreedom), 1e-13);

    [Fact]
    public void Student_t_is_the_Cauchy_distribution_at_one_degree_of_freedom()
    {
        Near.Equal(Math.Tan(0.475 * Math.PI), StudentTDistribution.Quantile(0.975, 1), 1e-14);
        Near.Equal(1 / (Math.PI * 1e300), StudentTDistribution.UpperTail(1e300, 1), 1e-12);
        Near.Equal(-1 / (Math.PI * 1e-300), StudentTDistribution.Quantile(1e-300, 1), 1e-12);
    }

    [Fact]
    public void Student_t_becomes_normal()
    {
        Near.Equal(NormalDistribution.Quantile(0.975), StudentTDistribution.Quantile(0.975, double.PositiveInfinity), 0);
        Near.Equal(NormalDistribution.Quantile(0.975), StudentTDistribution.Quantile(0.975, 1e15), 1e-14);
    }

    [Fact]
    public void Student_t_has_no_jump_where_the_method_changes()
    {
        double below = StudentTDistribution.UpperTail(3, 1e5), above = StudentTDistribution.UpperTail(3, Math.BitIncrement(1e5));
        Near.Equal(below, above, 1e-13);
    }

    // e^(−x/2) Σ (x/2)^i / i! in 60-digit decimals.
    [Theory]
    [InlineData(3.841458820694124, 1, 0.05)]
    [InlineData(3, 2, 0.22313016014842982)]
    [InlineData(-1, 3, 1)]
    [InlineData(double.PositiveInfinity, 3, 0)]
    public void Chi_square_tail_agrees_with_published_values(double value, double degreesOfFreedom, double expected) =>
        Near.Equal(expected, ChiSquareDistribution.UpperTail(value, degreesOfFreedom), 1e-13);

    [Fact]
    public void Quantiles_turn_the_cumulative_around()
    {
        Gen<(double P, double A, double B)> gen =
            from p in Gen.Choose(1, 9_999)
            from a in Gen.Choose(-20, 40)
            from b in Gen.Choose(-20, 40)
            select (p / 10_000.0, Math.Exp(a / 4.0), Math.Exp(b / 4.0));
        Prop.ForAll(gen.ToArbitrary(), x =>
        {
            // At shapes far below 1 the mass sits so close to an end that no double lies there.
            double q = BetaDistribution.Quantile(x.P, x.A, x.B);
            bool beta = q is < 1e-290 or > 0.999999 || Math.Abs(BetaDistribution.Cumulative(q, x.A, x.B) - x.P) < 1e-9;
            double t = StudentTDistribution.Quantile(x.P, x.A);
            return beta && (double.IsInfinity(t) || Math.Abs(StudentTDistribution.Cumulative(t, x.A) - x.P) < 1e-12);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Ends_of_the_probability_scale_are_the_ends_of_the_distribution()
    {
        Assert.Equal(double.NegativeInfinity, NormalDistribution.Quantile(0));
        Assert.Equal(double.PositiveInfinity, StudentTDistribution.Quantile(1, 3));
        Assert.Equal(0, BetaDistribution.Quantile(0, 2, 3));
        Assert.Equal(1, BetaDistribution.Quantile(1, 2, 3));
        Assert.Equal(0, BetaDistribution.UpperQuantile(1, 2, 3));
    }

    [Fact]
    public void Arguments_outside_the_domain_are_refused()
    {
        Assert.Equal("value", Assert.Throws<ArgumentOutOfRangeException>(() => NormalDistribution.UpperTail(double.NaN)).ParamName);
        Assert.Equal("probability", Assert.Throws<ArgumentOutOfRangeException>(() => NormalDistribution.Quantile(1.5)).ParamName);
        Assert.Equal("degreesOfFreedom", Assert.Throws<ArgumentOutOfRangeException>(() => StudentTDistribution.UpperTail(1, 0)).ParamName);
        Assert.Equal("beta", Assert.Throws<ArgumentOutOfRangeException>(() => BetaDistribution.Cumulative(0.5, 1, double.PositiveInfinity)).ParamName);
        Assert.Equal("degreesOfFreedom", Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquareDistribution.Cumulative(1, -1)).ParamName);
    }

    [Fact]
    public void The_largest_statistics_have_a_tail_of_0_rather_than_NaN()
    {
        foreach (double value in (double[])[41, 1e155, double.MaxValue])
        {
            Assert.Equal((0, 1), (NormalDistribution.UpperTail(value), NormalDistribution.UpperTail(-value)));
            foreach (double freedom in (double[])[1e5 + 1, 1e9, double.PositiveInfinity]) Assert.InRange(StudentTDistribution.TwoSided(value, freedom), 0, 1e-300);
        }

        Assert.Equal((0, 0), (ChiSquareDistribution.UpperTail(double.MaxValue, 3), FDistribution.UpperTail(double.MaxValue, 3, 1e6)));
    }
}
