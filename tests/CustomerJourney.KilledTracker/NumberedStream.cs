using System.Globalization;
using CustomerJourney.Classification;
using CustomerJourney.Classification.Tracking;
using CustomerJourney.Events;

namespace CustomerJourney.KilledTracker;

/// <summary>A stream of events, each a function of its number, and the map, rules and options by which they are tracked: the same in the process that is killed and in the test that kills it.</summary>
internal static class NumberedStream
{
    private const int Customers = 11;

    private static readonly string[] Names = ["ad_click", "view", "view", "cart", "order_paid", "ticket", "stage:Purchase", "noise"];
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>After every event and every silence that events may bring about.</summary>
    public static DateTimeOffset End => Begin.AddYears(2);

    public static StageTrackerOptions Options { get; } = new() { Lateness = TimeSpan.FromDays(4), KeptVisits = 1_000, MaximumEvents = 100_000 };

    public static StageClassifier CreateClassifier() => StageClassifier.Create(
        Journey.Create("Shop", map => map
            .AddStage("Awareness", stage => stage.AddTouchpoint("Ad", touch => touch.ObservedAs("ad_click")))
            .AddStage("Consideration", stage => stage.AddTouchpoint("Page", touch => touch.ObservedAs("view")))
            .AddStage("Purchase", stage => stage.AddTouchpoint("Payment", touch => touch.ObservedAs("order_paid")))
            .AddStage("Loyalty", stage => stage.AddTouchpoint("Other page", touch => touch.ObservedAs("view")))
            .AddStage("Lapsed")),
        rules => rules
            .EnterFromHistory()
            .Enter("Loyalty", whenEvent: "order_paid", times: 3, within: TimeSpan.FromDays(10))
            .EnterOnTotal("Loyalty", whenEvent: "ticket", atLeast: 400, currency: "EUR")
            .EnterAfterSequence("Purchase", steps => steps.Then("cart").Then("view").Without("ticket"), within: TimeSpan.FromDays(3))
            .EnterAfterSilence("Lapsed", withoutEvent: "order_paid", silence: TimeSpan.FromDays(6))
            .DormantAfter(TimeSpan.FromDays(3)));

    /// <summary>The event of a number. Time moves on by about an hour a number; events come up to a day early or late, and every tenth is the one before it come again.</summary>
    public static JourneyEvent At(int number)
    {
        int told = number % 10 == 9 ? number - 1 : number;
        ulong mixed = Mix((ulong)told);
        return new JourneyEvent
        {
            Id = told.ToString(CultureInfo.InvariantCulture),
            Customer = $"customer-{mixed % Customers}",
            Event = Names[(mixed >> 8) % (ulong)Names.Length],
            At = Begin.AddDays(10).AddHours(told + (double)((mixed >> 16) % 48) - 24),
            Value = (mixed >> 24) % 100,
            Currency = "EUR",
        };
    }

    /// <summary>SplitMix64: numbers that are neighbors give values that are not.</summary>
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
