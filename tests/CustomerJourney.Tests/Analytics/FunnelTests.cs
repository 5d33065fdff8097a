using CustomerJourney.Analytics;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Analytics;

public class FunnelTests
{
    private static readonly Funnel AtoB = new(Step.Event("A"), Step.Event("B")) { Window = TimeSpan.FromHours(1) };

    [Fact]
    public void The_window_ends_with_its_last_tick()
    {
        DateTimeOffset edge = RandomLog.Origin.AddHours(1);
        Assert.Equal(1, Reached(edge));
        Assert.Equal(1, Reached(edge.AddTicks(-1)));
        Assert.Equal(0, Reached(edge.AddTicks(1)));

        static long Reached(DateTimeOffset second) => JourneyLog.From([Event("c", "A", RandomLog.Origin), Event("c", "B", second)]).Measure(AtoB).Completed;
    }

    [Fact]
    public void A_window_closes_when_its_last_tick_has_been_observed()
    {
        JourneyLog Log(DateTimeOffset last) => JourneyLog.From([Event("c", "A", RandomLog.Origin), Event("d", "x", last)]);
        DateTimeOffset edge = RandomLog.Origin.AddHours(1);
        Assert.Equal((0, 1), (Log(edge).Measure(AtoB).Steps[0].Open, Log(edge).Measure(AtoB).Steps[0].Lost));
        Assert.Equal(1, Log(edge.AddTicks(-1)).Measure(AtoB).Steps[0].Open);

        // Until an instant means: not that instant.
        Funnel until = AtoB with { ObservedUntil = edge };
        Assert.Equal(1, Log(RandomLog.Origin).Measure(until).Steps[0].Open);
        Assert.Equal(1, Log(RandomLog.Origin).Measure(AtoB with { ObservedUntil = edge.AddTicks(1) }).Steps[0].Lost);
        Assert.Equal(1, Log(edge).Measure(AtoB with { ObservedUntil = RandomLog.Origin }).Steps[0].Lost);
    }

    [Fact]
    public void A_second_try_counts_where_the_first_was_too_slow()
    {
        JourneyLog log = RandomLog.Of("c A 2026-01-01T00:00Z", "c A 2026-01-05T00:00Z", "c B 2026-01-05T00:30Z", "z x 2026-02-01T00:00Z");
        FunnelResult result = log.Measure(AtoB);
        Assert.Equal(1, result.Completed);
        Assert.Equal(TimeSpan.FromMinutes(30), result.MedianTime);
    }

    [Fact]
    public void A_later_start_that_leads_less_far_loses_nothing()
    {
        JourneyLog log = RandomLog.Of(
            "c A 2026-01-01T00:00Z", "c B 2026-01-01T00:10Z", "c A 2026-01-01T00:50Z", "c C 2026-01-01T01:00Z", "z x 2026-02-01T00:00Z");
        FunnelResult result = log.Measure(new Funnel(Step.Event("A"), Step.Event("B"), Step.Event("C")) { Window = TimeSpan.FromHours(1) });
        Assert.Equal([1, 1, 1], result.Steps.Select(step => step.Reached));
        Assert.Equal(TimeSpan.FromHours(1), result.MedianTime);
    }

    [Fact]
    public void The_latest_start_before_the_first_completion_gives_the_time()
    {
        JourneyLog log = RandomLog.Of("c A 2026-01-01T00:00Z", "c A 2026-01-01T00:20Z", "c B 2026-01-01T00:30Z", "c A 2026-01-01T00:40Z", "c B 2026-01-01T00:41Z");
        Assert.Equal(TimeSpan.FromMinutes(10), log.Measure(AtoB).MedianTime);
    }

    [Fact]
    public void One_event_serves_one_step()
    {
        JourneyLog log = RandomLog.Of("c A 2026-01-01T00:00Z", "d A 2026-01-01T00:00Z", "d A 2026-01-01T00:00Z");
        Assert.Equal([2, 1], log.Measure(new Funnel(Step.Event("A"), Step.Event("A"))).Steps.Select(step => step.Reached));
        Step either = Step.AnyOf(Step.Event("A"), Step.Event("B"));
        Assert.Equal([2, 1, 0], log.Measure(new Funnel(either, either, either)).Steps.Select(step => step.Reached));
    }

