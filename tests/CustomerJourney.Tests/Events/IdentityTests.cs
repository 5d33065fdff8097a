using System.Security.Cryptography;
using System.Text;
using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Events;

public class IdentityTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];

    [Fact]
    public void Nothing_is_left_of_erased_customers() => Prop.ForAll(LogGenerator.Events, events =>
    {
        string[] erased = ["a", "B", "😀", "unknown"];
        CutReference.Agrees(events, log => log.WithoutCustomers(erased), (customer, own) => erased.Contains(customer) ? null : own);

        JourneyLog log = LogGenerator.Shop.Classify(JourneyLog.From(events)).WithoutCustomers(erased);
        JourneyEvent[] left = [.. events.Where(one => !erased.Contains(one.Customer))];
        Assert.Equal(Distinct(left.Select(one => one.Event)), log.Schema.Events);
        Assert.Equal(Distinct(left.Select(one => one.Channel)), log.Schema.Channels);
        Assert.Equal(Distinct(left.Select(one => one.Feedback?.Question)), log.Schema.Questions);
        Assert.Equal(Distinct(left.Select(one => one.Feedback?.About)), log.Columns.Feedback?.AboutNames ?? []);
        Assert.Equal(Distinct(left.Where(one => one.Value is not null).Select(one => one.Currency)), log.Schema.Currencies);
        Assert.Equal(left.Select(one => one.Id).OfType<string>().Order(StringComparer.Ordinal), (log.Columns.Ids ?? []).OfType<string>().Order(StringComparer.Ordinal));
        Assert.All(log.Quality.UnknownEventNames, name => Assert.Contains(name.Name, log.Schema.Events));
        foreach (AttributeColumn column in log.Columns.EventAttributes) Assert.Equal(Distinct(left.Select(one => one.Attributes.GetValueOrDefault(column.Name))), column.Values);

        static IEnumerable<string> Distinct(IEnumerable<string?> names) => names.OfType<string>().Distinct().Order(StringComparer.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_of_an_erased_customer_can_be_found_in_the_log()
    {
        const string Secret = "Erika Mustermann";
        JourneyEvent secret = new()
        {
            Customer = $"{Secret} 1",
            Event = $"{Secret} 2",
            At = Noon,
            Id = $"{Secret} 3",
            Channel = $"{Secret} 4",
            Feedback = new(FeedbackKind.Nps, 3, $"{Secret} 5", $"{Secret} 6"),
            Value = 1,
            Currency = $"{Secret} 7",
            Attributes = new Dictionary<string, string> { ["note"] = $"{Secret} 8" },
            CustomerAttributes = new Dictionary<string, string> { ["name"] = $"{Secret} 9" },
        };
        JourneyLog log = JourneyLog.From([secret, secret with { StartedAt = Noon.AddDays(1) }, secret with { Customer = "b", Event = "open", Id = "4", Channel = null, Feedback = null, Value = null, Attributes = null!, CustomerAttributes = null! }]);
        StagedLog erased = LogGenerator.Shop.Classify(log).WithoutCustomers([secret.Customer]);
        Assert.DoesNotContain(Secret, Everything(erased), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, erased.Quality.ToText(), StringComparison.Ordinal);
        Assert.Contains(Secret, Everything(log), StringComparison.Ordinal);
        Assert.Equal(log.Quality.RejectedByReason, erased.Quality.RejectedByReason);
        Assert.Equal((3L, 1L), (erased.Quality.RowsRead, erased.Quality.Rejected));
        Assert.Equal("Look", erased["b"].Current?.Name);
    }

    [Theory]
    [InlineData(PseudonymFormat.Base64Url, true)]
    [InlineData(PseudonymFormat.Hex, false)]
    public void Pseudonyms_change_ids_and_nothing_else(PseudonymFormat format, bool eventIds) => Prop.ForAll(LogGenerator.Events, events =>
    {
        JourneyLog log = JourneyLog.From(events, [new() { Customer = "never" }]);
        JourneyLog hidden = log.Pseudonymize(Key, format, eventIds, "device", "unknown");
        Dictionary<string, string> idOf = log.CustomerIds.ToDictionary(Hidden);
        CutReference.Same(
            CutReference.Rebuilt(
                events.Select(one => one with
                {
                    Customer = Hidden(one.Customer),
                    Id = one.Id is { } id && eventIds ? Hidden(id) : one.Id,
                    Attributes = one.Attributes.ToDictionary(pair => pair.Key, pair => Hidden(pair.Value)),
                }),
                idOf.Select(pair => (pair.Key, pair.Value)),
                log),
            hidden);
        Assert.Equal(log.Schema.ObservedUntil, hidden.Schema.ObservedUntil);
        StagedLog staged = LogGenerator.Shop.Classify(log);
        CutReference.SameStages(staged, staged.Pseudonymize(Key, format, eventIds), id => idOf[id]);

        string Hidden(string name)
        {
            byte[] hash = HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(name));
            return format == PseudonymFormat.Hex ? Convert.ToHexString(hash).ToLowerInvariant() : Convert.ToBase64String(hash).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_pseudonym_is_the_published_one()
    {
        // RFC 4231, test case 6.
        byte[] key = [.. Enumerable.Repeat((byte)0xAA, 131)];
        JourneyLog log = JourneyLog.From([One("Test Using Larger Than Block-Size Key - Hash Key First")]);
        Assert.Equal(["60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"], log.Pseudonymize(key, PseudonymFormat.Hex).CustomerIds);
        Assert.Equal(43, log.Pseudonymize(key).CustomerIds[0].Length);
    }

    [Fact]
    public void Pseudonyms_of_one_key_unite_logs()
    {
        JourneyLog first = JourneyLog.From([One("a"), One("b")]), second = JourneyLog.From([One("b")]);
        Assert.Equal(first.Append(second).Pseudonymize(Key).CustomerIds, first.Pseudonymize(Key).Append(second.Pseudonymize(Key)).CustomerIds);
        Assert.Empty(first.Pseudonymize(Key).CustomerIds.Intersect(first.Pseudonymize([.. Key.Reverse()]).CustomerIds));
    }

    [Fact]
    public async Task The_customer_of_a_session_is_hidden_too_whatever_happened_to_the_log()
    {
        JourneyLog log = JourneyLog.From([One("a"), One("b")]);
        string pseudonym = log.Pseudonymize(Key).CustomerIds.Single(id => log.WithoutCustomers(["b"]).Pseudonymize(Key).CustomerIds.Contains(id));
        JourneyLog sessions = log.BySession(TimeSpan.Zero, customerAttribute: "who");
        using MemoryStream snapshot = new();
        await sessions.WriteSnapshotAsync(snapshot);
        snapshot.Position = 0;
        foreach (JourneyLog cut in (JourneyLog[])[sessions, sessions.Sample(1), sessions.Append(sessions), await JourneyLog.ReadSnapshotAsync(snapshot)])
        {
            JourneyLog hidden = cut.Pseudonymize(Key);
            string?[] customers = [.. Enumerable.Range(0, hidden.CustomerCount).Select(session => hidden.TraceOf(session).Attribute("who"))];
            Assert.Contains(pseudonym, customers);
            Assert.DoesNotContain("a", customers);
            Assert.DoesNotContain("b", customers);
        }
    }

    [Fact]
    public void Rejected_rows_are_not_listed_any_more()
    {
        JourneyLog log = JourneyLog.From([One("a"), One("secret") with { StartedAt = Noon.AddHours(1) }]);
        Assert.Single(log.Quality.FirstRejected);
        Assert.Empty(log.Pseudonymize(Key).Quality.FirstRejected);
        Assert.Equal(1, log.Pseudonymize(Key).Quality.Rejected);
    }

    [Fact]
    public void Keys_and_formats_are_checked()
    {
        JourneyLog log = JourneyLog.From([One("a")]);
        Assert.StartsWith("The key has 31 bytes; take at least 32 from a secret store", Assert.Throws<ArgumentException>("key", () => log.Pseudonymize(Key.AsSpan(1))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("format", () => log.Pseudonymize(Key, (PseudonymFormat)2));
        Assert.Throws<ArgumentNullException>("attributes", () => log.Pseudonymize(Key, attributes: [null!]));
    }

    private static JourneyEvent One(string customer) => new() { Customer = customer, Event = "open", At = Noon };

    /// <summary>Every text that the log holds anywhere.</summary>
    private static string Everything(JourneyLog log) => string.Join('\n', ((IEnumerable<string?>)
    [
        .. log.CustomerIds, .. log.Schema.Events, .. log.Schema.Channels, .. log.Schema.Questions, .. log.Schema.Currencies, .. log.Columns.Ids ?? [],
        .. log.Columns.Feedback?.AboutNames ?? [], .. log.Columns.Feedback?.QuestionNames ?? [], .. log.Columns.Money?.CurrencyNames ?? [],
        .. log.Columns.EventAttributes.SelectMany(column => column.Values), .. log.Columns.CustomerAttributes.SelectMany(column => column.Values),
        .. log.Schema.EventAttributeColumns.SelectMany(column => column.Values), .. log.Schema.CustomerAttributeColumns.SelectMany(column => column.Values),
    ]).OfType<string>());
}
