using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics;

public class ProportionRatioTests
{
    // statsmodels 0.13.5 on 7/34 against 1/34.
    [Fact]
    public void Ratios_agree_with_other_software()
    {
        Estimate risk = ProportionRatio.Katz(7, 34, 1, 34)!, odds = ProportionRatio.Woolf(7, 34, 1, 34)!;
        Near.Equal(0.14285714285714285, risk.Value);
        Near.Equal(0.01856337779269544, risk.Lower);
        Near.Equal(1.099377682941765, risk.Upper);
        Near.Equal(0.1168831168831169, odds.Value);
        Near.Equal(0.013531744444927178, odds.Lower);
        Near.Equal(1.0096010213549298, odds.Upper);
    }

    [Fact]
    public void Physicians_aspirin_study_comes_out_as_published()
    {
        // Agresti, Categorical Data Analysis, section 3.1: 189 of 11,034 with placebo, 104 of 11,037 with aspirin.
        Estimate odds = ProportionRatio.Woolf(104, 11_037, 189, 11_034)!, risk = ProportionRatio.Katz(104, 11_037, 189, 11_034)!;
        Assert.Equal((1.83, 1.44, 2.33), (Math.Round(odds.Value, 2), Math.Round(odds.Lower, 2), Math.Round(odds.Upper, 2)));
        Assert.Equal((1.82, 1.43, 2.31), (Math.Round(risk.Value, 2), Math.Round(risk.Lower, 2), Math.Round(risk.Upper, 2)));
    }

    [Fact]
    public void Exchanged_groups_turn_the_ratio_around_and_higher_levels_widen_it()
    {
        Gen<(int, int, int, int, int)> gen =
            from totalA in Gen.Choose(1, 60)
            from totalB in Gen.Choose(1, 60)
            from a in Gen.Choose(0, totalA)
            from b in Gen.Choose(0, totalB)
            from level in Gen.Choose(50, 98)
            select (a, totalA, b, totalB, level);
        Prop.ForAll(gen.ToArbitrary(), x =>
        {
            (int a, int totalA, int b, int totalB, int percent) = x;
            foreach (ZeroCellRule rule in Enum.GetValues<ZeroCellRule>())
            {
                Check(ProportionRatio.Katz(a, totalA, b, totalB, percent / 100.0, rule), ProportionRatio.Katz(b, totalB, a, totalA, percent / 100.0, rule), ProportionRatio.Katz(a, totalA, b, totalB, percent / 100.0 + 0.01, rule));
                Check(ProportionRatio.Woolf(a, totalA, b, totalB, percent / 100.0, rule), ProportionRatio.Woolf(b, totalB, a, totalA, percent / 100.0, rule), ProportionRatio.Woolf(a, totalA, b, totalB, percent / 100.0 + 0.01, rule));
            }
        }).QuickCheckThrowOnFailure();

        static void Check(Estimate? ratio, Estimate? turned, Estimate? wider)
        {
            if (ratio is null)
            {
                Assert.Null(turned);
                return;
            }

            Near.Equal(1 / ratio.Upper, turned?.Lower, 1e-10);
            Near.Equal(1 / ratio.Value, turned?.Value, 1e-10);
            Assert.True(0 < wider!.Lower && wider.Lower < ratio.Lower && ratio.Lower < ratio.Value && ratio.Value < ratio.Upper && ratio.Upper < wider.Upper);
        }
    }

    [Fact]
    public void Zero_cells_are_undefined_unless_halves_are_asked_for()
    {
        Assert.Null(ProportionRatio.Katz(0, 10, 5, 10));
        Assert.Null(ProportionRatio.Katz(10, 10, 10, 10));
        Assert.NotNull(ProportionRatio.Katz(10, 10, 5, 10));
        Assert.Null(ProportionRatio.Woolf(10, 10, 5, 10));
        Assert.Null(ProportionRatio.Woolf(0, 0, 5, 10, zeroCells: ZeroCellRule.AddHalf));
        Estimate halves = ProportionRatio.Woolf(0, 10, 5, 10, zeroCells: ZeroCellRule.AddHalf)!;
        Near.Equal(5.5 / 5.5 * (10.5 / 0.5), halves.Value, 1e-14);
        Assert.Equal("Woolf logit, ½ added to each count", halves.Method);
        Near.Equal(0.5 * 11 / 0.5, ProportionRatio.Katz(0, 10, 5, 10, zeroCells: ZeroCellRule.AddHalf)?.Value, 1e-14);
        Assert.Equal("Katz log", ProportionRatio.Katz(3, 10, 5, 10, zeroCells: ZeroCellRule.AddHalf)?.Method);
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionRatio.Katz(11, 10, 5, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionRatio.Woolf(1, 10, 5, 10, 95));
    }
}
