using System.Globalization;
using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>
/// RFM: scores every customer who bought by how lately, how often and for how much, each by quantiles over all of them, and puts customers with like scores into segments.
/// </summary>
/// <remarks>
/// <para>Recency is counted in days from the calendar day of the last purchase to that of <see cref="PurchaseMetric{TResult}.AsOf"/>, or to the last day of the log. Every purchase counts for frequency, those of one
/// day too: where a log has an event for each line of an order, name the event of the order. Refunds, negative amounts, are no purchases; they are left out and counted.</para>
/// <para>Cuts are quantiles of type 7; equal figures have equal scores, so bins may be uneven or empty, which a warning says. Bins are of these customers: scores of different groups do not compare.</para>
/// <para>A fold that keeps every customer: bins need all of them. Memory for an entry each.</para>
/// </remarks>
public sealed record RecencyFrequencyMonetarySegments : PurchaseMetric<RecencyFrequencyMonetaryResult>
{
    private const int MostBins = 9;

    /// <summary>How many scores each figure has, 2…9; 5 by default. Named segments are of 5; otherwise codes are the segments.</summary>
    public int Bins
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MostBins);
            field = value;
        }
    } = 5;

    /// <summary>The calendar that says where days begin; UTC by default.</summary>
    public ReportingCalendar Calendar
    {
        get;
        init => field = Given.NotNull(value);
    } = ReportingCalendar.Utc;

    /// <inheritdoc/>
    public override Accumulator<RecencyFrequencyMonetaryResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        PurchaseReader reader = new(Event, Currency, schema, refunds: false);
        return new Customers(this, new PurchaseCustomerTable(reader, new PurchaseDays(schema, CalendarUnit.Day, Calendar), schema, AsOf, LastCounted(schema)));
    }

    private protected override IEnumerable<MetricTerm> OwnTerms()
    {
        yield return new("bins", string.Create(CultureInfo.InvariantCulture, $"{Bins}, independent quantiles"));
        yield return new("time zone", Calendar.TimeZone.Id);
    }

    /// <summary>The day to which recency is counted.</summary>
    private int EndOf(long last) =>
        Calendar.PeriodOf(AsOf ?? new DateTimeOffset(Math.Clamp(last, 0, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero), CalendarUnit.Day).DayNumber;

    private sealed class Customers(RecencyFrequencyMonetarySegments definition, PurchaseCustomerTable table) : Accumulator<RecencyFrequencyMonetaryResult>
    {
        private readonly PurchaseCustomerTable _table = table;

        public override void Add(in CustomerTrace trace) => _table.Add(trace);

        public override void Merge(Accumulator<RecencyFrequencyMonetaryResult> other) => _table.Merge(((Customers)other)._table);

        public override RecencyFrequencyMonetaryResult ToResult() => new(definition, _table, definition.EndOf(_table.Last));

        public override void Save(BinaryWriter state) => _table.Save(state);

        public override void Load(BinaryReader state) => _table.Load(state, definition.EndOf);
    }
}
