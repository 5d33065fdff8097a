using CustomerJourney.Events;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Support;

/// <summary>Random events and maps that are small on purpose: few customers, few names and few instants, so that ties, returns, repeats and gaps are the rule.</summary>
internal static class LogGenerator
{
    private const int MostEvents = 60;
    private const int HoursBetweenInstants = 9;

    public static readonly string[] Customers = ["a", "b", "B", "ä", "😀", "c c"];
    public static readonly string[] Names = ["open", "buy", "ask", "answer", "noise", "zoë"];
    public static readonly string[] Channels = ["web", "mobile", "None"];
    public static readonly string[] Plans = ["free", "pro", "team", "Other"];
    public static readonly string[] Devices = ["phone", "tablet", "None"];
    public static readonly DateTimeOffset Start = new(2026, 3, 27, 12, 0, 0, TimeSpan.Zero);

    private static readonly double[] Scores = [-1, 0, 1, 2, 3, 4, 5, 6, 6.5, 7, 8, 9, 10, 11];
    private static readonly decimal[] Amounts = [-1.5m, 0m, 0.1m, 0.2m, 0.3m, 12.3456m, 1_000_000_000_000m];

    /// <summary>An event without a sequence, at one of a dozen instants around the night in which Berlin's clocks go forward.</summary>
    public static Gen<JourneyEvent> Event { get; } =
        from customer in Gen.Elements(Customers)
        from name in Gen.Elements(Names)
        from instant in Gen.Choose(0, 11)
        from lasts in Gen.Frequency((3, Gen.Constant(-1)), (1, Gen.Choose(0, 3)))
        from recorded in Gen.Frequency((3, Gen.Constant(-1)), (1, Gen.Choose(0, 3)))
        from channel in OrNull(Channels)
        from feedback in Gen.Frequency((1, Gen.Constant<Feedback?>(null)), (1, Answer.Select(answer => (Feedback?)answer)))
        from value in Gen.Frequency((2, Gen.Constant<decimal?>(null)), (1, Gen.Elements(Amounts).Select(amount => (decimal?)amount)))
        from currency in OrNull("EUR", "USD")
        from device in OrNull(Devices)
        from plan in OrNull(Plans)
        from segment in OrNull("family", "single")
        let at = Start.AddHours(instant * HoursBetweenInstants)
        select new JourneyEvent
        {
            Customer = customer,
            Event = name,
            At = at,
            StartedAt = lasts < 0 ? null : at.AddHours(-lasts * HoursBetweenInstants),
            RecordedAt = recorded < 0 ? null : at.AddDays(recorded),
            Channel = channel,
            Feedback = feedback,
            Value = value,
            Currency = currency,
            Attributes = Named(("device", device)),
            CustomerAttributes = Named(("plan", plan), ("segment", segment)),
        };

    /// <summary>Events with distinct sequences and distinct ids here and there: any permutation of them is the same log.</summary>
    public static Arbitrary<JourneyEvent[]> Events { get; } = Arb.From(
        Gen.Sized(size => Gen.Choose(0, Math.Min(MostEvents, size)).SelectMany(count => Event.ArrayOf(count))).Select(WithSequences), Shrink);

    /// <summary>Events without sequences, ids drawn from few and some events simply repeated: full of duplicates.</summary>
    public static Arbitrary<JourneyEvent[]> EventsWithDuplicates { get; } = Arb.From(
        from events in Events.Generator
        from ids in Gen.Choose(0, 8).ArrayOf(events.Length)
        from repeats in Gen.Choose(0, 3).ArrayOf(events.Length)
        from order in Gen.Choose(0, int.MaxValue).ArrayOf(4 * events.Length)
        let named = events.Select((one, index) => one with { Sequence = null, Id = ids[index] < 3 ? $"id {ids[index]}" : null })
        let repeated = named.SelectMany((one, index) => Enumerable.Repeat(one, 1 + repeats[index])).ToArray()
        select repeated.Select((one, index) => (one, key: order[index])).OrderBy(pair => pair.key).Select(pair => pair.one).ToArray(),
        Shrink);

