using CustomerJourney.Events;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Events;

public class IdentityReferenceTests
{
    private static readonly string[] Ids = ["a", "b", "c", "d", "ä", "😀", "z"];

    /// <summary>Links among seven ids at four instants: rings, chains, stars and contradictions are the rule.</summary>
    private static Arbitrary<IdentityLink[]> Links { get; } = Arb.From(
        Gen.Sized(size => Gen.Choose(0, Math.Min(14, size)).SelectMany(count => Link.ArrayOf(count))), LogGenerator.Shrink);

    private static Gen<IdentityLink> Link =>
        from id in Gen.Elements(Ids)
        from customer in Gen.Elements(Ids)
        from hours in Gen.Choose(0, 3)
        from isAlias in Gen.Elements(true, false, false)
        select isAlias ? IdentityLinkTests.Alias(id, customer) : IdentityLinkTests.Seen(id, customer, hours);

    [Fact]
    public void Ids_go_where_the_reference_sends_them() => Prop.ForAll(Links, links =>
    {
        (Dictionary<string, string> customers, HashSet<string> conflicts) = IdentityReference.Resolve(links);
        JourneyLog log = JourneyLog.From(Ids.Select(id => new JourneyEvent { Customer = id, Event = $"by {id}", At = LogGenerator.Start }), options: new() { IdentityLinks = links });
        Assert.Equal(Ids.Select(id => customers.GetValueOrDefault(id, id)).Distinct().Order(StringComparer.Ordinal), log.CustomerIds);
        Assert.All(Ids, id => Assert.Contains($"by {id}", LogLines.NamesOf(log, customers.GetValueOrDefault(id, id))));
        Assert.Equal(customers.Count(pair => pair.Key != pair.Value), log.Quality.LinkedIds);
        Assert.Equal(conflicts.Order(StringComparer.Ordinal), log.Quality.FirstIdentityConflicts.Select(conflict => conflict.Id));
        Assert.All(log.Quality.FirstIdentityConflicts, conflict => Assert.Equal(customers[conflict.Id], conflict.Customer));
        Assert.Equal(conflicts.Count, log.Quality.IdentityConflicts);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_order_of_rows_and_links_gives_the_same_bits() => Prop.ForAll(LogGenerator.Events, Links, ArbMap.Default.ArbFor<int>(), (events, links, seed) =>
    {
        // The ids of the events are those of the links, so that links have rows.
        JourneyEvent[] renamed = [.. events.Select(one => one with { Customer = Ids[Array.IndexOf(LogGenerator.Customers, one.Customer)] })];
        JourneyLog log = JourneyLog.From(renamed, options: new() { IdentityLinks = links });
        JourneyLog shuffled = JourneyLog.From(LogGenerator.Shuffled(renamed, seed), options: new() { IdentityLinks = LogGenerator.Shuffled(links, seed) });
        LogColumnsComparer.Same(log, shuffled);
        Assert.Equal(log.Quality.FirstIdentityConflicts, shuffled.Quality.FirstIdentityConflicts);
        Assert.Equal(log.Quality.LinkedIds, shuffled.Quality.LinkedIds);

        // Linking is renaming: the same events with the customers' final ids are the same log, but for customers who have only their name left.
        (Dictionary<string, string> customers, _) = IdentityReference.Resolve(links);
        LogColumnsComparer.Same(log, JourneyLog.From(renamed.Select(one => one with { Customer = customers.GetValueOrDefault(one.Customer, one.Customer) })));
    }).QuickCheckThrowOnFailure();
}
