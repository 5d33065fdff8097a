using CustomerJourney.Events;
using CustomerJourney.Metrics.Survival;
using CustomerJourney.Statistics.Survival;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Metrics.Survival;

/// <summary>Times on random logs against a slow and obvious way to find them, and in parts.</summary>
public class TimeToEventReferenceTests
{
    private static readonly TimeSpan[] Horizons = [TimeSpan.FromHours(9), TimeSpan.FromHours(30)];

    [Fact]
    public void Cases_are_those_of_a_slow_reference() => Prop.ForAll(LogGenerator.Events, Gen.Elements(Definitions()).ToArbitrary(), (events, definition) =>
    {
        if (!events.Any(one => one.Attributes.ContainsKey("device"))) definition = definition with { CaseAttribute = null };
        JourneyLog log = JourneyLog.From(events);
        TimeToEventResult result = log.Measure(definition);
        (List<(double Days, int Cause)> cases, int invalid, int[] hits, int[] closed) = Reference(events, definition);
        Assert.Equal(cases.Count, result.Cases);
        Assert.Equal(invalid, result.Invalid);
        Assert.Equal(cases.Where(one => one.Cause == 1).Select(one => one.Days).Order(), result.CompletedTimes.Values);
        Assert.Equal(cases.Count(one => one.Cause == 2), result.EndedOtherwise);
        Assert.Equal(hits.Zip(closed), result.Within.Select(within => ((int)within.Hits, (int)within.Cases)));
        if (definition.CompetingEvent is null)
        {
            SurvivalSample sample = SurvivalSample.Of([.. cases.Select(one => one.Days)], (bool[])[.. cases.Select(one => one.Cause == 1)]);
            Assert.Equal(sample, result.Sample);
            Assert.Equal(KaplanMeierCurve.Of(sample)?.Median.Value, result.Median);
        }
        else
        {
            Assert.Equal(CompetingRisksSample.Of([.. cases.Select(one => one.Days)], [.. cases.Select(one => one.Cause)]), result.Risks);
        }

        Assert.All(result.OtherFigures.Where(figure => figure.Kind == ResultColumnKind.Share && figure.Value is not null), figure => Assert.InRange(figure.Value!.Value, 0, 1));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_partition_gives_the_same_bits() => Prop.ForAll(LogGenerator.Events, Gen.Elements(Definitions()).ToArbitrary(), ArbMap.Default.ArbFor<int>(), (events, definition, seed) =>
    {
        MetricParts.Same(events, definition with { CaseAttribute = null }, result => result.ToJson() + ResultText.Of(result), seed);
        MetricParts.Same(events, new TimeToChurn(TimeSpan.FromHours(20)) { Horizons = Horizons, Activity = seed % 2 == 0 ? "buy" : null }, result => result.ToJson() + ResultText.Of(result), seed);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Groups_add_up_to_the_total() => Prop.ForAll(LogGenerator.Events, events =>
    {
        JourneyLog log = JourneyLog.From(events);
        if (!log.Schema.CustomerAttributes.Contains("plan")) return;
        Breakdown<TimeToEventResult> groups = log.Measure(new TimeBetween("open", "buy") { Horizons = Horizons }.By(Dimension.Attribute("plan")));
        Assert.Equal(log.Measure(new TimeBetween("open", "buy") { Horizons = Horizons }), groups.Total);
        Assert.Equal(groups.Total.Cases, groups.Sum(row => row.Result.Cases));
        Assert.Equal(groups.Total.Completed, groups.Sum(row => row.Result.Completed));
        if (groups.Total.Sample is { } total && groups.Total.Cases > 0) Assert.Equal(total, groups.Select(row => row.Result.Sample!).Aggregate((left, right) => left.Merge(right)));
        SurvivalComparison test = groups.LogRank();
        Assert.Equal(groups.Count(row => row.Result.Cases > 0), test.GroupNames.Count);
        Assert.All(test.Pairs, pair => Assert.True(pair.Test is null || pair.Test.AdjustedPValue >= pair.Test.PValue));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Lifetimes_are_those_of_a_slow_reference() => Prop.ForAll(LogGenerator.Events, Gen.Choose(1, 12).ToArbitrary(), (events, pieces) =>
    {
        TimeSpan silence = TimeSpan.FromHours(4.5 * pieces);
        TimeToEventResult result = JourneyLog.From(events).Measure(new TimeToChurn(silence));
        DateTimeOffset known = events.Length == 0 ? default : events.Max(one => one.At) - silence;
        List<(double Days, bool Ended)> cases = [];
        int tooNew = 0, back = 0;
        foreach (IGrouping<string, JourneyEvent> customer in events.GroupBy(one => one.Customer))
        {
            DateTimeOffset[] times = [.. InOrder(customer).Select(one => one.At)];
            DateTimeOffset last = times[0];
            bool returned = false;
            foreach (DateTimeOffset at in times)
            {
                if (at - last >= silence)
                {
                    returned = true;
                    break;
                }

                if (at > last) last = at;
            }

            if (returned) back++;
            if (times[0] > known) tooNew++;
            else if (last <= known || returned) cases.Add(((last - times[0]).Ticks / (double)TimeSpan.TicksPerDay, true));
            else cases.Add(((known - times[0]).Ticks / (double)TimeSpan.TicksPerDay, false));
        }

        Assert.Equal((tooNew, back), ((int)result.TooNew, (int)result.CameBack));
        Assert.Equal(SurvivalSample.Of([.. cases.Select(one => one.Days)], (bool[])[.. cases.Select(one => one.Ended)]), result.Sample);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_forged_state_is_refused()
    {
        JourneyLog log = JourneyLog.From(
        [
            new() { Customer = "a", Event = "open", At = LogGenerator.Start }, new() { Customer = "a", Event = "buy", At = LogGenerator.Start.AddHours(3) }, new() { Customer = "b", Event = "open", At = LogGenerator.Start.AddHours(40) },
            new() { Customer = "c", Event = "open", At = LogGenerator.Start.AddHours(36) }, new() { Customer = "c", Event = "buy", At = LogGenerator.Start.AddHours(50) },
        ]);
        MetricParts.SurvivesForgery(log, new TimeBetween("open", "buy") { Horizons = Horizons, CompetingEvent = "ask" }, Text);
        MetricParts.SurvivesForgery(log, new TimeToChurn(TimeSpan.FromHours(10)), Text);

        // Not the times of completed cases one by one: a forged count may be of more than fit into memory.
        static string Text(TimeToEventResult result) => $"{result.Cases} {result.Median} {string.Join(' ', result.Figures.Select(figure => figure.Sample.Value))}";
    }

    private static TimeBetween[] Definitions() =>
    [
        new("open", "buy") { Horizons = Horizons },
        new("open", "buy") { Cases = TimeBetweenCases.Every, Window = TimeSpan.FromHours(31), Horizons = Horizons },
        new("ask", "answer") { Cases = TimeBetweenCases.OneAtATime, Horizons = Horizons, RestrictedMeanTo = TimeSpan.FromDays(1) },
        new("buy", "buy") { CompetingEvent = "noise", Horizons = Horizons },
        new("buy", "buy") { Cases = TimeBetweenCases.Every, ObservedUntil = LogGenerator.Start.AddDays(6) },
        new("open", "buy") { CaseAttribute = "device", Horizons = Horizons },
        new("open", "buy") { CaseAttribute = "device", Cases = TimeBetweenCases.OneAtATime, CompetingEvent = "ask" },
        TimeBetween.SinceFirstEvent("answer") with { Horizons = Horizons },
    ];

    private static IEnumerable<JourneyEvent> InOrder(IEnumerable<JourneyEvent> events) => events.OrderBy(one => one.StartedAt ?? one.At).ThenBy(one => one.At).ThenBy(one => one.Sequence);

    private static (List<(double Days, int Cause)> Cases, int Invalid, int[] Hits, int[] Closed) Reference(JourneyEvent[] events, TimeBetween definition)
    {
        DateTimeOffset end = events.Length == 0 ? default : events.Max(one => one.At);
        if (definition.ObservedUntil is { } later && later > end) end = later;
        List<(double, int)> cases = [];
        int invalid = 0;
        int[] hits = new int[definition.Horizons.Count], closed = new int[definition.Horizons.Count];
        foreach (IGrouping<string, JourneyEvent> customer in events.GroupBy(one => one.Customer))
        {
            if (definition.CaseAttribute is not { } attribute)
            {
                Take([.. InOrder(customer)]);
                continue;
            }

            foreach (IGrouping<string, JourneyEvent> one in InOrder(customer).Where(Matters).GroupBy(one => one.Attributes.GetValueOrDefault(attribute, "")))
            {
                if (one.Key.Length == 0) invalid += one.Count();
                else Take([.. one]);
            }
        }

        return (cases, invalid, hits, closed);

        bool Matters(JourneyEvent one) => one.Event == definition.From || definition.From is null || Cause(one) > 0;

        int Cause(JourneyEvent one) => one.Event == definition.To ? 1 : one.Event == definition.CompetingEvent ? 2 : 0;

        void Take(JourneyEvent[] trace)
        {
            int blocked = -1, counted = 0, faulty = 0;
            bool any = false;
            for (int from = 0; from < trace.Length; from++)
            {
                if (definition.From is not null && trace[from].Event != definition.From) continue;
                if (definition.Cases == TimeBetweenCases.First && any) break;
                if (definition.Cases == TimeBetweenCases.OneAtATime && from < blocked) continue;
                any = true;
                // The first event of all may be the end too.
                int to = definition.From is null && Cause(trace[from]) > 0 ? from : Array.FindIndex(trace, from + 1, one => Cause(one) > 0);
                blocked = to < 0 ? int.MaxValue : to;
                DateTimeOffset start = trace[from].At;
                if (to < 0)
                {
                    // A named case that has ended before it began, and never after.
                    if (definition.CaseAttribute is not null && definition.Cases != TimeBetweenCases.Every && counted == 0 && trace[..from].Any(one => Cause(one) > 0) && !trace[..from].Any(one => one.Event == definition.From))
                    {
                        faulty++;
                        continue;
                    }

                    Count(start, null, 0);
                    counted++;
                }
                else if (trace[to].At < start)
                {
                    faulty++;
                }
                else
                {
                    Count(start, trace[to].At - start, Cause(trace[to]));
                    counted++;
                }
            }

            if (definition.CaseAttribute is not null && definition.Cases != TimeBetweenCases.Every && !any && trace.Any(Matters)) faulty++;
            invalid += faulty;
        }

        void Count(DateTimeOffset start, TimeSpan? elapsed, int cause)
        {
            if (elapsed > definition.Window) (elapsed, cause) = (definition.Window, 0);
            TimeSpan watched = elapsed ?? end - start;
            if (elapsed is null && watched > definition.Window) watched = definition.Window!.Value;
            cases.Add((watched.Ticks / (double)TimeSpan.TicksPerDay, cause));
            for (int index = 0; index < hits.Length; index++)
            {
                if (end - start < definition.Horizons[index]) continue;
                closed[index]++;
                if (cause == 1 && elapsed <= definition.Horizons[index]) hits[index]++;
            }
        }
    }
}
