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

    [Fact]
    public void Sums_of_parts_give_the_ratio_of_the_whole() => Prop.ForAll(Units, Gen.Choose(0, 5000).ToArbitrary(), (units, seed) =>
    {
        int cut = units.Length == 0 ? 0 : seed % units.Length;
        RatioSums one = Sums(units[..cut]), other = Sums(units[cut..]);
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        other.Save(writer);
        stream.Position = 0;
        one.Merge(RatioSums.Load(new BinaryReader(stream)));
        RatioOfMeans? merged = one.ToRatio(), whole = Of(units);
        return merged == Sums([.. units.Reverse()]).ToRatio() && merged?.Value == whole?.Value && merged?.N == whole?.N && merged?.BinomialStandardError == whole?.BinomialStandardError
            && (merged?.StandardError is null) == (whole?.StandardError is null) && Math.Abs((merged?.StandardError - whole?.StandardError) ?? 0) < 1e-7;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bad_units_are_not_added()
    {
        RatioSums sums = new();
        sums.Add(1, 2);
        Assert.Equal("denominator", Assert.Throws<ArgumentOutOfRangeException>(() => sums.Add(1, -2)).ParamName);
        Assert.Equal("numerator", Assert.Throws<ArgumentOutOfRangeException>(() => sums.Add(1e200, 2)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => sums.Add(1, double.NaN));
        Assert.Equal((0.5, 1L), (sums.ToRatio()!.Value, sums.ToRatio()!.N));
        Assert.Null(new RatioSums().ToRatio());
        Assert.Throws<InvalidDataException>(() => RatioSums.Load(new BinaryReader(new MemoryStream([255, 255, 255, 255, 255, 255, 255, 255, .. new byte[10]]))));
    }

    [Fact]
    public void Units_that_all_have_the_same_ratio_do_not_vary()
    {
        RatioSums sums = Sums([(0.1, 1), (0.2, 2), (0.7, 7)]);
        Assert.Equal(0, sums.ToRatio()!.StandardError);
    }

    private static RatioSums Sums((double Top, double Bottom)[] units)
    {
        RatioSums sums = new();
        foreach ((double top, double bottom) in units) sums.Add(top, bottom);
        return sums;
    }

    private static RatioOfMeans? Of((double Top, double Bottom)[] units) => RatioOfMeans.Of([.. units.Select(unit => unit.Top)], [.. units.Select(unit => unit.Bottom)]);

    [Fact]
    public void Sums_agree_with_two_passes_even_where_the_ratio_explains_nearly_all()
    {
        double[] numerators = [1e9 + 1, 2e9 + 5, 1e9 + 3, 3e9 - 2], denominators = [1, 2, 1, 3];
        RatioSums sums = new();
        for (int i = 0; i < numerators.Length; i++) sums.Add(numerators[i], denominators[i]);
        RatioOfMeans twice = RatioOfMeans.Of(numerators, denominators)!;
        Near.Equal(twice.StandardError!.Value, sums.ToRatio()!.StandardError, 1e-8);
    }
}
