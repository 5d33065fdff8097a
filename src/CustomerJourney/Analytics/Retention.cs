using System.Globalization;
using System.Text;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Analytics;

/// <summary>Who comes back: customers by the calendar period in which they began, and how many are active 1, 2, 3 … periods later.</summary>
/// <remarks>
/// A customer belongs to the period of the first event that counts as a start, over the whole log. Period 0 is the cohort itself, by definition.
/// A period that was not observed to its end is open: its count is <see langword="null"/>, not 0. Takes time linear in the events.
/// </remarks>
public sealed record Retention : Analysis<RetentionResult>
{
    private const int MostPeriods = 10_000;

    /// <summary>Asks by a length of periods.</summary>
    /// <param name="unit">The length of a period.</param>
    public Retention(CalendarUnit unit)
    {
        if (!Enum.IsDefined(unit)) throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown calendar unit.");
        Unit = unit;
    }

    /// <summary>The length of a period.</summary>
    public CalendarUnit Unit { get; }

    /// <summary>The zone and the first day of the week; UTC and Monday by default.</summary>
    public ReportingCalendar Calendar { get; init; } = ReportingCalendar.Utc;

    /// <summary>What begins a customer's time; <see langword="null"/> for any event.</summary>
    public Step? Start { get; init; }

    /// <summary>What counts as coming back, at or after the start; <see langword="null"/> for any event.</summary>
    public Step? Return { get; init; }

    /// <summary>How many periods after the first are asked about, 1 to 10,000; 12 by default.</summary>
    public int Periods
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MostPeriods);
            field = value;
        }
    } = 12;

    /// <summary>Until when customers were observed, where that is later than the log's last event: a period is open unless it ends by then.</summary>
    public DateTimeOffset? ObservedUntil { get; init; }

    /// <summary>The confidence level of intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A step is a stage or a touchpoint and the log has not been classified.</exception>
    /// <exception cref="ArgumentException">A step is a stage or a touchpoint that the map does not have.</exception>
    public override Accumulator<RetentionResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new RetentionAccumulator(this, schema);
    }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        // Zones by id: their display names depend on the machine and its language.
        builder.Append(
            CultureInfo.InvariantCulture,
            $"Unit = {Unit}, Zone = {Calendar.TimeZone.Id}, FirstDayOfWeek = {Calendar.FirstDayOfWeek}, Start = {Start?.Description}, Return = {Return?.Description}");
        builder.Append(CultureInfo.InvariantCulture, $", Periods = {Periods}, ObservedUntil = {ObservedUntil?.UtcDateTime:O}, Level = {Level:R}");
        return true;
    }
}