    [Fact]
    public void Events_at_one_instant_follow_each_other_by_their_sequence()
    {
        JourneyEvent a = Event("c", "A", RandomLog.Origin), b = Event("c", "B", RandomLog.Origin);
        Assert.Equal(1, JourneyLog.From([a, b]).Measure(AtoB).Completed);
        Assert.Equal(0, JourneyLog.From([b, a]).Measure(AtoB).Completed);
        Assert.Equal(1, JourneyLog.From([b with { Sequence = 2 }, a with { Sequence = 1 }]).Measure(AtoB).Completed);
    }

    [Fact]
    public void A_customer_whose_window_runs_is_neither_lost_nor_converted_and_rates_leave_them_out()
    {
        JourneyLog log = RandomLog.Of(
            "done A 2026-01-01T00:00Z", "done B 2026-01-01T00:01Z",
            "lost A 2026-01-01T00:00Z",
            "quick A 2026-01-02T00:00Z", "quick B 2026-01-02T00:01Z",
            "waiting A 2026-01-02T00:00Z");
        FunnelResult result = log.Measure(AtoB);
        Assert.Equal((4, 1, 1, 2), (result.Entered, result.Steps[0].Lost, result.Steps[0].Open, result.Completed));
        Assert.Equal((2, 1), (result.Steps[0].ReachedInClosedWindows, result.Steps[1].ReachedInClosedWindows));
        Assert.Equal((0.5, 2), (result.Conversion!.Value, result.Conversion.N));
        Assert.Equal(0.5, result.FromPrevious(1)!.Value);
    }

    [Fact]
    public void Without_a_window_everything_ends_with_the_log()
    {
        FunnelResult result = RandomLog.Of("c A 2026-01-01T00:00Z", "d A 2026-01-01T00:00Z", "d B 2031-01-01T00:00Z").Measure(AtoB with { Window = null });
        Assert.Equal((2, 1, 0, 1), (result.Entered, result.Steps[0].Lost, result.Steps[0].Open, result.Completed));
        Assert.Equal(0.5, result.Conversion!.Value);
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(3_155_378_975_999_999_999)]
    [InlineData(3_155_378_975_999_999_998)]
    public void A_window_as_long_as_time_never_closes(long ticks)
    {
        JourneyLog log = JourneyLog.From([Event("c", "A", DateTimeOffset.MinValue), Event("d", "A", RandomLog.Origin), Event("d", "B", DateTimeOffset.MaxValue.AddTicks(-2))]);
        FunnelResult result = log.Measure(AtoB with { Window = new TimeSpan(ticks) });
        Assert.Equal((2, 0, 1, 1), (result.Entered, result.Steps[0].Lost, result.Steps[0].Open, result.Completed));
        Assert.Null(result.Conversion);
    }

    [Fact]
    public void The_median_time_of_an_even_number_is_the_middle_of_two_rounded_down_to_a_tick()
    {
        static JourneyLog Log(params long[] times) => JourneyLog.From(times.SelectMany((time, index) =>
            new[] { Event($"c{index}", "A", RandomLog.Origin), Event($"c{index}", "B", RandomLog.Origin.AddTicks(time)) }));

        Assert.Equal(new TimeSpan(7), Log(7).Measure(AtoB).MedianTime);
        Assert.Equal(new TimeSpan(3), Log(5, 2).Measure(AtoB).MedianTime);
        Assert.Equal(new TimeSpan(5), Log(9, 5, 1).Measure(AtoB).MedianTime);
        Assert.Equal(new TimeSpan(6), Log(9, 4, 8, 1).Measure(AtoB).MedianTime);
        Assert.Null(Log().Measure(AtoB).MedianTime);
    }

    [Fact]
    public void An_empty_log_has_counts_of_zero_and_no_rates()
    {
        FunnelResult result = JourneyLog.From([]).Measure(AtoB);
        Assert.All(result.Steps, step => Assert.Equal((0, 0, 0, 0), (step.Reached, step.Lost, step.Open, step.ReachedInClosedWindows)));
        Assert.Null(result.Conversion);
        Assert.Null(result.FromPrevious(1));
        Assert.Null(result.MedianTime);
        Assert.Equal(2, result.ToTable().Rows.Count);
    }

