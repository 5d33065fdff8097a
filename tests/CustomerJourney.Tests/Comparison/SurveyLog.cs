using CustomerJourney.Classification;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Comparison;

/// <summary>Random customers of a shop who go through three stages and answer surveys; all alike, whatever group they are put into.</summary>
internal static class SurveyLog
{
    public static DateTimeOffset Spring { get; } = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Autumn { get; } = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    public static Journey Map { get; } = Journey.Create("Shop", map => map
        .AddStage("Look", stage => stage.AddTouchpoint("Page", touch => touch.On(ChannelCategory.Website).ObservedAs("page")))
        .AddStage("Buy", stage => stage.AddTouchpoint("Payment", touch => touch.On(ChannelCategory.Website).ObservedAs("paid")))
        .AddStage("Use", stage => stage.AddTouchpoint("Help", touch => touch.On(ChannelCategory.Website).ObservedAs("help"))));

    /// <summary>One customer's way through the shop, begun at a time.</summary>
    public static IEnumerable<JourneyEvent> Way(Random random, string customer, DateTimeOffset start, double mood)
    {
        DateTimeOffset at = start.AddHours(random.Next(1000));
        string[] steps = ["page", "paid", "help"];
        double[] goesOn = [1, 0.7, 0.5];
        for (int step = 0; step < steps.Length; step++)
        {
            if (random.NextDouble() > goesOn[step]) yield break;
            yield return New(customer, steps[step], at);
            at = at.AddHours(random.Next(48));
            if (random.NextDouble() < 0.6) yield return Answer(customer, at, FeedbackKind.Nps, Math.Floor(11 * ((mood + random.NextDouble()) / 2)));
            at = at.AddHours(1);
            if (random.NextDouble() < 0.4) yield return Answer(customer, at, FeedbackKind.Csat, 1 + Math.Floor(5 * ((mood + random.NextDouble()) / 2)));
            at = at.AddHours(1);
            if (random.NextDouble() < 0.4) yield return Answer(customer, at, FeedbackKind.Ces, 1 + Math.Floor(7 * ((mood + random.NextDouble()) / 2)));
            at = at.AddHours(1);
        }
    }

    public static JourneyEvent New(string customer, string name, DateTimeOffset at) => new() { Customer = customer, Event = name, At = at };

    public static JourneyEvent Answer(string customer, DateTimeOffset at, FeedbackKind kind, double score) =>
        New(customer, "answer", at) with { Feedback = new Feedback(kind, score) };

    /// <summary>Customers of whom each is seen once.</summary>
    public static JourneyEvent[] Once(Random random, string prefix, int customers) =>
        [.. Enumerable.Range(0, customers).SelectMany(customer => Way(random, $"{prefix}{customer:D5}", Spring, random.NextDouble()))];

    /// <summary>Customers of whom each is seen in spring and, all but a share, again in autumn.</summary>
    public static JourneyEvent[] Twice(Random random, int customers, double away)
    {
        List<JourneyEvent> events = [];
        for (int customer = 0; customer < customers; customer++)
        {
            double mood = random.NextDouble();
            events.AddRange(Way(random, $"c{customer:D5}", Spring, mood));
            if (random.NextDouble() >= away) events.AddRange(Way(random, $"c{customer:D5}", Autumn, mood));
        }

        return [.. events];
    }

    /// <summary>Spring and autumn of a log of <see cref="Twice"/>.</summary>
    public static (StagedLog Spring, StagedLog Autumn) Seasons(IEnumerable<JourneyEvent> events)
    {
        StagedLog staged = Staged(events);
        return (staged.Within(new TimeRange(Spring, Autumn)), staged.Within(new TimeRange(Autumn, Autumn.AddYears(1))));
    }

    public static StagedLog Staged(IEnumerable<JourneyEvent> events) => Map.Classify(JourneyLog.From(events));
}
