using CustomerJourney.Classification;
using CustomerJourney.Classification.Tracking;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Classification.Tracking;

public class StageTrackerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Journey Shop = Journey.Create("Shop", map => map
        .AddPersona("Ana", persona => persona.ObservedAs("segment", "family"))
        .AddStage("Look", stage => stage.AddTouchpoint("Page", touch => touch.ObservedAs("viewed")))
        .AddStage("Buy", stage => stage.AddTouchpoint("Checkout", touch => touch.ObservedAs("paid")))
        .AddStage("Lapsed", stage => stage.AddTouchpoint("Letter", touch => touch.ObservedAs("letter"))));

    private static StageClassifier Classifier { get; } = StageClassifier.Create(Shop, rules => rules.EnterAfterSilence("Lapsed", "paid", TimeSpan.FromDays(90)).DormantAfter(TimeSpan.FromDays(200)));

    [Fact]
    public async Task An_event_moves_a_customer_and_says_from_where_to_where()
    {
        StageTracker tracker = Classifier.Track();
        StageChange first = await tracker.TrackAsync(At("viewed", 0));
        Assert.Equal((null, "Look", true, TrackingOutcome.Counted), (first.Before?.Name, first.After?.Name, first.HasMoved, first.Outcome));
        StageChange second = await tracker.TrackAsync(At("paid", 1));
        Assert.Equal(("Look", "Buy", true), (second.Before?.Name, second.After?.Name, second.HasMoved));
        StageChange third = await tracker.TrackAsync(At("unheard of", 2));
        Assert.Equal(("Buy", "Buy", false), (third.Before?.Name, third.After?.Name, third.HasMoved));
        Assert.Null(await tracker.FindAsync("somebody else"));
    }

    [Fact]
    public async Task Silence_counts_up_to_the_instant_that_is_asked()
    {
        StageTracker tracker = Classifier.Track();
        await tracker.TrackAsync(At("paid", 0));
        Assert.Equal("Buy", (await tracker.FindAsync("ann"))!.Current!.Name);
        Assert.Equal("Buy", (await tracker.FindAsync("ann", Noon.AddDays(90).AddTicks(-1)))!.Current!.Name);
        CustomerStage lapsed = (await tracker.FindAsync("ann", Noon.AddDays(90)))!;
        Assert.Equal(("Lapsed", false), (lapsed.Current!.Name, lapsed.IsDormant));
        Assert.True(lapsed.Visits[^1].IsFromSilence);
        Assert.Equal(Noon.AddDays(200), (await tracker.FindAsync("ann", Noon.AddDays(201)))!.DormantSince);
        // Asking is not telling: the state is what the events made it.
        Assert.Equal("Buy", (await tracker.FindAsync("ann"))!.Current!.Name);
    }

    [Fact]
    public async Task Of_two_events_with_one_id_the_first_in_order_counts_whichever_came_first()
    {
        StageTracker tracker = Classifier.Track();
        await tracker.TrackAsync(At("paid", 30) with { Id = "7" });
        await tracker.TrackAsync(At("viewed", 20));
        StageChange again = await tracker.TrackAsync(At("paid", 10) with { Id = "7" });
        Assert.Equal((TrackingOutcome.Duplicate, "Buy", "Look"), (again.Outcome, again.Before!.Name, again.After!.Name));
        JourneyLog log = JourneyLog.From([At("paid", 30) with { Id = "7" }, At("viewed", 20), At("paid", 10) with { Id = "7" }], options: new ReadOptions { Duplicates = DuplicateEvents.Drop });
        Assert.Equal(Classifier.Classify(log)["ann"], await tracker.FindAsync("ann"));
    }

    [Fact]
    public async Task Events_without_an_id_that_differ_in_any_field_are_two()
    {
        StageTracker tracker = Classifier.Track();
        JourneyEvent paid = At("paid", 0) with { Value = 10m, Currency = "EUR", Channel = "web", Attributes = new Dictionary<string, string> { ["plan"] = "pro" } };
        JourneyEvent[] others =
        [
            paid with { Value = 11m }, paid with { Currency = "USD" }, paid with { Channel = null }, paid with { RecordedAt = Noon }, paid with { Sequence = 3 },
            paid with { Attributes = new Dictionary<string, string>() }, paid with { Attributes = new Dictionary<string, string> { ["plan"] = "free" } },
            paid with { CustomerAttributes = new Dictionary<string, string> { ["plan"] = "pro" } }, paid with { Feedback = new Feedback(FeedbackKind.Nps, 9) }, paid with { Id = "1" },
        ];
        Assert.Equal(TrackingOutcome.Counted, (await tracker.TrackAsync(paid)).Outcome);
        Assert.Equal(TrackingOutcome.Duplicate, (await tracker.TrackAsync(paid with { Value = 10.0m, Id = "" })).Outcome);
        foreach (JourneyEvent other in others) Assert.Equal(TrackingOutcome.Counted, (await tracker.TrackAsync(other)).Outcome);
        Assert.Equal(others.Length + 1L, (await tracker.FindAsync("ann"))!.Of("Buy").Events);
    }

    [Fact]
    public async Task The_persona_is_that_of_the_last_event_that_tells_it()
    {
        StageTracker tracker = Classifier.Track(options: new() { Lateness = TimeSpan.FromMinutes(5) });
        await tracker.TrackAsync(At("viewed", 0) with { CustomerAttributes = new Dictionary<string, string> { ["segment"] = "family" } });
        for (int minute = 1; minute < 60; minute++) await tracker.TrackAsync(At("viewed", minute));
        Assert.Equal("Ana", (await tracker.FindAsync("ann"))!.Persona!.Name);
        await tracker.TrackAsync(At("viewed", 60) with { CustomerAttributes = new Dictionary<string, string> { ["segment"] = "single" } });
        Assert.Null((await tracker.FindAsync("ann"))!.Persona);
    }

    [Fact]
    public async Task An_event_with_a_fault_is_refused_and_changes_nothing()
    {
        StageTracker tracker = Classifier.Track();
        JourneyDataException fault = await Assert.ThrowsAsync<JourneyDataException>(async () => await tracker.TrackAsync(At("paid", 0) with { Event = "" }));
        Assert.Contains("Event", fault.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<JourneyDataException>(async () => await tracker.TrackAsync(At("paid", 0) with { Value = 0.00001m }));
        await Assert.ThrowsAsync<JourneyDataException>(async () => await tracker.TrackAsync(At("paid", 0) with { StartedAt = Noon.AddHours(1) }));
        Assert.Null(await tracker.FindAsync("ann"));
    }

    [Fact]
    public async Task A_history_of_somebody_else_is_refused()
    {
        StageTracker tracker = Classifier.Track();
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(async () => await tracker.RebuildAsync("ann", [At("paid", 0), At("paid", 1) with { Customer = "bob" }]));
        Assert.Contains("position 2 is of the customer 'bob', not of 'ann'", error.Message, StringComparison.Ordinal);
        Assert.Null(await tracker.RebuildAsync("ann", []));
    }

    [Fact]
    public async Task The_document_of_a_state_stays_small_whatever_the_number_of_events()
    {
        DocumentStore store = new();
        StageTracker tracker = Classifier.Track(store, new() { Lateness = TimeSpan.FromMinutes(10) });
        for (int minute = 0; minute < 200; minute++) await tracker.TrackAsync(At(minute % 3 == 0 ? "paid" : "viewed", minute) with { Id = $"{minute}" });
        int early = store.Longest;
        for (int minute = 200; minute < 2_000; minute++) await tracker.TrackAsync(At(minute % 3 == 0 ? "paid" : "viewed", minute) with { Id = $"{minute}" });
        Assert.InRange(store.Longest, early, early + 100);
        Assert.InRange(early, 1, 6_000);
        Assert.Equal((await tracker.FindAsync("ann"))!.Current!.Id, store["ann"].Stage);
    }

    [Fact]
    public async Task Threads_that_track_one_customer_lose_and_double_nothing()
    {
        JourneyEvent[] events = [.. Enumerable.Range(0, 400).Select(minute => At(minute % 5 == 0 ? "paid" : "viewed", minute) with { Id = $"{minute}" })];
        StageTrackerOptions options = new() { Lateness = TimeSpan.FromDays(1), MaximumAttempts = 1_000 };
        foreach (IStageStore store in (IStageStore[])[new InMemoryStageStore(), new DocumentStore()])
        {
            StageTracker tracker = Classifier.Track(store, options);
            await Parallel.ForEachAsync(events.Concat(events), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (e, stop) => await tracker.TrackAsync(e, stop));
            StageTracker single = Classifier.Track(options: options);
            foreach (JourneyEvent e in events) await single.TrackAsync(e);
            Assert.Equal(await single.FindAsync("ann"), await tracker.FindAsync("ann"));
            Assert.Equal(400L, (await tracker.TrackAsync(events[0])).DuplicateCount - 1);
        }
    }

    [Theory]
    [InlineData("Lateness")]
    [InlineData("MaximumEvents")]
    [InlineData("KeptVisits")]
    [InlineData("KeptEvents")]
    [InlineData("MaximumAttempts")]
    public void Options_outside_their_range_are_refused(string name)
    {
        StageTrackerOptions options = name switch
        {
            "Lateness" => new() { Lateness = TimeSpan.FromTicks(-1) },
            "MaximumEvents" => new() { MaximumEvents = 0 },
            "KeptEvents" => new() { KeptEvents = -1 },
            "KeptVisits" => new() { KeptVisits = 1_001 },
            _ => new() { MaximumAttempts = 0 },
        };
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => Classifier.Track(options: options)).ParamName);
    }

    private static JourneyEvent At(string name, int minute) => new() { Customer = "ann", Event = name, At = Noon.AddMinutes(minute) };
}
