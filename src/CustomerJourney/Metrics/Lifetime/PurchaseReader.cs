using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>Finds the purchases of one customer after another, in the order of the log, into one buffer that all of them share; and notes the currencies met.</summary>
internal sealed class PurchaseReader
{
    // What the currency of an amount that names none is kept as: no name of a currency is empty.
    private const string NoneNamed = "";
    private readonly int? _event;
    private readonly string? _currency;
    private readonly bool _refunds;
    private readonly SortedSet<string> _currencies = new(StringComparer.Ordinal);
    private PurchaseEvent[] _buffer = [];
    private int _lastCode = int.MinValue;

    /// <param name="name">The event that is a purchase; null for every event with an amount.</param>
    /// <param name="currency">The currency that counts; null for all.</param>
    /// <param name="schema">The names of the log.</param>
    /// <param name="refunds">Whether negative amounts count, or are left out and counted apart.</param>
    public PurchaseReader(string? name, string? currency, LogSchema schema, bool refunds)
    {
        _event = name is null ? null : schema.EventCode(name);
        (_currency, _refunds) = (currency, refunds);
    }

    private PurchaseReader(PurchaseReader whole) => (_event, _currency, _refunds) = (whole._event, whole._currency, whole._refunds);

    /// <summary>Purchases left out because their amount is negative.</summary>
    public long Refunds { get; private set; }

    /// <summary>Purchases left out because they are in another currency than the one asked for.</summary>
    public long OtherCurrency { get; private set; }

    /// <summary>Purchases without an amount.</summary>
    public long WithoutAmount { get; private set; }

    /// <summary>The currencies of the amounts that count, in ordinal order; "" for none named.</summary>
    public IReadOnlyCollection<string> Currencies => _currencies;

    /// <summary>An empty reader for the same log.</summary>
    public PurchaseReader Sibling() => new(this);

    /// <summary>The purchases of a customer up to an instant; valid until the next call.</summary>
    public ReadOnlySpan<PurchaseEvent> Read(in CustomerTrace trace, long last)
    {
        LogColumns columns = trace.Columns;
        MoneyColumn? money = columns.Money;
        int next = money?.Offsets[trace.Customer] ?? 0, end = money?.Offsets[trace.Customer + 1] ?? 0;
        int most = _event is null ? end - next : trace.Length;
        if (_buffer.Length < most) _buffer = new PurchaseEvent[Math.Max(most, 2 * _buffer.Length)];
        int count = 0;
        if (_event is null)
        {
            for (; next < end; next++) AddAmount(money!, next, columns.Ticks[money!.Positions[next]], last, ref count);
            return _buffer.AsSpan(0, count);
        }

        ReadOnlySpan<ushort> events = trace.Events;
        for (int position = 0; position < events.Length; position++)
        {
            int index = trace.Start + position;
            while (next < end && money!.Positions[next] < index) next++;
            if (events[position] != _event) continue;
            long at = columns.Ticks[index];
            if (next < end && money!.Positions[next] == index) AddAmount(money, next, at, last, ref count);
            else if (at <= last)
            {
                WithoutAmount++;
                _buffer[count++] = new(at, 0, false);
            }
        }

        return _buffer.AsSpan(0, count);
    }

    public void Merge(PurchaseReader other)
    {
        _currencies.UnionWith(other._currencies);
        Refunds += other.Refunds;
        OtherCurrency += other.OtherCurrency;
        WithoutAmount += other.WithoutAmount;
    }

    public void Save(BinaryWriter state)
    {
        state.Write(_currencies.Count);
        foreach (string currency in _currencies) state.Write(currency);
        state.Write(Refunds);
        state.Write(OtherCurrency);
        state.Write(WithoutAmount);
    }

    public void Load(BinaryReader state)
    {
        for (int left = KeptNumbers.Count(state.ReadInt32()); left > 0; left--) _currencies.Add(state.ReadString());
        Refunds = KeptNumbers.ReadCount(state);
        OtherCurrency = KeptNumbers.ReadCount(state);
        WithoutAmount = KeptNumbers.ReadCount(state);
    }

    private void AddAmount(MoneyColumn money, int index, long at, long last, ref int count)
    {
        if (at > last) return;
        long units = money.Units[index];
        if (units < 0 && !_refunds)
        {
            Refunds++;
            return;
        }

        int code = money.Currencies?[index] ?? -1;
        if (_currency is not null && (code < 0 ? NoneNamed : money.CurrencyNames[code]) != _currency)
        {
            OtherCurrency++;
            return;
        }

        if (code != _lastCode)
        {
            _currencies.Add(code < 0 ? NoneNamed : money.CurrencyNames[code]);
            _lastCode = code;
        }

        _buffer[count++] = new(at, units, true);
    }
}
