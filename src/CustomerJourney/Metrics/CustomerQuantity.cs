using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>A number that each customer of a log has: how many events, how much revenue, on how many days active. Two of them make a <see cref="RatioMetric"/>. Equal by value.</summary>
public sealed record CustomerQuantity
{
    private CustomerQuantity(QuantityKind kind, string? eventName)
    {
        if (eventName is not null) ArgumentException.ThrowIfNullOrEmpty(eventName);
        Kind = kind;
        EventName = eventName;
    }

    /// <summary>1 for each customer.</summary>
    public static CustomerQuantity Customers { get; } = new(QuantityKind.One, null);

    internal QuantityKind Kind { get; }

    internal string? EventName { get; }

    internal ReportingCalendar Calendar { get; private init; } = ReportingCalendar.Utc;

    /// <summary>The number of a customer's events.</summary>
    /// <param name="eventName">The name of the events that count; <see langword="null"/> for all.</param>
    public static CustomerQuantity EventCount(string? eventName = null) => new(QuantityKind.Events, eventName);

    /// <summary>The sum of the amounts of a customer's events.</summary>
    /// <param name="eventName">The name of the events whose amounts count; <see langword="null"/> for all.</param>
    public static CustomerQuantity AmountSum(string? eventName = null) => new(QuantityKind.Amounts, eventName);

    /// <summary>The number of days on which a customer has events.</summary>
    /// <param name="eventName">The name of the events that count; <see langword="null"/> for all.</param>
    /// <param name="calendar">The zone whose midnights begin days; UTC by default.</param>
    public static CustomerQuantity ActiveDays(string? eventName = null, ReportingCalendar? calendar = null) =>
        new(QuantityKind.Days, eventName) { Calendar = calendar ?? ReportingCalendar.Utc };

    /// <summary>The quantity in words.</summary>
    public override string ToString() => Kind switch
    {
        QuantityKind.Events => EventName is null ? "events" : $"events named {EventName}",
        QuantityKind.Amounts => EventName is null ? "amounts" : $"amounts of {EventName}",
        QuantityKind.Days => $"active days{(EventName is null ? "" : $" by {EventName}")} ({MetricTerms.CalendarText(Calendar)})",
        _ => "customers",
    };

    /// <summary>A short name for titles: of all of it, or of one.</summary>
    internal string NameOf(bool one) => Kind switch
    {
        QuantityKind.Events => EventName ?? (one ? "event" : "events"),
        QuantityKind.Amounts => EventName is null ? "amount" : $"amount of {EventName}",
        QuantityKind.Days => one ? "active day" : "active days",
        _ => one ? "customer" : "customers",
    };
}
