using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Statistics;

public class BootstrapTests
{
    // B. Efron & R. J. Tibshirani, An Introduction to the Bootstrap (1993), table 2.1: survival of 7 treated mice; the published standard error of the mean is 23.36 as the
    // number of samples grows (table 2.2), as by the formula with divisor n.
    private static readonly double[] TreatedMice = [94, 197, 16, 38, 99, 141, 23];

    // The 15 law schools (LSAT, GPA) of the same book, table 3.1: the correlation is 0.776, and its published bootstrap standard error 0.132 of 3,200 samples.
    private static readonly (double Test, double Grade)[] LawSchools =
    [
        (576, 3.39), (635, 3.30), (558, 2.81), (578, 3.03), (666, 3.44), (580, 3.07), (555, 3.00), (661, 3.43), (651, 3.36), (605, 3.13), (653, 3.12), (575, 2.74), (545, 2.76), (572, 2.88), (594, 2.96),
    ];

    [Fact]
    public void Standard_errors_are_those_of_the_book()
    {
        Bootstrap<double> mice = Bootstrap<double>.Of(TreatedMice, values => values.Average(), seed: 1, resamples: 20_000)!;
        Near.Equal(86.857, mice.Value, 1e-4);
        Near.Equal(23.36, mice.StandardError, 0.02);
        Assert.InRange(mice.Bias!.Value, -0.7, 0.7);
        Bootstrap<(double Test, double Grade)> schools = Bootstrap<(double Test, double Grade)>.Of(LawSchools, Correlation, seed: 2, resamples: 20_000)!;
        Near.Equal(0.776, schools.Value, 0, 5e-4);
        Near.Equal(0.132, schools.StandardError, 0.03);
    }

    [Fact]
    public void Percentiles_meet_the_exact_distribution_of_a_net_share()
    {
        double[] answers = [.. Enumerable.Repeat(1.0, 19), .. Enumerable.Repeat(0.0, 12), .. Enumerable.Repeat(-1.0, 5)];
        Estimate exact = NetShareInterval.PercentileBootstrap(19, 12, 5)!, drawn = Bootstrap<double>.Of(answers, values => values.Average(), 3, 40_000)!.Percentile()!;
        Assert.InRange(drawn.Lower - exact.Lower, -1.01 / 36, 1.01 / 36);
        Assert.InRange(drawn.Upper - exact.Upper, -1.01 / 36, 1.01 / 36);
        Assert.Equal((36, 0.95, "percentile bootstrap"), (drawn.N, drawn.Level, drawn.Method));
    }

    [Fact]
    public void Acceleration_moves_the_interval_of_a_skewed_figure_to_its_long_side()
    {
        // The variance of spatial test A, chapter 14 of the book: 171.5 with divisor n; its BCa interval at 90 % is (115.8, 259.6), the percentile one (100.8, 233.9), from 2,000
        // samples, whose limits vary by 2 to 3 from seed to seed.
        double[] a = [48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41];
        Bootstrap<double> spatial = Bootstrap<double>.Of(a, values => values.Average() is var mean ? values.Sum(value => (value - mean) * (value - mean)) / values.Count : null, 4, 20_000)!;
        Near.Equal(171.5, spatial.Value, 0, 0.05);
        Estimate percentile = spatial.Percentile(0.9)!, accelerated = spatial.Accelerated(0.9)!;
        Near.Equal(100.8, percentile.Lower, 0, 7);
        Near.Equal(233.9, percentile.Upper, 0, 7);
        Near.Equal(115.8, accelerated.Lower, 0, 7);
        Near.Equal(259.6, accelerated.Upper, 0, 7);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_one_others()
    {
        Bootstrap<double> one = Bootstrap<double>.Of(TreatedMice, values => values.Max(), 5, 200)!, same = Bootstrap<double>.Of(TreatedMice, values => values.Max(), 5, 200)!;
        Assert.Equal(one.Replicates, same.Replicates);
        Assert.NotEqual(one.Replicates, Bootstrap<double>.Of(TreatedMice, values => values.Sum(), 6, 200)!.Replicates);
        Assert.Equal(one.Replicates, [.. one.Replicates.Order()]);
    }

    [Fact]
    public void Samples_without_a_figure_are_counted_and_left_out()
    {
        Bootstrap<double> sometimes = Bootstrap<double>.Of([1, 2], values => values.Min() == values.Max() ? null : 7, 7, 1_000)!;
        Assert.InRange(sometimes.Undefined, 420, 580);
        Assert.Equal(1_000, sometimes.Undefined + sometimes.Replicates.Count);
        Assert.Equal((7, 7), (sometimes.Percentile()!.Lower, sometimes.Accelerated()!.Upper));
        Assert.Null(Bootstrap<double>.Of([], _ => 1, 1));
        Assert.Null(Bootstrap<double>.Of([1], _ => null, 1));
        int calls = 0;
        Bootstrap<double> never = Bootstrap<double>.Of([1, 2], _ => calls++ == 0 ? 1 : null, 1, 5)!;
        Assert.Equal((5, true, true, true, true), (never.Undefined, never.Percentile() is null, never.Accelerated() is null, never.Bias is null, never.StandardError is null));
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("resamples", () => Bootstrap<int>.Of([1], _ => 1, 1, 0));
        Assert.Throws<ArgumentNullException>("figure", () => Bootstrap<int>.Of([1], null!, 1));
        Assert.Throws<InvalidOperationException>(() => Bootstrap<int>.Of([1], _ => double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => Bootstrap<int>.Of([1, 2], _ => 1, 1)!.Percentile(1));
    }

    private static double? Correlation(IReadOnlyList<(double Test, double Grade)> schools) =>
        CustomerJourney.Statistics.Drivers.Correlation.Pearson([.. schools.Select(school => school.Test)], [.. schools.Select(school => school.Grade)])?.Value;
}
