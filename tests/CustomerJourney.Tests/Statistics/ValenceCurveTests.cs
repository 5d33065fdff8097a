using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics;

public class ValenceCurveTests
{
    private static readonly Arbitrary<double[]> Curves = Gen.Choose(-20, 20).Select(n => n / 10.0).ArrayOf().Where(x => x.Length > 0).ToArbitrary();

    // shared/oracles/metrics/classification.json, emotion.curve#001: numpy.
    [Fact]
    public void Nine_moments_agree_with_other_software()
    {
        ValenceCurve curve = ValenceCurve.Of([0.93, 0.87, 0.88, 0.2, -0.71, 0.27, -0.66, 0.52, 0.54], [1.7, 19.8, 11.4, 3.6, 5.1, 3.0, 3.7, 14.9, 7.4])!;
        Near.Equal(0.31555555555555553, curve.Mean, 1e-14);
        Near.Equal(0.5106232294617563, curve.DurationWeightedMean, 1e-14);
        Assert.Equal((9, 0.93, -0.71, 0.93, 0.54, 4), (curve.N, curve.PositivePeak, curve.NegativePeak, curve.AbsolutePeak, curve.End, curve.SignChanges));
        Near.Equal(0.735, curve.PeakEnd, 1e-14);
        Near.Equal(0.735, curve.PositivePeakEnd, 1e-14);
        Near.Equal(-0.09366666666666672, curve.SlopePerStep, 1e-14);
        Near.Equal(1.64, curve.Range, 1e-14);
        Near.Equal(-0.93, curve.LargestDrop, 1e-14);
    }

    [Fact]
    public void Of_equally_extreme_moments_the_negative_is_the_peak()
    {
        Assert.Equal(-1, ValenceCurve.Of([1, -1, 0.5])!.AbsolutePeak);
        Assert.Equal(-1, ValenceCurve.Of([-1, 1, 0.5])!.AbsolutePeak);
    }

    [Fact]
    public void One_moment_is_its_own_peak_and_end()
    {
        ValenceCurve curve = ValenceCurve.Of([-1.5])!;
        Assert.Equal((-1.5, -1.5, -1.5, 0.0, 0), (curve.Mean, curve.PeakEnd, curve.PositivePeak, curve.Range, curve.SignChanges));
        Assert.Null(curve.SlopePerStep);
        Assert.Null(curve.LargestDrop);
        Assert.Null(curve.DurationWeightedMean);
    }

    [Fact]
    public void A_curve_that_never_falls_has_no_drop_and_neutral_moments_turn_no_sign()
    {
        ValenceCurve curve = ValenceCurve.Of([-1, 0, 0, 1, 1, 2], [0, 0, 0, 0, 0, 0])!;
        Assert.Null(curve.LargestDrop);
        Assert.Null(curve.DurationWeightedMean);
        Assert.Equal(1, curve.SignChanges);
        Assert.Null(ValenceCurve.Of([]));
    }

    [Fact]
    public void A_reversed_curve_has_the_opposite_slope_and_the_same_extremes() => Prop.ForAll(Curves, values =>
    {
        ValenceCurve curve = ValenceCurve.Of(values)!, reversed = ValenceCurve.Of([.. values.Reverse()])!;
        return curve.AbsolutePeak == reversed.AbsolutePeak && curve.Range == reversed.Range && curve.Mean == reversed.Mean && curve.SignChanges == reversed.SignChanges
            && Math.Abs((curve.SlopePerStep + reversed.SlopePerStep) ?? 0) < 1e-12 && curve.Mean >= curve.NegativePeak && curve.Mean <= curve.PositivePeak;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_straight_line_has_its_own_slope() => Prop.ForAll(
        (from n in Gen.Choose(2, 30) from slope in Gen.Choose(-50, 50) select (n, slope / 8.0)).ToArbitrary(),
        line => Math.Abs(ValenceCurve.Of([.. Enumerable.Range(0, line.n).Select(i => 1 + i * line.Item2)])!.SlopePerStep!.Value - line.Item2) < 1e-12).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_no_curve_is_refused()
    {
        Assert.Equal("durations", Assert.Throws<ArgumentException>(() => ValenceCurve.Of([1, 2], [1])).ParamName);
        Assert.Equal("durations", Assert.Throws<ArgumentOutOfRangeException>(() => ValenceCurve.Of([1], [-1])).ParamName);
        Assert.Equal("valence", Assert.Throws<ArgumentOutOfRangeException>(() => ValenceCurve.Of([double.NaN])).ParamName);
        Assert.Equal("valence", Assert.Throws<ArgumentOutOfRangeException>(() => ValenceCurve.Of([double.NaN], [1])).ParamName);
    }
}
