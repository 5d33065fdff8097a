using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>Purchase frequency: purchases per customer who bought at all.</summary>
/// <remarks>Student's t interval over customers. Customers who were won late had less time to buy: compare groups that were watched equally long.</remarks>
public sealed record PurchaseFrequency : EventMetric<PurchaseFrequencyResult>, IDefinedByTerms
{
    /// <summary>The name of the events that are purchases; <see langword="null"/>, the default, for every event that carries an amount not below zero.</summary>
    public string? EventName
    {
        get;
        init => field = Given.NameOrNull(value);
    }

    /// <summary>The confidence level of intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    /// <inheritdoc/>
    public override EventSelection Reads => PurchaseRule.Reads(EventName);

    IReadOnlyList<MetricTerm> IDefinedByTerms.Terms => [MetricTerms.Purchases(EventName), MetricTerms.Level(Level)];

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Events are known by their name, which only a log can tell: measure a log.</exception>
    public override Tally<PurchaseFrequencyResult> CreateTally() => NamedEvents.WithoutLog(EventName, this, CreateTally);

    internal override Tally<PurchaseFrequencyResult> CreateTally(LogSchema schema)
    {
        NamedEvents.RequireAll(Counting, this);
        return new Purchases(this, schema);
    }

    private sealed class Purchases(PurchaseFrequency definition, LogSchema schema) : Tally<PurchaseFrequencyResult>
    {
        private readonly PurchaseRule _rule = new(definition.EventName, schema);
        private long _customers, _purchases, _squares, _ofCustomer;

        public override void Add(in TraceEvent e)
        {
            if (_rule.IsPurchase(e)) _ofCustomer++;
        }

        public override void EndCustomer()
        {
            if (_ofCustomer == 0) return;
            _customers++;
            _purchases += _ofCustomer;
            _squares += _ofCustomer * _ofCustomer;
            _ofCustomer = 0;
        }

        public override void Merge(Tally<PurchaseFrequencyResult> other)
        {
            Purchases part = (Purchases)other;
            _customers += part._customers;
            _purchases += part._purchases;
            _squares += part._squares;
        }

        public override PurchaseFrequencyResult ToResult() => new()
        {
            Definition = definition,
            Sample = new RatioSample(_customers, _purchases, _customers, _squares, _purchases, _customers) { Lowest = 1 },
            Purchases = _purchases,
            Customers = _customers,
        };

        public override void Save(BinaryWriter state)
        {
            state.Write(_customers);
            state.Write(_purchases);
            state.Write(_squares);
        }

        public override void Load(BinaryReader state)
        {
            _customers = KeptNumbers.ReadCount(state);
            _purchases = KeptNumbers.ReadCount(state);
            _squares = KeptNumbers.ReadSum(state);
            if (_purchases < _customers || _squares < _purchases || (_customers == 0 && _squares > 0)) throw new InvalidDataException($"The state has {_purchases} purchases of {_customers} customers, with {_squares} as the sum of squares.");
        }
    }
}
