using CustomerJourney.Analytics;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Analytics;

/// <summary>
/// Figures that other systems assert in their own test suites, copied from shared/oracles/analytics (names changed there, times and counts as in the source).
/// PostHog: posthog/hogql_queries/insights/funnels/test. ClickHouse: tests/queries/0_stateless/00632_aggregation_window_funnel and 01646_fix_window_funnel_inconistency.
/// </summary>
public class FunnelOracleTests
{
    [Theory]
    [InlineData("test_funnel_events", "signup pay watch", 1209600, "4 2 1", "c1 signup 2024-01-01T00:00:01Z|c2 signup 2024-01-01T00:00:01Z|c2 pay 2024-01-01T00:00:02Z|c3 signup 2024-01-01T00:00:01Z|c3 pay 2024-01-01T00:00:05Z|c3 watch 2024-01-01T00:00:06Z|c4 watch 2024-01-01T00:00:01Z|c5 pay 2024-01-01T00:00:01Z|c5 signup 2024-01-01T00:00:02Z|c5 watch 2024-01-01T00:00:03Z")]
    [InlineData("test_funnel_skipped_step", "signup pay watch", 1209600, "1 0 0", "c1 signup 2024-01-01T00:00:01Z|c1 watch 2024-01-01T00:00:02Z")]
    [InlineData("test_basic_funnel_with_repeat_step_updated_param", "signup signup", 1209600, "2 1", "c1 signup 2024-01-01T00:00:01Z|c1 signup 2024-01-01T00:00:02Z|c2 signup 2024-01-01T00:00:01Z")]
    [InlineData("test_basic_funnel_with_repeat_step_updated_param", "signup signup", 3600, "2 1", "c1 signup 2024-01-01T00:00:01Z|c1 signup 2024-01-01T00:00:02Z|c2 signup 2024-01-01T00:00:01Z")]
    [InlineData("test_advanced_funnel_with_repeat_steps", "signup page page page page", 1209600, "5 4 3 2 1", "c1 signup 2024-01-01T00:00:01Z|c2 signup 2024-01-01T00:00:01Z|c2 page 2024-01-01T00:00:02Z|c3 signup 2024-01-01T00:00:01Z|c3 page 2024-01-01T00:00:02Z|c3 noise 2024-01-01T00:00:03Z|c3 page 2024-01-01T00:00:04Z|c4 signup 2024-01-01T00:00:01Z|c4 page 2024-01-01T00:00:02Z|c4 noise 2024-01-01T00:00:03Z|c4 page 2024-01-01T00:00:04Z|c4 page 2024-01-01T00:00:05Z|c4 noise 2024-01-01T00:00:06Z|c5 signup 2024-01-01T00:00:01Z|c5 page 2024-01-01T00:00:02Z|c5 page 2024-01-01T00:00:03Z|c5 page 2024-01-01T00:00:04Z|c5 page 2024-01-01T00:00:05Z")]
    [InlineData("test_funnel_times_with_different_conversion_windows", "signup page", 1209600, "3 2", "c1 signup 2020-01-02T14:00:00Z|c1 page 2020-01-02T14:05:00Z|c2 signup 2020-01-02T14:03:00Z|c3 signup 2020-01-02T12:00:00Z|c3 page 2020-01-02T12:15:00Z")]
    [InlineData("test_funnel_step_conversion_times", "signup watch buy", 604800, "3 3 2", "c1 signup 2020-01-01T12:00:00Z|c1 watch 2020-01-01T13:00:00Z|c1 buy 2020-01-01T15:00:00Z|c2 signup 2020-01-02T14:00:00Z|c2 watch 2020-01-02T16:00:00Z|c3 signup 2020-01-02T14:00:00Z|c3 watch 2020-01-02T16:00:00Z|c3 buy 2020-01-02T17:00:00Z")]
    [InlineData("test_funnel_with_multiple_incomplete_tries", "signup page other", 86400, "1 1 1", "c1 signup 2021-05-01T01:00:00Z|c1 page 2021-05-01T02:00:00Z|c1 other 2021-05-01T03:00:00Z|c1 signup 2021-05-03T04:00:00Z|c1 page 2021-05-03T05:00:00Z|c1 signup 2021-05-04T07:00:00Z|c1 page 2021-05-04T10:00:00Z")]
    [InlineData("test_funnel_prop_filters (first two steps, events filtered)", "signup pay", 1209600, "2 1", "c1 signup 2024-01-01T00:00:01Z|c1 pay 2024-01-01T00:00:02Z|c3 signup 2024-01-01T00:00:01Z")]
    public void Counts_are_those_of_PostHog(string source, string steps, int seconds, string expected, string events)
    {
        FunnelResult result = RandomLog.Of(events.Split('|')).Measure(Ask(steps, seconds));
        Assert.True(expected == string.Join(' ', result.Steps.Select(step => step.Reached)), source);
    }

