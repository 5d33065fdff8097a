using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Survival;
using CustomerJourney.Statistics.Survival;

namespace CustomerJourney.Tests.Metrics.Survival;

public class TimeToChurnTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeToChurn Churn = new(TimeSpan.FromDays(10)) { ObservedUntil = Start.AddDays(30) };

    [Fact]
    public void A_silence_ends_a_lifetime_at_the_last_event_before_it()
    {
        TimeToEventResult result = JourneyLog.From(
        [
            At("left", 0), At("left", 5), At("goes on", 0), At("goes on", 9), At("goes on", 18), At("goes on", 26), At("came back", 2), At("came back", 4), At("came back", 20), At("new", 25), At("once", 1),
        ]).Measure(Churn);
        // Known up to day 20: who goes on is censored there, not at his last event; who began on day 25 is too new.
        Assert.Equal([0, 2, 5], result.CompletedTimes.Values);
        Assert.Equal([20], result.Sample!.CensoredTimes.Times.ToArray());
        Assert.Equal((5L, 4L, 1L, 1L), (result.Customers, result.Cases, result.TooNew, result.CameBack));
        Assert.Equal(0.75, result.ShareWithin(TimeSpan.FromDays(19)).Share);
        Assert.Equal(3.5, result.Median);
        Assert.Contains(result.Warnings, warning => warning.Message == "1 of 3 customers who fell silent came back: choose a longer silence.");
        Assert.Equal(["Cases", "Customers", "Completed", "Open", "Too new", "Came back"], result.Counts.Select(count => count.Name));
    }

    [Fact]
    public void A_silence_of_exactly_the_length_is_one()
    {
        Assert.Equal(1, JourneyLog.From([At("a", 0), At("a", 10)]).Measure(Churn).CameBack);
        Assert.Equal(0, JourneyLog.From([At("a", 0), At("a", 9.999)]).Measure(Churn).CameBack);
        Assert.Equal(1, JourneyLog.From([At("a", 20)]).Measure(Churn).Completed);
        Assert.Equal(1, JourneyLog.From([At("a", 20.001)]).Measure(Churn).TooNew);
    }

    [Fact]
    public void While_nobody_was_silent_so_long_there_is_no_median()
    {
        TimeToEventResult all = JourneyLog.From([At("a", 0), At("a", 8), At("a", 16), At("a", 24), At("b", 3), At("b", 12), At("b", 21)]).Measure(Churn);
        Assert.Equal((2L, 0L, 2L, null, NoValueReason.NotReached), (all.Cases, all.Completed, all.Open, all.Median, all.WhyNoValue!.Reason));
        TimeToEventResult newcomers = JourneyLog.From([At("a", 25)]).Measure(Churn);
        Assert.Equal((0L, 1L, NoValueReason.NoData), (newcomers.Cases, newcomers.TooNew, newcomers.WhyNoValue!.Reason));
        Assert.StartsWith("All 1 customers began less than the silence ago", newcomers.WhyNoValue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_named_activity_shows_that_somebody_is_a_customer()
    {
        JourneyLog log = JourneyLog.From([At("a", 0, "look"), At("a", 2, "buy"), At("a", 6, "buy"), At("a", 12, "look"), At("b", 0, "look")]);
        TimeToEventResult buying = log.Measure(Churn with { Activity = "buy" });
        Assert.Equal([4], buying.CompletedTimes.Values);
        Assert.Equal(1, buying.Customers);
        Assert.Equal([6], log.Measure(Churn with { Activity = "buy", From = "look" }).CompletedTimes.Values.Where(days => days > 0));
        Assert.Equal(0, log.Measure(Churn with { Activity = "no such" }).Customers);
        Assert.Equal(0, log.Measure(Churn with { From = "no such" }).Customers);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeToChurn(TimeSpan.Zero));
    }

    [Fact]
    public void A_longer_observation_closes_what_was_open_and_changes_nothing_that_was_closed()
    {
        PartialResult<TimeToEventResult> early = JourneyLog.From([At("a", 0), At("a", 5), At("b", 12)]).MeasurePart(new TimeToChurn(TimeSpan.FromDays(10)));
        Assert.Equal((0L, 1L), (early.ToResult().Completed, early.ToResult().TooNew));
        TimeToEventResult merged = PartialResult<TimeToEventResult>.FromBytes(early.Definition, early.ToBytes()).Merge(JourneyLog.From([At("c", 16)]).MeasurePart(early.Definition)).ToResult();
        Assert.Equal([5], merged.CompletedTimes.Values);
        Assert.Equal(2, merged.TooNew);
    }

    [Fact]
    public void The_longest_silences_horizons_and_observations_are_no_exceptions()
    {
        JourneyLog log = JourneyLog.From([At("a", 0), At("a", 5), At("b", 12)]);
        TimeSpan[] lengths = [TimeSpan.FromTicks(1), TimeSpan.FromDays(3), DateTimeOffset.MaxValue - DateTimeOffset.MinValue, TimeSpan.MaxValue - TimeSpan.FromTicks(1), TimeSpan.MaxValue];
        foreach (TimeSpan silence in lengths)
        {
            foreach (TimeSpan horizon in lengths)
            {
                foreach (DateTimeOffset? until in new DateTimeOffset?[] { null, DateTimeOffset.MinValue, DateTimeOffset.MaxValue })
                {
                    Check(new TimeToChurn(silence) { Horizons = [horizon], RestrictedMeanTo = horizon, ObservedUntil = until });
                    Check(new TimeBetween("x", "x") { Horizons = [horizon], Window = silence < horizon ? null : silence, ObservedUntil = until });
                }
            }
        }

        TimeToEventResult never = log.Measure(new TimeToChurn(TimeSpan.MaxValue) { Horizons = [TimeSpan.MaxValue], ObservedUntil = DateTimeOffset.MaxValue });
        Assert.Equal((2L, 2L, 0L), (never.Customers, never.TooNew, never.Completed));

        void Check(Analysis<TimeToEventResult> question)
        {
            PartialResult<TimeToEventResult> part = log.MeasurePart(question);
            Assert.Equal(log.Measure(question).ToJson(), PartialResult<TimeToEventResult>.FromBytes(question, part.ToBytes()).Merge(JourneyLog.From([]).MeasurePart(question)).ToResult().ToJson());
        }
    }

    [Fact]
    public void Of_many_groups_all_are_tested_together_and_pairs_only_up_to_a_number()
    {
        SurvivalComparison most = Groups(45), more = Groups(46);
        Assert.Equal((990, 44), (most.Pairs.Count, most.DegreesOfFreedom));
        Assert.DoesNotContain(most.Warnings, warning => warning.Contains("pairs", StringComparison.Ordinal));
        SurvivalPair surest = most.Pairs.MinBy(pair => pair.Test!.PValue)!;
        Assert.Equal(Math.Min(1, 990 * surest.Test!.PValue), surest.Test.AdjustedPValue, 1e-12);
        Assert.Equal((0, 45, 46), (more.Pairs.Count, more.DegreesOfFreedom, more.Groups.Count));
        Assert.Contains(more.Warnings, warning => warning.StartsWith("46 groups make 1035 pairs, more than 1000", StringComparison.Ordinal));
        Assert.Single(more.ToTable().Rows);

        static SurvivalComparison Groups(int count) => JourneyLog.From(
            from arm in Enumerable.Range(0, count)
            from customer in Enumerable.Range(0, 12)
            from name in (string[])["in", "out"]
            select new JourneyEvent
            {
                Customer = $"{arm} {customer}",
                Event = name,
                At = Start.AddDays(name == "in" ? 0 : 1 + customer + (arm * 0.1)),
                CustomerAttributes = new Dictionary<string, string> { ["arm"] = $"{arm:D3}" },
            }).Measure(new TimeBetween("in", "out").By(Dimension.Attribute("arm"))).LogRank();
    }

    [Fact]
    public void Groups_are_compared_by_the_log_rank_test_with_corrected_pairs()
    {
        // aml of R's survival package, maintained and nonmaintained: chi-square 3.3964 (shared/oracles/metrics/survival.json, survival.logrank#003); a third group repeats the second.
        int[] times = [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45];
        int[] events = [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1];
        Breakdown<TimeToEventResult> two = Log(times.Length).Measure(new TimeBetween("in", "out").By(Dimension.Attribute("arm")));
        SurvivalComparison test = two.LogRank();
        Assert.Equal(3.3963886989776, test.Test!.Statistic, 1e-9);
        Assert.Equal(0.0653393220405051, test.Test.PValue, 1e-9);
        Assert.Equal(1, test.DegreesOfFreedom);
        Assert.Equal(["1", "2"], test.GroupNames);
        Assert.Equal(test.Test.PValue, test.Pairs.Single().Test!.AdjustedPValue, 1e-15);
        Assert.Equal(2.77927954475177, two.LogRank(LogRankWeights.PetoPeto).Test!.Statistic, 1e-8);
        Assert.Equal(["'1' has 7 events; below 10 the test is rough."], test.Warnings);

        SurvivalComparison three = Log(times.Length + 12).Measure(new TimeBetween("in", "out").By(Dimension.Attribute("arm"))).LogRank();
        Assert.Equal([("1", "2"), ("1", "3"), ("2", "3")], three.Pairs.Select(pair => (pair.First, pair.Second)));
        Assert.Equal(3 * three.Pairs[0].Test!.PValue, three.Pairs[0].Test!.AdjustedPValue, 1e-12);
        Assert.Equal(0, three.Pairs[2].Test!.Statistic, 1e-12);
        Assert.Equal(4, three.ToTable().Rows.Count);
        Assert.Throws<InvalidOperationException>(() => Log(23).Measure(new TimeBetween("in", "out") { CompetingEvent = "seen" }.By(Dimension.Attribute("arm"))).LogRank());
        SurvivalComparison none = Log(3).Measure(new TimeBetween("in", "out").By(Dimension.Attribute("arm"))).LogRank();
        Assert.Null(none.Test);
        Assert.Equal(["1 groups have cases: a comparison needs two at least."], none.Warnings);

        JourneyLog Log(int cases) => JourneyLog.From(Enumerable.Range(0, cases).SelectMany(index =>
        {
            int of = index < times.Length ? index : index - 12;
            Dictionary<string, string> arm = new() { ["arm"] = index < 11 ? "1" : index < times.Length ? "2" : "3" };
            // All are watched until one day, so that each begins as long before it as he was watched.
            JourneyEvent begin = At($"c{index:D2}", 200 - times[of], "in") with { CustomerAttributes = arm };
            return events[of] == 1 ? [begin, At(begin.Customer, 200, "out")] : (JourneyEvent[])[begin, At(begin.Customer, 200, "seen")];
        }));
    }

    private static JourneyEvent At(string customer, double day, string name = "visit") => new() { Customer = customer, Event = name, At = Start.AddDays(day) };
}
