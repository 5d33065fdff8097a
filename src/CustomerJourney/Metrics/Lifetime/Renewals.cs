using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>
/// How many customers under contract are left after each renewal: of those who began early enough for all the renewals asked for. What the shifted beta-geometric model is fitted to.
/// </summary>
/// <remarks>
/// The k-th renewal is due k periods after the day of the customer's first <see cref="From"/>; who canceled on that day or before it does not make it. Days are those of the calendar, so that a
/// contract of January 31st is renewed on the last day of February. Customers whose last renewal asked for was not observed to the end of its day are too new, and are left out altogether:
/// taking them for as long as they were seen would mix cohorts. Keeps a row of counts for each day on which somebody began.
/// </remarks>
public sealed record Renewals : Analysis<RenewalsResult>, IDefinedByTerms
{
    private const int MostRenewals = 1000;

    /// <summary>Asks for renewals.</summary>
    /// <param name="from">The event that begins a contract, compared ordinally; a customer's first one counts.</param>
    /// <param name="to">The event that ends it; the first one after that counts.</param>
    /// <param name="period">The time between renewals.</param>
    /// <param name="count">How many renewals are followed, 1…1,000.</param>
    public Renewals(string from, string to, CalendarUnit period, int count)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(from);
        ArgumentException.ThrowIfNullOrWhiteSpace(to);
        if (!Enum.IsDefined(period)) throw new ArgumentOutOfRangeException(nameof(period), period, "There is no such calendar unit.");
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostRenewals);
        (From, To, Period, Count) = (from, to, period, count);
    }

    /// <summary>The event that begins a contract.</summary>
    public string From { get; }

    /// <summary>The event that ends it.</summary>
    public string To { get; }

    /// <summary>The time between renewals.</summary>
    public CalendarUnit Period { get; }

    /// <summary>How many renewals are followed.</summary>
    public int Count { get; }

    /// <summary>Where days begin; UTC by default.</summary>
    public ReportingCalendar Calendar
    {
        get;
        init => field = Given.NotNull(value);
    } = ReportingCalendar.Utc;

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
        new("from", From),
        new("to", To),
        new("renewals", string.Create(CultureInfo.InvariantCulture, $"{Count}, one each {Period}")),
        new("time zone", Calendar.TimeZone.Id),
        new("level", Level.ToString("R", CultureInfo.InvariantCulture)),
    ];

    /// <inheritdoc/>
    public override Accumulator<RenewalsResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new Contracts(this, schema.EventCode(From), schema.EventCode(To), new PurchaseDays(schema, CalendarUnit.Day, Calendar), Math.Max(schema.ObservedUntil?.UtcTicks ?? 0, ObservedUntil?.UtcTicks ?? 0));
    }

    private sealed class Contracts(Renewals definition, int from, int to, PurchaseDays days, long observedUntil) : Accumulator<RenewalsResult>
    {
        // For the day of each beginning, how many customers made so many renewals; those not known to have canceled made all.
        private readonly SortedDictionary<int, long[]> _begun = [];
        private long _observedUntil = observedUntil;

        public override void Add(in CustomerTrace trace)
        {
            int first = from < 0 ? -1 : trace.Events.IndexOf((ushort)from);
            if (first < 0) return;
            int after = to < 0 ? -1 : trace.Events[(first + 1)..].IndexOf((ushort)to);
            int start = days.Of(trace.Ticks[first]), made = after < 0 ? definition.Count : Made(start, days.Of(trace.Ticks[first + 1 + after]));
            Row(start)[made]++;
        }

        public override void Merge(Accumulator<RenewalsResult> other)
        {
            foreach ((int day, long[] counts) in ((Contracts)other)._begun)
            {
                long[] row = Row(day);
                for (int made = 0; made < row.Length; made++) row[made] += counts[made];
            }

            _observedUntil = Math.Max(_observedUntil, ((Contracts)other)._observedUntil);
        }

        public override RenewalsResult ToResult()
        {
            // The day that was not observed to its end, if any was observed.
            int open = definition.Calendar.PeriodOf(new DateTimeOffset(Math.Min(_observedUntil, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero), CalendarUnit.Day).DayNumber;
            long[] surviving = new long[definition.Count + 1];
            long tooNew = 0;
            foreach ((int day, long[] counts) in _begun)
            {
                if (!ReportingCalendar.TryLater(DateOnly.FromDayNumber(day), definition.Period, definition.Count, out DateOnly last) || last.DayNumber >= open)
                {
                    tooNew += counts.Sum();
                    continue;
                }

                long left = 0;
                for (int made = definition.Count; made >= 0; made--) surviving[made] += left += counts[made];
            }

            return new RenewalsResult { Definition = definition, Surviving = new EqualList<long>(surviving), TooNew = tooNew };
        }

        public override void Save(BinaryWriter state)
        {
            state.Write(_observedUntil);
            state.Write(_begun.Count);
            foreach ((int day, long[] counts) in _begun)
            {
                state.Write(day);
                foreach (long count in counts) state.Write(count);
            }
        }

        public override void Load(BinaryReader state)
        {
            _observedUntil = Math.Max(_observedUntil, KeptNumbers.ReadInstant(state));
            for (int left = KeptNumbers.Count(state.ReadInt32()); left > 0; left--)
            {
                int day = state.ReadInt32();
                if (day < 0 || day > DateOnly.MaxValue.DayNumber || _begun.ContainsKey(day)) throw new InvalidDataException($"Day {day} of contracts is none, or is kept twice.");
                long[] row = Row(day);
                for (int made = 0; made < row.Length; made++) row[made] = KeptNumbers.ReadCount(state);
            }
        }

        internal override Accumulator CreateSibling(Analysis analysis, LogSchema schema) => new Contracts(definition, from, to, days, _observedUntil);

        private long[] Row(int day)
        {
            if (!_begun.TryGetValue(day, out long[]? row)) _begun.Add(day, row = new long[definition.Count + 1]);
            return row;
        }

        /// <summary>How many renewals were due before a day.</summary>
        private int Made(int start, int canceled)
        {
            int made = 0;
            while (made < definition.Count && ReportingCalendar.TryLater(DateOnly.FromDayNumber(start), definition.Period, made + 1, out DateOnly due) && due.DayNumber < canceled) made++;
            return made;
        }
    }
}
