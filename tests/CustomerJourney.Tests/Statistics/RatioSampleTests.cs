using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics;

public class RatioSampleTests
{
    private static readonly Gen<(double Top, double Bottom)[]> Customers =
        (from bottom in Gen.Choose(0, 8) from top in Gen.Choose(-3, 9) select ((double)top, (double)bottom)).ArrayOf();

    private static readonly Arbitrary<(double Top, double Bottom)[]> Units = Customers.ToArbitrary();

    // R 4.2.2 survey 4.1.1 svyratio (shared/oracles/metrics/extra.json, ratio.delta_method#001).
    [Fact]
    public void The_error_is_that_of_R_and_the_interval_takes_few_customers_into_account()
    {
        RatioSample sample = Sample([(2, 7), (0, 4), (1, 7), (0, 6), (1, 7), (0, 5), (3, 5), (0, 1)]);
        Near.Equal(1.0 / 6, sample.Value, 1e-14);
        Near.Equal(0.0702215989442269, sample.Ratio!.StandardError, 1e-12);
        Estimate estimate = sample.Estimate(0.95)!;
        double reach = StudentTDistribution.Quantile(0.975, 7) * 0.0702215989442269;
        Near.Equal(1.0 / 6 - reach, estimate.Lower, 1e-9);
        Near.Equal(1.0 / 6 + reach, estimate.Upper, 1e-9);
        Assert.Equal((8, 0.95, "delta method, Student t"), (estimate.N, estimate.Level, estimate.Method));
        Assert.Equal(0, (sample with { Lowest = 0 }).Estimate(0.999)!.Lower);
        Assert.Equal(0.3, (sample with { Highest = 0.3 }).Estimate(0.95)!.Upper);
    }

