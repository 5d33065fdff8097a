using CustomerJourney.Events;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Events;

public class IdentityLinkTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Events_of_an_anonymous_id_go_to_the_customer_it_was_seen_with_earlier_ones_too()
    {
        JourneyLog log = From(["cookie visit", "anna sign_up", "cookie look"], Seen("cookie", "anna", 1));
        Assert.Equal(["anna"], log.CustomerIds);
        Assert.Equal(["visit", "sign_up", "look"], LogLines.NamesOf(log, "anna"));
        Assert.Equal((1L, 0L), (log.Quality.LinkedIds, log.Quality.IdentityConflicts));
    }

    [Fact]
    public void An_anonymous_id_seen_with_two_customers_goes_to_the_earliest_and_merges_nobody()
    {
        JourneyLog log = From(["tablet visit", "anna buy", "ben buy"], Seen("tablet", "ben", 5), Seen("tablet", "anna", 9));
        Assert.Equal(["anna", "ben"], log.CustomerIds);
        Assert.Equal(["visit", "buy"], LogLines.NamesOf(log, "ben"));
        Assert.Equal(["buy"], LogLines.NamesOf(log, "anna"));
        Assert.Equal(new IdentityConflict { Id = "tablet", Customer = "ben", Others = ["anna"], OtherCount = 1 }, Assert.Single(log.Quality.FirstIdentityConflicts));
        Assert.Equal((1L, 1L), (log.Quality.LinkedIds, log.Quality.IdentityConflicts));
        Assert.Contains("1 id linked to another; 1 id seen with several customers\n  id 'tablet' went to customer 'ben' and was seen with 'anna', too\n", log.Quality.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_of_one_instant_go_by_the_known_id()
    {
        Assert.Equal(["visit", "buy"], LogLines.NamesOf(From(["tablet visit", "anna buy", "ben buy"], Seen("tablet", "ben", 5), Seen("tablet", "anna", 5)), "anna"));
        // Without a time a link holds from the beginning.
        Assert.Equal(["visit", "buy"], LogLines.NamesOf(From(["tablet visit", "anna buy", "ben buy"], Seen("tablet", "anna", 0), new IdentityLink { Id = "tablet", Customer = "ben" }), "ben"));
    }

    [Theory]
    [InlineData("a>b b>c", "c")]
    [InlineData("b>c a>b", "c")]
    [InlineData("a>b c>b", "b")]
    [InlineData("b>a c>b", "a")]
    [InlineData("a>b b>a c>a", "a")]
    [InlineData("c>a a>b b>c", "a")]
    [InlineData("a>b a>c", "b", 1)]
    public void Aliases_merge_chains_and_rings_under_the_id_that_nothing_replaces(string links, string customer, long conflicts = 0)
    {
        IdentityLink[] aliases = [.. links.Split(' ').Select(link => Alias(link[..1], link[2..]))];
        JourneyLog log = From(["a one", "b two", "c three", "d four"], aliases);
        Assert.Equal([customer, "d"], log.CustomerIds);
        Assert.Equal(["one", "two", "three"], LogLines.NamesOf(log, customer));
        Assert.Equal((2L, conflicts), (log.Quality.LinkedIds, log.Quality.IdentityConflicts));
        LogColumnsComparer.Same(log, From(["a one", "b two", "c three", "d four"], [.. aliases.Reverse()]));
    }

    [Fact]
    public void Aliases_of_one_chain_do_not_contradict_each_other_even_where_one_leads_past_another()
    {
        JourneyLog log = From(["a one", "b two", "c three"], Alias("a", "b"), Alias("b", "c"), Alias("a", "c"));
        Assert.Equal(["c"], log.CustomerIds);
        Assert.Equal((2L, 0L), (log.Quality.LinkedIds, log.Quality.IdentityConflicts));
        log = From(["a one", "b two", "c three"], Alias("a", "b"), Alias("b", "c"), Alias("a", "c"), Alias("a", "x"));
        Assert.Equal(["x"], Assert.Single(log.Quality.FirstIdentityConflicts).Others);
    }

    [Fact]
    public void An_id_that_aliases_replace_by_several_merges_them_and_is_told()
    {
        JourneyLog log = From(["dev visit", "u1 buy", "u2 buy"], Alias("dev", "u1"), Alias("dev", "u2"));
        Assert.Equal(["u1"], log.CustomerIds);
        Assert.Equal([new IdentityConflict { Id = "dev", Customer = "u1", Others = ["u2"], OtherCount = 1 }], log.Quality.FirstIdentityConflicts);
    }

    [Fact]
    public void A_device_of_thousands_makes_no_long_report()
    {
        JourneyLog log = From(["dev visit"], [.. Enumerable.Range(0, 5000).Select(user => Seen("dev", $"u{user:0000}", 1 + (user % 50)))]);
        IdentityConflict conflict = Assert.Single(log.Quality.FirstIdentityConflicts);
        Assert.Equal((IdentityConflict.MostListed, 4999L), (conflict.Others.Count, conflict.OtherCount));
        Assert.EndsWith(" and 4,989 more, too", conflict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_goes_before_what_was_merely_seen()
    {
        // The cookie was seen with anna first, but the source says outright that it is ben.
        JourneyLog log = From(["cookie visit", "anna buy", "ben buy"], Seen("cookie", "anna", 0), Alias("cookie", "ben"));
        Assert.Equal(["visit", "buy"], LogLines.NamesOf(log, "ben"));
        Assert.Equal("id 'cookie' went to customer 'ben' and was seen with 'anna', too", Assert.Single(log.Quality.FirstIdentityConflicts).ToString());
    }

    [Fact]
    public void Customers_that_an_alias_merges_are_no_conflict()
    {
        JourneyLog log = From(["cookie visit", "anna buy", "ben buy"], Seen("cookie", "anna", 0), Seen("cookie", "ben", 1), Alias("ben", "anna"));
        Assert.Equal(["anna"], log.CustomerIds);
        Assert.Equal((2L, 0L), (log.Quality.LinkedIds, log.Quality.IdentityConflicts));
    }

    [Fact]
    public void Anonymous_ids_that_are_aliases_of_each_other_go_together()
    {
        JourneyLog log = From(["old visit", "new look", "anna buy"], Alias("old", "new"), Seen("old", "anna", 3), Seen("new", "ben", 4));
        Assert.Equal(["visit", "look", "buy"], LogLines.NamesOf(log, "anna"));
        Assert.Equal("id 'new' went to customer 'anna' and was seen with 'ben', too", Assert.Single(log.Quality.FirstIdentityConflicts).ToString());
    }

    [Fact]
    public void An_id_that_is_known_somewhere_is_nobodys_cookie()
    {
        JourneyLog log = From(["a one", "b two", "c three"], Seen("a", "b", 0), Seen("b", "c", 1));
        Assert.Equal(["b", "c"], log.CustomerIds);
        Assert.Equal(["one", "two"], LogLines.NamesOf(log, "b"));
        Assert.Equal("id 'b' went to customer 'b' and was seen with 'c', too", Assert.Single(log.Quality.FirstIdentityConflicts).ToString());
    }

    [Fact]
    public void Links_of_ids_that_the_log_lacks_make_no_customers_but_carry_chains()
    {
        Assert.Equal(["c", "x"], From(["a one", "x two"], Alias("a", "b"), Alias("b", "c"), Alias("p", "q"), Seen("r", "s", 0), Seen("r", "t", 1)).CustomerIds);
        Assert.Equal((1L, 0L), (From(["a one"], Alias("a", "b"), Seen("r", "s", 0), Seen("r", "t", 1)).Quality is var quality ? (quality.LinkedIds, quality.IdentityConflicts) : default));
    }

    [Fact]
    public void An_id_linked_to_itself_is_left_alone()
    {
        JourneyLog log = From(["a one"], Alias("a", "a"), Seen("a", "a", 0));
        Assert.Equal(["a"], log.CustomerIds);
        Assert.Equal((0L, 0L), (log.Quality.LinkedIds, log.Quality.IdentityConflicts));
    }

    [Fact]
    public void The_profile_of_the_id_under_which_a_customer_goes_wins_then_the_first_ordinally()
    {
        CustomerProfile[] profiles =
        [
            Profile("anna", ("plan", "pro")), Profile("cookie 1", ("plan", "free"), ("country", "DE")), Profile("cookie 2", ("plan", "team"), ("country", "FR")),
        ];
        foreach (CustomerProfile[] order in new[] { profiles, [.. profiles.Reverse()] })
        {
            JourneyLog log = JourneyLog.From([], order, new() { IdentityLinks = [Seen("cookie 1", "anna", 0), Seen("cookie 2", "anna", 0)] });
            Assert.Equal(["anna"], log.CustomerIds);
            Assert.Equal(("pro", "DE"), (log.TraceOf(0).Attribute("plan"), log.TraceOf(0).Attribute("country")));
        }
    }

    [Fact]
    public void Duplicates_are_found_after_ids_are_linked()
    {
        JourneyEvent visit = new() { Customer = "cookie", Event = "visit", At = Noon };
        JourneyLog log = JourneyLog.From([visit, visit with { Customer = "anna" }], options: new() { Duplicates = DuplicateEvents.Drop, IdentityLinks = [Alias("cookie", "anna")] });
        Assert.Equal((1L, 1L), (log.EventCount, log.Quality.DroppedDuplicates));
    }

    [Fact]
    public void Conflicts_are_listed_up_to_the_limit_and_all_counted()
    {
        IdentityLink[] links = [.. Enumerable.Range(0, 9).SelectMany(index => new[] { Seen($"t{index}", "a", 0), Seen($"t{index}", "b", 0) })];
        JourneyLog log = JourneyLog.From(Events("a one", "b two"), options: new() { IdentityLinks = links, MaxListedRows = 2 });
        Assert.Equal((9L, "t0 t1"), (log.Quality.IdentityConflicts, string.Join(' ', log.Quality.FirstIdentityConflicts.Select(conflict => conflict.Id))));
    }

    [Fact]
    public void A_link_needs_two_ids_and_a_known_kind()
    {
        Assert.Throws<ArgumentException>(() => From(["a one"], Alias("", "a")));
        Assert.Throws<ArgumentException>(() => From(["a one"], Alias("a", "\uD800")));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => new IdentityLink { Id = "a", Customer = "b", Kind = (IdentityLinkKind)7 });
        Assert.Equal(new ReadOptions { IdentityLinks = [Alias("a", "b")] }, new ReadOptions { IdentityLinks = [Alias("a", "b")] });
    }

    internal static IdentityLink Seen(string id, string customer, int hours) => new() { Id = id, Customer = customer, At = Noon.AddHours(hours) };

    internal static IdentityLink Alias(string id, string customer) => new() { Id = id, Customer = customer, Kind = IdentityLinkKind.Alias };

    private static JourneyEvent[] Events(params string[] events) =>
        [.. events.Select((text, index) => new JourneyEvent { Customer = text.Split(' ')[0], Event = text.Split(' ')[1], At = Noon.AddHours(index) })];

    private static JourneyLog From(string[] events, params IdentityLink[] links) => JourneyLog.From(Events(events), options: new() { IdentityLinks = links });

    private static CustomerProfile Profile(string customer, params (string Name, string Value)[] attributes) =>
        new() { Customer = customer, Attributes = attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value) };
}
