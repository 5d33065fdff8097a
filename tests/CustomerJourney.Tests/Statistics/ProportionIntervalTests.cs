using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics;

public class ProportionIntervalTests
{
    private static readonly Dictionary<string, Func<long, long, double, Estimate?>> Methods = new()
    {
        ["wald"] = ProportionInterval.Wald,
        ["wilson"] = ProportionInterval.Wilson,
        ["wilson_cc"] = ProportionInterval.WilsonContinuityCorrected,
        ["agresti_coull"] = ProportionInterval.AgrestiCoull,
        ["clopper_pearson"] = ProportionInterval.ClopperPearson,
        ["jeffreys"] = ProportionInterval.Jeffreys,
    };

    private static readonly Gen<(long Hits, long Total)> Counts =
        from total in Gen.Choose(1, 5000)
        from hits in Gen.Choose(0, total)
        select ((long)hits, (long)total);

    // shared/oracles/metrics/proportion.json: statsmodels 0.13.5 proportion_confint, SciPy 1.10.1 binomtest (wilson_cc).
    [Theory]
    [InlineData("wald", 5, 5, 0.95, 1.0, 1)]
    [InlineData("wald", 9, 10, 0.95, 0.7140614903086315, 1)]
    [InlineData("wald", 99, 100, 0.95, 0.9704986045820121, 1)]
    [InlineData("wilson", 0, 1, 0.9, 0, 0.730134051215946)]
    [InlineData("wilson", 5, 5, 0.95, 0.5655175352168251, 1)]
    [InlineData("wilson", 99, 100, 0.95, 0.9455138038212946, 0.9982325679358593)]
    [InlineData("wilson_cc", 0, 1, 0.9, 0, 0.9272394092356023)]
    [InlineData("wilson_cc", 9, 10, 0.95, 0.5411539838433439, 0.9947576984303222)]
    [InlineData("wilson_cc", 99, 100, 0.95, 0.9375880193944061, 0.9994777773872705)]
    [InlineData("agresti_coull", 0, 1, 0.9, 0, 0.7764549564150678)]
    [InlineData("agresti_coull", 5, 5, 0.95, 0.5109451403671397, 1)]
    [InlineData("agresti_coull", 99, 100, 0.95, 0.9400731381181496, 1)]
    [InlineData("clopper_pearson", 0, 1, 0.9, 0.0, 0.95)]
    [InlineData("clopper_pearson", 5, 5, 0.95, 0.47817624989501856, 1.0)]
    [InlineData("clopper_pearson", 9, 10, 0.95, 0.5549838829718046, 0.9974714214555382)]
    [InlineData("jeffreys", 0, 1, 0.9, 0.0, 0.7714801861936711)]
    [InlineData("jeffreys", 9, 10, 0.95, 0.6186852289333836, 0.9889883262368389)]
    [InlineData("jeffreys", 99, 100, 0.95, 0.9542211033992769, 0.99891889829092)]
    public void Intervals_agree_with_other_software(string method, long hits, long total, double level, double lower, double upper)
    {
        Estimate estimate = Methods[method](hits, total, level)!;
        Near.Equal(lower, estimate.Lower, 1e-8, 1e-9);
        Near.Equal(upper, estimate.Upper, 1e-8, 1e-9);
        Assert.Equal((double)hits / total, estimate.Value);
        Assert.Equal(total, estimate.N);
        Assert.Equal(level, estimate.Level);
    }

    [Fact]
    public void Clopper_Pearson_without_hits_is_the_closed_form()
    {
        // 1 − (α/2)^(1/n): the case in which statsmodels once gave NaN (issue 2609).
        Estimate estimate = ProportionInterval.ClopperPearson(0, 1000)!;
        Assert.Equal(0, estimate.Lower);
        Near.Equal(1 - Math.Pow(0.025, 0.001), estimate.Upper, 1e-12);
    }

    [Fact]
    public void No_cases_give_no_estimate()
    {
        foreach (Func<long, long, double, Estimate?> method in Methods.Values) Assert.Null(method(0, 0, 0.95));
    }

    [Fact]
    public void Limits_stay_between_0_and_1_in_order() => ForEachMethod((method, hits, total) =>
    {
        Estimate estimate = method(hits, total, 0.95)!;
        return 0 <= estimate.Lower && estimate.Lower <= estimate.Upper && estimate.Upper <= 1;
    });

    [Fact]
    public void Misses_mirror_hits() => ForEachMethod((method, hits, total) =>
    {
        Estimate estimate = method(hits, total, 0.95)!, mirrored = method(total - hits, total, 0.95)!;
        return Math.Abs(estimate.Lower - (1 - mirrored.Upper)) < 1e-12 && Math.Abs(estimate.Upper - (1 - mirrored.Lower)) < 1e-12;
    });

    [Fact]
    public void A_higher_level_never_narrows_the_interval() => ForEachMethod((method, hits, total) =>
    {
        Estimate narrow = method(hits, total, 0.9)!, wide = method(hits, total, 0.99)!;
        return wide.Lower <= narrow.Lower && wide.Upper >= narrow.Upper;
    });

    [Fact]
    public void Clopper_Pearson_leaves_exactly_half_in_each_binomial_tail() =>
        Prop.ForAll(Counts.ToArbitrary(), x =>
        {
            // At its own limits the binomial tails hold exactly half of what the level leaves.
            Estimate estimate = ProportionInterval.ClopperPearson(x.Hits, x.Total)!;
            bool lower = x.Hits == 0 || Math.Abs(BetaDistribution.Cumulative(estimate.Lower, x.Hits, x.Total - x.Hits + 1) - 0.025) < 1e-11;
            bool upper = x.Hits == x.Total || Math.Abs(BetaDistribution.UpperTail(estimate.Upper, x.Hits + 1, x.Total - x.Hits) - 0.025) < 1e-11;
            return lower && upper;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Effective_counts_give_the_same_limits_as_whole_counts()
    {
        Estimate estimate = ProportionInterval.Wilson(17, 40)!;
        Assert.Equal((estimate.Lower, estimate.Upper), ProportionInterval.WilsonLimits(17.0, 40.0, 0.95));
        (double lower, double upper) = ProportionInterval.WilsonLimits(8.5, 20.0, 0.95);
        Assert.True(lower < estimate.Lower && upper > estimate.Upper);
    }

    [Fact]
    public void Bad_arguments_are_refused_by_name()
    {
        foreach (Func<long, long, double, Estimate?> method in Methods.Values)
        {
            Assert.Equal("hits", Assert.Throws<ArgumentOutOfRangeException>(() => method(-1, 5, 0.95)).ParamName);
            Assert.Equal("hits", Assert.Throws<ArgumentOutOfRangeException>(() => method(6, 5, 0.95)).ParamName);
            Assert.Equal("total", Assert.Throws<ArgumentOutOfRangeException>(() => method(0, -1, 0.95)).ParamName);
            Assert.Equal("level", Assert.Throws<ArgumentOutOfRangeException>(() => method(1, 5, 1)).ParamName);
            Assert.Equal("level", Assert.Throws<ArgumentOutOfRangeException>(() => method(1, 5, 0)).ParamName);
            Assert.Equal("level", Assert.Throws<ArgumentOutOfRangeException>(() => method(0, 0, double.NaN)).ParamName);
        }
    }

    private static void ForEachMethod(Func<Func<long, long, double, Estimate?>, long, long, bool> holds) =>
        Prop.ForAll(Counts.ToArbitrary(), x => Methods.Values.All(method => holds(method, x.Hits, x.Total))).QuickCheckThrowOnFailure();
}
