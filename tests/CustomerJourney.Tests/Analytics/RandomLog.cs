using CustomerJourney.Events;

namespace CustomerJourney.Tests.Analytics;

/// <summary>Small random logs, dense in ties, repeats and returns, and the order that a log must give them.</summary>
internal static class RandomLog
{
    public static DateTimeOffset Origin { get; } = new(2026, 3, 20, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Evidence: A and B for One, C on the channel app for Two, D for nothing.</summary>
    public static Journey Map { get; } = Journey.Create("Map", map => map
        .AddStage("One", stage => stage
            .AddTouchpoint("Alpha", touch => touch.On(ChannelCategory.Website).ObservedAs("A"))
            .AddTouchpoint("Beta", touch => touch.On(ChannelCategory.Website).ObservedAs("B")))
        .AddStage("Two", stage => stage
            .AddTouchpoint("Gamma", touch => touch.On(ChannelCategory.Website).ObservedOn("app", "C"))));

    /// <summary>Events in the order of arrival; each carries its sequence, so arrival does not matter.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="customers">At most so many customers.</param>
    /// <param name="most">At most so many events of each.</param>
    /// <param name="unit">The distance of instants.</param>
    /// <param name="instants">How many instants there are.</param>
    /// <param name="lasting">Whether some events last.</param>
    public static JourneyEvent[] Events(Random random, int customers, int most, TimeSpan unit, int instants, bool lasting)
    {
        List<JourneyEvent> events = [];
        for (int customer = 0; customer < customers; customer++)
        {
            for (int count = random.Next(most + 1); count > 0; count--)
            {
                DateTimeOffset at = Origin + (unit * random.Next(instants));
                events.Add(new JourneyEvent
                {
                    Customer = $"c{customer}",
                    Event = "ABCD"[random.Next(4)].ToString(),
                    At = at,
                    StartedAt = lasting && random.Next(2) == 0 ? at - (unit * random.Next(instants)) : null,
                    Sequence = events.Count,
                    Channel = random.Next(3) switch { 0 => null, 1 => "web", _ => "app" },
                });
            }
        }

        JourneyEvent[] arrived = [.. events];
        random.Shuffle(arrived);
        return arrived;
    }

    /// <summary>The traces that a log must hold.</summary>
    public static IReadOnlyList<JourneyEvent[]> Traces(IEnumerable<JourneyEvent> events) =>
    [
        .. events.GroupBy(e => e.Customer)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.OrderBy(e => e.StartedAt ?? e.At).ThenBy(e => e.At).ThenBy(e => e.Sequence).ToArray()),
    ];

    /// <summary>Just after the last event: where observation ends.</summary>
    public static long End(IEnumerable<JourneyEvent> events, DateTimeOffset? observedUntil) =>
        Math.Max(events.Select(e => e.At.UtcTicks + 1).DefaultIfEmpty(0).Max(), observedUntil?.UtcTicks ?? 0);

    /// <summary>Deals customers out to parts, at random.</summary>
    public static IReadOnlyList<JourneyEvent[]> Parts(Random random, JourneyEvent[] events, int parts)
    {
        Dictionary<string, int> partOf = events.Select(e => e.Customer).Distinct().Order(StringComparer.Ordinal).ToDictionary(customer => customer, _ => random.Next(parts));
        return [.. Enumerable.Range(0, parts).Select(part => events.Where(e => partOf[e.Customer] == part).ToArray())];
    }

    /// <summary>Asks each part, sends the answers through bytes and merges them in a random order and nesting.</summary>
    public static T Merged<T>(Random random, Analysis<T> analysis, IEnumerable<JourneyLog> parts)
    {
        List<PartialResult<T>> answers = [.. parts.Select(part => part.MeasurePart(analysis)).Select(answer => PartialResult<T>.FromBytes(analysis, answer.ToBytes()))];
        while (answers.Count > 1)
        {
            PartialResult<T> one = Take(), other = Take();
            answers.Add(one.Merge(other));
        }

        return answers[0].ToResult();

        PartialResult<T> Take()
        {
            int index = random.Next(answers.Count);
            PartialResult<T> taken = answers[index];
            answers.RemoveAt(index);
            return taken;
        }
    }

    /// <summary>A log of lines "customer event instant [channel]".</summary>
    public static JourneyLog Of(params string[] lines) => JourneyLog.From(lines.Select(line =>
    {
        string[] parts = line.Split(' ');
        return new JourneyEvent
        {
            Customer = parts[0],
            Event = parts[1],
            At = DateTimeOffset.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal),
            Channel = parts.Length > 3 ? parts[3] : null,
        };
    }));
}
