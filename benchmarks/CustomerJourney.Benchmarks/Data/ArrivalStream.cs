using System.Globalization;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Benchmarks.Data;

/// <summary>The events of the made-up shop as they arrive one at a time: customers mixed, each event with an id, a share of them late.</summary>
internal static class ArrivalStream
{
    /// <summary>What a shop would ask of live customers: one rule of each kind, and dormancy.</summary>
    public static void Rules(StageRulesBuilder rules) => rules
        .Enter("Decision", "product_view", times: 3, within: TimeSpan.FromDays(7))
        .Enter("Loyalty", "purchase", times: 3, within: TimeSpan.FromDays(90))
        .EnterAfterSequence("Purchase", steps => steps.Then("add_to_cart").Then("payment_info").Without("return_request"), within: TimeSpan.FromDays(1))
        .EnterAfterSilence("Consideration", "add_to_cart", TimeSpan.FromDays(30))
        .DormantAfter(TimeSpan.FromDays(60));

    /// <summary>Makes events in the order of their arrival. Those that are not late arrive when they happen.</summary>
    /// <param name="events">How many.</param>
    /// <param name="lateShare">The share that arrives later than it happens, 0 to 1.</param>
    /// <param name="latest">Such events are late by less than this, all delays alike.</param>
    public static JourneyEvent[] Make(int events, double lateShare, TimeSpan latest)
    {
        EventData data = EventGenerator.Generate(events);
        SplitMix64 random = new(7);
        JourneyEvent[] stream = [.. Shop.Objects(data).Select((source, index) => source with { Id = string.Create(CultureInfo.InvariantCulture, $"e{index:D8}") })];
        long[] arrivals = new long[stream.Length];
        for (int index = 0; index < stream.Length; index++)
        {
            double late = random.NextDouble() < lateShare ? random.NextDouble() : 0;
            arrivals[index] = stream[index].At.UtcTicks + (long)(late * latest.Ticks);
        }

        Array.Sort(arrivals, stream);
        return stream;
    }
}
