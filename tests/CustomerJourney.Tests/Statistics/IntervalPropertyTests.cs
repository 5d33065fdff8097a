using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Survival;
using FsCheck;
using FsCheck.Fluent;
using TestResult = CustomerJourney.Statistics.TestResult;

namespace CustomerJourney.Tests.Statistics;

/// <summary>What holds for every interval and every comparison, whatever its method.</summary>
public class IntervalPropertyTests
{
    private static readonly double[] Levels = [1e-6, 0.2, 0.5, 0.8, 0.9, 0.95, 0.99, 0.9999, 1 - 1e-9, 1 - 1e-14];

    private static readonly Gen<(long HitsA, long TotalA, long HitsB, long TotalB)> Tables =
        from scale in Gen.Elements(1, 1, 1_000, 1_000_000_000)
        from totalA in Gen.Choose(1, 60)
        from totalB in Gen.Choose(1, 60)
        from hitsA in Gen.Choose(0, totalA)
        from hitsB in Gen.Choose(0, totalB)
        select ((long)hitsA * scale, (long)totalA * scale, (long)hitsB * scale, (long)totalB * scale);

    private static readonly Gen<double[]> Values = Gen.Choose(-1_000, 1_000).Select(value => value / 8.0).NonEmptyListOf().Select(list => list.ToArray());