    [Fact]
    public void With_denominators_of_1_everything_is_that_of_means() => Prop.ForAll(Units, Units, (first, second) =>
    {
        double[] a = [.. first.Select(unit => unit.Top)], b = [.. second.Select(unit => unit.Top)];
        RatioSample left = Sample([.. a.Select(value => (value, 1.0))]), right = Sample([.. b.Select(value => (value, 1.0))]);
        MeanSample before = MeanSample.Of(a), after = MeanSample.Of(b);
        Same(before.Estimate(0.9), left.Estimate(0.9));
        SampleDifference expected = SampleDifference.Between(before, after, 0.9), actual = SampleDifference.Between(left, right, 0.9);
        Same(expected.Change, actual.Change);
        Assert.Equal(expected.Test is null, actual.Test is null);
        if (expected.Test is { } test) Near.Equal(test.PValue, actual.Test!.PValue, 1e-7, 1e-9);
        Assert.Equal(expected.Effect is null, actual.Effect is null);
        if (expected.Effect is { } effect) Near.Equal(effect.Value, actual.Effect!.Value, 1e-8, 1e-9);

        static void Same(Estimate? expected, Estimate? actual)
        {
            Assert.Equal(expected?.N, actual?.N);
            if (expected is null) return;
            Near.Equal(expected.Value, actual!.Value, 1e-12, 1e-12);
            Near.Equal(expected.Lower, actual.Lower, 1e-8, 1e-8);
            Near.Equal(expected.Upper, actual.Upper, 1e-8, 1e-8);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_ratio_of_the_sums_is_the_ratio_of_the_customers() => Prop.ForAll(Units, units =>
    {
        RatioSample sample = Sample(units);
        RatioOfMeans? ratio = RatioOfMeans.Of([.. units.Select(unit => unit.Top)], [.. units.Select(unit => unit.Bottom)]);
        Assert.Equal((ratio?.Value, (long)units.Length), (sample.Value, sample.Count));
        if (ratio?.StandardError is { } error) Near.Equal(error, sample.Ratio!.StandardError, 1e-6, 1e-7);
        RatioSums sums = new();
        foreach ((double top, double bottom) in units) sums.Add(top, bottom);
        Assert.Equal(sample, sums.ToSample());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sides_that_change_places_change_the_sign() => Prop.ForAll(Units, Units, (first, second) =>
    {
        SampleDifference there = SampleDifference.Between(Sample(first), Sample(second), 0.95), back = SampleDifference.Between(Sample(second), Sample(first), 0.95);
        Assert.Equal(there.Change is null, back.Change is null);
        if (there.Change is not { } change) return;
        Near.Equal(-change.Value, back.Change!.Value, 1e-9, 1e-12);
        Near.Equal(-change.Lower, back.Change.Upper, 1e-7, 1e-9);
        if (there.Test is { } test) Near.Equal(test.PValue, back.Test!.PValue, 1e-7, 1e-9);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Customers_who_stand_on_both_sides_are_compared_with_themselves()
    {
        // Each customer has one more order than before for as many visits: no chance about it, however different the customers are.
        (double Top, double Bottom)[] before = [(1, 2), (10, 20), (3, 4), (7, 9), (20, 33)];
        (double Top, double Bottom)[] after = [.. before.Select(unit => (unit.Top + unit.Bottom / 2, unit.Bottom))];
        ClusterContribution[] paired = [.. before.Zip(after, (a, b) => new ClusterContribution(a.Top, 1, b.Top, 1) { BaselineDenominator = a.Bottom, CandidateDenominator = b.Bottom })];
        SampleDifference shared = SampleDifference.Clustered(Sample(before), Sample(after), paired, 0.95);
        Assert.Null(shared.Test);
        Assert.NotNull(SampleDifference.Between(Sample(before), Sample(after), 0.95).Test);

        // One of them differs: the error is that of the differences of influences.
        after[0] = (9, 2);
        paired[0] = new ClusterContribution(1, 1, 9, 1) { BaselineDenominator = 2, CandidateDenominator = 2 };
        shared = SampleDifference.Clustered(Sample(before), Sample(after), paired, 0.95);
        double total = before.Sum(unit => unit.Bottom), ratioBefore = before.Sum(unit => unit.Top) / total, ratioAfter = after.Sum(unit => unit.Top) / total;
        double squares = before.Zip(after, (a, b) => Math.Pow((b.Top - ratioAfter * b.Bottom - a.Top + ratioBefore * a.Bottom) / total, 2)).Sum();
        double error = Math.Sqrt(squares * 5 / 4);
        Near.Equal(ratioAfter - ratioBefore, shared.Change!.Value, 1e-12);
        Near.Equal(StudentTDistribution.Quantile(0.975, 4) * error, (shared.Change.Upper - shared.Change.Lower) / 2, 1e-9);
        Near.Equal(StudentTDistribution.TwoSided((ratioAfter - ratioBefore) / error, 4), shared.Test!.PValue, 1e-9);
    }

    [Fact]
    public void A_customer_with_nothing_below_the_line_counts_as_one_of_the_sample()
    {
        RatioSample few = Sample([(1, 2), (3, 4)]), more = Sample([(1, 2), (3, 4), (0, 0), (0, 0)]);
        Assert.Equal(few.Value, more.Value);
        Near.Equal(few.Ratio!.StandardError!.Value * Math.Sqrt(4.0 / 3 / 2), more.Ratio!.StandardError, 1e-12);
        Assert.Null(Sample([(1, 0), (3, 0)]).Value);
        Assert.Null(Sample([(1, 0), (3, 0)]).Estimate(0.95));
        Assert.Null(Sample([(1, 2)]).Estimate(0.95));
        Assert.Null(SampleDifference.Between(Sample([(1, 0), (3, 0)]), few, 0.95).Change);
        ClusterContribution[] clusters = [new(1, 1, 1, 1) { BaselineDenominator = 0, CandidateDenominator = 2 }, new(3, 1, 3, 1) { BaselineDenominator = 0, CandidateDenominator = 4 }];
        Assert.Null(SampleDifference.Clustered(Sample([(1, 0), (3, 0)]), few, clusters, 0.95).Change);
    }

    [Fact]
    public void Without_a_difference_one_test_in_twenty_says_otherwise_however_alike_the_visits_of_a_customer_are()
    {
        const int Repeats = 3000;
        Random random = new(20260301);
        int byCustomer = 0, byVisit = 0;
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            RatioSample a = Sample(Group()), b = Sample(Group());
            if (SampleDifference.Between(a, b, 0.95).Test is { PValue: < 0.05 }) byCustomer++;
            if (ProportionDifference.Test((long)a.Numerator, (long)a.Denominator, (long)b.Numerator, (long)b.Denominator) is { PValue: < 0.05 }) byVisit++;
        }

        // Four standard errors of a share of 0.05 in so many repeats; visits taken for independent find far too much.
        Assert.InRange(byCustomer, Repeats * 0.034, Repeats * 0.066);
        Assert.True(byVisit > Repeats * 0.15, $"{byVisit}");

        (double, double)[] Group() =>
        [
            .. Enumerable.Range(0, 60).Select(_ =>
            {
                double taste = random.NextDouble() * random.NextDouble();
                int visits = 1 + random.Next(12);
                return ((double)Enumerable.Range(0, visits).Count(_ => random.NextDouble() < taste), (double)visits);
            }),
        ];
    }

    [Fact]
    public void Sums_that_cannot_be_are_refused()
    {
        Assert.Equal("customers", Assert.Throws<ArgumentOutOfRangeException>(() => new RatioSample(-1, 0, 0, 0, 0, 0)).ParamName);
        Assert.Equal("denominator", Assert.Throws<ArgumentOutOfRangeException>(() => new RatioSample(1, 1, -1, 1, 1, 1)).ParamName);
        Assert.Equal("numerator", Assert.Throws<ArgumentOutOfRangeException>(() => new RatioSample(1, double.NaN, 1, 1, 1, 1)).ParamName);
        Assert.Equal("squaredNumerators", Assert.Throws<ArgumentOutOfRangeException>(() => new RatioSample(1, 1, 1, -1, 1, 1)).ParamName);
        Assert.Equal("products", Assert.Throws<ArgumentOutOfRangeException>(() => new RatioSample(0, 0, 0, 0, 1, 0)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RatioSample(1, 1, 1, 1, 1, 1) { Lowest = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => Sample([(1, 2), (2, 3)]).Estimate(1));
        Assert.Throws<ArgumentException>(() => SampleDifference.Between(Sample([(1, 2)]), new MeanSample(1, 1, 1), 0.95));
        ClusterContribution[] negative = [new(1, 1, 1, 1) { BaselineDenominator = -2 }, new(1, 1, 1, 1)];
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleDifference.Clustered(Sample([(1, 2), (1, 2)]), Sample([(1, 2), (1, 2)]), negative, 0.95));
    }

    [Fact]
    public void A_contribution_of_counts_has_its_count_below_the_line()
    {
        ClusterContribution counts = new(3, 5, 0, 0);
        Assert.Equal((5, 7), (counts.BaselineDenominator, (counts with { BaselineCount = 7 }).BaselineDenominator));
        Assert.Equal((5, 0.5), ((counts with { CandidateDenominator = 0.5 }).BaselineDenominator, (counts with { CandidateDenominator = 0.5 }).CandidateDenominator));
    }

    private static RatioSample Sample((double Top, double Bottom)[] units) => new(
        units.Length,
        units.Sum(unit => unit.Top),
        units.Sum(unit => unit.Bottom),
        units.Sum(unit => unit.Top * unit.Top),
        units.Sum(unit => unit.Top * unit.Bottom),
        units.Sum(unit => unit.Bottom * unit.Bottom));
}
