using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics;

public class NetShareIntervalTests
{
    private static readonly Dictionary<string, Func<long, long, long, double, bool, Estimate?>> Methods = new()
    {
        ["wald"] = NetShareInterval.Wald,
        ["adjusted_wald"] = NetShareInterval.AdjustedWald,
        ["agresti_min"] = NetShareInterval.AgrestiMin,
        ["bonett_price"] = NetShareInterval.BonettPrice,
        ["score_tango"] = (a, b, c, level, _) => NetShareInterval.Score(a, b, c, level),
        ["t_trinomial"] = NetShareInterval.StudentT,
        ["bootstrap"] = (a, b, c, level, _) => NetShareInterval.PercentileBootstrap(a, b, c, level),
    };

    private static readonly Gen<(long Positive, long Neutral, long Negative)> Counts =
        from positive in Gen.Choose(0, 60)
        from neutral in Gen.Choose(0, 60)
        from negative in Gen.Choose(0, 60)
        where positive + neutral + negative > 1
        select ((long)positive, (long)neutral, (long)negative);

    // shared/oracles/metrics/nps.json: R 4.2.2, PropCIs 0.3.0 (wald, adjusted_wald, agresti_min, score_tango), t.test on −100/0/100, exact convolution.
    [Theory]
    [InlineData("wald", 19, 12, 5, 0.9, 19.2072283556421, 58.5705494221357)]
    [InlineData("wald", 25, 45, 30, 0.99, -24.0593963415925, 14.0593963415925)]
    [InlineData("adjusted_wald", 19, 12, 5, 0.9, 16.8135062667124, 54.9813655281594)]
    [InlineData("adjusted_wald", 7, 3, 0, 0.95, 21.0539488352112, 86.6383588570965)]
    [InlineData("adjusted_wald", 25, 45, 30, 0.99, -23.6116214939105, 13.9028836298328)]
    [InlineData("agresti_min", 19, 12, 5, 0.9, 17.5607509710083, 56.1234595553075)]
    [InlineData("agresti_min", 7, 3, 0, 0.95, 26.0093294018021, 90.6573372648646)]
    [InlineData("score_tango", 19, 12, 5, 0.9, 17.3930489675078, 56.4918657075335)]
    [InlineData("score_tango", 7, 3, 0, 0.95, 22.8194240233088, 89.2208732593699)]
    [InlineData("score_tango", 25, 45, 30, 0.99, -23.727463169224, 14.121573407436)]
    [InlineData("t_trinomial", 19, 12, 5, 0.9, 18.3853640049202, 59.3924137728576)]
    [InlineData("t_trinomial", 16, 23, 61, 0.9, -57.57117138086, -32.42882861914)]
    [InlineData("bootstrap", 19, 12, 5, 0.95, 13.8888888888889, 61.1111111111111)]
    [InlineData("bootstrap", 38, 44, 18, 0.95, 6, 34)]
    public void Intervals_agree_with_other_software(string method, long positive, long neutral, long negative, double level, double lower, double upper)
    {
        Estimate estimate = Methods[method](positive, neutral, negative, level, true)!;
        Near.Equal(lower, 100 * estimate.Lower, 1e-7, 1e-9);
        Near.Equal(upper, 100 * estimate.Upper, 1e-7, 1e-9);
        Assert.Equal((double)(positive - negative) / (positive + neutral + negative), estimate.Value);
    }

    [Fact]
    public void Score_limits_have_a_closed_form_when_all_answers_are_positive()
    {
        // The score equation n(1 − D) = z²(1 + D) by hand.
        double z2 = Math.Pow(1.959963984540054, 2);
        Estimate estimate = NetShareInterval.Score(12, 0, 0)!;
        Near.Equal((12 - z2) / (12 + z2), estimate.Lower, 1e-12);
        Assert.Equal(1, estimate.Upper);
    }

