using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>Revenue per customer (ARPU): the mean over customers of the sum of their amounts. Whether customers who paid nothing stand below the line is part of the question.</summary>
/// <remarks>Student's t interval over customers, not below 0 where refunds are left out, since no customer's revenue is then. Of <see cref="CustomersCounted.Paying"/> it is the revenue per paying customer (ARPPU), always the larger one.</remarks>
public sealed record RevenuePerCustomer : Analysis<RevenuePerCustomerResult>, IDefinedByTerms
{
    /// <summary>Asks about customers.</summary>
    /// <param name="counted">Who stands below the line.</param>
    public RevenuePerCustomer(CustomersCounted counted)
    {
        if (!Enum.IsDefined(counted)) throw new ArgumentOutOfRangeException(nameof(counted), counted, "Unknown choice of customers.");
        Counted = counted;
    }

    /// <summary>Who stands below the line.</summary>
    public CustomersCounted Counted { get; }

    /// <summary>The name of the events whose amounts count; <see langword="null"/>, the default, for every event that carries an amount.</summary>
    public string? EventName
    {
        get;
        init => field = Given.NameOrNull(value);
    }

    /// <summary>The currency whose amounts count, the empty text for amounts that name none; <see langword="null"/>, the default, for the only one there is: with several there is no value.</summary>
    public string? Currency { get; init; }

    /// <summary>What amounts below zero mean; they are subtracted by default.</summary>
    public RefundRule Refunds
    {
        get;
        init => field = Given.Defined(value);
    }

    /// <summary>The confidence level of intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    /// <inheritdoc/>
    public override bool IncludesCustomersWithoutEvents => Counted == CustomersCounted.All;

    IReadOnlyList<MetricTerm> IDefinedByTerms.Terms =>
    [
        new("customers", Counted switch { CustomersCounted.Paying => "with an amount", CustomersCounted.Active => "with an event", _ => "all" }),
        MetricTerms.Amounts(EventName), MetricTerms.Currency(Currency), MetricTerms.Refunds(Refunds), MetricTerms.Level(Level),
    ];

    /// <inheritdoc/>
    public override Accumulator<RevenuePerCustomerResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new Sums(this, schema);
    }

    private sealed class Sums(RevenuePerCustomer definition, LogSchema schema) : Accumulator<RevenuePerCustomerResult>
    {
        private readonly int _eventCode = definition.EventName is null ? -1 : schema.EventCode(definition.EventName);
        private readonly MoneyReading _reading = new(definition.Currency, definition.Refunds);
        private RatioSums _sums = new();
        private long _paying;

        public override void Add(in CustomerTrace trace)
        {
            Int128 units = 0;
            bool paid = false;
            for (int number = 0; number < trace.ValueCount; number++)
            {
                TraceEvent e = trace.Amount(number);
                if ((definition.EventName is not null && e.Event != _eventCode) || !_reading.TryRead(e, out long amount)) continue;
                units += amount;
                paid = true;
            }

            if (paid) _paying++;
            else if (definition.Counted == CustomersCounted.Paying) return;
            _sums.Add((double)units, 1);
        }

        public override void Merge(Accumulator<RevenuePerCustomerResult> other)
        {
            Sums part = (Sums)other;
            _reading.Merge(part._reading);
            _sums.Merge(part._sums);
            _paying += part._paying;
        }

        public override RevenuePerCustomerResult ToResult()
        {
            RatioSample sums = MoneyCounts.InMajorUnits(_sums.ToSample());
            return new RevenuePerCustomerResult
            {
                Definition = definition,
                Sample = _reading.Mixed is null ? sums with { Lowest = _reading.Lowest } : new RatioSample(0, 0, 0, 0, 0, 0),
                Customers = sums.Count,
                Paying = _paying,
                Currency = _reading.Currency,
                OtherCurrencies = _reading.OtherCurrencies,
                Refunds = _reading.Refunds,
                MixedCurrencies = _reading.Mixed,
            };
        }

        public override void Save(BinaryWriter state)
        {
            _reading.Save(state);
            _sums.Save(state);
            state.Write(_paying);
        }

        public override void Load(BinaryReader state)
        {
            _reading.Load(state);
            _sums = RatioSums.Load(state);
            _paying = KeptNumbers.ReadCount(state);
            if (_sums.ToSample() is var sums && (_paying > sums.Count || sums.Denominator != sums.Count))
                throw new InvalidDataException($"The state has {_paying} paying customers of {sums.Count}, with {sums.Denominator} below the line.");
        }
    }
}