    [Fact]
    public void No_interval_is_narrower_at_a_higher_level_and_none_leaves_its_scale() =>
        Prop.ForAll(Tables.ToArbitrary(), x =>
        {
            foreach (Func<double, Estimate?> interval in Shares(x).Concat(Differences(x)).Concat(Ratios(x)))
            {
                Estimate? before = null;
                foreach (double level in Levels)
                {
                    if (interval(level) is not { } estimate) continue;
                    if (double.IsNaN(estimate.Lower) || double.IsNaN(estimate.Upper) || estimate.Lower > estimate.Upper) return false;
                    if (before is not null && (estimate.Lower > before.Lower + 1e-12 || estimate.Upper < before.Upper - 1e-12)) return false;
                    before = estimate;
                }
            }

            return Shares(x).All(interval => Levels.All(level => interval(level) is not { } estimate || (estimate.Lower >= 0 && estimate.Upper <= 1)))
                && Differences(x).All(interval => Levels.All(level => interval(level) is not { } estimate || (estimate.Lower >= -1 && estimate.Upper <= 1)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Hits_and_misses_mirror_every_interval_of_a_share_at_every_level() =>
        Prop.ForAll(Tables.ToArbitrary(), x => Shares(x).Zip(Shares((x.TotalA - x.HitsA, x.TotalA, x.HitsB, x.TotalB))).All(pair => Levels.All(level =>
            pair.First(level) is not { } one || pair.Second(level) is not { } other
            || (Math.Abs(one.Lower + other.Upper - 1) <= 1e-12 && Math.Abs(one.Upper + other.Lower - 1) <= 1e-12)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Swapped_groups_negate_differences_and_invert_ratios_and_leave_p_values_alone() =>
        Prop.ForAll(Tables.ToArbitrary(), x =>
        {
            (long HitsA, long TotalA, long HitsB, long TotalB) y = (x.HitsB, x.TotalB, x.HitsA, x.TotalA);
            return Differences(x).Zip(Differences(y)).All(pair => Levels.All(level => pair.First(level) is not { } one || pair.Second(level) is not { } other
                    || (one.Value == -other.Value && Math.Abs(one.Lower + other.Upper) <= 1e-11 && Math.Abs(one.Upper + other.Lower) <= 1e-11)))
                && Ratios(x).Zip(Ratios(y)).All(pair => Levels.All(level => pair.First(level) is not { } one || pair.Second(level) is not { } other
                    || (IsNear(one.Value * other.Value, 1) && IsNear(one.Lower * other.Upper, 1))))
                && Tests(x).Zip(Tests(y)).All(pair => pair.First is null ? pair.Second is null : pair.First.PValue is >= 0 and <= 1 && Math.Abs(pair.First.PValue - pair.Second!.PValue) <= 1e-9 * pair.First.PValue);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Swapped_groups_negate_comparisons_of_values_and_leave_p_values_alone() =>
        Prop.ForAll(Values.Zip(Values).ToArbitrary(), x =>
        {
            (double[] a, double[] b) = x;
            MeanSample meanA = MeanSample.Of(a), meanB = MeanSample.Of(b);
            (TwoSampleResult?, TwoSampleResult?)[] changes =
            [
                (MeanDifference.Welch(meanA, meanB), MeanDifference.Welch(meanB, meanA)),
                (MeanDifference.Student(meanA, meanB), MeanDifference.Student(meanB, meanA)),
            ];
            (TestResult?, TestResult?)[] tests =
            [
                (MannWhitneyTest.Test(a, b), MannWhitneyTest.Test(b, a)),
                (MannWhitneyTest.Asymptotic(a, b), MannWhitneyTest.Asymptotic(b, a)),
                (MannWhitneyTest.Test(a, b, Alternative.Greater), MannWhitneyTest.Test(b, a, Alternative.Less)),
                (KolmogorovSmirnovTest.Test(a, b), KolmogorovSmirnovTest.Test(b, a)),
                (KruskalWallisTest.Compare([a, b]), KruskalWallisTest.Compare([b, a])),
                .. changes.Select(change => (change.Item1?.Test, change.Item2?.Test)),
            ];
            return tests.All(pair => pair.Item1 is null ? pair.Item2 is null : Math.Abs(pair.Item1.PValue - pair.Item2!.PValue) <= 1e-10)
                && changes.All(pair => pair.Item1 is null
                    || (Math.Abs(pair.Item1.Change.Value + pair.Item2!.Change.Value) <= 1e-12 && Math.Abs(pair.Item1.Change.Lower + pair.Item2.Change.Upper) <= 1e-9))
                && EffectSize.CliffsDelta(a, b)!.Value == -EffectSize.CliffsDelta(b, a)!.Value;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Weights_in_another_unit_change_nothing() =>
        Prop.ForAll(Values.Zip(Gen.Choose(1, 1_000_000_000)).ToArbitrary(), x =>
        {
            (double[] values, int factor) = x;
            double[] weights = [.. values.Select((value, i) => 0.25 + Math.Abs(value) % 3 + i % 4)], scaled = [.. weights.Select(weight => weight * factor * 1e-5)];
            bool[] hits = [.. values.Select(value => value > 3)];
            WeightedMean one = WeightedMean.Of(values, weights)!, other = WeightedMean.Of(values, scaled)!;
            Estimate? share = WeightedProportion.Logit(hits, weights), same = WeightedProportion.Logit(hits, scaled);
            return Math.Abs(one.Value - other.Value) <= 1e-11 && IsNear(one.EffectiveN, other.EffectiveN) && IsNear(one.StandardError ?? 0, other.StandardError ?? 0, 1e-11)
                && (share is null ? same is null : Math.Abs(share.Lower - same!.Lower) <= 1e-11 && Math.Abs(share.Upper - same.Upper) <= 1e-11);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parts_merged_in_any_order_are_the_whole() =>
        Prop.ForAll(Values.Zip(Gen.Choose(1, 5)).ToArbitrary(), x =>
        {
            (double[] values, int parts) = x;
            ExactSum[] sums = [.. Enumerable.Range(0, parts).Select(_ => new ExactSum())];
            RatioSums[] ratios = [.. Enumerable.Range(0, parts).Select(_ => new RatioSums())];
            SurvivalSample[] times = new SurvivalSample[parts];
            for (int i = 0; i < values.Length; i++)
            {
                sums[i * 7 % parts].Add(values[i] / 3);
                ratios[i * 7 % parts].Add(values[i] / 3, Math.Abs(values[i]) + 0.1);
            }

            for (int part = 0; part < parts; part++)
            {
                double[] own = [.. values.Where((_, i) => i * 7 % parts == part)];
                times[part] = Sample(own);
            }

            ExactSum sum = new(), whole = new();
            RatioSums ratio = new(), wholeRatio = new();
            for (int part = parts - 1; part >= 0; part--)
            {
                sum.Merge(sums[part]);
                ratio.Merge(ratios[part]);
            }

            foreach (double value in values)
            {
                whole.Add(value / 3);
                wholeRatio.Add(value / 3, Math.Abs(value) + 0.1);
            }

            return sum.ToDouble() == whole.ToDouble() && Equals(ratio.ToRatio(), wholeRatio.ToRatio())
                && times.Aggregate((left, right) => right.Merge(left)).Equals(Sample(values));

            static SurvivalSample Sample(double[] own) => SurvivalSample.Of(own.Select(Math.Abs).ToArray(), own.Select(value => value > 0).ToArray());
        }).QuickCheckThrowOnFailure();

    private static IEnumerable<Func<double, Estimate?>> Shares((long HitsA, long TotalA, long HitsB, long TotalB) x) =>
    [
        level => ProportionInterval.Wilson(x.HitsA, x.TotalA, level),
        level => ProportionInterval.WilsonContinuityCorrected(x.HitsA, x.TotalA, level),
        level => ProportionInterval.AgrestiCoull(x.HitsA, x.TotalA, level),
        level => ProportionInterval.ClopperPearson(x.HitsA, x.TotalA, level),
        level => ProportionInterval.Jeffreys(x.HitsA, x.TotalA, level),
        level => ProportionInterval.Wald(x.HitsA, x.TotalA, level),
    ];

    private static IEnumerable<Func<double, Estimate?>> Differences((long HitsA, long TotalA, long HitsB, long TotalB) x) =>
    [
        level => ProportionDifference.Newcombe(x.HitsA, x.TotalA, x.HitsB, x.TotalB, level),
        level => ProportionDifference.MiettinenNurminen(x.HitsA, x.TotalA, x.HitsB, x.TotalB, level),
        level => ProportionDifference.AgrestiCaffo(x.HitsA, x.TotalA, x.HitsB, x.TotalB, level),
        level => ProportionDifference.Wald(x.HitsA, x.TotalA, x.HitsB, x.TotalB, level),
    ];

    private static IEnumerable<Func<double, Estimate?>> Ratios((long HitsA, long TotalA, long HitsB, long TotalB) x) =>
    [
        level => ProportionRatio.Katz(x.HitsA, x.TotalA, x.HitsB, x.TotalB, level, ZeroCellRule.AddHalf),
        level => ProportionRatio.Woolf(x.HitsA, x.TotalA, x.HitsB, x.TotalB, level, ZeroCellRule.AddHalf),
    ];

    private static IEnumerable<TestResult?> Tests((long HitsA, long TotalA, long HitsB, long TotalB) x) =>
    [
        ProportionDifference.PooledZ(x.HitsA, x.TotalA, x.HitsB, x.TotalB),
        ProportionDifference.UnpooledZ(x.HitsA, x.TotalA, x.HitsB, x.TotalB),
        ProportionDifference.FisherExact(x.HitsA, x.TotalA, x.HitsB, x.TotalB),
        ProportionDifference.Test(x.HitsA, x.TotalA, x.HitsB, x.TotalB),
        ProportionDifference.ChiSquare(x.HitsA, x.TotalA, x.HitsB, x.TotalB)?.Test,
        ProportionDifference.ChiSquareYates(x.HitsA, x.TotalA, x.HitsB, x.TotalB)?.Test,
        McNemarTest.Exact(x.HitsA, x.HitsB),
    ];

    private static bool IsNear(double a, double b, double relative = 1e-12) => Math.Abs(a - b) <= relative * Math.Max(Math.Abs(a), Math.Abs(b));
}
