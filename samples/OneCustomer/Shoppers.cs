using CustomerJourney.Events;

namespace OneCustomer;

/// <summary>Four hundred made-up customers of the shop, so that there is something to learn from: who looks at products more often buys sooner and again. The same on every machine.</summary>
internal static class Shoppers
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);

    public static IEnumerable<JourneyEvent> Events()
    {
        for (int number = 0; number < 400; number++)
        {
            Dice dice = new((ulong)number);
            string customer = $"shopper-{number:000}";
            int interest = dice.Roll(3), day = dice.Roll(90);
            yield return Event(customer, "ad_click", day);
            for (int view = dice.Roll(1 + (2 * interest)); view >= 0; view--) yield return Event(customer, "product_viewed", day + dice.Roll(6));
            if (dice.Roll(3) == 0) yield return Event(customer, "mail_opened", day + dice.Roll(10));
            bool buys = dice.Roll(100) < 5 + (35 * interest);
            for (int order = day + 7; buys && order < 150; order += 25)
            {
                yield return Event(customer, "order_paid", order) with { Value = 29.90m + dice.Roll(40), Currency = "EUR" };
                buys = dice.Roll(100) < 25 + (25 * interest);
            }
        }
    }

    private static JourneyEvent Event(string customer, string name, int day) => new() { Customer = customer, Event = name, At = Begin.AddDays(day) };

    /// <summary>SplitMix64.</summary>
    private sealed class Dice(ulong state)
    {
        private ulong _state = state * 0x9E37;

        public int Roll(int sides)
        {
            unchecked
            {
                _state += 0x9E3779B97F4A7C15;
                ulong mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
                mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
                return (int)((mixed ^ (mixed >> 31)) % (ulong)sides);
            }
        }
    }
}
