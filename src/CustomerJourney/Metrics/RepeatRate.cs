using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>Repeat purchase rate: of the customers who bought once, the share who bought again, at any time or within a window after the first purchase.</summary>
/// <remarks>
/// Without a window the rate depends on how long customers were watched: those won lately had little time. With one, only customers whose window was observed to its end are below the line, whether they
/// bought again or not; the others are open. Each event that is a purchase counts as one, so an order of several lines is one event. Wilson interval.
/// </remarks>
public sealed record RepeatRate : Analysis<ShareResult>, IDefinedByTerms
{
    /// <summary>The name of the events that are purchases; <see langword="null"/>, the default, for every event that carries an amount not below zero.</summary>
    public string? EventName
    {
        get;
        init => field = Given.NameOrNull(value);
    }

    /// <summary>How long after the first purchase the second one counts, more than zero: one that comes exactly so much later is too late. <see langword="null"/>, the default, for no limit.</summary>
    public TimeSpan? Window
    {
        get;
        init => field = Given.AboveZero(value);
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
        MetricTerms.Purchases(EventName),
        new("window", Window?.ToString("c", CultureInfo.InvariantCulture) ?? "none"),
        MetricTerms.Level(Level),
    ];

    /// <inheritdoc/>
    public override Accumulator<ShareResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new Repeats(this, schema);
    }

    /// <summary>Customers by the end of their window, as long as that lies ahead: a later part of the log may close it.</summary>
    private sealed class Repeats(RepeatRate definition, LogSchema schema) : Accumulator<ShareResult>
    {
        private readonly PurchaseRule _rule = new(definition.EventName, schema);
        private readonly SortedDictionary<long, (long Hits, long Total)> _open = [];
        private long _observedUntil = schema.ObservedTicks(definition.ObservedUntil);
        private long _hits, _total;

        public override void Add(in CustomerTrace trace)
        {
            (long first, long second) = _rule.FirstTwo(trace);
            if (first == long.MaxValue) return;
            if (definition.Window is not { } window)
            {
                Count(long.MinValue, second < long.MaxValue ? 1 : 0, 1);
                return;
            }

            long end = first > long.MaxValue - window.Ticks ? long.MaxValue : first + window.Ticks;
            Count(end, second < end ? 1 : 0, 1);
        }

        public override void Merge(Accumulator<ShareResult> other)
        {
            Repeats part = (Repeats)other;
            _observedUntil = Math.Max(_observedUntil, part._observedUntil);
            _hits += part._hits;
            _total += part._total;
            foreach ((long end, (long hits, long total)) in part._open) Count(end, hits, total);
            Close();
        }

        public override ShareResult ToResult() => new()
        {
            Definition = definition,
            Name = "Repeat rate",
            Level = definition.Level,
            Hits = _hits,
            Total = _total,
            FurtherCounts = [new("Open", _open.Values.Sum(open => open.Total))],
            WhyNoCustomers = _open.Count == 0 ? NoValueReason.NoData : NoValueReason.StillOpen,
            NoCustomers = _open.Count == 0 ? "There are no customers with a purchase." : "No customer's window after the first purchase was observed to its end yet.",
        };

        public override void Save(BinaryWriter state)
        {
            state.Write(_observedUntil);
            state.Write(_hits);
            state.Write(_total);
            state.Write(_open.Count);
            foreach ((long end, (long hits, long total)) in _open)
            {
                state.Write(end);
                state.Write(hits);
                state.Write(total);
            }
        }

        public override void Load(BinaryReader state)
        {
            _observedUntil = Math.Max(_observedUntil, KeptNumbers.ReadInstant(state));
            (_hits, _total) = (KeptNumbers.ReadCount(state), KeptNumbers.ReadCount(state));
            if (_hits > _total) throw new InvalidDataException($"{_hits} customers who bought again of {_total} is not possible.");
            for (int count = state.ReadInt32(); count > 0; count--)
            {
                long end = state.ReadInt64(), hits = KeptNumbers.ReadCount(state), total = KeptNumbers.ReadCount(state);
                if (hits > total || end <= _observedUntil) throw new InvalidDataException($"The state has {hits} customers who bought again of {total} in a window that is open.");
                Count(end, hits, total);
            }
        }

        private void Count(long end, long hits, long total)
        {
            if (end <= _observedUntil)
            {
                _hits += hits;
                _total += total;
                return;
            }

            (long Hits, long Total) before = _open.GetValueOrDefault(end);
            _open[end] = (before.Hits + hits, before.Total + total);
        }

        private void Close()
        {
            long[] closed = [.. _open.Keys.TakeWhile(end => end <= _observedUntil)];
            foreach (long end in closed)
            {
                (long hits, long total) = _open[end];
                _open.Remove(end);
                Count(end, hits, total);
            }
        }
    }
}
