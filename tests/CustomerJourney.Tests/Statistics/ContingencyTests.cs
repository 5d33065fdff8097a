using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;
using TestResult = CustomerJourney.Statistics.TestResult;

namespace CustomerJourney.Tests.Statistics;

public class ContingencyTests
{
    private static readonly long[][] Neighborhoods = [[90, 60, 104, 95], [30, 50, 51, 20], [30, 40, 45, 35]];

    // The collar table of Wikipedia's "Chi-squared test" (statistic about 24.57, 6 degrees of freedom); digits of SciPy 1.10.1.
    [Fact]
    public void Tests_of_a_table_agree_with_published_values()
    {
        CountTestResult chi = ContingencyTest.ChiSquare(Neighborhoods)!, g = ContingencyTest.GTest(Neighborhoods)!;
        Near.Equal(24.5712028585826, chi.Test.Statistic, 1e-12);
        Near.Equal(0.0004098425861096696, chi.Test.PValue);
        Assert.Equal((6, false), (chi.DegreesOfFreedom, chi.HasSmallCells));
        Near.Equal(34.61538461538461, chi.SmallestExpected, 1e-12);
        Near.Equal(25.278900893089613, g.Test.Statistic, 1e-12);
        Near.Equal(0.1374806360031578, EffectSize.CramersV(Neighborhoods)?.Value);
        Near.Equal(0.1196769253732465, EffectSize.CramersVCorrected(Neighborhoods)?.Value);
    }

