using System.Globalization;
using System.Text;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>
/// Lifecycle of the customer base by calendar period: who is new, returning, resurrected or dormant. New is who is active for the first time over the whole log, returning who was active in the period before,
/// resurrected who was active earlier but not in the period before, dormant who was active in the period before and is not any more.
/// </summary>
/// <remarks>
/// Active = new + returning + resurrected, and dormant = active before − returning. The quick ratio is (new + resurrected)/dormant: customers won for each one lost. Names differ between vendors: what is returning here
/// is "repeat" or "current" to some, and what is resurrected here "return". The result's value is the quick ratio of the last period that was observed to its end, with an interval over customers (delta method).
/// A customer's first event may lie before the log begins: those of its first periods are new only to the log.
/// </remarks>
public sealed record CustomerLifecycle : Analysis<CustomerLifecycleResult>, IDefinedByTerms
{
    /// <summary>Asks by a length of periods.</summary>
    /// <param name="unit">The length of a period.</param>
    public CustomerLifecycle(CalendarUnit unit)
    {
        if (!Enum.IsDefined(unit)) throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown calendar unit.");
        Unit = unit;
    }

    /// <summary>The length of a period.</summary>
    public CalendarUnit Unit { get; }

    /// <summary>The zone and the first day of the week; UTC and Monday by default.</summary>
    public ReportingCalendar Calendar
    {
        get;
        init => field = Given.NotNull(value);
    } = ReportingCalendar.Utc;

    /// <summary>The name of the events that make a customer active; <see langword="null"/>, the default, for any event.</summary>
    public string? EventName
    {
        get;
        init => field = Given.NameOrNull(value);
    }

    /// <summary>Until when customers were observed, where that is later than the log's last event: a period is open unless it ends by then.</summary>
    public DateTimeOffset? ObservedUntil { get; init; }

    /// <summary>The confidence level of intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    IReadOnlyList<MetricTerm> IDefinedByTerms.Terms =>
        [new("period", Unit.ToString()), MetricTerms.Calendar(Calendar), MetricTerms.Events(EventName), MetricTerms.Level(Level)];

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The log and the time of observation span more days than can be grouped by.</exception>
    public override Accumulator<CustomerLifecycleResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new CustomerLifecycleAccumulator(this, schema);
    }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(CultureInfo.InvariantCulture, $"Unit = {Unit}, Calendar = {MetricTerms.CalendarText(Calendar)}");
        builder.Append(CultureInfo.InvariantCulture, $", EventName = {EventName}, ObservedUntil = {ObservedUntil?.UtcDateTime:O}, Level = {Level:R}");
        return true;
    }
}