    [Fact]
    public void A_lasting_event_counts_from_its_start()
    {
        JourneyEvent a = Event("c", "A", RandomLog.Origin.AddHours(10)) with { StartedAt = RandomLog.Origin };
        JourneyEvent b = Event("c", "B", RandomLog.Origin.AddHours(20)) with { StartedAt = RandomLog.Origin.AddHours(1) };
        FunnelResult result = JourneyLog.From([b, a]).Measure(AtoB);
        Assert.Equal((1, TimeSpan.FromHours(1)), (result.Completed, result.MedianTime));
    }

    [Fact]
    public void Funnels_are_equal_by_value()
    {
        Funnel one = new("One", Step.Touchpoint("Beta"), Step.AnyOf(Step.Event("A"), Step.Event("B").On("web"))) { Window = TimeSpan.FromDays(1), ObservedUntil = RandomLog.Origin };
        Funnel same = new("One", Step.Touchpoint("Beta"), Step.AnyOf(Step.Event("A"), Step.Event("B").On("web"))) { Window = TimeSpan.FromDays(1), ObservedUntil = RandomLog.Origin.ToOffset(TimeSpan.FromHours(3)) };
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.Equal(one.ToString(), same.ToString());
        Funnel[] others =
        [
            one with { Window = null }, one with { ObservedUntil = null }, one with { Level = 0.9 },
            new(Step.Event("One"), one.Steps[1], one.Steps[2]) { Window = one.Window, ObservedUntil = one.ObservedUntil },
            new(one.Steps[1], one.Steps[0], one.Steps[2]) { Window = one.Window, ObservedUntil = one.ObservedUntil },
            new(one.Steps[0], one.Steps[1]) { Window = one.Window, ObservedUntil = one.ObservedUntil },
        ];
        Assert.All(others, other => Assert.NotEqual(one, other));
        Assert.All(others, other => Assert.NotEqual(one.ToString(), other.ToString()));
    }

    [Fact]
    public void Steps_are_equal_by_value_and_say_what_they_are()
    {
        Assert.Equal<Step>("One", Step.Stage("One"));
        Assert.Equal(Step.Stage("One").GetHashCode(), Step.FromString("One").GetHashCode());
        Assert.NotEqual(Step.Stage("One"), Step.Event("One"));
        Assert.NotEqual(Step.Event("One"), Step.Touchpoint("One"));
        Assert.NotEqual(Step.Event("One"), Step.Event("One").On("web"));
        Assert.NotEqual(Step.AnyOf(Step.Event("A"), Step.Event("B")), Step.AnyOf(Step.Event("B"), Step.Event("A")));
        Assert.Equal(Step.AnyOf(Step.Event("A"), Step.Event("B")).On("web"), Step.AnyOf(Step.Event("A").On("web"), Step.Event("B").On("web")));
        Assert.Equal("A on web or B", Step.AnyOf(Step.Event("A").On("web"), Step.Event("B")).ToString());
    }

    [Fact]
    public void Definitions_that_differ_never_read_alike_though_names_hold_quotes()
    {
        Funnel one = new(Step.Event("a' > Event 'b")), two = new(Step.Event("a"), Step.Event("b"));
        Assert.NotEqual(one.ToString(), two.ToString());
        byte[] part = RandomLog.Of("c a 2026-01-01").MeasurePart(two).ToBytes();
        Assert.Throws<InvalidDataException>(() => PartialResult<FunnelResult>.FromBytes(one, part));
    }

    [Fact]
    public void A_state_that_cannot_be_is_refused()
    {
        static byte[] State(int closed, int taken, long time)
        {
            using MemoryStream bytes = new();
            using BinaryWriter state = new(bytes);
            state.Write(0L);
            foreach (long count in new long[] { 0, closed, 0 }) state.Write(count);
            state.Write(1);
            state.Write(taken);
            state.Write(0L);
            state.Write(1);
            state.Write(time);
            return bytes.ToArray();
        }

        static void Load(byte[] bytes) => AtoB.CreateAccumulator(JourneyLog.From([]).Schema).Load(new BinaryReader(new MemoryStream(bytes)));

        Load(State(1, 1, 1));
        Assert.Throws<InvalidDataException>(() => Load(State(-1, 1, 1)));
        Assert.Throws<InvalidDataException>(() => Load(State(1, 3, 1)));
        Assert.Throws<InvalidDataException>(() => Load(State(1, 0, 1)));
        Assert.Throws<InvalidDataException>(() => Load(State(1, 1, -1)));
    }

