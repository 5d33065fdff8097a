using CustomerJourney.Analytics;
using CustomerJourney.Classification;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Analytics;

public class FunnelReferenceTests
{
    private const int Logs = 1500;

    [Fact]
    public void Every_random_funnel_equals_the_search_over_all_choices_of_events()
    {
        int open = 0, lost = 0, completed = 0;
        for (int seed = 0; seed < Logs; seed++)
        {
            Random random = new(seed);
            (JourneyEvent[] events, KnownStep[] steps, Funnel funnel, bool staged) = Question(random);
            FunnelResult expected = FunnelReference.Of(funnel, steps, RandomLog.Traces(events), RandomLog.End(events, funnel.ObservedUntil));
            FunnelReference.Equal(expected, Log(events, staged).Measure(funnel));
            open += (int)expected.Steps.Sum(step => step.Open);
            lost += (int)expected.Steps.Sum(step => step.Lost);
            completed += (int)expected.Completed;
        }

        // The logs must reach what they are made for.
        Assert.True(open > 500 && lost > 500 && completed > 500, $"{open} open, {lost} lost, {completed} completed");
    }

    [Fact]
    public void At_every_step_those_who_reached_it_went_on_or_were_lost_or_are_open()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            (JourneyEvent[] events, _, Funnel funnel, bool staged) = Question(new Random(seed));
            FunnelResult result = Log(events, staged).Measure(funnel);
            for (int step = 0; step < result.Steps.Count; step++)
            {
                FunnelStep row = result.Steps[step];
                bool last = step == result.Steps.Count - 1;
                Assert.Equal(row.Reached, last ? row.Reached : result.Steps[step + 1].Reached + row.Lost + row.Open);
                Assert.InRange(row.ReachedInClosedWindows, 0, row.Reached);
                if (!last) Assert.Equal(row.ReachedInClosedWindows, result.Steps[step + 1].ReachedInClosedWindows + row.Lost);
            }
        }
    }

    [Fact]
    public void Parts_of_a_log_merge_to_the_whole_in_any_order_though_each_ends_at_another_time()
    {
        for (int seed = 0; seed < 400; seed++)
        {
            Random random = new(seed);
            (JourneyEvent[] events, _, Funnel funnel, bool staged) = Question(random);
            FunnelResult whole = Log(events, staged).Measure(funnel);
            IEnumerable<JourneyLog> parts = RandomLog.Parts(random, events, 1 + random.Next(4)).Select(part => Log(part, staged));
            FunnelReference.Equal(whole, RandomLog.Merged(random, funnel, parts));
        }
    }

    [Fact]
    public void Grouped_by_first_channel_each_group_is_judged_at_the_end_of_the_whole_log()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            Random random = new(seed);
            (JourneyEvent[] events, KnownStep[] steps, Funnel funnel, bool staged) = Question(random);
            Analysis<Breakdown<FunnelResult>> question = funnel.By(Dimension.Channel.First);
            Breakdown<FunnelResult> answer = Log(events, staged).Measure(question);
            IReadOnlyList<JourneyEvent[]> traces = RandomLog.Traces(events);
            long end = RandomLog.End(events, funnel.ObservedUntil);
            foreach ((string channel, FunnelResult result) in answer)
            {
                IReadOnlyList<JourneyEvent[]> members = [.. traces.Where(trace => (trace.FirstOrDefault(e => e.Channel is not null)?.Channel ?? "None") == channel)];
                FunnelReference.Equal(FunnelReference.Of(funnel, steps, members, end), result);
            }

            FunnelReference.Equal(FunnelReference.Of(funnel, steps, traces, end), answer.Total);
            Breakdown<FunnelResult> merged = RandomLog.Merged(random, question, RandomLog.Parts(random, events, 3).Select(part => Log(part, staged)));
            Assert.Equal(answer.Select(row => row.Group), merged.Select(row => row.Group));
            foreach ((string channel, FunnelResult result) in answer) FunnelReference.Equal(result, merged[channel]);
        }
    }

    [Fact]
    public void Crossed_by_first_and_last_channel_every_pair_holds_its_customers()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Random random = new(seed);
            (JourneyEvent[] events, KnownStep[] steps, Funnel funnel, bool staged) = Question(random);
            Breakdown<FunnelResult> answer = Log(events, staged).Measure(funnel.By(Dimension.Channel.First, Dimension.Channel.Last));
            IReadOnlyList<JourneyEvent[]> traces = RandomLog.Traces(events);
            foreach (BreakdownRow<FunnelResult> row in answer)
            {
                IReadOnlyList<JourneyEvent[]> members =
                [
                    .. traces.Where(trace => (trace.FirstOrDefault(e => e.Channel is not null)?.Channel ?? "None") == row.Group
                        && (trace.LastOrDefault(e => e.Channel is not null)?.Channel ?? "None") == row.Column),
                ];
                FunnelReference.Equal(FunnelReference.Of(funnel, steps, members, RandomLog.End(events, funnel.ObservedUntil)), row.Result);
            }
        }
    }

    [Fact]
    public void Threads_change_nothing()
    {
        JourneyEvent[] events = RandomLog.Events(new Random(7), 30_000, 12, TimeSpan.FromHours(1), 400, lasting: true);
        StagedLog log = RandomLog.Map.Classify(JourneyLog.From(events));
        Assert.True(log.EventCount > 150_000);
        Funnel funnel = new("One", Step.Event("D"), Step.Touchpoint("Gamma")) { Window = TimeSpan.FromHours(100) };
        FunnelResult one = log.Measure(funnel, new MeasureOptions { MaxDegreeOfParallelism = 1 });
        Assert.True(one.Steps.All(step => step.Reached > 100) && one.Steps[0].Open > 100 && one.Steps[0].Lost > 100, string.Join(", ", one.Steps));
        FunnelReference.Equal(one, log.Measure(funnel, new MeasureOptions { MaxDegreeOfParallelism = 2 }));
        FunnelReference.Equal(one, log.Measure(funnel, new MeasureOptions { MaxDegreeOfParallelism = 8 }));
    }

    private static JourneyLog Log(JourneyEvent[] events, bool staged)
    {
        JourneyLog log = JourneyLog.From(events);
        return staged ? RandomLog.Map.Classify(log) : log;
    }

    private static (JourneyEvent[] Events, KnownStep[] Steps, Funnel Funnel, bool Staged) Question(Random random)
    {
        TimeSpan unit = TimeSpan.FromTicks(10);
        JourneyEvent[] events = RandomLog.Events(random, 1 + random.Next(6), 7, unit, 1 + random.Next(12), random.Next(3) == 0);
        bool staged = random.Next(2) == 0;
        KnownStep[] known = [.. FunnelReference.Steps.Where(step => staged || !step.NeedsMap)];
        KnownStep[] steps = [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => known[random.Next(known.Length)])];
        Funnel funnel = new([.. steps.Select(step => step.Step)])
        {
            // On the instants and one tick to either side of them.
            Window = random.Next(6) switch
            {
                0 => null,
                1 => TimeSpan.MaxValue,
                _ => TimeSpan.FromTicks(Math.Max(1, (10 * random.Next(12)) + random.Next(-1, 2))),
            },
            ObservedUntil = random.Next(3) == 0 ? RandomLog.Origin + (unit * random.Next(20)) : null,
        };
        return (events, steps, funnel, staged);
    }
}
