using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Metrics;

/// <summary>Logs of purchases, small ones by hand and random ones with refunds and ties.</summary>
internal static class Shop
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Random events of one currency.</summary>
    public static Arbitrary<JourneyEvent[]> InOneCurrency { get; } = Arb.From(
        LogGenerator.Events.Generator.Select(events => events.Select(one => one with { Currency = one.Value is null ? null : "EUR" }).ToArray()), LogGenerator.Shrink);

    public static JourneyEvent Event(string customer, double day, string name = "order", decimal? amount = null, string? currency = null) =>
        new() { Customer = customer, Event = name, At = Start.AddDays(day), Value = amount, Currency = currency };

    public static JourneyEvent Paid(string customer, double day, decimal amount, string? currency = "EUR") => Event(customer, day, "order", amount, currency);

    public static JourneyLog Log(params JourneyEvent[] events) => JourneyLog.From(events.Select((one, index) => one with { Sequence = index }));

    /// <summary>The amounts of each customer of a list of events, for references; a customer without any has none.</summary>
    public static IEnumerable<decimal[]> ByCustomer(IEnumerable<JourneyEvent> events, Func<JourneyEvent, bool> counts) =>
        events.GroupBy(one => one.Customer).Select(customer => customer.Where(one => one.Value is not null && counts(one)).Select(one => one.Value!.Value).ToArray());

    public static string Days(double days) => TimeSpan.FromDays(days).ToString("c", CultureInfo.InvariantCulture);
}