    // test_funnel_conversion_window: 25 customers begin on 1 May, ten go on after a day and fifteen after nine.
    [Fact]
    public void A_window_of_seven_days_is_that_of_PostHog()
    {
        string[] events =
        [
            .. Enumerable.Range(0, 25).SelectMany(customer => new[]
            {
                $"c{customer:D2} s1 2021-05-01T00:00:00Z",
                $"c{customer:D2} s2 2021-05-{(customer < 10 ? 2 : 10):D2}T00:00:00Z",
            }),
        ];
        FunnelResult result = RandomLog.Of(events).Measure(Ask("s1 s2 s3", 7 * 86400) with { ObservedUntil = new(2021, 5, 14, 0, 0, 0, TimeSpan.Zero) });
        Assert.Equal([25, 10, 0], result.Steps.Select(step => step.Reached));
        Assert.Equal([15, 10, 0], result.Steps.Select(step => step.Lost));
    }

    // test_multiple_events_same_timestamp_doesnt_blow_up.
    [Fact]
    public void Thirty_events_of_one_instant_are_no_trouble_to_PostHog_nor_here()
    {
        string[] events = [.. Enumerable.Repeat("c1 s1 2024-01-10T12:01:00Z", 30), "c1 s2 2024-01-10T12:01:00Z", "c1 s3 2024-01-10T12:01:00Z"];
        Assert.Equal(1, RandomLog.Of(events).Measure(Ask("s1 s2 s3", 1209600)).Completed);
    }

    // test_funnel_with_any_event: the steps are any event at all.
    [Fact]
    public void Steps_of_any_event_are_those_of_PostHog()
    {
        Step any = Step.AnyOf(Step.Event("signup"), Step.Event("watch"));
        JourneyLog log = RandomLog.Of(
            "c1 signup 2024-01-01T00:00:01Z", "c2 signup 2024-01-01T00:00:01Z", "c2 watch 2024-01-01T00:00:02Z", "c3 signup 2024-01-01T00:00:01Z", "c3 watch 2024-01-01T00:00:02Z",
            "c4 watch 2024-01-01T00:00:01Z", "c5 watch 2024-01-01T00:00:01Z", "c5 signup 2024-01-01T00:00:02Z", "c5 watch 2024-01-01T00:00:03Z");
        Assert.Equal([5, 3, 1], log.Measure(new Funnel(any, any, any) { Window = TimeSpan.FromDays(14) }).Steps.Select(step => step.Reached));
    }

    // test_funnel_step_breakdown_event_no_type; the property is a channel here.
    [Fact]
    public void A_breakdown_by_first_touch_is_that_of_PostHog()
    {
        Breakdown<FunnelResult> answer = RandomLog.Of(
            "c1 signup 2020-01-01T12:00:00Z Chrome", "c1 watch 2020-01-01T13:00:00Z Chrome", "c1 buy 2020-01-01T15:00:00Z Chrome",
            "c2 signup 2020-01-02T14:00:00Z Safari", "c2 watch 2020-01-02T16:00:00Z Safari", "c3 signup 2020-01-02T14:00:00Z Safari")
            .Measure(Ask("signup watch buy", 604800).By(Dimension.Channel.First));
        Assert.Equal([1, 1, 1], answer["Chrome"].Steps.Select(step => step.Reached));
        Assert.Equal([2, 1, 0], answer["Safari"].Steps.Select(step => step.Reached));
    }

