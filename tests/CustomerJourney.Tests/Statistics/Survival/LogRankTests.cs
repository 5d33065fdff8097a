using CustomerJourney.Statistics.Survival;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Survival;

public class LogRankTests
{
    // The chi-square of Cox & Oakes (1984) and of R's survdiff on MASS::gehan.
    [Fact]
    public void Freireich_gives_16_79()
    {
        LogRankResult result = LogRankTest.Compare([Cases.Placebo, Cases.Mercaptopurine]);
        Assert.Equal(16.79, Math.Round(result.Test!.Statistic, 2));
        Near.Equal(16.7929409892165, result.Test.Statistic, 1e-12);
        Near.Equal(4.16880910933456e-05, result.Test.PValue, 1e-9);
        Assert.Equal(("log-rank", 1), (result.Test.Method, result.DegreesOfFreedom));
        Assert.Equal([21, 9], result.Groups.Select(group => group.Observed));
        Near.Equal(10.7494990519689, result.Groups[0].Expected, 1e-12);
        Assert.Equal("Group 2 of 2 has 9 events; below 10 the test is rough.", Assert.Single(result.Warnings));
    }

    // Miller (1981); R: survdiff(Surv(time, status) ~ x, aml), rho 0 and 1.
    [Fact]
    public void Leukemia_gives_3_40()
    {
        Assert.Equal(3.40, Math.Round(LogRankTest.Compare([Cases.Maintained, Cases.NotMaintained]).Test!.Statistic, 2));
        Assert.Equal(0.0653, Math.Round(LogRankTest.Compare([Cases.Maintained, Cases.NotMaintained]).Test!.PValue, 4));
        LogRankResult early = LogRankTest.Compare([Cases.Maintained, Cases.NotMaintained], LogRankWeights.PetoPeto);
        Near.Equal(2.77927954475177, early.Test!.Statistic, 1e-12);
        Near.Equal(3.84541062801932, early.Groups[0].Observed, 1e-12);
    }

    [Fact]
    public void Equal_strata_add_up()
    {
        SurvivalSample[] groups = [Cases.Placebo, Cases.Mercaptopurine];
        LogRankResult result = LogRankTest.CompareStratified([groups, groups]);

        // Twice the difference and twice the variance.
        Near.Equal(2 * 16.7929409892165, result.Test!.Statistic, 1e-12);
        Assert.Equal("log-rank, stratified", result.Test.Method);
        Assert.Equal([42, 42], result.Groups.Select(group => group.N));
    }

    [Fact]
    public void Strata_of_their_own_say_nothing_about_groups()
    {
        SurvivalSample none = new SurvivalCounts().ToSample();
        LogRankResult result = LogRankTest.CompareStratified([[Cases.Placebo, none], [none, Cases.Mercaptopurine]]);
        Assert.Null(result.Test);
        Assert.Equal(0, result.DegreesOfFreedom);
        Assert.Contains(result.Warnings, warning => warning.StartsWith("2 groups were given and 1 can be told apart", StringComparison.Ordinal));
    }

    [Fact]
    public void Groups_that_meet_in_pairs_only_have_one_degree_of_freedom_less()
    {
        SurvivalSample none = new SurvivalCounts().ToSample();
        LogRankResult result = LogRankTest.CompareStratified([[Cases.Placebo, Cases.Mercaptopurine, none, none], [none, none, Cases.Maintained, Cases.NotMaintained]]);
        Assert.Equal(2, result.DegreesOfFreedom);
        Near.Equal(16.7929409892165 + 3.3963886989776, result.Test!.Statistic, 1e-10);
    }

    [Fact]
    public void An_empty_group_is_left_out_and_told()
    {
        LogRankResult result = LogRankTest.Compare([Cases.Placebo, new SurvivalCounts().ToSample(), Cases.Mercaptopurine]);
        Assert.Equal(1, result.DegreesOfFreedom);
        Near.Equal(16.7929409892165, result.Test!.Statistic, 1e-12);
        Assert.Equal(0, result.Groups[1].N);
        Assert.Equal(3, result.Warnings.Count);
    }

