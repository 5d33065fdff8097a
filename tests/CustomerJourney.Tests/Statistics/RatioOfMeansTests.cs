using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics;

public class RatioOfMeansTests
{
    private static readonly Arbitrary<(double Top, double Bottom)[]> Units =
        (from bottom in Gen.Choose(0, 8) from top in Gen.Choose(0, 8) select ((double)Math.Min(top, bottom), (double)bottom)).ArrayOf().ToArbitrary();

    // R 4.2.2 survey 4.1.1 svyratio (shared/oracles/metrics/extra.json, ratio.delta_method#001).
    [Fact]
    public void Orders_per_session_agree_with_R()
    {
        RatioOfMeans ratio = RatioOfMeans.Of([2, 0, 1, 0, 1, 0, 3, 0], [7, 4, 7, 6, 7, 5, 5, 1])!;
        Near.Equal(1.0 / 6, ratio.Value, 1e-14);
        Near.Equal(0.0702215989442269, ratio.StandardError, 1e-12);
        Near.Equal(0.0575054632785295, ratio.BinomialStandardError, 1e-12);
        Estimate estimate = ratio.Estimate()!;
        Near.Equal(0.0290348617991662, estimate.Lower, 1e-10);
        Near.Equal(0.304298471534167, estimate.Upper, 1e-10);
        Assert.Equal((8, "delta method"), (estimate.N, estimate.Method));
    }

    [Fact]
    public void With_denominators_of_1_it_is_the_mean_and_its_error() => Prop.ForAll(Units, units =>
    {
        double[] values = [.. units.Select(unit => unit.Top)];
        RatioOfMeans? ratio = RatioOfMeans.Of(values, [.. values.Select(_ => 1.0)]);
        MeanSample mean = MeanSample.Of(values);
        return values.Length == 0 ? ratio is null : ratio!.Value == mean.Value && (ratio.StandardError is null) == (mean.StandardError is null)
            && Math.Abs((ratio.StandardError ?? 0) - (mean.StandardError ?? 0)) < 1e-9;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Scaling_and_order_change_nothing() => Prop.ForAll(Units, units =>
    {
        RatioOfMeans? ratio = Of(units);
        RatioOfMeans? scaled = Of([.. units.Select(unit => (unit.Top * 4, unit.Bottom * 4))]);
        return ratio == Of([.. units.Reverse()]) && ratio?.Value == scaled?.Value && ratio?.StandardError == scaled?.StandardError && ratio?.N == scaled?.N;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_denominators_there_is_no_ratio_and_of_one_unit_no_interval()
    {
        Assert.Null(RatioOfMeans.Of([], []));
        Assert.Null(RatioOfMeans.Of([1, 2], [0, 0]));
        RatioOfMeans one = RatioOfMeans.Of([3], [2])!;
        Assert.Equal((1.5, null, null, null), (one.Value, one.StandardError, one.Estimate(), one.BinomialStandardError));
        Assert.Null(RatioOfMeans.Difference(one, one));
        Assert.Null(RatioOfMeans.Difference(null, one));
    }

    [Fact]
    public void Bad_numbers_are_refused()
    {
        Assert.Throws<ArgumentException>(() => RatioOfMeans.Of([1], [1, 2]));
        Assert.Equal("denominators", Assert.Throws<ArgumentOutOfRangeException>(() => RatioOfMeans.Of([1], [-1])).ParamName);
        Assert.Equal("numerators", Assert.Throws<ArgumentOutOfRangeException>(() => RatioOfMeans.Of([double.NaN], [1])).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => RatioOfMeans.Of([1, 1], [1, 2])!.Estimate(0));
    }

    [Fact]
    public void The_change_of_a_ratio_has_the_errors_of_both_groups()
    {
        RatioOfMeans a = RatioOfMeans.Of([2, 0, 1, 0, 1, 0, 3, 0], [7, 4, 7, 6, 7, 5, 5, 1])!, b = RatioOfMeans.Of([2, 3, 1, 2], [4, 4, 5, 3])!;
        TwoSampleResult result = RatioOfMeans.Difference(a, b)!;
        double error = Math.Sqrt(Math.Pow(a.StandardError!.Value, 2) + Math.Pow(b.StandardError!.Value, 2));
        Near.Equal(b.Value - a.Value, result.Change.Value, 1e-14);
        Near.Equal(error, result.StandardError, 1e-12);
        Near.Equal(2 * NormalDistribution.UpperTail((b.Value - a.Value) / error), result.Test!.PValue, 1e-12);
        Assert.Null(RatioOfMeans.Difference(RatioOfMeans.Of([1, 1], [2, 2]), RatioOfMeans.Of([1, 1], [2, 2]))!.Test);
    }

    private static RatioOfMeans? Of((double Top, double Bottom)[] units) => RatioOfMeans.Of([.. units.Select(unit => unit.Top)], [.. units.Select(unit => unit.Bottom)]);
}
