using CustomerJourney.Events;

namespace CustomerJourney.Tests.Metrics;

/// <summary>Logs of purchases.</summary>
internal static class Orders
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static JourneyEvent Of(string customer, double day, decimal? value, string? currency = "EUR", string name = "order") =>
        new() { Customer = customer, Event = name, At = Start.AddDays(day), Value = value, Currency = currency };
}