    [Fact]
    public void Bootstrap_of_two_different_answers_is_the_distribution_of_their_mean()
    {
        // Means −1, 0, 1 with chances ¼, ½, ¼: the ties at exactly ¼ must not move a limit.
        Estimate half = NetShareInterval.PercentileBootstrap(1, 0, 1, 0.5)!, more = NetShareInterval.PercentileBootstrap(1, 0, 1, 0.4)!;
        Assert.Equal((-1, 0), (half.Lower, half.Upper));
        Assert.Equal((0, 0), (more.Lower, more.Upper));
    }

    [Fact]
    public void Bootstrap_by_expansion_goes_on_from_bootstrap_by_convolution()
    {
        Estimate exact = NetShareInterval.PercentileBootstrap(13_000, 5_000, 2_000)!, expanded = NetShareInterval.PercentileBootstrap(13_001, 5_000, 2_000)!;
        Assert.InRange(Math.Abs(exact.Lower - expanded.Lower), 0, 2.0 / 20_000);
        Assert.InRange(Math.Abs(exact.Upper - expanded.Upper), 0, 2.0 / 20_000);
    }

    [Fact]
    public void Clipping_can_be_turned_off()
    {
        Assert.Equal(1, NetShareInterval.AdjustedWald(3, 0, 0, 0.99)!.Upper);
        Assert.True(NetShareInterval.AdjustedWald(3, 0, 0, 0.99, clip: false)!.Upper > 1);
    }

    [Fact]
    public void No_answers_give_no_estimate()
    {
        foreach (Func<long, long, long, double, bool, Estimate?> method in Methods.Values) Assert.Null(method(0, 0, 0, 0.95, true));
        Assert.Null(NetShareInterval.StudentT(1, 0, 0));
    }

    [Fact]
    public void Limits_stay_between_minus_1_and_1_in_order() => ForEachMethod((method, a, b, c) =>
    {
        Estimate estimate = method(a, b, c, 0.95, true)!;
        return -1 <= estimate.Lower && estimate.Lower <= estimate.Upper && estimate.Upper <= 1;
    });

    [Fact]
    public void Negative_answers_mirror_positive_ones() => ForEachMethod((method, a, b, c) =>
    {
        Estimate estimate = method(a, b, c, 0.95, true)!, mirrored = method(c, b, a, 0.95, true)!;

        // A quantile of a lattice is its lower end, so the mirror image of the bootstrap may be one step off.
        double tolerance = estimate.Method == "percentile bootstrap" ? 1.0001 / estimate.N : 1e-12;
        return Math.Abs(estimate.Lower + mirrored.Upper) <= tolerance && Math.Abs(estimate.Upper + mirrored.Lower) <= tolerance;
    });

    [Fact]
    public void A_higher_level_never_narrows_the_interval() => ForEachMethod((method, a, b, c) =>
    {
        Estimate narrow = method(a, b, c, 0.8, true)!, wide = method(a, b, c, 0.99, true)!;
        return wide.Lower <= narrow.Lower && wide.Upper >= narrow.Upper;
    });

    [Fact]
    public void Bad_arguments_are_refused_by_name()
    {
        Assert.Equal("neutral", Assert.Throws<ArgumentOutOfRangeException>(() => NetShareInterval.Score(1, -1, 1)).ParamName);
        Assert.Equal("level", Assert.Throws<ArgumentOutOfRangeException>(() => NetShareInterval.PercentileBootstrap(1, 1, 1, 0)).ParamName);
        Assert.Throws<OverflowException>(() => NetShareInterval.Wald(long.MaxValue, 1, 1));
    }

    private static void ForEachMethod(Func<Func<long, long, long, double, bool, Estimate?>, long, long, long, bool> holds) =>
        Prop.ForAll(Counts.ToArbitrary(), x => Methods.Values.All(method => holds(method, x.Positive, x.Neutral, x.Negative))).QuickCheckThrowOnFailure();
}