    [Fact]
    public void Two_groups_give_the_square_of_the_pooled_z()
    {
        Gen<(int, int, int, int)> gen =
            from totalA in Gen.Choose(1, 60)
            from totalB in Gen.Choose(1, 60)
            from a in Gen.Choose(0, totalA)
            from b in Gen.Choose(0, totalB)
            select (a, totalA, b, totalB);
        Prop.ForAll(gen.ToArbitrary(), x =>
        {
            (int a, int totalA, int b, int totalB) = x;
            CountTestResult? plain = ProportionDifference.ChiSquare(a, totalA, b, totalB), yates = ProportionDifference.ChiSquareYates(a, totalA, b, totalB);
            CountTestResult? table = ContingencyTest.ChiSquare([[a, totalA - a], [b, totalB - b]]);
            TestResult? z = ProportionDifference.PooledZ(a, totalA, b, totalB);
            Assert.Equal(z is null, plain is null);
            Assert.Equal(table is null, plain is null);
            if (plain is null) return;
            Near.Equal(z!.Statistic * z.Statistic, plain.Test.Statistic, 1e-10, 1e-12);
            Near.Equal(table!.Test.Statistic, plain.Test.Statistic, 1e-10, 1e-12);
            Near.Equal(table.SmallestExpected, plain.SmallestExpected, 1e-10);
            Assert.Equal(table.HasSmallCells, plain.HasSmallCells);
            Assert.True(yates!.Test.PValue >= plain.Test.PValue);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Yates_moves_no_count_past_its_expected_value()
    {
        Near.Equal(3.5416666666666665, ProportionDifference.ChiSquareYates(7, 34, 1, 34)?.Test.Statistic, 1e-12);
        Assert.Equal(1, ProportionDifference.ChiSquareYates(5, 10, 5, 10)?.Test.PValue);
        Assert.Equal(1, ProportionDifference.ChiSquareYates(5, 11, 5, 10)?.Test.PValue);
    }

    [Fact]
    public void Order_of_rows_and_empty_rows_and_columns_change_nothing()
    {
        CountTestResult plain = ContingencyTest.ChiSquare(Neighborhoods)!;
        long[][] padded = [[0, 0, 0, 0, 0], .. Neighborhoods.Reverse().Select(row => (long[])[.. row.Reverse(), 0])];
        CountTestResult other = ContingencyTest.ChiSquare(padded)!;
        Near.Equal(plain.Test.Statistic, other.Test.Statistic, 1e-12);
        Assert.Equal(plain.DegreesOfFreedom, other.DegreesOfFreedom);
        Near.Equal(EffectSize.CramersV(Neighborhoods)!.Value, EffectSize.CramersV(padded)?.Value, 1e-12);
    }

    [Fact]
    public void Cramers_V_is_one_when_the_outcome_follows_from_the_group_and_near_none_when_independent()
    {
        Near.Equal(1, EffectSize.CramersV([[5, 0, 0], [0, 9, 0], [0, 0, 2]])?.Value, 1e-12);
        Near.Equal(0, EffectSize.CramersV([[10, 20], [30, 60]])?.Value, 0, 1e-7);
        Assert.Equal(0, EffectSize.CramersVCorrected([[10, 21], [30, 60]])?.Value);
        Assert.Null(EffectSize.CramersVCorrected([[1, 0], [0, 1]]));
    }

    [Fact]
    public void Cochrans_rule_warns_of_small_cells()
    {
        Assert.True(ContingencyTest.ChiSquare([[1, 9], [2, 8]])!.HasSmallCells);
        Assert.True(ContingencyTest.ChiSquare([[1, 400], [0, 900]])!.HasSmallCells);
        Assert.False(ContingencyTest.ChiSquare([[10, 10], [12, 8]])!.HasSmallCells);
    }

    [Fact]
    public void Sample_ratio_check_raises_an_alarm_only_for_a_skewed_split()
    {
        // 821,588 and 815,482 of an even split: the published example of a mismatch, p = 1.8e-6.
        SampleRatioCheck skewed = GoodnessOfFit.SampleRatio([821_588, 815_482], [1, 1])!;
        Assert.True(skewed.IsMismatch);
        Near.Equal(1.8e-6, skewed.Result.Test.PValue, 0.05);
        Assert.False(GoodnessOfFit.SampleRatio([10_050, 9_950], [1, 1])!.IsMismatch);
        Assert.False(GoodnessOfFit.SampleRatio([9_010, 990], [0.9, 0.1])!.IsMismatch);
        Assert.Null(GoodnessOfFit.SampleRatio([0, 0], [1, 1]));
    }

    [Fact]
    public void Goodness_of_fit_agrees_with_other_software()
    {
        CountTestResult result = GoodnessOfFit.ChiSquare([16, 18, 16, 14, 12, 8], [16, 16, 16, 16, 16, 4])!;
        Near.Equal(5.5, result.Test.Statistic, 1e-12);
        Near.Equal(0.357945880850958, result.Test.PValue);
        Assert.Equal(5, result.DegreesOfFreedom);
        Assert.Equal(1, GoodnessOfFit.ChiSquare([3, 0, 4], [1, 0, 1])?.DegreesOfFreedom);
    }

    [Fact]
    public void Bad_tables_and_plans_are_refused_with_the_place()
    {
        Assert.Contains("Row 1", Assert.Throws<ArgumentException>(() => ContingencyTest.ChiSquare([[1, 2], [3]])).Message, StringComparison.Ordinal);
        Assert.Contains("row 0, column 1", Assert.Throws<ArgumentOutOfRangeException>(() => ContingencyTest.GTest([[1, -2], [3, 4]])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => EffectSize.CramersV(null!));
        Assert.Contains("Category 1", Assert.Throws<ArgumentException>(() => GoodnessOfFit.ChiSquare([1, 2], [1, 0])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => GoodnessOfFit.ChiSquare([1, 2], [1, 1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => GoodnessOfFit.ChiSquare([0, 0], [0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => GoodnessOfFit.SampleRatio([1, 2], [1, 1], 0));
        Assert.Null(ContingencyTest.ChiSquare([[1, 2]]));
        Assert.Null(ContingencyTest.ChiSquare([[1, 0], [3, 0]]));
        Assert.Null(ContingencyTest.ChiSquare([]));
    }
}
