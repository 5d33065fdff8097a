using System.Globalization;
using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>Terms that many definitions share, in the same words.</summary>
internal static class MetricTerms
{
    public static MetricTerm Level(double level) => new("level", level.ToString("R", CultureInfo.InvariantCulture));

    public static MetricTerm Purchases(string? eventName) => new("purchases", eventName is null ? "events with an amount not below zero" : $"events named {eventName}");

    public static MetricTerm Amounts(string? eventName) => new("amounts", eventName is null ? "all" : $"of events named {eventName}");

    public static MetricTerm Events(string? eventName) => new("events", eventName is null ? "all" : $"named {eventName}");

    public static MetricTerm Currency(string? currency) => new("currency", currency switch { null => "the only one", "" => "none named", _ => currency });

    public static MetricTerm Refunds(RefundRule rule) => new("refunds", rule == RefundRule.Ignore ? "left out" : "subtracted");

    public static MetricTerm Calendar(ReportingCalendar calendar) => new("calendar", CalendarText(calendar));

    /// <summary>A calendar in words that do not depend on the machine: display names of zones do.</summary>
    public static string CalendarText(ReportingCalendar calendar) => $"{calendar.TimeZone.Id}, weeks from {calendar.FirstDayOfWeek}";

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
