using System.Data.Common;
using System.Diagnostics;
using CustomerJourney.Classification;
using CustomerJourney.Classification.Tracking;
using CustomerJourney.Events;
using Microsoft.Data.Sqlite;

namespace CustomerJourney.Tests.Classification.Tracking;

/// <summary>What a tracker does with what nobody should give it: changed dictionaries, floods of one instant, ids used twice, databases that confuse customers.</summary>
public class TrackerMisuseTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Journey Shop = Journey.Create("Shop", map => map
        .AddPersona("Ana", persona => persona.ObservedAs("segment", "family"))
        .AddPersona("Ben", persona => persona.ObservedAs("plan", "pro"))
        .AddStage("Look", stage => stage.AddTouchpoint("Page", touch => touch.ObservedAs("viewed")))
        .AddStage("Buy", stage => stage.AddTouchpoint("Checkout", touch => touch.ObservedAs("paid")))
        .AddStage("Club", stage => stage.AddTouchpoint("Card")));

    private static StageClassifier Classifier { get; } = StageClassifier.Create(Shop, rules => rules
        .Enter("Club", when => when.Event("paid").With("plan", "pro"), times: 3));

    [Fact]
    public async Task Any_events_at_all_give_the_batch_personas_repeated_ids_and_equal_events_included()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            Random random = new(seed);
            JourneyEvent[] events = [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => Any(random))];
            // Which of two events comes first that a log could order either way is told by arrival: the batch is given them in the same order.
            StageTracker tracker = Classifier.Track(options: new() { Lateness = TimeSpan.MaxValue, KeptVisits = 100 });
            foreach (JourneyEvent e in events) await tracker.TrackAsync(e);
            CustomerStage batch = Classifier.Classify(JourneyLog.From(events, options: new ReadOptions { Duplicates = DuplicateEvents.Drop }))["ann"];
            Assert.Equal(batch, await tracker.FindAsync("ann"));
            Assert.Equal(batch, await tracker.RebuildAsync("ann", events));
        }
    }

    [Fact]
    public async Task A_dictionary_that_its_owner_changes_later_changes_nothing()
    {
        StageTracker tracker = Classifier.Track(options: new() { KeptVisits = 100 });
        Dictionary<string, string> reused = new() { ["plan"] = "pro" };
        JourneyEvent[] events = [.. Enumerable.Range(0, 3).Select(minute => At("paid", minute) with { Attributes = reused, CustomerAttributes = reused })];
        foreach (JourneyEvent e in events) await tracker.TrackAsync(e);
        Assert.Equal(("Club", "Ben"), ((await tracker.FindAsync("ann"))!.Current!.Name, (await tracker.FindAsync("ann"))!.Persona!.Name));
        reused["plan"] = "free";
        // A late event has those of the horizon applied anew.
        await tracker.TrackAsync(At("viewed", -1));
        Assert.Equal(("Club", "Ben"), ((await tracker.FindAsync("ann"))!.Current!.Name, (await tracker.FindAsync("ann"))!.Persona!.Name));
    }

    [Fact]
    public async Task Names_of_attributes_are_compared_ordinally_whatever_the_dictionary_does()
    {
        Dictionary<string, string> loose = new(StringComparer.OrdinalIgnoreCase) { ["PLAN"] = "pro", ["SEGMENT"] = "family" };
        JourneyEvent[] events = [.. Enumerable.Range(0, 3).Select(minute => At("paid", minute) with { Attributes = loose, CustomerAttributes = loose })];
        StageTracker tracker = Classifier.Track(options: new() { KeptVisits = 100 });
        foreach (JourneyEvent e in events) await tracker.TrackAsync(e);
        Assert.Equal(Classifier.Classify(JourneyLog.From(events))["ann"], await tracker.FindAsync("ann"));
    }

    [Fact]
    public async Task A_rebuild_counts_all_events_of_one_instant_however_few_are_kept()
    {
        JourneyEvent[] events = [.. Enumerable.Range(0, 10).Select(place => At("paid", 0) with { Sequence = place, Attributes = new Dictionary<string, string> { ["plan"] = "pro" } })];
        StageTracker tracker = Classifier.Track(options: new() { KeptVisits = 100, MaximumEvents = 1 });
        CustomerStage rebuilt = (await tracker.RebuildAsync("ann", [.. events, .. events]))!;
        Assert.Equal(Classifier.Classify(JourneyLog.From(events))["ann"], rebuilt);
        StageChange next = await tracker.TrackAsync(At("viewed", 1));
        Assert.Equal((TrackingOutcome.Counted, 0L, 10L), (next.Outcome, next.TooLateCount, next.DuplicateCount));
    }

    [Fact]
    public async Task Personas_told_by_other_attributes_are_not_read_from_the_values_of_the_old_ones()
    {
        DocumentStore store = new();
        await Classifier.Track(store).TrackAsync(At("paid", 0) with { CustomerAttributes = new Dictionary<string, string> { ["segment"] = "family" } });
        Journey Told(params (string Persona, string Attribute, string Value)[] personas) => Journey.Create("Shop", map =>
        {
            foreach ((string persona, string attribute, string value) in personas) map.AddPersona(persona, one => one.ObservedAs(attribute, value));
            map
                .AddStage("Look", stage => stage.AddTouchpoint("Page", touch => touch.ObservedAs("viewed")))
                .AddStage("Buy", stage => stage.AddTouchpoint("Checkout", touch => touch.ObservedAs("paid")))
                .AddStage("Club", stage => stage.AddTouchpoint("Card"));
        });

        // The same attributes in another order are the same memory.
        StageTracker swapped = StageClassifier.Create(Told(("Ben", "plan", "pro"), ("Ana", "segment", "family")), Classifier.Rules).Track(store);
        Assert.Equal("Ana", (await swapped.FindAsync("ann"))!.Persona!.Name);
        StageTracker other = StageClassifier.Create(Told(("Ana", "language", "family"), ("Ben", "plan", "pro")), Classifier.Rules).Track(store);
        Assert.Contains("was made with another map or other rules", (await Assert.ThrowsAsync<InvalidDataException>(async () => await other.FindAsync("ann"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_of_one_customer_takes_time_in_proportion_to_its_events()
    {
        JourneyEvent[] events = [.. Enumerable.Range(0, 60_000).Select(second => At("paid", 0) with { At = Noon.AddSeconds(second), Id = $"{second}" })];
        TimeSpan few = await TakesAsync(20), many = await TakesAsync(20_000);
        Assert.True(many < TimeSpan.FromSeconds(15) + (20 * few), $"{few} with few events kept, {many} with many");

        async Task<TimeSpan> TakesAsync(int kept)
        {
            StageTracker tracker = Classifier.Track(options: new() { Lateness = TimeSpan.MaxValue, MaximumEvents = kept });
            long begin = Stopwatch.GetTimestamp();
            foreach (JourneyEvent e in events) await tracker.TrackAsync(e);
            return Stopwatch.GetElapsedTime(begin);
        }
    }

    [Fact]
    public async Task A_database_that_takes_two_customers_for_one_is_found_out()
    {
        string file = Path.Combine(Path.GetTempPath(), $"stages-{Guid.NewGuid():N}.db");
        try
        {
            await using DbDataSource database = SqliteFactory.Instance.CreateDataSource($"Data Source={file};Pooling=False");
            await using (DbConnection connection = await database.OpenConnectionAsync())
            {
                await using DbCommand create = connection.CreateCommand();
                create.CommandText = "CREATE TABLE customer_stage (customer TEXT COLLATE NOCASE NOT NULL PRIMARY KEY, version BIGINT NOT NULL, stage TEXT NULL, state TEXT NOT NULL)";
                await create.ExecuteNonQueryAsync();
            }

            StageTracker tracker = Classifier.Track(new DatabaseStageStore(database));
            await tracker.TrackAsync(At("paid", 0));
            InvalidDataException fault = await Assert.ThrowsAsync<InvalidDataException>(async () => await tracker.TrackAsync(At("viewed", 1) with { Customer = "ANN" }));
            Assert.Contains("takes 'ann' and 'ANN' for one customer", fault.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<InvalidDataException>(async () => await tracker.ForgetAsync("ANN"));
            Assert.Equal("Buy", (await tracker.FindAsync("ann"))!.Current!.Name);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Long_and_many_lined_ids_stay_short_and_on_one_line_in_messages()
    {
        string hostile = $"x\nFATAL: {new string('y', 100_000)}";
        StageTracker tracker = Classifier.Track();
        string message = (await Assert.ThrowsAsync<ArgumentException>(async () => await tracker.RebuildAsync("ann", [At("paid", 0) with { Customer = hostile }]))).Message;
        Assert.InRange(message.Length, 1, 1_000);
        Assert.DoesNotContain('\n', message);
    }

    private static JourneyEvent Any(Random random)
    {
        DateTimeOffset at = Noon.AddMinutes(random.Next(6));
        Feedback[] answers = [new(FeedbackKind.Nps, 9), new(FeedbackKind.Nps, 9, ""), new(FeedbackKind.Nps, 9, "q"), new(FeedbackKind.Nps, 9, null, "Page"), new(FeedbackKind.Nps, 9, "", ""), new(FeedbackKind.Csat, 9)];
        return new JourneyEvent
        {
            Customer = "ann",
            Event = Pick(random, "viewed", "paid", "noise"),
            At = at,
            StartedAt = random.Next(3) switch { 0 => at, 1 => at.AddMinutes(-1), _ => null },
            RecordedAt = random.Next(4) == 0 ? at : null,
            Sequence = random.Next(3) == 0 ? random.Next(2) : null,
            Id = random.Next(4) switch { 0 => $"{random.Next(4)}", 1 => "", _ => null },
            Channel = Pick(random, null, "", "web"),
            Currency = Pick(random, null, "", "EUR"),
            Value = random.Next(3) == 0 ? 10.0m : null,
            Feedback = random.Next(3) == 0 ? answers[random.Next(answers.Length)] : null,
            Attributes = Facts(random, "plan", "", "pro", "free"),
            CustomerAttributes = random.Next(2) == 0 ? Facts(random, "segment", "", "family", "single") : Facts(random, "plan", "pro", "free"),
        };
    }

    private static Dictionary<string, string> Facts(Random random, string name, params string[] values) =>
        random.Next(2) == 0 ? [] : new() { [name] = values[random.Next(values.Length)] };

    private static string Pick(Random random, params string?[] values) => values[random.Next(values.Length)]!;

    private static JourneyEvent At(string name, int minute) => new() { Customer = "ann", Event = name, At = Noon.AddMinutes(minute) };
}
