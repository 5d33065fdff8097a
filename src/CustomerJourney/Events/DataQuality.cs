using System.Globalization;
using System.Text;

namespace CustomerJourney.Events;

/// <summary>
/// What can be said of the data before any answer is taken from them: ties, repeats, days without events, customers with one event, times that lie ahead, events that the map does not know,
/// customers that act like machines. Asked with <see cref="JourneyLog.CheckQuality"/>, which adds what happened while reading, or in one pass with other questions.
/// </summary>
/// <remarks>
/// Takes time linear in the events, but for sorting within customers whose events last. Keeps one number a day and, per thread, twice <see cref="MostListed"/> suspected bots.
/// What reading left out (<see cref="DataQualityReport"/>) is not in the log any more and is not counted again.
/// </remarks>
public sealed record DataQuality : Analysis<DataQualityResult>
{
    private const int MostEverListed = 10_000;

    /// <summary>"Now": events after it lie in the future. <see langword="null"/>, the default, does not ask.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The zone in which days begin; UTC by default.</summary>
    public ReportingCalendar Calendar
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = ReportingCalendar.Utc;

    /// <summary>
    /// A customer with more events than this within any 60 seconds is a suspected bot; at least 1. 60 by default, one a second for a whole minute.
    /// <see langword="null"/> does not judge minutes: right where a source gives whole days, so that a day's events share an instant.
    /// </summary>
    public int? MostEventsPerMinute
    {
        get;
        init
        {
            if (value is int most) ArgumentOutOfRangeException.ThrowIfLessThan(most, 1, nameof(value));
            field = value;
        }
    } = 60;

    /// <summary>A customer with more events than this within any 24 hours is a suspected bot; at least 1. 1,440 by default, one a minute around the clock. <see langword="null"/> does not judge days.</summary>
    public int? MostEventsPerDay
    {
        get;
        init
        {
            if (value is int most) ArgumentOutOfRangeException.ThrowIfLessThan(most, 1, nameof(value));
            field = value;
        }
    } = 1_440;

    /// <summary>How many gaps, suspected bots and unknown names are listed each, 0 to 10,000; 20 by default. All are counted. With 0 no customer is named.</summary>
    public int MostListed
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MostEverListed);
            field = value;
        }
    } = 20;

    /// <inheritdoc/>
    public override bool IncludesCustomersWithoutEvents => true;

    internal override bool CountsCustomersOnce => false;

    /// <inheritdoc/>
    public override Accumulator<DataQualityResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new DataQualityAccumulator(this, schema);
    }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        // Zones by id: their display names depend on the machine and its language.
        builder.Append(CultureInfo.InvariantCulture, $"AsOf = {AsOf?.UtcDateTime:O}, Zone = {Calendar.TimeZone.Id}, MostEventsPerMinute = {MostEventsPerMinute}");
        builder.Append(CultureInfo.InvariantCulture, $", MostEventsPerDay = {MostEventsPerDay}, MostListed = {MostListed}");
        return true;
    }
}