    /// <summary>A map of one to four stages over <see cref="Names"/>: events bound to several stages, on any channel or on one, or to none.</summary>
    public static Arbitrary<Journey> Maps { get; } = Arb.From(
        from stages in Gen.Choose(1, 4)
        from touchpoints in Gen.Choose(1, 7)
        from places in Gen.Choose(0, stages - 1).ArrayOf(touchpoints)
        from names in Gen.Elements(Names).ArrayOf(2 * touchpoints)
        from channels in OrNull(Channels).ArrayOf(2 * touchpoints)
        select MapOf(stages, places, names, channels));

    /// <summary>A map and events.</summary>
    public static Arbitrary<(Journey Map, JourneyEvent[] Events)> MapsAndEvents { get; } = Arb.From(
        from map in Maps.Generator
        from events in Events.Generator
        select (map, events),
        pair => Shrink(pair.events).Select(smaller => (pair.map, smaller)));

    /// <summary>The map for tests that need a known one: three stages, "ask" stands in two of them, "buy" on mobile means another touchpoint, "noise" and "zoë" are unknown.</summary>
    public static Journey Shop { get; } = Journey.Create("Shop", map => map
        .PersonasFrom("persona")
        .AddPersona("Family", persona => persona.ObservedAs("segment", "family"))
        .AddPersona("Pro", persona => persona.ObservedAs("plan", "pro").ObservedAs("plan", "team"))
        .AddStage("Look", stage => stage
            .AddTouchpoint("Front page", touch => touch.ObservedAs("open"))
            .AddTouchpoint("Question before", touch => touch.ObservedAs("ask")))
        .AddStage("Buy", stage => stage
            .AddTouchpoint("Basket", touch => touch.ObservedAs("buy"))
            .AddTouchpoint("App store", touch => touch.ObservedOn("mobile", "buy")))
        .AddStage("Use", stage => stage
            .AddTouchpoint("Help desk", touch => touch.ObservedAs("ask", "answer"))));

    public static JourneyEvent[] WithSequences(JourneyEvent[] events) =>
        [.. events.Select((one, index) => one with { Sequence = 7 * index, Id = index % 3 == 0 ? $"e{index}" : null })];

    /// <summary>A permutation by a seeded shuffle.</summary>
    public static T[] Shuffled<T>(IEnumerable<T> items, int seed)
    {
        T[] shuffled = [.. items];
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    /// <summary>Halves first, then single items left out.</summary>
    public static IEnumerable<T[]> Shrink<T>(T[] items)
    {
        for (int size = items.Length / 2; size > 0; size /= 2)
        {
            for (int from = 0; from + size <= items.Length; from += size) yield return [.. items[..from], .. items[(from + size)..]];
        }
    }

    private static Gen<Feedback> Answer =>
        from kind in Gen.Elements(FeedbackKind.Nps, FeedbackKind.Nps, FeedbackKind.Csat, FeedbackKind.Ces, FeedbackKind.None)
        from score in Gen.Elements(Scores)
        from question in OrNull("How was it?", "Ça va?")
        from about in Gen.Frequency((3, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("Basket", "Help desk", "front-page", "Gone")))
        select new Feedback(kind, score, question, about);

    private static Gen<string?> OrNull(params string[] values) =>
        Gen.Frequency((1, Gen.Constant<string?>(null)), (2, Gen.Elements(values).Select(value => (string?)value)));

    private static Dictionary<string, string> Named(params (string Name, string? Value)[] values) =>
        values.Where(value => value.Value is not null).ToDictionary(value => value.Name, value => value.Value!);

    private static Journey MapOf(int stages, int[] places, string[] names, string?[] channels) => Journey.Create("Random", map =>
    {
        for (int stage = 0; stage < stages; stage++)
        {
            int here = stage;
            map.AddStage($"Stage {stage}", builder =>
            {
                for (int index = 0; index < places.Length; index++)
                {
                    if (places[index] != here) continue;
                    (string Name, string? Channel)[] bindings = [(names[2 * index], channels[2 * index]), (names[(2 * index) + 1], channels[(2 * index) + 1])];
                    builder.AddTouchpoint($"Touchpoint {index}", touch =>
                    {
                        foreach ((string name, string? channel) in bindings.Distinct())
                        {
                            if (channel is null) touch.ObservedAs(name);
                            else touch.ObservedOn(channel, name);
                        }
                    });
                }
            });
        }
    });
}
