using CustomerJourney.Classification;
using CustomerJourney.Classification.Tracking;
using CustomerJourney.Events;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Classification.Tracking;

/// <summary>A tracker says what the batch says, whatever the rules, the order of arrival and the repetitions inside the horizon.</summary>
public class TrackerProperties
{
    private static readonly TimeSpan Lateness = TimeSpan.FromHours(4);

    [Fact]
    public void Any_order_and_repetition_inside_the_horizon_gives_the_batch() => Prop.ForAll(Arrivals.Cases, pair =>
    {
        (var one, int seed) = pair;
        if (one.Events.Length == 0) return;
        DateTimeOffset asOf = Arrivals.AsOf(one.Events);
        StageTracker tracker = StageClassifier.Create(one.Map, one.Rules).Track(options: new() { Lateness = Lateness, KeptVisits = 100, KeptEvents = seed % 3 * 5 });
        List<JourneyEvent> arriving = Arrivals.Jittered(one.Events, Lateness, seed);
        Assert.Equal(Arrivals.Batch(one, one.Events, asOf), Done(Arrivals.TrackAsync(tracker, arriving, asOf)));
        StageChange again = Done(tracker.TrackAsync(arriving[^1]).AsTask());
        Assert.Equal((TrackingOutcome.Duplicate, 0L, arriving.Count + 1L - one.Events.Length), (again.Outcome, again.TooLateCount, again.DuplicateCount));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_order_at_all_gives_the_batch_where_nothing_is_too_late() => Prop.ForAll(Arrivals.Cases, pair =>
    {
        (var one, int seed) = pair;
        if (one.Events.Length == 0) return;
        DateTimeOffset asOf = Arrivals.AsOf(one.Events);
        StageTracker tracker = StageClassifier.Create(one.Map, one.Rules).Track(options: new() { Lateness = TimeSpan.MaxValue, KeptVisits = 100 });
        JourneyEvent[] arriving = [.. one.Events, .. one.Events];
        new Random(seed).Shuffle(arriving);
        Assert.Equal(Arrivals.Batch(one, one.Events, asOf), Done(Arrivals.TrackAsync(tracker, arriving, asOf)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_too_late_is_counted_and_left_out_and_a_rebuild_takes_it_in() => Prop.ForAll(Arrivals.Cases, pair =>
    {
        (var one, int seed) = pair;
        if (one.Events.Length == 0) return;
        DateTimeOffset asOf = Arrivals.AsOf(one.Events);
        StageTracker tracker = StageClassifier.Create(one.Map, one.Rules).Track(options: new() { Lateness = TimeSpan.FromHours(1), KeptVisits = 100, KeptEvents = seed % 3 * 5 });
        JourneyEvent[] arriving = [.. one.Events];
        new Random(seed).Shuffle(arriving);
        List<JourneyEvent> counted = [];
        long late = 0, latest = 0;
        foreach (JourneyEvent e in arriving)
        {
            StageChange change = Done(tracker.TrackAsync(e).AsTask());
            bool isTooLate = Arrivals.Started(e) < latest - TimeSpan.FromHours(1).Ticks;
            if (isTooLate) late++;
            else counted.Add(e);
            latest = Math.Max(latest, Arrivals.Started(e));
            Assert.Equal((isTooLate ? TrackingOutcome.TooLate : TrackingOutcome.Counted, late), (change.Outcome, change.TooLateCount));
            if (isTooLate) Assert.Equal(change.Before, change.After);
        }

        Assert.Equal(Arrivals.Batch(one, counted, asOf), Done(tracker.FindAsync("ann", asOf).AsTask()));
        Done(tracker.RebuildAsync("ann", arriving).AsTask());
        Assert.Equal(Arrivals.Batch(one, one.Events, asOf), Done(tracker.FindAsync("ann", asOf).AsTask()));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_state_that_goes_through_its_document_at_every_event_is_the_same() => Prop.ForAll(Arrivals.Cases, pair =>
    {
        (var one, int seed) = pair;
        if (one.Events.Length == 0) return;
        DateTimeOffset asOf = Arrivals.AsOf(one.Events);
        StageClassifier classifier = StageClassifier.Create(one.Map, one.Rules);
        StageTrackerOptions options = new() { Lateness = Lateness, KeptVisits = 3, KeptEvents = seed % 3 * 5 };
        List<JourneyEvent> arriving = Arrivals.Jittered(one.Events, Lateness, seed);
        StageTracker live = classifier.Track(options: options), stored = classifier.Track(new DocumentStore(), options);
        foreach (JourneyEvent e in arriving) Assert.Equal(Done(live.TrackAsync(e).AsTask()), Done(stored.TrackAsync(e).AsTask()));
        Assert.Equal(Done(live.FindAsync("ann", asOf).AsTask()), Done(stored.FindAsync("ann", asOf).AsTask()));
        Assert.Equal(Done(live.FindAsync("ann").AsTask()), Done(stored.FindAsync("ann").AsTask()));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_latest_visits_are_kept_and_the_earlier_ones_counted() => Prop.ForAll(Arrivals.Cases, pair =>
    {
        (var one, _) = pair;
        if (one.Events.Length == 0) return;
        DateTimeOffset asOf = Arrivals.AsOf(one.Events);
        CustomerStage batch = Arrivals.Batch(one, one.Events, asOf)!;
        CustomerStage tracked = Done(Arrivals.TrackAsync(StageClassifier.Create(one.Map, one.Rules).Track(options: new() { KeptVisits = 2 }), one.Events, asOf))!;
        Assert.Equal(batch.Visits.TakeLast(2), tracked.Visits);
        Assert.Equal(batch.Visits.Count, tracked.EarlierVisits + tracked.Visits.Count);
        Assert.Equal(batch.Stages, tracked.Stages);
        Assert.Equal((batch.Current, batch.Latest, batch.Furthest, batch.RecencyWeighted, batch.DormantSince), (tracked.Current, tracked.Latest, tracked.Furthest, tracked.RecencyWeighted, tracked.DormantSince));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Few_kept_events_change_nothing_for_events_that_come_in_order() => Prop.ForAll(Arrivals.Cases, pair =>
    {
        (var one, _) = pair;
        // Of events that begin together none may be sealed before the others have come.
        if (one.Events.Length == 0 || one.Events.CountBy(Arrivals.Started).Any(group => group.Value > 3)) return;
        DateTimeOffset asOf = Arrivals.AsOf(one.Events);
        StageTracker tracker = StageClassifier.Create(one.Map, one.Rules).Track(options: new() { Lateness = TimeSpan.MaxValue, KeptVisits = 100, MaximumEvents = 3 });
        Assert.Equal(Arrivals.Batch(one, one.Events, asOf), Done(Arrivals.TrackAsync(tracker, one.Events, asOf)));
    }).QuickCheckThrowOnFailure();

    private static T Done<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
