using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>Reads amounts of one currency: the one asked for, or the only one that there is. Notes what was left out, and which currencies were met.</summary>
internal sealed class MoneyReading(string? currency, RefundRule refunds)
{
    private const string NoneNamed = "none named";

    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    private string? _last;

    /// <summary>Amounts in other currencies than the one asked for.</summary>
    public long OtherCurrencies { get; private set; }

    /// <summary>Amounts below zero, left out or not.</summary>
    public long Refunds { get; private set; }

    /// <summary>The currency of the amounts that count; null where they name none, are in several, or where there are none and none was asked for.</summary>
    public string? Currency => (currency ?? (_names.Count == 1 ? _names.Min : null)) is { Length: > 0 } name ? name : null;

    /// <summary>The currencies of amounts that count, where they are several.</summary>
    public string? Mixed => _names.Count > 1 ? string.Join(", ", _names.Select(name => name.Length == 0 ? NoneNamed : name)) : null;

    /// <summary>The least that a sum of amounts that count can be.</summary>
    public double Lowest => refunds == RefundRule.Ignore ? 0 : double.NegativeInfinity;

    /// <summary>Reads the amount of an event in ten-thousandths; false where it carries none or that amount is left out.</summary>
    public bool TryRead(in TraceEvent e, out long units)
    {
        units = 0;
        int index = e.MoneyIndex;
        if (index < 0) return false;
        MoneyColumn money = e.Columns.Money!;
        string name = money.Currency(index) ?? "";
        if (currency is not null && name != currency)
        {
            OtherCurrencies++;
            return false;
        }

        units = money.Units[index];
        if (units < 0)
        {
            Refunds++;
            if (refunds == RefundRule.Ignore) return false;
        }

        // The names of a log are the same objects for all of its amounts.
        if (!ReferenceEquals(name, _last)) _names.Add(name);
        _last = name;
        return true;
    }

    public void Merge(MoneyReading other)
    {
        _names.UnionWith(other._names);
        OtherCurrencies += other.OtherCurrencies;
        Refunds += other.Refunds;
    }

    public void Save(BinaryWriter state)
    {
        state.Write(_names.Count);
        foreach (string name in _names) state.Write(name);
        state.Write(OtherCurrencies);
        state.Write(Refunds);
    }

    public void Load(BinaryReader state)
    {
        for (int count = state.ReadInt32(); count > 0; count--)
        {
            string name = state.ReadString();
            if (currency is not null && name != currency) throw new InvalidDataException($"The state has amounts in '{name}', but '{currency}' was asked for.");
            _names.Add(name);
        }

        OtherCurrencies += KeptNumbers.ReadCount(state);
        Refunds += KeptNumbers.ReadCount(state);
    }
}
