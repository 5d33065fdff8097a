using CustomerJourney.Classification;
using CustomerJourney.Classification.Tracking;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Classification.Tracking;

/// <summary>Documents of states: what cannot be read on is an error that says what to do, and never a wrong stage.</summary>
public class StageStateTests
{
    private static readonly Journey Shop = Journey.Create("Shop", map => map
        .AddStage("Look", stage => stage.AddTouchpoint("Page", touch => touch.ObservedAs("viewed")))
        .AddStage("Buy", stage => stage.AddTouchpoint("Checkout", touch => touch.ObservedAs("paid"))));

    [Fact]
    public async Task A_state_of_other_rules_or_another_map_is_refused()
    {
        DocumentStore store = await TrackedAsync();
        Assert.Contains("was made with another map or other rules", await FaultAsync(store, StageClassifier.Create(Shop, rules => rules.Enter("Buy", "viewed", times: 3))), StringComparison.Ordinal);
        Assert.Contains("was made with another map or other rules", await FaultAsync(store, StageClassifier.Create(Shop.With(map => map.AddStage("Leave", stage => stage.AddTouchpoint("Exit", touch => touch.ObservedAs("left")))))), StringComparison.Ordinal);
        Assert.Contains("keeps 8 visits and the tracker 9 (KeptVisits)", await FaultAsync(store, StageClassifier.Create(Shop), new() { KeptVisits = 9 }), StringComparison.Ordinal);
        // What is told of the stages that are kept may change.
        StageTracker furthest = StageClassifier.Create(Shop, rules => rules.Current(CurrentStageRule.Furthest)).Track(store);
        Assert.Equal("Buy", (await furthest.FindAsync("ann"))!.Current!.Name);
    }

    [Fact]
    public async Task A_state_of_another_version_is_refused()
    {
        DocumentStore store = await TrackedAsync();
        store["ann"] = store["ann"] with { Json = store["ann"].Json.Replace("\"format\":1,", "\"format\":2,", StringComparison.Ordinal) };
        Assert.Contains("has format 2; this version reads format 1", await FaultAsync(store, StageClassifier.Create(Shop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_state_is_refused_wherever_it_is_damaged()
    {
        DocumentStore store = await TrackedAsync();
        StageState whole = store["ann"];
        Random random = new(7);
        for (int trial = 0; trial < 2_000; trial++)
        {
            string json = whole.Json;
            int at = random.Next(json.Length);
            json = random.Next(3) switch
            {
                0 => json[..at],
                1 => json.Remove(at, Math.Min(random.Next(1, 9), json.Length - at)),
                _ => json[..at] + (char)random.Next(32, 127) + json[(at + 1)..],
            };
            store["ann"] = whole with { Json = json };
            if (json == whole.Json) continue;
            Assert.Contains("RebuildAsync", await FaultAsync(store, StageClassifier.Create(Shop)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_state_that_a_database_has_written_in_its_own_way_is_read()
    {
        DocumentStore store = await TrackedAsync();
        CustomerStage expected = (await StageClassifier.Create(Shop).Track(store).FindAsync("ann"))!;
        System.Text.Json.Nodes.JsonObject document = System.Text.Json.Nodes.JsonNode.Parse(store["ann"].Json)!.AsObject();
        System.Text.Json.Nodes.JsonObject turned = new(document.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        store["ann"] = store["ann"] with { Json = turned.ToJsonString(new() { WriteIndented = true }) };
        Assert.Equal(expected, await StageClassifier.Create(Shop).Track(store).FindAsync("ann"));
    }

    [Fact]
    public async Task A_state_that_cannot_be_read_is_made_anew_from_the_history()
    {
        DocumentStore store = await TrackedAsync();
        store["ann"] = store["ann"] with { Json = "{" };
        StageTracker tracker = StageClassifier.Create(Shop).Track(store, new() { KeptVisits = 100 });
        await Assert.ThrowsAsync<InvalidDataException>(async () => await tracker.TrackAsync(Events[0]));
        CustomerStage rebuilt = (await tracker.RebuildAsync("ann", Events))!;
        Assert.Equal(StageClassifier.Create(Shop).Classify(JourneyLog.From(Events))["ann"], rebuilt);
        Assert.Equal(TrackingOutcome.Duplicate, (await tracker.TrackAsync(Events[^1])).Outcome);
    }

    [Fact]
    public async Task A_store_that_never_saves_is_told_after_so_many_attempts()
    {
        StageTracker tracker = StageClassifier.Create(Shop).Track(new Refusing(), new() { MaximumAttempts = 3 });
        IOException error = await Assert.ThrowsAsync<IOException>(async () => await tracker.TrackAsync(Events[0]));
        Assert.Contains("'ann' was saved by others 3 times", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<IOException>(async () => await tracker.RebuildAsync("ann", Events));
    }

    private static JourneyEvent[] Events { get; } =
    [
        .. Enumerable.Range(0, 40).Select(place => new JourneyEvent
        {
            Customer = "ann",
            Event = place % 3 == 1 ? "paid" : "viewed",
            At = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(place * 20),
            Id = $"id {place}",
            Attributes = new Dictionary<string, string> { ["plan"] = "pro" },
        }),
    ];

    private static async Task<DocumentStore> TrackedAsync()
    {
        DocumentStore store = new();
        StageTracker tracker = StageClassifier.Create(Shop).Track(store);
        foreach (JourneyEvent e in Events) await tracker.TrackAsync(e);
        return store;
    }

    private static async Task<string> FaultAsync(IStageStore store, StageClassifier classifier, StageTrackerOptions? options = null) =>
        (await Assert.ThrowsAsync<InvalidDataException>(async () => await classifier.Track(store, options).FindAsync("ann"))).Message;

    private sealed class Refusing : IStageStore
    {
        public ValueTask<StageState?> FindAsync(string customer, CancellationToken cancellationToken) => new((StageState?)null);

        public ValueTask<bool> TrySaveAsync(StageState state, CancellationToken cancellationToken) => new(false);

        public ValueTask<bool> RemoveAsync(string customer, CancellationToken cancellationToken) => new(false);
    }
}
