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
        new("window", Window is { } window ? TimeText.Of(window) : "none"),
        MetricTerms.Level(Level),
    ];

    /// <inheritdoc/>
    public override Accumulator<ShareResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new Repeats(this, schema);
    }

    private sealed class Repeats(RepeatRate definition, LogSchema schema) : Accumulator<ShareResult>
    {
        private readonly PurchaseRule _rule = new(definition.EventName, schema);
        private readonly WindowShares _shares = new(schema.ObservedTicks(definition.ObservedUntil));

        public override void Add(in CustomerTrace trace)
        {
            (long first, long second) = _rule.FirstTwo(trace);
            if (first == long.MaxValue) return;
            if (definition.Window is not { } window)
            {
                _shares.Count(long.MinValue, second < long.MaxValue ? 1 : 0, 1);
                return;
            }

            long end = first > long.MaxValue - window.Ticks ? long.MaxValue : first + window.Ticks;
            _shares.Count(end, second < end ? 1 : 0, 1);
        }

        public override void Merge(Accumulator<ShareResult> other) => _shares.Merge(((Repeats)other)._shares);

        public override ShareResult ToResult() => new()
        {
            Definition = definition,
            Name = "Repeat rate",
            Level = definition.Level,
            Hits = _shares.Hits,
            Total = _shares.Total,
            FurtherCounts = [new("Open", _shares.Open)],
            WhyNoCustomers = _shares.Open == 0 ? NoValueReason.NoData : NoValueReason.StillOpen,
            NoCustomers = _shares.Open == 0 ? "There are no customers with a purchase." : "No customer's window after the first purchase was observed to its end yet.",
        };

        public override void Save(BinaryWriter state) => _shares.Save(state);

        public override void Load(BinaryReader state) => _shares.Load(state);
    }
}
