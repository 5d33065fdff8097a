using System.Globalization;
using System.Text;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>
/// Stickiness: the mean number of customers active on a day of a window, over the customers active on any of its days (DAU/WAU for 7 days, DAU/MAU for 28 or 30). It is the mean share of the window's days
/// on which an active customer was active, from 1/window to 1.
/// </summary>
/// <remarks>
/// Days without anybody count as days. As a mean over customers it has Student's t interval over them. DAU of one day over MAU is not computed: it depends on the weekday. Days begin at midnight of the calendar's
/// zone. A window whose last day was not observed to its end is open.
/// </remarks>
public sealed record Stickiness : Analysis<StickinessResult>, IDefinedByTerms
{
    private const int MostDays = 10_000;

    /// <summary>Asks about a window of days.</summary>
    /// <param name="lastDay">The last day of the window, in the calendar's zone.</param>
    /// <param name="days">The number of days, 1 to 10,000: 7 for DAU/WAU, 28 or 30 for DAU/MAU.</param>
    public Stickiness(DateOnly lastDay, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        if (lastDay.DayNumber < days || lastDay == DateOnly.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(lastDay), lastDay, $"A window of {days} days that ends on this day lies outside of the calendar.");
        LastDay = lastDay;
        Days = days;
    }

    /// <summary>The last day of the window.</summary>
    public DateOnly LastDay { get; }

    /// <summary>The number of days of the window.</summary>
    public int Days { get; }

    /// <summary>The zone whose midnights begin days; UTC by default.</summary>
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

    /// <summary>Until when customers were observed, where that is later than the log's last event: a window that ends after it is open.</summary>
    public DateTimeOffset? ObservedUntil { get; init; }

    /// <summary>The confidence level of intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    IReadOnlyList<MetricTerm> IDefinedByTerms.Terms =>
    [
        new("window", string.Create(CultureInfo.InvariantCulture, $"{Days} days to {LastDay:yyyy-MM-dd}")),
        MetricTerms.Calendar(Calendar), MetricTerms.Events(EventName), MetricTerms.Level(Level),
    ];

    /// <inheritdoc/>
    public override Accumulator<StickinessResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new ActiveDays(this, schema);
    }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(CultureInfo.InvariantCulture, $"LastDay = {LastDay:yyyy-MM-dd}, Days = {Days}, Calendar = {MetricTerms.CalendarText(Calendar)}");
        builder.Append(CultureInfo.InvariantCulture, $", EventName = {EventName}, ObservedUntil = {ObservedUntil?.UtcDateTime:O}, Level = {Level:R}");
        return true;
    }

    private sealed class ActiveDays : Accumulator<StickinessResult>
    {
        private readonly Stickiness _definition;
        private readonly int _eventCode;
        private readonly long[] _starts;
        private readonly long[] _customersByDays;
        private readonly bool[] _active;
        private long _firstEvent;
        private long _observedUntil;

        public ActiveDays(Stickiness definition, LogSchema schema)
        {
            _definition = definition;
            _eventCode = definition.EventName is null ? -1 : schema.EventCode(definition.EventName);
            _firstEvent = LogBeginning.Of(schema);
            _observedUntil = schema.ObservedTicks(definition.ObservedUntil);
            // A day that the zone skipped is none. The last start ends the window.
            _starts =
            [
                .. definition.Calendar.PeriodsBetween(definition.LastDay.AddDays(1 - definition.Days), definition.LastDay, CalendarUnit.Day)
                    .Append(definition.LastDay.AddDays(1)).Select(day => definition.Calendar.StartOf(day).UtcTicks).Distinct(),
            ];
            _customersByDays = new long[_starts.Length - 1];
            _active = new bool[_starts.Length - 1];
        }

        private ActiveDays(ActiveDays whole)
        {
            _definition = whole._definition;
            _eventCode = whole._eventCode;
            _firstEvent = whole._firstEvent;
            _observedUntil = whole._observedUntil;
            _starts = whole._starts;
            _customersByDays = new long[whole._customersByDays.Length];
            _active = new bool[whole._active.Length];
        }

        public override void Add(in CustomerTrace trace)
        {
            ReadOnlySpan<long> ticks = trace.Ticks;
            ReadOnlySpan<ushort> events = trace.Events;
            int days = 0, day = -1;
            for (int position = 0; position < ticks.Length; position++)
            {
                long at = ticks[position];
                if (at < _starts[0] || at >= _starts[^1] || (_definition.EventName is not null && events[position] != _eventCode)) continue;
                if (day < 0 || at < _starts[day] || at >= _starts[day + 1]) day = DayOf(at);
                if (_active[day]) continue;
                _active[day] = true;
                days++;
            }

            if (days == 0) return;
            _customersByDays[days - 1]++;
            Array.Clear(_active);
        }

        public override void Merge(Accumulator<StickinessResult> other)
        {
            ActiveDays part = (ActiveDays)other;
            _firstEvent = Math.Min(_firstEvent, part._firstEvent);
            _observedUntil = Math.Max(_observedUntil, part._observedUntil);
            for (int days = 0; days < _customersByDays.Length; days++) _customersByDays[days] += part._customersByDays[days];
        }

        public override StickinessResult ToResult() => new()
        {
            Definition = _definition,
            CustomersByActiveDays = Array.AsReadOnly((long[])_customersByDays.Clone()),
            IsOpen = _observedUntil < _starts[^1],
            Unseen = LogBeginning.Warning("Stickiness", _firstEvent, _starts[0], _starts[^1], "the days before it count as days without anybody. Ask about a later window"),
        };

        public override void Save(BinaryWriter state)
        {
            state.Write(_observedUntil);
            KeptNumbers.WriteFirst(state, _firstEvent);
            foreach (long customers in _customersByDays) state.Write(customers);
        }

        public override void Load(BinaryReader state)
        {
            _observedUntil = Math.Max(_observedUntil, KeptNumbers.ReadInstant(state));
            _firstEvent = Math.Min(_firstEvent, KeptNumbers.ReadFirst(state));
            for (int days = 0; days < _customersByDays.Length; days++) _customersByDays[days] = KeptNumbers.ReadCount(state);
        }

        internal override Accumulator CreateSibling(Analysis analysis, LogSchema schema) => new ActiveDays(this);

        private int DayOf(long ticks) => Array.BinarySearch(_starts, ticks) is >= 0 and int start ? start : ~Array.BinarySearch(_starts, ticks) - 1;
    }
}
