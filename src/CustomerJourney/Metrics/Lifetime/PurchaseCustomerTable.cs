using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>All customers who bought, one entry each: the state of answers that name customers.</summary>
internal sealed class PurchaseCustomerTable
{
    private readonly List<PurchaseCustomer> _customers = [];
    private readonly PurchaseReader _reader;
    private readonly PurchaseDays _days;
    private readonly Lazy<string[]> _names;
    private readonly long _lastCounted;

    /// <param name="reader">Finds purchases.</param>
    /// <param name="days">Finds their days.</param>
    /// <param name="schema">The names of the log.</param>
    /// <param name="asOf">The instant before which purchases count; null for all.</param>
    /// <param name="last">The last instant that counts as far as this log knows.</param>
    public PurchaseCustomerTable(PurchaseReader reader, PurchaseDays days, LogSchema schema, DateTimeOffset? asOf, long last)
    {
        (_reader, _days, _names, Last) = (reader, days, schema.CustomerNames, last);
        _lastCounted = asOf is null ? long.MaxValue : last;
    }

    public PurchaseReader Reader => _reader;

    public long Last { get; private set; }

    public void Add(in CustomerTrace trace)
    {
        ReadOnlySpan<PurchaseEvent> purchases = _reader.Read(trace, _lastCounted);
        if (!purchases.IsEmpty) _customers.Add(new(_names.Value[trace.Customer], PurchaseTransactions.Of(purchases, _days.Of(purchases), trace.HasStarts), purchases.Length));
    }

    public void Merge(PurchaseCustomerTable other)
    {
        _customers.AddRange(other._customers);
        _reader.Merge(other._reader);
        Last = Math.Max(Last, other.Last);
    }

    /// <summary>The customers in ordinal order of their ids.</summary>
    public PurchaseCustomer[] ToSorted()
    {
        PurchaseCustomer[] sorted = [.. _customers];
        Array.Sort(sorted, (left, right) => string.CompareOrdinal(left.Id, right.Id));
        return sorted;
    }

    public void Save(BinaryWriter state)
    {
        _reader.Save(state);
        state.Write(Last);
        state.Write(_customers.Count);
        foreach ((string id, PurchaseTransactions one, int purchases) in ToSorted())
        {
            state.Write(id);
            state.Write(one.FirstDay);
            state.Write(one.LastDay);
            state.Write(one.Repeats);
            state.Write(one.RepeatUnits);
            state.Write(one.TotalUnits);
            state.Write(one.RepeatsHaveAmounts);
            state.Write(purchases);
        }
    }

    public void Load(BinaryReader state, Func<long, int> dayOf)
    {
        _reader.Load(state);
        Last = Math.Max(Last, KeptNumbers.ReadInstant(state));
        int end = dayOf(Last);
        for (int left = KeptNumbers.Count(state.ReadInt32()); left > 0; left--)
        {
            string id = state.ReadString();
            PurchaseTransactions one = new(state.ReadInt32(), state.ReadInt32(), state.ReadInt32(), state.ReadInt64(), state.ReadInt64(), state.ReadBoolean());
            int purchases = state.ReadInt32();
            if (one.FirstDay < 0 || one.LastDay < one.FirstDay || one.LastDay > end || one.Repeats < 0 || one.Repeats > one.LastDay - one.FirstDay || (one.Repeats == 0 && one.LastDay > one.FirstDay)
                || one.RepeatUnits < 0 || one.TotalUnits < one.RepeatUnits || purchases <= one.Repeats)
                throw new InvalidDataException($"The purchases kept of {id} contradict each other: {one}, {purchases} purchases, watched to day {end}.");
            _customers.Add(new(id, one, purchases));
        }
    }
}