    [Fact]
    public void What_cannot_be_a_funnel_is_refused_where_it_is_said()
    {
        Assert.Throws<ArgumentException>(() => new Funnel());
        Assert.Throws<ArgumentException>(() => new Funnel([.. Enumerable.Repeat(Step.Event("A"), 65)]));
        Assert.Throws<ArgumentNullException>(() => new Funnel(Step.Event("A"), null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => AtoB with { Window = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => AtoB with { Level = 1 });
        Assert.Throws<ArgumentException>(() => Step.AnyOf());
        Assert.Throws<ArgumentException>(() => Step.Event(""));
        Assert.Throws<ArgumentException>(() => Step.Event("A").On(""));
        ArgumentException many = Assert.Throws<ArgumentException>(() => new Funnel(Step.AnyOf([.. Enumerable.Repeat(Step.Event("A"), 64)]), Step.Event("B")));
        Assert.Contains("65", many.Message, StringComparison.Ordinal);
        FunnelResult result = JourneyLog.From([]).Measure(AtoB);
        Assert.Throws<ArgumentOutOfRangeException>(() => result.FromPrevious(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => result.FromPrevious(2));
    }

    [Fact]
    public void Sixty_four_steps_are_counted()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 64).Select(hour => Event("c", "A", RandomLog.Origin.AddHours(hour))));
        FunnelResult result = log.Measure(new Funnel([.. Enumerable.Repeat(Step.Event("A"), 64)]));
        Assert.All(result.Steps, step => Assert.Equal(1, step.Reached));
        Assert.Equal(TimeSpan.FromHours(63), result.MedianTime);
    }

    [Fact]
    public void Names_that_the_map_does_not_have_are_answered_with_those_it_has()
    {
        JourneyLog log = RandomLog.Map.Classify(RandomLog.Of("c A 2026-01-01"));
        string stage = Assert.Throws<ArgumentException>(() => log.Measure(new Funnel("Tow"))).Message;
        Assert.Contains("'Tow'", stage, StringComparison.Ordinal);
        Assert.Contains("'One', 'Two'", stage, StringComparison.Ordinal);
        Assert.Contains("Step.Event(\"Tow\")", stage, StringComparison.Ordinal);
        string touchpoint = Assert.Throws<ArgumentException>(() => log.Measure(new Funnel(Step.AnyOf(Step.Event("A"), Step.Touchpoint("Delta"))))).Message;
        Assert.Contains("'Delta'", touchpoint, StringComparison.Ordinal);
        Assert.Contains("'Alpha', 'Beta', 'Gamma'", touchpoint, StringComparison.Ordinal);
    }

    [Fact]
    public void Stages_and_touchpoints_of_a_log_that_was_not_classified_are_refused_with_the_fix()
    {
        JourneyLog log = RandomLog.Of("c A 2026-01-01");
        Assert.Contains("Classify", Assert.Throws<InvalidOperationException>(() => log.Measure(new Funnel("One"))).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => log.Measure(new Funnel(Step.Touchpoint("Alpha"))));
    }

    [Fact]
    public void Stages_and_touchpoints_are_found_by_id_too()
    {
        JourneyLog log = RandomLog.Map.Classify(RandomLog.Of("c A 2026-01-01"));
        Assert.Equal(1, log.Measure(new Funnel(RandomLog.Map.Stages[0].Id)).Entered);
        Assert.Equal(1, log.Measure(new Funnel(Step.Touchpoint(RandomLog.Map.Touchpoints[0].Id))).Entered);
    }

    [Fact]
    public void Figures_are_the_whole_way_and_each_single_step()
    {
        Assert.Equal(["A to B"], JourneyLog.From([]).Measure(AtoB).Figures.Select(figure => figure.Name));
        Funnel three = new(Step.Event("A"), Step.Event("B"), Step.Event("C").On("web"));
        Assert.Equal(["A to C on web", "A to B", "B to C on web"], JourneyLog.From([]).Measure(three).Figures.Select(figure => figure.Name));
    }

    private static JourneyEvent Event(string customer, string name, DateTimeOffset at) => new() { Customer = customer, Event = name, At = at };
}
