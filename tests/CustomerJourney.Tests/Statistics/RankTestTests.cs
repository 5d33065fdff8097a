using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;
using TestResult = CustomerJourney.Statistics.TestResult;

namespace CustomerJourney.Tests.Statistics;

public class RankTestTests
{
    private static readonly double[] Drug = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    private static readonly double[] OtherDrug = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    // The sleep data of Student (1908): SciPy 1.10.1, R wilcox.test(exact = FALSE).
    [Fact]
    public void Rank_tests_agree_with_other_software()
    {
        TestResult corrected = MannWhitneyTest.Asymptotic(OtherDrug, Drug)!;
        Near.Equal(25.5, corrected.Statistic);
        Near.Equal(0.06932757543362658, corrected.PValue);
        Near.Equal(0.06372225015502518, MannWhitneyTest.Asymptotic(OtherDrug, Drug, continuity: false)?.PValue);
        TestResult kruskal = KruskalWallisTest.Compare([Drug, OtherDrug])!;
        Near.Equal(3.437754333082147, kruskal.Statistic, 1e-12);
        Near.Equal(0.06372225015502475, kruskal.PValue);
        Near.Equal(0.49, EffectSize.CliffsDelta(Drug, OtherDrug)?.Value, 1e-12);
        Near.Equal(0.745, EffectSize.ProbabilityOfSuperiority(Drug, OtherDrug)?.Value, 1e-12);
        Near.Equal(0.4, KolmogorovSmirnovTest.Asymptotic(Drug, OtherDrug)?.Statistic, 1e-14);
        Near.Equal(0.40047103620845764, KolmogorovSmirnovTest.Asymptotic(Drug, OtherDrug)?.PValue);
        Near.Equal(0.3088, KolmogorovSmirnovTest.OneSampleApproximation(Drug, OtherDrug)?.PValue);
    }

