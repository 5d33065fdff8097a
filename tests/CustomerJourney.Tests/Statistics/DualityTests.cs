using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics;

/// <summary>An interval that promises to be a test turned around holds exactly what its test does not reject. The tests are written again here, by searching for the maximum, not by closed forms.</summary>
public class DualityTests
{
    private static readonly Gen<(long HitsA, long TotalA, long HitsB, long TotalB)> Tables =
        from totalA in Gen.Choose(2, 90)
        from totalB in Gen.Choose(2, 90)
        from hitsA in Gen.Choose(0, totalA)
        from hitsB in Gen.Choose(0, totalB)
        select ((long)hitsA, (long)totalA, (long)hitsB, (long)totalB);

    private static readonly Gen<(long Positive, long Neutral, long Negative)> Answers =
        from positive in Gen.Choose(0, 40)
        from neutral in Gen.Choose(0, 40)
        from negative in Gen.Choose(0, 40)
        where positive + neutral + negative > 0
        select ((long)positive, (long)neutral, (long)negative);

    private static readonly double[] Levels = [0.5, 0.9, 0.95, 0.999];

    [Fact]
    public void Wilson_limits_are_where_the_score_test_turns() =>
        Prop.ForAll(Tables.ToArbitrary(), x => Levels.All(level =>
        {
            Estimate interval = ProportionInterval.Wilson(x.HitsA, x.TotalA, level)!;
            return Turns(interval.Lower, 0, 1 - level, share => ProportionTest.Score(x.HitsA, x.TotalA, share)!.PValue)
                && Turns(interval.Upper, 1, 1 - level, share => ProportionTest.Score(x.HitsA, x.TotalA, share)!.PValue);
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void Clopper_Pearson_limits_are_where_one_sided_binomial_tests_turn() =>
        Prop.ForAll(Tables.ToArbitrary(), x => Levels.All(level =>
        {
            Estimate interval = ProportionInterval.ClopperPearson(x.HitsA, x.TotalA, level)!;
            return Turns(interval.Lower, 0, (1 - level) / 2, share => ProportionTest.BinomialExact(x.HitsA, x.TotalA, share, Alternative.Greater)!.PValue)
                && Turns(interval.Upper, 1, (1 - level) / 2, share => ProportionTest.BinomialExact(x.HitsA, x.TotalA, share, Alternative.Less)!.PValue);
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void Miettinen_Nurminen_limits_are_where_the_score_test_of_a_difference_turns() =>
        Prop.ForAll(Tables.ToArbitrary(), x => Levels.All(level =>
        {
            Estimate interval = ProportionDifference.MiettinenNurminen(x.HitsA, x.TotalA, x.HitsB, x.TotalB, level)!;
            double z = NormalDistribution.Quantile(0.5 + level / 2);
            return (interval.Lower <= -1 + 1e-9 || Math.Abs(ScoreOfDifference(x, interval.Lower) - z) < 1e-4 * (1 + z))
                && (interval.Upper >= 1 - 1e-9 || Math.Abs(ScoreOfDifference(x, interval.Upper) + z) < 1e-4 * (1 + z));
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void Miettinen_Nurminen_excludes_0_when_the_pooled_z_test_with_its_correction_rejects() =>
        Prop.ForAll(Tables.ToArbitrary(), x =>
        {
            if (ProportionDifference.PooledZ(x.HitsA, x.TotalA, x.HitsB, x.TotalB) is not { } test) return true;
            double z = Math.Abs(test.Statistic) * Math.Sqrt((x.TotalA + x.TotalB - 1.0) / (x.TotalA + x.TotalB)), p = 2 * NormalDistribution.UpperTail(z);
            return Levels.All(level => Math.Abs(p - (1 - level)) < 1e-9
                || ProportionDifference.MiettinenNurminen(x.HitsA, x.TotalA, x.HitsB, x.TotalB, level)!.Excludes(0) == p < 1 - level);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Tango_limits_are_where_the_score_test_of_a_net_share_turns() =>
        Prop.ForAll(Answers.ToArbitrary(), x => Levels.All(level =>
        {
            Estimate interval = NetShareInterval.Score(x.Positive, x.Neutral, x.Negative, level)!;
            double z = NormalDistribution.Quantile(0.5 + level / 2);
            return (interval.Lower <= -1 + 1e-9 || Math.Abs(ScoreOfNet(x, interval.Lower) - z) < 1e-4 * (1 + z))
                && (interval.Upper >= 1 - 1e-9 || Math.Abs(ScoreOfNet(x, interval.Upper) + z) < 1e-4 * (1 + z));
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void Intervals_of_means_and_net_shares_exclude_0_when_their_test_rejects() =>
        Prop.ForAll(Answers.Zip(Answers).ToArbitrary(), x =>
        {
            NetSample a = new(x.Item1.Positive, x.Item1.Neutral, x.Item1.Negative), b = new(x.Item2.Positive, x.Item2.Neutral, x.Item2.Negative);
            return Levels.All(level =>
                new[] { NetShareDifference.AdjustedWald(a, b, level), NetShareDifference.Wald(a, b, level, clip: false), NetShareDifference.Welch(a, b, level, clip: false) }
                    .All(result => result?.Test is not { } test || Math.Abs(test.PValue - (1 - level)) < 1e-9 || result.Change.Excludes(0) == test.PValue < 1 - level));
        }).QuickCheckThrowOnFailure();

    // At the limit the p-value is the error rate; a limit at the end of the scale need not be.
    private static bool Turns(double limit, double end, double errorRate, Func<double, double> pValue) => limit == end || Math.Abs(pValue(limit) - errorRate) < 1e-9 + 1e-7 * errorRate;

    // (observed − difference) over its standard error at the most likely pair of shares that differ so much, with the factor N/(N − 1).
    private static double ScoreOfDifference((long HitsA, long TotalA, long HitsB, long TotalB) x, double difference)
    {
        double a = Highest(
            Math.Max(0, -difference),
            Math.Min(1, 1 - difference),
            p => Log(x.HitsA, p) + Log(x.TotalA - x.HitsA, 1 - p) + Log(x.HitsB, p + difference) + Log(x.TotalB - x.HitsB, 1 - p - difference));
        double b = a + difference, n = x.TotalA + x.TotalB;
        double variance = (a * (1 - a) / x.TotalA + b * (1 - b) / x.TotalB) * n / (n - 1);
        return ((double)x.HitsB / x.TotalB - (double)x.HitsA / x.TotalA - difference) / Math.Sqrt(variance);
    }

    // As above for one group with the shares q + net, q and the rest.
    private static double ScoreOfNet((long Positive, long Neutral, long Negative) x, double net)
    {
        double q = Highest(
            Math.Max(0, -net),
            (1 - net) / 2,
            share => Log(x.Positive, share + net) + Log(x.Negative, share) + Log(x.Neutral, 1 - net - 2 * share));
        double n = x.Positive + x.Neutral + x.Negative;
        return (x.Positive - x.Negative - n * net) / Math.Sqrt(n * (2 * q + net - net * net));
    }

    private static double Log(long count, double share) => count == 0 ? 0 : share <= 0 ? double.NegativeInfinity : count * Math.Log(share);

    private static double Highest(double low, double high, Func<double, double> function)
    {
        for (int i = 0; i < 300; i++)
        {
            double left = low + (high - low) / 3, right = high - (high - low) / 3;
            if (function(left) < function(right)) low = left;
            else high = right;
        }

        return (low + high) / 2;
    }
}