    // test_funnel_step_breakdown_with_first_touch_attribution: the first value that is there counts, nobody is lost for want of one.
    [Fact]
    public void A_first_touch_after_the_first_step_counts_as_at_PostHog()
    {
        Breakdown<FunnelResult> answer = RandomLog.Of(
            "c1 signup 2020-01-01T12:00:00Z Chrome", "c1 buy 2020-01-01T13:00:00Z", "c2 signup 2020-01-01T13:00:00Z", "c2 buy 2020-01-02T13:00:00Z Safari",
            "c3 signup 2020-01-02T14:00:00Z Mac", "c3 buy 2020-01-02T15:00:00Z", "c4 signup 2020-01-02T15:00:00Z 0", "c4 buy 2020-01-02T16:00:00Z alakazam",
            "c5 signup 2020-01-02T15:00:00Z", "c5 buy 2020-01-02T16:00:00Z")
            .Measure(Ask("signup buy", 604800).By(Dimension.Channel.First));
        foreach ((string value, int seconds) in new[] { ("None", 3600), ("0", 3600), ("Chrome", 3600), ("Mac", 3600), ("Safari", 86400) })
        {
            Assert.Equal([1, 1], answer[value].Steps.Select(step => step.Reached));
            Assert.Equal(TimeSpan.FromSeconds(seconds), answer[value].MedianTime);
        }
    }

    // funnel_test: one customer, events 1000…1008, one a second.
    [Theory]
    [InlineData("1000", 10000, 1)]
    [InlineData("1000 1001", 10000, 2)]
    [InlineData("1000 1001 1002", 10000, 3)]
    [InlineData("1000 1001 1002 1008", 10000, 4)]
    [InlineData("1000", 1, 1)]
    [InlineData("1003 1004 1005 1006 1007", 2, 3)]
    [InlineData("1003 1004 1005 1006 1007", 3, 4)]
    [InlineData("1003 1004 1005 1006 1007", 4, 5)]
    [InlineData("1001 1008", 10000, 2)]
    [InlineData("1008 1001", 10000, 1)]
    public void Windows_are_those_of_ClickHouse(string steps, int seconds, int level)
    {
        JourneyLog log = RandomLog.Of([.. Enumerable.Range(0, 9).Select(second => $"c1 {1000 + second} 1970-01-01T00:00:0{second}Z")]);
        Assert.Equal(level, log.Measure(Ask(steps, seconds)).Steps.Count(step => step.Reached == 1));
    }

    // funnel_test_strict_order in the default mode; funnel_test_strict_increase in the default mode; the example of windowFunnel in parametric-functions.md.
    [Theory]
    [InlineData("a b c", 86400, 3, "a 1|b 2|c 3")]
    [InlineData("a b c", 86400, 3, "a 1|d 2|b 3|c 4")]
    [InlineData("a b c", 86400, 3, "a 1|a 2|b 3|b 4|c 5|c 6")]
    [InlineData("a b c", 86400, 3, "a 1|a 2|b 3|b 4|d 5|c 6|c 7")]
    [InlineData("a b c", 86400, 1, "c 1|c 2|b 3|b 4|a 5|a 6")]
    [InlineData("1000 1001 1002 1003 1004", 10000, 5, "1000 0|1001 1|1002 1|1003 1|1004 2")]
    [InlineData("login order search reorder", 604800, 4, "login 0|search 169200|order 79200|reorder 252000")]
    public void Levels_are_those_of_ClickHouse(string steps, int seconds, int level, string events)
    {
        JourneyLog log = JourneyLog.From(events.Split('|').Select(text => text.Split(' ')).Select(parts => new JourneyEvent
        {
            Customer = "c1",
            Event = parts[0],
            At = DateTimeOffset.UnixEpoch.AddSeconds(int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)),
        }));
        Assert.Equal(level, log.Measure(Ask(steps, seconds)).Steps.Count(step => step.Reached == 1));
    }

    // 01646_fix_window_funnel_inconistency: the two events of one instant stand in the order of the steps.
    [Fact]
    public void Ties_in_the_order_of_the_steps_are_those_of_ClickHouse()
    {
        JourneyLog log = RandomLog.Of("c1 1004 2019-01-29T10:00:00Z", "c1 1003 2019-01-29T10:00:00Z", "c1 1002 2019-01-28T10:00:00Z");
        Funnel funnel = Ask("1004 1003 1002", 1) with { Window = TimeSpan.MaxValue };
        Assert.Equal([1, 1, 0], log.Measure(funnel).Steps.Select(step => step.Reached));
    }

    private static Funnel Ask(string steps, int seconds) =>
        new([.. steps.Split(' ').Select(Step.Event)]) { Window = TimeSpan.FromSeconds(seconds) };
}
