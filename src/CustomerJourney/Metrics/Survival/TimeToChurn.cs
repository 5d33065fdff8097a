using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Survival;

/// <summary>
/// The lifetime of customers without a contract: from the first event to the last one before a silence of a stated length, by Kaplan and Meier. Whoever is not silent that long yet goes on.
/// For customers who say that they leave ask for <see cref="TimeBetween"/> instead.
/// </summary>
/// <remarks>
/// <para>That a customer left is known only a silence later. So all are followed up to one silence before observation ends: who was seen after that instant was a customer at it, and is censored there,
/// not at his last event, which would make censoring depend on what is to be found out. Who began after that instant is too new to say anything of, and is counted apart.</para>
/// <para>The first silence of the length ends a lifetime; those who came back after it are told. A longer observation therefore never changes a lifetime that has ended.</para>
/// <para>Keeps sixteen bytes for each distinct time and for each customer who is not silent that long yet.</para>
/// </remarks>
public sealed record TimeToChurn : TimeToEvent
{
    /// <summary>Asks for lifetimes.</summary>
    /// <param name="silence">How long a customer who has left is silent, more than zero. Choose it so that few come back: see <see cref="TimeToEventResult.CameBack"/>.</param>
    public TimeToChurn(TimeSpan silence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(silence, TimeSpan.Zero);
        Silence = silence;
    }

    // One silence before observation ends may lie before the first instant that there is: then all customers are too new.
    private const long BeforeAllTime = -1;

    /// <summary>How long a customer who has left is silent.</summary>
    public TimeSpan Silence { get; }

    /// <summary>The event with which a lifetime begins, compared ordinally; <see langword="null"/> for the customer's first <see cref="Activity"/>.</summary>
    public string? From { get; init; }

    /// <summary>The events that show that somebody is still a customer, compared ordinally, such as orders; <see langword="null"/> for all events.</summary>
    public string? Activity { get; init; }

    internal override string Title => "Time to churn";

    /// <inheritdoc/>
    public override Accumulator<TimeToEventResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new Lifetimes(this, From is null ? null : schema.EventCode(From), Activity is null ? null : schema.EventCode(Activity), Math.Max(BeforeAllTime, LastSeen(schema) - Silence.Ticks));
    }

    /// <inheritdoc/>
    public bool Equals(TimeToChurn? other) => base.Equals(other) && Silence == other!.Silence && From == other.From && Activity == other.Activity;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Silence, From, Activity);

    private protected override IEnumerable<MetricTerm> OwnTerms()
    {
        yield return new("from", From ?? (Activity is null ? "the first event" : $"the first {Activity}"));
        yield return new("churned", $"after a silence of {TimeText.Of(Silence)}, at the last {Activity ?? "event"} before it");
        yield return new("interval", IntervalMethod.ToString());
    }

    private sealed class Lifetimes(TimeToChurn definition, int? from, int? activity, long lastSeen) : Accumulator<TimeToEventResult>
    {
        private readonly TimeToEventState _state = new(1, [.. definition.Horizons.Select(horizon => horizon.Ticks)], null, lastSeen);
        private long _customers;
        private long _cameBack;

        public override void Add(in CustomerTrace trace)
        {
            ReadOnlySpan<long> ticks = trace.Ticks;
            ReadOnlySpan<ushort> events = trace.Events;
            int first = from is null ? 0 : from < 0 ? -1 : events.IndexOf((ushort)from);
            if (from is null && activity is { } code) first = code < 0 ? -1 : events.IndexOf((ushort)code);
            if (first < 0 || first >= ticks.Length) return;
            _customers++;
            long start = ticks[first], last = start;
            for (int position = first + 1; position < ticks.Length; position++)
            {
                if (activity is { } named && events[position] != named) continue;
                if (ticks[position] - last >= definition.Silence.Ticks)
                {
                    _cameBack++;
                    _state.AddEnded(start, last - start, 1);
                    return;
                }

                last = Math.Max(last, ticks[position]);
            }

            _state.AddOpen(start, last);
        }

        public override void Merge(Accumulator<TimeToEventResult> other)
        {
            Lifetimes part = (Lifetimes)other;
            _state.Merge(part._state);
            _customers += part._customers;
            _cameBack += part._cameBack;
        }

        public override TimeToEventResult ToResult() => new(definition, _state.ToTotals(), _customers) { CameBack = _cameBack };

        public override void Save(BinaryWriter state)
        {
            _state.Save(state);
            state.Write(_customers);
            state.Write(_cameBack);
        }

        public override void Load(BinaryReader state)
        {
            _state.Load(state);
            _customers = KeptNumbers.ReadCount(state);
            _cameBack = KeptNumbers.ReadCount(state);
        }

        internal override Accumulator CreateSibling(Analysis analysis, LogSchema schema) => new Lifetimes(definition, from, activity, _state.LastSeen);
    }
}
