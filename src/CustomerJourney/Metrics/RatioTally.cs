using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>The sums over customers behind a <see cref="RatioMetric"/>.</summary>
internal sealed class RatioTally(RatioMetric definition, LogSchema schema) : Tally<RatioMetricResult>
{
    private readonly QuantityReading _numerator = new(definition.Numerator, schema);
    private readonly QuantityReading _denominator = new(definition.Denominator, schema);
    private readonly MoneyReading _reading = new(definition.Currency, definition.Refunds);
    private RatioSums _sums = new();
    private long _withoutDenominator;

    public override void Add(in TraceEvent e)
    {
        bool above = _numerator.IsAbout(e), below = _denominator.IsAbout(e);
        // An amount is read once, though it may stand above and below the line.
        long? units = ((above && _numerator.IsMoney) || (below && _denominator.IsMoney)) && _reading.TryRead(e, out long amount) ? amount : null;
        if (above) _numerator.Add(e, units);
        if (below) _denominator.Add(e, units);
    }

    public override void EndCustomer()
    {
        Int128 above = _numerator.EndCustomer(), below = Int128.Max(0, _denominator.EndCustomer());
        if (below == 0) _withoutDenominator++;
        _sums.Add((double)above, (double)below);
    }

    public override void Merge(Tally<RatioMetricResult> other)
    {
        RatioTally part = (RatioTally)other;
        _reading.Merge(part._reading);
        _sums.Merge(part._sums);
        _withoutDenominator += part._withoutDenominator;
    }

    public override RatioMetricResult ToResult()
    {
        RatioSample sums = _sums.ToSample();
        return new RatioMetricResult
        {
            Definition = definition,
            Sample = _reading.Mixed is null ? InMajorUnits(sums) : new RatioSample(0, 0, 0, 0, 0, 0),
            Customers = sums.Count,
            WithoutDenominator = _withoutDenominator,
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
        state.Write(_withoutDenominator);
    }

    public override void Load(BinaryReader state)
    {
        _reading.Load(state);
        _sums = RatioSums.Load(state);
        _withoutDenominator = KeptNumbers.ReadCount(state);
        if (_withoutDenominator > _sums.ToSample().Count) throw new InvalidDataException($"The state has {_withoutDenominator} customers with nothing below the line, of {_sums.ToSample().Count}.");
    }

    private RatioSample InMajorUnits(RatioSample sums) =>
        MoneyCounts.InMajorUnits(sums, _numerator.IsMoney, _denominator.IsMoney) with { Lowest = _numerator.IsMoney ? _reading.Lowest : 0 };
}