    [Fact]
    public void Without_events_there_is_no_test() =>
        Assert.Null(LogRankTest.Compare([SurvivalSample.Of([3, 4], (int[])[0, 0]), SurvivalSample.Of([5], (int[])[0])]).Test);

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Contains("1 groups", Assert.Throws<ArgumentException>(() => LogRankTest.Compare([Cases.Placebo])).Message);
        Assert.Throws<ArgumentException>(() => LogRankTest.CompareStratified([]));
        Assert.Throws<ArgumentException>(() => LogRankTest.CompareStratified([[Cases.Placebo, Cases.Placebo], [Cases.Placebo, Cases.Placebo, Cases.Placebo]]));
        Assert.Equal("groups", Assert.Throws<ArgumentNullException>(() => LogRankTest.Compare([Cases.Placebo, null!])).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => LogRankTest.Compare([Cases.Placebo, Cases.Placebo], (LogRankWeights)5));
    }

    [Fact]
    public void Two_groups_agree_with_the_definition() => Prop.ForAll(Cases.Some, Cases.Some, (a, b) =>
    {
        double difference = 0, variance = 0;
        foreach (double time in a.Concat(b).Where(entry => entry.Flag > 0).Select(entry => entry.Time).Distinct())
        {
            double of = a.Count(entry => entry.Time >= time), all = of + b.Count(entry => entry.Time >= time);
            double events = a.Concat(b).Count(entry => entry.Time == time && entry.Flag > 0);
            difference += a.Count(entry => entry.Time == time && entry.Flag > 0) - events * of / all;
            if (all > 1) variance += events * of * (all - of) * (all - events) / (all * all * (all - 1));
        }

        LogRankResult result = LogRankTest.Compare([Cases.Sample(a), Cases.Sample(b)]);
        return variance < 1e-12 ? result.Test is null : Math.Abs(result.Test!.Statistic - difference * difference / variance) < 1e-8 * Math.Max(1, result.Test.Statistic);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_of_groups_does_not_matter_and_sums_agree() => Prop.ForAll(Cases.Some, Cases.Some, Cases.Some, (a, b, c) => Enum.GetValues<LogRankWeights>().All(weights =>
    {
        SurvivalSample[] groups = [Cases.Sample(a), Cases.Sample(b), Cases.Sample(c)];
        LogRankResult one = LogRankTest.Compare(groups, weights), other = LogRankTest.Compare([groups[2], groups[0], groups[1]], weights);
        return Math.Abs(one.Groups.Sum(group => group.Observed) - one.Groups.Sum(group => group.Expected)) < 1e-9
            && one.DegreesOfFreedom == other.DegreesOfFreedom
            && Math.Abs((one.Test?.Statistic ?? 0) - (other.Test?.Statistic ?? 0)) < 1e-7 * Math.Max(1, one.Test?.Statistic ?? 0)
            && (one.Test is null || one.Test.PValue is >= 0 and <= 1);
    })).QuickCheckThrowOnFailure();

    // Schoenfeld (1981): a hazard ratio of 2 with equal groups at 5 % and 80 % needs 66 events.
    [Fact]
    public void Events_needed_are_those_of_Schoenfeld()
    {
        Assert.Equal(66, LogRankSampleSize.Events(2).Count);
        Near.Equal(LogRankSampleSize.Events(2, 0.3).Exact, LogRankSampleSize.Events(0.5, 0.7).Exact, 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => LogRankSampleSize.Events(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LogRankSampleSize.Events(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LogRankSampleSize.Events(2, power: 1));
    }

    [Fact]
    public void Scaling_time_changes_nothing()
    {
        (double[] times, int[] events) first = ([1, 3, 4, 7, 9, 9], [1, 0, 1, 1, 1, 0]), second = ([2, 3, 3, 5, 8], [1, 1, 0, 1, 1]);
        double days = Compare(1), hours = Compare(24);
        Assert.Equal(days, hours);

        double Compare(double unit) => LogRankTest.Compare(
        [
            SurvivalSample.Of([.. first.times.Select(time => time * unit)], first.events),
            SurvivalSample.Of([.. second.times.Select(time => time * unit)], second.events),
        ]).Test!.PValue;
    }
}
