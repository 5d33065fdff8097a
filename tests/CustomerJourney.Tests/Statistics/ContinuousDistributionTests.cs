using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Statistics;

public class ContinuousDistributionTests
{
    // mpmath, 50 digits.
    [Theory]
    [InlineData(0.01, 3, 7, 0.00150475295988829994, 0.9984952470401117)]
    [InlineData(30, 5, 40, 0.999999999998459347, 1.54065271379183154e-12)]
    [InlineData(1.2, 1_000, 2_000, 0.999618872483459815, 0.000381127516540184987)]
    [InlineData(2.5, 0.7, 1.3, 0.713605891513221384, 0.286394108486778616)]
    public void F_agrees_with_high_precision(double value, double numerator, double denominator, double lower, double upper)
    {
        Near.Equal(lower, FDistribution.Cumulative(value, numerator, denominator), 1e-12);
        Near.Equal(upper, FDistribution.UpperTail(value, numerator, denominator), 1e-12);
        if (lower < 0.99) Near.Equal(value, FDistribution.Quantile(lower, numerator, denominator), 1e-12);
    }

    [Fact]
    public void F_with_one_numerator_degree_of_freedom_is_the_square_of_t() =>
        Near.Equal(StudentTDistribution.TwoSided(2.3, 11), FDistribution.UpperTail(2.3 * 2.3, 1, 11), 1e-13);

    // Φ(t·S − δ) integrated over S in 30 digits (mpmath).
    [Theory]
    [InlineData(2, 10, 1, 0.192388437469624738, 0.807611562530375262)]
    [InlineData(1.9719565442517553, 198, 2.1213203435596424, 0.560059757174543457, 0.439940242825456543)]
    [InlineData(-1, 5, 2, 0.997683624345924881, 0.00231637565407511905)]
    [InlineData(12, 3, 2, 0.0105240882018711736, 0.989475911798128826)]
    [InlineData(30, 2, 5, 0.0284145571266610012, 0.971585442873338999)]
    [InlineData(1.96, 1_000_000, 3, 0.850829931472817313, 0.149170068527182687)]
    [InlineData(0.5, 0.5, 1, 0.735581986759691227, 0.264418013240308773)]
    [InlineData(60, 50, 50, 0.052029579511136628, 0.947970420488863372)]
    [InlineData(-8, 20, 1, 0.999999999224395705, 7.75604294515426846e-10)]
    public void Noncentral_t_agrees_with_high_precision(double value, double degreesOfFreedom, double noncentrality, double upper, double lower)
    {
        Near.Equal(upper, NoncentralTDistribution.UpperTail(value, degreesOfFreedom, noncentrality), 1e-12);
        Near.Equal(lower, NoncentralTDistribution.Cumulative(value, degreesOfFreedom, noncentrality), 1e-12);
    }

    [Fact]
    public void Noncentral_t_meets_its_special_cases()
    {
        Assert.Equal(StudentTDistribution.UpperTail(1.5, 7), NoncentralTDistribution.UpperTail(1.5, 7, 0));
        Near.Equal(StudentTDistribution.UpperTail(1.5, 7), NoncentralTDistribution.UpperTail(1.5, 7, 1e-13), 1e-11);
        Near.Equal(NormalDistribution.UpperTail(-2), NoncentralTDistribution.UpperTail(1e-300, 7, 2), 1e-12);
        Assert.Equal(NormalDistribution.UpperTail(-1), NoncentralTDistribution.UpperTail(1, double.PositiveInfinity, 2));
        Assert.Equal(0, NoncentralTDistribution.UpperTail(double.PositiveInfinity, 3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => NoncentralTDistribution.UpperTail(1, 0.1, 1));
    }

    // The alternating series in 40 digits (mpmath).
    [Theory]
    [InlineData(0.2, 0.999999999999494959, 5.05040733867008788e-13)]
    [InlineData(0.5, 0.963945243664875094, 0.0360547563351249056)]
    [InlineData(1.2, 0.112249666670724985, 0.887750333329275015)]
    [InlineData(1.3580986393225505, 0.050000000000000033, 0.949999999999999967)]
    [InlineData(3, 3.04599594894252569e-8, 0.999999969540040511)]
    [InlineData(10, 2.76779305347347506e-87, 1)]
    public void Kolmogorov_limit_agrees_with_high_precision(double value, double upper, double lower)
    {
        Near.Equal(upper, KolmogorovDistribution.UpperTail(value), 1e-12);
        Near.Equal(lower, KolmogorovDistribution.Cumulative(value), 1e-12);
    }

    // Durbin's matrix in rational arithmetic.
    [Theory]
    [InlineData(5, 0.4, 0.3088)]
    [InlineData(10, 0.25, 0.4841115325)]
    [InlineData(20, 0.3, 0.04306706665851782)]
    [InlineData(50, 0.2, 0.03143877776953451)]
    [InlineData(10, 0.45, 0.02289181031171875)]
    [InlineData(1, 0.75, 0.5)]
    public void Kolmogorov_of_a_small_sample_agrees_with_rational_arithmetic(long count, double distance, double expected) =>
        Near.Equal(expected, KolmogorovDistribution.UpperTail(distance, count), 1e-10);

    [Fact]
    public void Kolmogorov_has_no_jump_where_the_method_changes()
    {
        foreach (double scaled in new[] { 0.5, 1.1 })
        {
            double matrix = KolmogorovDistribution.UpperTail(scaled / Math.Sqrt(2_000), 2_000), series = KolmogorovDistribution.UpperTail(scaled / Math.Sqrt(2_001), 2_001);
            Near.Equal(matrix, series, 1e-4);

            // What is left after the step of the count itself: the limit is approached as 1/√count.
            double previous = KolmogorovDistribution.UpperTail(scaled / Math.Sqrt(1_999), 1_999);
            Near.Equal(2 * matrix - previous, series, 0, 2e-8);
        }

        double below = KolmogorovDistribution.UpperTail(Math.BitDecrement(Math.Sqrt(4.0 / 300)), 300), above = KolmogorovDistribution.UpperTail(Math.BitIncrement(Math.Sqrt(4.0 / 300)), 300);
        Near.Equal(below, above, 1e-9);
        Near.Equal(KolmogorovDistribution.UpperTail(1), KolmogorovDistribution.UpperTail(0.001, 1_000_000), 1e-3);
    }
}
