using System.Globalization;
using System.Text;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>
/// N-day retention: the share of customers who came back so many days after their first event: on exactly that day (<see cref="OnDay"/>), on that day or later (<see cref="OnOrAfterDay"/>), or on any of
/// several days (<see cref="OnDays"/>). Day 0 is that of the first event, so that its share is 1 where any event counts.
/// </summary>
/// <remarks>
/// Only customers whose last day asked about was observed to its end stand below the line; the others are open. For "on or after" that is the first day asked about; what customers do later counts as
/// far as it was observed, so that a curve of such shares need not fall all the way: fewer customers have reached the later days. The first event is that of the whole log. Wilson interval. Definitions of
/// Mixpanel ("on", "on or after"), Amplitude ("N-day", "unbounded", "bracket"); cohorts by calendar period are the analysis Retention.
/// </remarks>
public sealed record ReturnRate : Analysis<ShareResult>, IDefinedByTerms
{
    private const int MostDays = 100_000;

    private ReturnRate(int firstDay, int? lastDay, ReturnClock clock)
    {
        (FirstDay, LastDay, Clock) = (firstDay, lastDay, Given.Defined(clock, nameof(clock)));
    }

    /// <summary>The first day after the first event on which coming back counts, from 0 on.</summary>
    public int FirstDay { get; }

    /// <summary>The last such day, included; <see langword="null"/> where any later day counts.</summary>
    public int? LastDay { get; }

    /// <summary>How days are told.</summary>
    public ReturnClock Clock { get; }

    /// <summary>The zone whose midnights begin days, for <see cref="ReturnClock.CalendarDays"/>; UTC by default.</summary>
    public ReportingCalendar Calendar
    {
        get;
        init => field = Given.NotNull(value);
    } = ReportingCalendar.Utc;

    /// <summary>The name of the events of which the first begins a customer's time; <see langword="null"/>, the default, for any event.</summary>
    public string? StartEvent
    {
        get;
        init => field = Given.NameOrNull(value);
    }

    /// <summary>The name of the events that count as coming back, at or after the first one; <see langword="null"/>, the default, for any event.</summary>
    public string? ReturnEvent
    {
        get;
        init => field = Given.NameOrNull(value);
    }

    /// <summary>Until when customers were observed, where that is later than the log's last event.</summary>
    public DateTimeOffset? ObservedUntil { get; init; }

    /// <summary>The confidence level of intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    IReadOnlyList<MetricTerm> IDefinedByTerms.Terms =>
    [
        new("days", DaysText),
        Clock == ReturnClock.CalendarDays ? MetricTerms.Calendar(Calendar) : new("clock", "24 hours from the first event"),
        new("start", StartEvent is null ? "any event" : $"events named {StartEvent}"),
        new("return", ReturnEvent is null ? "any event" : $"events named {ReturnEvent}"),
        MetricTerms.Level(Level),
    ];

    internal string DaysText => LastDay is not { } last ? Text($"on or after day {FirstDay}") : last == FirstDay ? Text($"on day {FirstDay}") : Text($"on days {FirstDay} to {last}");

    /// <summary>Asks who came back on exactly one day (bounded, "on").</summary>
    /// <param name="day">How many days after the first event, 0 to 100,000.</param>
    /// <param name="clock">How days are told.</param>
    public static ReturnRate OnDay(int day, ReturnClock clock) => new(Checked(day, nameof(day)), day, clock);

    /// <summary>Asks who came back on a day or at any time after it (unbounded, "on or after").</summary>
    /// <inheritdoc cref="OnDay"/>
    public static ReturnRate OnOrAfterDay(int day, ReturnClock clock) => new(Checked(day, nameof(day)), null, clock);

    /// <summary>Asks who came back on any of several days (bracket).</summary>
    /// <param name="firstDay">The first of the days after the first event, 0 to 100,000.</param>
    /// <param name="lastDay">The last of them, included; not before <paramref name="firstDay"/>.</param>
    /// <param name="clock">How days are told.</param>
    public static ReturnRate OnDays(int firstDay, int lastDay, ReturnClock clock)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Checked(lastDay, nameof(lastDay)), Checked(firstDay, nameof(firstDay)), nameof(lastDay));
        return new ReturnRate(firstDay, lastDay, clock);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The log spans more days than can be told by the calendar.</exception>
    public override Accumulator<ShareResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new ReturnRateAccumulator(this, schema);
    }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(CultureInfo.InvariantCulture, $"Days = {DaysText}, Clock = {Clock}, Calendar = {MetricTerms.CalendarText(Calendar)}");
        builder.Append(CultureInfo.InvariantCulture, $", StartEvent = {StartEvent}, ReturnEvent = {ReturnEvent}, ObservedUntil = {ObservedUntil?.UtcDateTime:O}, Level = {Level:R}");
        return true;
    }

    private static string Text(FormattableString text) => MetricTerms.Text(text);

    private static int Checked(int day, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(day, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, MostDays, name);
        return day;
    }
}
