using CustomerJourney.Classification;
using CustomerJourney.Events;
using QuickStart.Shop;

namespace CustomerJourney.Tests.QuickStart;

public sealed class ShopLogTests
{
    private const int Some = 3_000;

    [Fact]
    public void The_same_seed_makes_the_same_log_and_another_seed_another()
    {
        List<JourneyEvent> first = EventsOf(seed: 5, withFaults: true);
        Assert.Equal(first, EventsOf(seed: 5, withFaults: true));
        Assert.NotEqual(first, EventsOf(seed: 6, withFaults: true));
    }

    [Fact]
    public void Faults_change_only_the_customers_whom_they_hit()
    {
        int changed = 0;
        for (int number = 0; number < Some; number++)
        {
            List<JourneyEvent> sound = [.. new ShopCustomer(1, number, new ShopFaults(false)).Live()];
            List<JourneyEvent> faulty = [.. new ShopCustomer(1, number, new ShopFaults(true)).Live()];
            if (sound.SequenceEqual(faulty)) continue;
            changed++;
            bool inBrokenWeek = faulty.Any(e => e is { Event: "checkout_started", Channel: "mobile" } && e.At >= ShopFaults.BrokenWeek && e.At < ShopFaults.BrokenWeek.AddDays(7));
            bool opened = faulty.Any(e => e.Event == "ticket_opened");
            bool readBoth = faulty.Any(e => e.Event == "returns_mail_opened") && faulty.Any(e => e.Event == "returns_page_read");
            Assert.True(inBrokenWeek || opened || readBoth, $"customer {number} differs without a reason");
        }

        Assert.InRange(changed, Some / 20, Some / 3);
    }

    [Fact]
    public void The_log_has_what_a_shop_has()
    {
        StagedLog staged = ShopMap.Create().Classify(ShopLog.Create(seed: 1, withFaults: true));
        Assert.Equal(20_000, staged.CustomerCount);
        Assert.Equal(["email", "mobile", "store", "web"], staged.Schema.Channels);
        Assert.True(staged.Range!.Value.Start >= ShopLog.Start && staged.Range.Value.End <= ShopLog.End);
        Assert.Equal(0, staged.Quality.Rejected);
        Assert.All(staged.Quality.UnknownEventNames, name => Assert.Equal("app_updated", name.Name));

        List<CustomerStage> customers = [.. staged.Customers];
        Assert.Equal(5, customers.SelectMany(customer => customer.Visits).Select(visit => visit.Stage.Name).Distinct().Count());
        Assert.Equal(["Ana", "Ben"], customers.Select(customer => customer.Persona!.Name).Distinct().Order());
        Assert.Contains(customers, customer => customer.Visits.Any(visit => visit.IsReturn && visit.IsBackward));
        Assert.Contains(customers, customer => customer.Visits.Skip(1).Any(visit => visit.SkippedStages > 0));
        Assert.Contains(customers, customer => customer.Visits.Count(visit => visit.Stage.Name == "Delivery") > 1);
    }

    private static List<JourneyEvent> EventsOf(ulong seed, bool withFaults) =>
        [.. Enumerable.Range(0, Some).SelectMany(number => new ShopCustomer(seed, number, new ShopFaults(withFaults)).Live())];
}
