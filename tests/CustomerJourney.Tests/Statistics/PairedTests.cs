using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;
using TestResult = CustomerJourney.Statistics.TestResult;

namespace CustomerJourney.Tests.Statistics;

public class PairedTests
{
    // SciPy 1.10.1 ttest_rel.
    [Fact]
    public void Paired_t_agrees_with_other_software()
    {
        double[] before = [2.7, 3.5, 4.6, 4.5, 5.1, 4.6, 4.0, 3.9], after = [2.8, 4.2, 6.1, 5.0, 3.9, 5.2, 5.1, 3.8];
        TwoSampleResult result = MeanDifference.Paired(before, after)!;
        Near.Equal(1.3748801251926621, result.Test?.Statistic);
        Near.Equal(0.21156036875788484, result.Test?.PValue);
        Assert.Equal((7.0, 8L), (result.DegreesOfFreedom, result.Change.N));
        Assert.True(result.Change.Lower < 0 && result.Change.Upper > 0);
    }

    [Fact]
    public void Paired_t_needs_pairs_that_vary()
    {
        Assert.Null(MeanDifference.Paired([], []));
        Assert.Null(MeanDifference.Paired([1], [2]));
        Assert.Null(MeanDifference.Paired([1, 2], [2, 3]));
        Assert.Equal("after", Assert.Throws<ArgumentException>(() => MeanDifference.Paired([1, 2], [1])).ParamName);
    }

    [Fact]
    public void Forms_of_McNemar_agree_with_published_values()
    {
        // Fagerland, Lydersen & Laake 2013, airway hyper-responsiveness: 1 and 7 changed; asymptotic .034, exact .0703, mid-p .039.
        Assert.Equal(0.0339, Math.Round(McNemarTest.ChiSquareUncorrected(1, 7)!.PValue, 4));
        Assert.Equal(0.0703, Math.Round(McNemarTest.Exact(1, 7).PValue, 4));
        Assert.Equal(0.0391, Math.Round(McNemarTest.MidP(1, 7).PValue, 4));
        Near.Equal(4.5, McNemarTest.ChiSquareUncorrected(1, 7)?.Statistic, 1e-14);
    }

    [Fact]
    public void Forms_of_McNemar_are_symmetric_and_in_order()
    {
        Gen<(int, int)> gen = from gained in Gen.Choose(0, 60) from lost in Gen.Choose(0, 60) select (gained, lost);
        Prop.ForAll(gen.ToArbitrary(), x =>
        {
            (int gained, int lost) = x;
            TestResult midP = McNemarTest.MidP(gained, lost);
            Near.Equal(midP.PValue, McNemarTest.MidP(lost, gained).PValue, 1e-12);
            Assert.True(0 < midP.PValue && midP.PValue <= McNemarTest.Exact(gained, lost).PValue);
            if (gained + lost == 0) Assert.Null(McNemarTest.ChiSquareUncorrected(gained, lost));
            else Assert.True(McNemarTest.ChiSquareUncorrected(gained, lost)!.PValue <= McNemarTest.ChiSquare(gained, lost)!.PValue);
        }).QuickCheckThrowOnFailure();
    }
}
