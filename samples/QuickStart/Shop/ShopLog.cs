using CustomerJourney.Events;

namespace QuickStart.Shop;

/// <summary>Makes half a year of a made-up shop in memory: the same seed gives the same log.</summary>
internal static class ShopLog
{
    public const int AllCustomers = 20_000;

    /// <summary>A Monday, so that weeks are whole.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    /// <summary>26 weeks later; what would happen then is not in the log.</summary>
    public static DateTimeOffset End { get; } = Start.AddDays(26 * 7);

    public static JourneyLog Create(ulong seed, bool withFaults, int customers = AllCustomers, IProgress<long>? progress = null)
    {
        ShopFaults faults = new(withFaults);
        ShopCustomer[] people = [.. Enumerable.Range(0, customers).Select(number => new ShopCustomer(seed, number, faults))];
        return JourneyLog.From(
            people.SelectMany(customer => customer.Live()),
            people.Select(customer => customer.Profile),
            new() { Strict = true, Progress = progress });
    }
}
