using System.Data.Common;
using System.Globalization;
using CustomerJourney;
using CustomerJourney.Classification;
using CustomerJourney.Classification.Tracking;
using CustomerJourney.Events;
using Microsoft.Data.Sqlite;

// A small CRM keeps its customers in SQLite. The stage of each lives beside the customer's row and moves with every event that comes in.
File.Delete("crm.db");
await using DbDataSource crm = SqliteFactory.Instance.CreateDataSource("Data Source=crm.db");
await using (DbCommand customers = crm.CreateCommand("CREATE TABLE customers (id TEXT PRIMARY KEY, name TEXT, owner TEXT); INSERT INTO customers VALUES ('anna', 'Anna Berg', 'Kim'), ('ben', 'Ben Ortiz', 'Kim'), ('cleo', 'Cleo Sand', 'Lou')"))
    await customers.ExecuteNonQueryAsync();

// The map says which events are evidence for a stage, the rules what else puts customers there.
Journey journey = Journey.Create("Subscription", map => map
    .AddStage("Lead", stage => stage.AddTouchpoint("Newsletter", touch => touch.ObservedAs("newsletter_opened")))
    .AddStage("Interest")
    .AddStage("Trial")
    .AddStage("Customer", stage => stage.AddTouchpoint("Payment", touch => touch.ObservedAs("order_paid")))
    .AddStage("Lapsed"));
StageClassifier classifier = StageClassifier.Create(journey, rules => rules
    .EnterFromHistory("stage:", ("marketingqualifiedlead", "Interest"), ("customer", "Customer"))   // what the CRM's own history states
    .Enter("Interest", whenEvent: "pricing_viewed", times: 3, within: TimeSpan.FromDays(7))
    .EnterAfterSequence("Trial", steps => steps.Then("trial_started").Then("colleague_invited").Without("trial_cancelled"), within: TimeSpan.FromDays(14))
    .EnterAfterSilence("Lapsed", withoutEvent: "order_paid", silence: TimeSpan.FromDays(90)));

// A table beside the customers keeps what the tracker remembers. Events may come up to two days late, in any order and again and again.
DatabaseStageStore store = new(crm);
await store.CreateTableAsync();
StageTracker tracker = classifier.Track(store, new StageTrackerOptions { Lateness = TimeSpan.FromDays(2) });

List<JourneyEvent> archive = [];
foreach (JourneyEvent arrived in Arrivals())
{
    archive.Add(arrived);
    StageChange change = await tracker.TrackAsync(arrived);
    if (change.IsDuplicate) Console.WriteLine($"{arrived.At:yyyy-MM-dd} {arrived.Customer,-4} {arrived.Event} came again: counted once");
    if (change.HasMoved) Console.WriteLine($"{arrived.At:yyyy-MM-dd} {arrived.Customer,-4} {change.Before?.Name ?? "(none)"} -> {change.After?.Name}, by {arrived.Event}");
    if (!change.IsTooLate) continue;

    // Too late to be put in its place: the whole history gives the stage anew.
    CustomerStage? rebuilt = await tracker.RebuildAsync(arrived.Customer, archive.Where(known => known.Customer == arrived.Customer));
    Console.WriteLine($"{arrived.At:yyyy-MM-dd} {arrived.Customer,-4} {arrived.Event} came too late; rebuilt: {string.Join(" -> ", rebuilt!.Visits.Select(visit => visit.Stage.Name))}");
}

// Stages are a column, so the database can join and count them.
Console.WriteLine();
await using (DbCommand join = crm.CreateCommand("SELECT c.name, c.owner, s.stage FROM customers c LEFT JOIN customer_stage s ON s.customer = c.id ORDER BY c.id"))
await using (DbDataReader row = await join.ExecuteReaderAsync())
{
    while (await row.ReadAsync()) Console.WriteLine($"{row.GetString(0),-9} of {row.GetString(1)}: {(row.IsDBNull(2) ? "(none)" : row.GetString(2))}");
}

// Silence is no event: who asks on a later day says so, and learns who has lapsed since.
CustomerStage ben = (await tracker.FindAsync("ben", asOf: Day("2026-07-01")))!;
Console.WriteLine($"\nOn 2026-07-01 ben is in {ben.Current!.Name}, since {ben.Visits[^1].Entered:yyyy-MM-dd}. Why?");
Console.Write((await tracker.ExplainAsync("ben", asOf: Day("2026-07-01")))!.ToText());

static DateTimeOffset Day(string day) => DateTimeOffset.Parse($"{day}T12:00:00Z", CultureInfo.InvariantCulture);

static IEnumerable<JourneyEvent> Arrivals()
{
    yield return Event(1, "ben", "newsletter_opened", "2026-03-02");
    yield return Event(2, "anna", "pricing_viewed", "2026-03-03");
    yield return Event(3, "anna", "pricing_viewed", "2026-03-05");
    yield return Event(4, "anna", "pricing_viewed", "2026-03-04");          // out of order, and the third within a week
    yield return Event(4, "anna", "pricing_viewed", "2026-03-04");          // again
    yield return Event(5, "ben", "stage:marketingqualifiedlead", "2026-03-06");
    yield return Event(6, "anna", "trial_started", "2026-03-09");
    yield return Event(7, "anna", "colleague_invited", "2026-03-12");
    yield return Event(8, "ben", "order_paid", "2026-03-20");
    yield return Event(9, "anna", "order_paid", "2026-03-25");
    yield return Event(10, "anna", "trial_cancelled", "2026-03-10");        // two weeks late
    yield return Event(11, "anna", "order_paid", "2026-06-20");
}

static JourneyEvent Event(int id, string customer, string name, string day) =>
    new() { Id = id.ToString(CultureInfo.InvariantCulture), Customer = customer, Event = name, At = Day(day) };
