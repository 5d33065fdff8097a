using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>The amounts of a group, in all and by customer, in exact sums.</summary>
internal sealed class MoneyCounts
{
    private readonly bool _isNamed;
    private readonly int _eventCode;
    private readonly SortedDictionary<long, long>? _amounts;
    private RatioSums _sums = new();
    private Int128 _customerUnits;
    private long _customerOrders;
    private bool _any;

    /// <summary>Counts nothing yet.</summary>
    /// <param name="reading">Which amounts count.</param>
    /// <param name="eventName">The name of the events whose amounts count; null for all.</param>
    /// <param name="schema">The names of the log.</param>
    /// <param name="keepsAmounts">Whether each amount is kept, as the median needs.</param>
    public MoneyCounts(MoneyReading reading, string? eventName, LogSchema schema, bool keepsAmounts)
    {
        Reading = reading;
        _isNamed = eventName is not null;
        _eventCode = eventName is null ? -1 : schema.EventCode(eventName);
        _amounts = keepsAmounts ? [] : null;
    }

    public MoneyReading Reading { get; }

    /// <summary>Amounts that count and are not below zero.</summary>
    public long Orders { get; private set; }

    /// <summary>Events of the name asked for that carry no amount.</summary>
    public long Missing { get; private set; }

    /// <summary>Customers with an amount that counts.</summary>
    public long Customers { get; private set; }

    /// <summary>The sum of amounts that count, in ten-thousandths.</summary>
    public Int128 Units { get; private set; }

    /// <summary>Amount per order, customers being the sample; empty where currencies are mixed.</summary>
    public RatioSample PerOrder => Reading.Mixed is null ? InMajorUnits(_sums.ToSample()) with { Lowest = Reading.Lowest } : None;

    /// <summary>Amount per customer with an amount; empty where currencies are mixed.</summary>
    public RatioSample PerCustomer => PerOrder is var sample && sample.Count == 0 ? None
        : new RatioSample(sample.Count, sample.Numerator, sample.Count, sample.SquaredNumerators, sample.Numerator, sample.Count) { Lowest = sample.Lowest };

    /// <summary>The middle one of the amounts not below zero, or the mean of the two middle ones.</summary>
    public double? Median
    {
        get
        {
            if (Orders == 0 || Reading.Mixed is not null) return null;
            return ((double)AmountAt((Orders - 1) / 2) + AmountAt(Orders / 2)) / 2 / MoneyUnits.PerOne;
        }
    }

    private static RatioSample None { get; } = new(0, 0, 0, 0, 0, 0);

    public void Add(in TraceEvent e)
    {
        if (_isNamed && e.Event != _eventCode) return;
        if (e.MoneyIndex < 0)
        {
            Missing++;
            return;
        }

        if (!Reading.TryRead(e, out long units)) return;
        _any = true;
        _customerUnits += units;
        if (units < 0) return;
        _customerOrders++;
        Orders++;
        if (_amounts is not null) _amounts[units] = _amounts.GetValueOrDefault(units) + 1;
    }

    public void EndCustomer()
    {
        if (!_any) return;
        Customers++;
        Units += _customerUnits;
        _sums.Add((double)_customerUnits, _customerOrders);
        (_customerUnits, _customerOrders, _any) = (0, 0, false);
    }

    public void Merge(MoneyCounts other)
    {
        Reading.Merge(other.Reading);
        Orders += other.Orders;
        Missing += other.Missing;
        Customers += other.Customers;
        Units += other.Units;
        _sums.Merge(other._sums);
        foreach ((long units, long count) in other._amounts ?? []) _amounts![units] = _amounts.GetValueOrDefault(units) + count;
    }

    public void Save(BinaryWriter state)
    {
        Reading.Save(state);
        state.Write(Orders);
        state.Write(Missing);
        state.Write(Customers);
        KeptNumbers.Write(state, Units);
        _sums.Save(state);
        if (_amounts is null) return;
        state.Write(_amounts.Count);
        foreach ((long units, long count) in _amounts)
        {
            state.Write(units);
            state.Write(count);
        }
    }

    public void Load(BinaryReader state)
    {
        Reading.Load(state);
        Orders = KeptNumbers.ReadCount(state);
        Missing = KeptNumbers.ReadCount(state);
        Customers = KeptNumbers.ReadCount(state);
        Units = KeptNumbers.ReadInt128(state);
        _sums = RatioSums.Load(state);
        if (_sums.ToSample().Count != Customers) throw new InvalidDataException($"The state has {Customers} customers and sums over {_sums.ToSample().Count}.");
        if (_amounts is null) return;
        for (int count = state.ReadInt32(); count > 0; count--)
        {
            long units = state.ReadInt64();
            if (units < 0 || !_amounts.TryAdd(units, KeptNumbers.ReadCount(state))) throw new InvalidDataException($"The state keeps the amount {units} where it cannot stand.");
        }

        if (_amounts.Values.Sum() != Orders) throw new InvalidDataException($"The state has {Orders} orders and {_amounts.Values.Sum()} amounts.");
    }

    /// <summary>A ratio whose amounts, above the line, below it or on both sides, were added in ten-thousandths.</summary>
    public static RatioSample InMajorUnits(RatioSample sums, bool isMoneyAbove = true, bool isMoneyBelow = false)
    {
        double above = isMoneyAbove ? MoneyUnits.PerOne : 1, below = isMoneyBelow ? MoneyUnits.PerOne : 1;
        return new RatioSample(
            sums.Count,
            sums.Numerator / above,
            sums.Denominator / below,
            sums.SquaredNumerators / above / above,
            sums.Products / above / below,
            sums.SquaredDenominators / below / below);
    }

    private long AmountAt(long rank)
    {
        foreach ((long units, long count) in _amounts!)
        {
            if (rank < count) return units;
            rank -= count;
        }

        throw new InvalidOperationException("There are fewer amounts than orders.");
    }
}
