using CustomerJourney.Classification;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Support;

/// <summary>Cuts of a log the slow way: lists of events filtered, and a log made of what is left.</summary>
internal static class CutReference
{
    /// <summary>What a cut leaves of one customer: the events in the order of the log, or null where the customer is left out.</summary>
    public delegate IEnumerable<JourneyEvent>? SlowCut(string customer, JourneyEvent[] events);

    /// <summary>Cuts a log of the events, and a customer without any, and compares it with the slow cut: columns bit for bit, and of the classified log also stages, touchpoints and personas.</summary>
    public static void Agrees(JourneyEvent[] events, Func<JourneyLog, JourneyLog> cut, SlowCut slow)
    {
        JourneyLog log = JourneyLog.From(events, [new() { Customer = "never", Attributes = new Dictionary<string, string> { ["plan"] = "free" } }]);
        JourneyLog actual = cut(log);
        List<string> customers = [];
        List<JourneyEvent> kept = [];
        foreach (string customer in log.CustomerIds)
        {
            if (slow(customer, InOrder(events, customer)) is not { } left) continue;
            customers.Add(customer);
            kept.AddRange(left);
        }

        Same(Rebuilt(kept, customers.Select(customer => (customer, customer)), log), actual);
        Assert.Equal(log.Schema.ObservedUntil, actual.Schema.ObservedUntil);

        foreach (StagedLog staged in (StagedLog[])[LogGenerator.Shop.Classify(log), RuledLogs.Classifier.Classify(log)])
        {
            StagedLog cutStaged = Assert.IsType<StagedLog>(cut(staged));
            Same(actual, cutStaged);
            SameStages(staged, cutStaged, customer => customer);
            Assert.Same(staged.Rules, cutStaged.Rules);
        }
    }

    public static JourneyEvent[] InOrder(IEnumerable<JourneyEvent> events, string customer) =>
        [.. events.Where(one => one.Customer == customer).OrderBy(one => one.StartedAt ?? one.At).ThenBy(one => one.At).ThenBy(one => one.Sequence)];

    /// <summary>A log of events whose customers know what they know in another log.</summary>
    /// <param name="events">The events; what they say of their customers is passed over.</param>
    /// <param name="customers">Every customer with the id in the other log.</param>
    /// <param name="source">The other log.</param>
    /// <param name="more">Attributes that the customers have besides, by their ids in the new log.</param>
    public static JourneyLog Rebuilt(IEnumerable<JourneyEvent> events, IEnumerable<(string Customer, string Source)> customers, JourneyLog source, Func<string, (string Name, string Value)[]>? more = null) =>
        JourneyLog.From(
            events.Select(one => one with { CustomerAttributes = null! }),
            customers.Select(one => new CustomerProfile
            {
                Customer = one.Customer,
                Attributes = source.Schema.CustomerAttributes
                    .Select(name => (Name: name, Value: source.TraceOf(source.IndexOf(one.Source)).Attribute(name)!))
                    .Where(attribute => attribute.Value is not null)
                    .Concat(more?.Invoke(one.Customer) ?? [])
                    .ToDictionary(attribute => attribute.Name, attribute => attribute.Value),
            }));

    /// <summary>Compares two logs bit for bit, but for names and stages that only one of them has: a cut keeps the codes of its source.</summary>
    public static void Same(JourneyLog expected, JourneyLog actual)
    {
        Assert.Null(LogColumnsComparer.Difference(Bare(expected), Bare(actual)));
        Assert.Equal(actual.Columns.CustomerAttributes.Select(column => column.Name), actual.Schema.CustomerAttributes);
        Assert.Equal(actual.Columns.EventAttributes.Select(column => column.Name), actual.Schema.EventAttributes);
        Assert.Equal(LogSchema.RangeOf(actual.Columns), actual.Range);
    }

    /// <summary>Events, known by their sequences, keep stages and touchpoints; customers keep personas.</summary>
    public static void SameStages(StagedLog source, StagedLog cut, Func<string, string> sourceOfCustomer)
    {
        Dictionary<long, (byte, byte, int)> before = Places(source);
        foreach ((long sequence, (byte, byte, int) place) in Places(cut)) Assert.Equal(before[sequence], place);
        foreach (CustomerStage customer in cut.Customers) Assert.Same(source[sourceOfCustomer(customer.Customer)].Persona, customer.Persona);
        Assert.Same(source.Journey, cut.Schema.Journey);
        SameSilences(source, cut, DateTimeOffset.MaxValue);
    }

    /// <summary>Of the silences, those stay whose events do; at the end of a span they end, too.</summary>
    public static void SameSilences(StagedLog source, StagedLog cut, DateTimeOffset end)
    {
        HashSet<long> kept = [.. cut.Columns.Sequences ?? []];
        Assert.Equal(
            AllSilences(source).Where(entry => kept.Contains(entry.After) && entry.Ticks < end.UtcTicks).OrderBy(entry => entry.After),
            AllSilences(cut).OrderBy(entry => entry.After));
        if (cut.Columns.Silences is not { } silences) return;
        Assert.Equal(cut.CustomerCount + 1, silences.Offsets.Length);
        Assert.Equal(silences.Positions.Order(), silences.Positions);
    }

    private static IEnumerable<(long After, long Ticks, byte Stage)> AllSilences(StagedLog log) =>
        Enumerable.Range(0, log.CustomerCount).SelectMany(customer => RuledLogs.SilencesOf(log, customer));

    private static Dictionary<long, (byte Stage, byte OfAnswer, int Touchpoint)> Places(StagedLog log)
    {
        Dictionary<long, (byte, byte, int)> places = [];
        GroupBinding touchpoints = Dimension.Touchpoint.Bind(log.Schema);
        for (int customer = 0; customer < log.CustomerCount; customer++)
        {
            CustomerTrace trace = log.TraceOf(customer);
            for (int position = 0; position < trace.Length; position++)
            {
                TraceEvent one = trace[position];
                places.Add(log.Columns.Sequences![trace.Start + position], (trace.Stages[position], one.Stage, touchpoints.GroupOf(trace, one)));
            }
        }

        return places;
    }

    private static JourneyLog Bare(JourneyLog log)
    {
        JourneyLog bare = log.WithoutUnused(log.Columns, new(log.CustomerArray));
        LogColumns columns = bare.Columns with
        {
            EventAttributes = [.. bare.Columns.EventAttributes.Where(column => column.Values.Length > 0)],
            CustomerAttributes = [.. bare.Columns.CustomerAttributes.Where(column => column.Values.Length > 0).Select(column => column with { HoldsCustomerIds = false })],
            Stages = null,
            Touchpoints = null,
            Silences = null,
            Personas = null,
            Feedback = bare.Columns.Feedback is { } feedback ? feedback with { Stages = null, Touchpoints = null } : null,
        };
        return new JourneyLog(bare.Schema, columns, bare.CustomerArray, bare.Quality);
    }
}
