using CustomerJourney.Classification;
using CustomerJourney.Classification.Tracking;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Classification.Tracking;

/// <summary>What every store must do.</summary>
internal static class StoreContract
{
    private const string Hostile = "'; DROP TABLE customer_stage; --\u202ex\n日本";

    public static async Task HoldsAsync(IStageStore store)
    {
        string customer = Hostile;
        Assert.Null(await store.FindAsync(customer, default));
        StageState first = new() { Customer = customer, Version = 1, Stage = null, Json = "{\"a\":\"'\"}" };
        Assert.False(await store.TrySaveAsync(first with { Version = 2 }, default));
        Assert.Null(await store.FindAsync(customer, default));
        Assert.True(await store.TrySaveAsync(first, default));
        Assert.False(await store.TrySaveAsync(first, default));
        Assert.Equal(first, await store.FindAsync(customer, default));
        StageState second = first with { Version = 2, Stage = "buy", Json = "{}" };
        Assert.False(await store.TrySaveAsync(second with { Version = 3 }, default));
        Assert.True(await store.TrySaveAsync(second, default));
        Assert.False(await store.TrySaveAsync(second with { Stage = "other" }, default));
        Assert.Equal(second, await store.FindAsync(customer, default));
        Assert.Null(await store.FindAsync(customer.ToUpperInvariant() + "x", default));
        Assert.False(await store.RemoveAsync("nobody", default));
        Assert.True(await store.RemoveAsync(customer, default));
        Assert.Null(await store.FindAsync(customer, default));
        Assert.False(await store.TrySaveAsync(second with { Version = 3 }, default));
        Assert.True(await store.TrySaveAsync(first, default));
    }

    /// <summary>Many at once: each save has one winner.</summary>
    public static async Task HasOneWinnerAsync(IStageStore store)
    {
        for (int version = 1; version <= 5; version++)
        {
            int won = 0;
            await Parallel.ForEachAsync(Enumerable.Range(0, 8), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (attempt, stop) =>
            {
                if (await store.TrySaveAsync(new() { Customer = "ann", Version = version, Stage = $"{attempt}", Json = "{}" }, stop)) Interlocked.Increment(ref won);
            });
            Assert.Equal(1, won);
            Assert.Equal(version, (await store.FindAsync("ann", default))!.Version);
        }
    }

    /// <summary>A tracker over the store says what one in memory says.</summary>
    public static async Task ServesATrackerAsync(IStageStore store)
    {
        Journey map = Journey.Create("Shop", one => one
            .AddStage("Look", stage => stage.AddTouchpoint("Page", touch => touch.ObservedAs("viewed")))
            .AddStage("Buy", stage => stage.AddTouchpoint("Checkout", touch => touch.ObservedAs("paid"))));
        StageClassifier classifier = StageClassifier.Create(map, rules => rules.DormantAfter(TimeSpan.FromDays(1)));
        StageTracker stored = classifier.Track(store), live = classifier.Track();
        JourneyEvent[] events = [.. Enumerable.Range(0, 60).Select(place => new JourneyEvent
        {
            Customer = $"customer {place % 3}",
            Event = place % 4 == 0 ? "paid" : "viewed",
            At = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddHours(place * 7 % 60),
            Id = $"{place}",
            Feedback = place % 5 == 0 ? new Feedback(FeedbackKind.Nps, 9.5, "q", "Page") : null,
        })];
        foreach (JourneyEvent e in events.Concat(events)) Assert.Equal(await live.TrackAsync(e), await stored.TrackAsync(e));
        for (int customer = 0; customer < 3; customer++) Assert.Equal(await live.FindAsync($"customer {customer}"), await stored.FindAsync($"customer {customer}"));
        Assert.Equal(await live.RebuildAsync("customer 0", events.Where(e => e.Customer == "customer 0")), await stored.RebuildAsync("customer 0", events.Where(e => e.Customer == "customer 0")));
        Assert.True(await stored.ForgetAsync("customer 1") && await live.ForgetAsync("customer 1"));
        Assert.Null(await stored.FindAsync("customer 1"));
        JourneyEvent again = events.First(e => e.Customer == "customer 1");
        Assert.Equal((await live.TrackAsync(again), TrackingOutcome.Counted), (await stored.TrackAsync(again), (await stored.TrackAsync(again with { Id = "new" })).Outcome));
        Assert.Equal((await live.FindAsync("customer 0"))!.Current!.Id, (await store.FindAsync("customer 0", default))!.Stage);
    }
}
