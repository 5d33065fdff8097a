using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Classification;

public class StageSummaryTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Journey Map = Journey.Create("Shop", map => map
        .AddStage("Look", stage => stage.AddTouchpoint("Ad", touch => touch.ObservedAs("look")))
        .AddStage("Buy", stage => stage.AddTouchpoint("Payment", touch => touch.ObservedAs("buy")))
        .AddStage("Ask", stage => stage.AddTouchpoint("Desk", touch => touch.ObservedAs("ask"))));

    [Fact]
    public void Stages_are_counted_with_returns_and_skips()
    {
        StagedLog log = Map.Classify(JourneyLog.From(
            [.. Events("returns", "look", "buy", "look"), .. Events("skips", "look", "ask", "ask"), .. Events("stays", "look", "other", "look"), .. Events("unknown", "other")],
            [new CustomerProfile { Customer = "silent" }]));
        StageSummaryResult summary = log.Measure(new StageSummary());

        Assert.Equal((5, 2), (summary.Customers, summary.WithoutStage));
        Assert.Equal(
            [("Look", 3L, 2L, 1L, 4L, 1L, 0L), ("Buy", 1L, 0L, 1L, 1L, 0L, 1L), ("Ask", 1L, 1L, 1L, 1L, 0L, 0L)],
            summary.Stages.Select(row => (row.Stage, row.Customers, row.Current, row.Furthest, row.Visits, row.Returned, row.Skipped)));
    }

    [Fact]
    public void Rows_are_what_the_visits_of_the_customers_say() =>
        Prop.ForAll(LogGenerator.Events, events =>
        {
            StagedLog log = LogGenerator.Shop.Classify(JourneyLog.From(events));
            StageSummaryResult summary = log.Measure(new StageSummary());
            CustomerStage[] customers = [.. log.Customers];
            return summary.Customers == customers.Length
                && summary.WithoutStage == customers.Count(customer => customer.Current is null)
                && summary.Stages.Sum(row => row.Current) + summary.WithoutStage == summary.Customers
                && summary.Stages.All(row =>
                    row.Customers == customers.Count(customer => customer.Visits.Any(visit => visit.Stage.Name == row.Stage))
                    && row.Current == customers.Count(customer => customer.Current?.Name == row.Stage)
                    && row.Furthest == customers.Count(customer => customer.Furthest?.Name == row.Stage)
                    && row.Visits == customers.Sum(customer => customer.Visits.Count(visit => visit.Stage.Name == row.Stage))
                    && row.Returned == customers.Count(customer => customer.Visits.Any(visit => visit.Stage.Name == row.Stage && visit.IsReturn))
                    && row.Skipped == customers.Count(customer =>
                        customer.Furthest is { } furthest && furthest.Position > LogGenerator.Shop[row.Stage].Position && customer.Visits.All(visit => visit.Stage.Name != row.Stage)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parts_add_up_through_bytes()
    {
        StageSummary question = new();
        StagedLog log = Map.Classify(JourneyLog.From([.. Events("a", "look", "buy"), .. Events("b", "ask", "look"), .. Events("c", "other")]));
        PartialResult<StageSummaryResult> parts = log.WithoutCustomers(["a"]).MeasurePart(question).Merge(
            PartialResult<StageSummaryResult>.FromBytes(question, log.WithoutCustomers(["b", "c"]).MeasurePart(question).ToBytes()));

        Assert.Equal(log.Measure(question).ToTable().Rows, parts.ToResult().ToTable().Rows);
    }

    private static IEnumerable<JourneyEvent> Events(string customer, params string[] names) =>
        names.Select((name, hour) => new JourneyEvent { Customer = customer, Event = name, At = Start.AddHours(hour) });
}