    [Fact]
    public void Exact_Mann_Whitney_agrees_with_going_through_all_splits_ties_included() => Prop.ForAll(SmallGroups().ToArbitrary(), x =>
    {
        (double[] a, double[] b) = x;
        double[] pooled = [.. a, .. b];
        double own = Wins(a, b), center = a.Length * b.Length / 2.0;
        List<double> all = [.. Splits(pooled, a.Length).Select(split => Wins(split.First, split.Second))];
        if (pooled.Distinct().Count() == 1)
        {
            Assert.Null(MannWhitneyTest.Exact(a, b));
            return;
        }

        Near.Equal(Share(all, u => Math.Abs(u - center) >= Math.Abs(own - center)), MannWhitneyTest.Exact(a, b)?.PValue, 1e-11);
        Near.Equal(Share(all, u => u >= own), MannWhitneyTest.Exact(a, b, Alternative.Greater)?.PValue, 1e-11);
        Near.Equal(Share(all, u => u <= own), MannWhitneyTest.Exact(a, b, Alternative.Less)?.PValue, 1e-11);
        Assert.Equal(own, MannWhitneyTest.Exact(a, b)!.Statistic);
        Near.Equal(2 * own / (a.Length * b.Length) - 1, EffectSize.CliffsDelta(a, b)?.Value, 1e-12, 1e-12);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Exact_Kolmogorov_Smirnov_agrees_with_going_through_all_splits_and_is_conservative_with_ties() => Prop.ForAll(SmallGroups().ToArbitrary(), x =>
    {
        (double[] a, double[] b) = x;
        TestResult result = KolmogorovSmirnovTest.Exact(a, b)!;
        Near.Equal(Distance(a, b), result.Statistic, 1e-12, 1e-12);
        double[] pooled = [.. Enumerable.Range(0, a.Length + b.Length).Select(i => (double)i)];
        double expected = Share([.. Splits(pooled, a.Length).Select(split => Distance(split.First, split.Second))], d => d >= result.Statistic - 1e-9);
        Near.Equal(expected, result.PValue, 1e-11);
        double withTies = Share([.. Splits([.. a, .. b], a.Length).Select(split => Distance(split.First, split.Second))], d => d >= result.Statistic - 1e-9);
        Assert.True(withTies <= result.PValue + 1e-12);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Exchanged_groups_and_rising_functions_change_nothing() => Prop.ForAll(SmallGroups().ToArbitrary(), x =>
    {
        (double[] a, double[] b) = x;
        double[] bentA = [.. a.Select(Bent)], bentB = [.. b.Select(Bent)];
        Assert.Equal(KolmogorovSmirnovTest.Exact(a, b), KolmogorovSmirnovTest.Exact(bentA, bentB));
        Near.Equal(KolmogorovSmirnovTest.Exact(a, b)!.PValue, KolmogorovSmirnovTest.Exact(b, a)?.PValue, 1e-12);
        Assert.Equal(MannWhitneyTest.Exact(a, b), MannWhitneyTest.Exact(bentA, bentB));
        if (MannWhitneyTest.Exact(a, b) is not { } test) return;
        Near.Equal(test.PValue, MannWhitneyTest.Exact(b, a)?.PValue, 1e-11);
        Near.Equal(MannWhitneyTest.Asymptotic(a, b, Alternative.Greater)!.PValue, MannWhitneyTest.Asymptotic(b, a, Alternative.Less)?.PValue, 1e-11);

        // Of two groups H is the square of the normal statistic without continuity correction.
        Near.Equal(KruskalWallisTest.Compare([a, b])!.PValue, MannWhitneyTest.Asymptotic(a, b, continuity: false)?.PValue, 1e-9);

        static double Bent(double value) => Math.Exp(value) - 7;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void P_values_are_uniform_when_there_is_no_difference()
    {
        const int Runs = 1_000;
        Random random = new(20_260_101);
        double[] exact = new double[Runs], normal = new double[Runs], distance = new double[Runs], kruskal = new double[Runs], welch = new double[Runs];
        for (int i = 0; i < Runs; i++)
        {
            double[] a = Draw(80), b = Draw(65), c = Draw(40);
            exact[i] = MannWhitneyTest.Exact(a.AsSpan(0, 25), b.AsSpan(0, 20))!.PValue;
            normal[i] = MannWhitneyTest.Asymptotic(a, b)!.PValue;
            distance[i] = KolmogorovSmirnovTest.Exact(a, b)!.PValue;
            kruskal[i] = KruskalWallisTest.Compare([a, b, c])!.PValue;
            welch[i] = MeanDifference.Welch(MeanSample.Of(a), MeanSample.Of(b))!.Test!.PValue;
        }

        // The distance of 1,000 uniform values from their line is above 0.0616 once in a thousand; a test of D jumps a little.
        foreach (double[] pValues in new[] { exact, normal, distance, kruskal, welch })
        {
            Array.Sort(pValues);
            double off = Enumerable.Range(0, Runs).Max(i => Math.Max(Math.Abs(pValues[i] - (double)i / Runs), Math.Abs(pValues[i] - (i + 1.0) / Runs)));
            Assert.True(off < 0.0616 + 0.01, $"off by {off}");
        }

        double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => NormalDistribution.Quantile(random.NextDouble()))];
    }

    [Fact]
    public void Large_groups_get_the_limit_and_close_figures()
    {
        Random random = new(7);
        double[] a = [.. Enumerable.Range(0, 3_000).Select(_ => random.NextDouble())], b = [.. Enumerable.Range(0, 2_500).Select(_ => random.NextDouble() + 0.02)];
        TestResult exact = KolmogorovSmirnovTest.Exact(a, b)!, limit = KolmogorovSmirnovTest.Test(a, b)!;
        Assert.Equal("Kolmogorov-Smirnov limit", limit.Method);
        Near.Equal(exact.PValue, limit.PValue, 0.05);
        TestResult equal = KolmogorovSmirnovTest.Exact(a.AsSpan(0, 2_500), b)!;
        Near.Equal(KolmogorovSmirnovTest.Asymptotic(a.AsSpan(0, 2_500), b)!.PValue, equal.PValue, 0.05);
        Assert.Equal("Mann-Whitney normal with continuity correction", MannWhitneyTest.Test(a, b)!.Method);
        Near.Equal(MannWhitneyTest.Exact(a.AsSpan(0, 60), b.AsSpan(0, 50))!.PValue, MannWhitneyTest.Test(a.AsSpan(0, 60), b.AsSpan(0, 50))?.PValue, 0.02);

        double[] far = [.. Enumerable.Range(0, 400_000).Select(i => (double)i)];
        Assert.Equal(0, KolmogorovSmirnovTest.Exact(far, [.. far.Select(value => value + 300_000)])?.PValue);
        Assert.Contains("Asymptotic", Assert.Throws<ArgumentException>(() => KolmogorovSmirnovTest.Exact(far, far.AsSpan(0, 300_000))).Message, StringComparison.Ordinal);
        Assert.Contains("Asymptotic", Assert.Throws<ArgumentException>(() => MannWhitneyTest.Exact(a, b)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_of_unequal_groups_meet_the_closed_form_of_equal_ones()
    {
        double[] a = [.. Enumerable.Range(0, 60).Select(i => i * 1.0)], b = [.. Enumerable.Range(0, 60).Select(i => i + 17.5)];
        double equal = KolmogorovSmirnovTest.Exact(a, b)!.PValue;
        Near.Equal(equal, KolmogorovSmirnovPaths.Outside(18 * 60, 60, 60), 1e-9);
        Assert.InRange(KolmogorovSmirnovTest.Exact(a, b.AsSpan(0, 59))!.PValue, equal / 3, equal * 3);
    }

    [Fact]
    public void Empty_groups_give_no_test_and_bad_values_are_refused()
    {
        Assert.Null(MannWhitneyTest.Test([], [1]));
        Assert.Null(MannWhitneyTest.Asymptotic([2, 2], [2]));
        Assert.Null(KolmogorovSmirnovTest.Test([1], []));
        Assert.Null(KruskalWallisTest.Compare([[1, 2], []]));
        Assert.Null(KruskalWallisTest.Compare([[1, 1], [1]]));
        Assert.Null(EffectSize.CliffsDelta([], []));
        Assert.Contains("Value 1", Assert.Throws<ArgumentOutOfRangeException>(() => MannWhitneyTest.Test([1, double.NaN], [1])).Message, StringComparison.Ordinal);
        Assert.Equal("candidate", Assert.Throws<ArgumentOutOfRangeException>(() => KolmogorovSmirnovTest.Exact([1], [double.PositiveInfinity])).ParamName);
        Assert.Contains("Group 1", Assert.Throws<ArgumentException>(() => KruskalWallisTest.Compare([[1], null!])).Message, StringComparison.Ordinal);
    }

    private static Gen<(double[] A, double[] B)> SmallGroups() =>
        from kinds in Gen.Elements(3, 1_000)
        from a in Gen.Choose(0, kinds).ArrayOf()
        from b in Gen.Choose(0, kinds).ArrayOf()
        from countA in Gen.Choose(1, 6)
        from countB in Gen.Choose(1, 7)
        from more in Gen.ArrayOf(Gen.Choose(0, kinds), 13)
        select (Values([.. a, .. more], countA), Values([.. b, .. more.Reverse()], countB));

    private static double[] Values(int[] source, int count) => [.. source.Take(count).Select(value => value / 100.0)];

    private static double Wins(double[] a, double[] b) => a.Sum(x => b.Sum(y => y > x ? 1 : y == x ? 0.5 : 0));

    private static double Distance(double[] a, double[] b) =>
        a.Concat(b).Max(x => Math.Abs((double)a.Count(y => y <= x) / a.Length - (double)b.Count(y => y <= x) / b.Length));

    private static double Share(List<double> all, Func<double, bool> counts) => (double)all.Count(counts) / all.Count;

    private static IEnumerable<(double[] First, double[] Second)> Splits(double[] pooled, int first)
    {
        for (int mask = 0; mask < 1 << pooled.Length; mask++)
        {
            if (System.Numerics.BitOperations.PopCount((uint)mask) != first) continue;
            yield return ([.. pooled.Where((_, i) => (mask >> i & 1) == 1)], [.. pooled.Where((_, i) => (mask >> i & 1) == 0)]);
        }
    }
}
