using System.Runtime.InteropServices;
using CustomerJourney.Events;
using CustomerJourney.Statistics.Lifetime;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>Counts customers by their purchases. T is known only when all parts are together, so the day of the first purchase is kept in its place.</summary>
internal sealed class PurchaseSummaryAccumulator : Accumulator<PurchaseSummaryResult>
{
    private readonly PurchaseSummary _definition;
    private readonly PurchaseReader _reader;
    private readonly PurchaseDays _days;
    private readonly Dictionary<(int Repeats, int Recency, int FirstDay), long> _customers = [];
    private readonly Dictionary<(int Repeats, long Units), long> _spend = [];
    private readonly long _lastCounted;
    private long _last;
    private long _withoutSpend;

    public PurchaseSummaryAccumulator(PurchaseSummary definition, LogSchema schema, long last)
    {
        _definition = definition;
        _reader = new PurchaseReader(definition.Event, definition.Currency, schema, refunds: false);
        _days = new PurchaseDays(schema, definition.MergeBy, definition.Calendar);
        _last = last;
        _lastCounted = definition.AsOf is null ? long.MaxValue : last;
    }

    private PurchaseSummaryAccumulator(PurchaseSummaryAccumulator whole)
    {
        (_definition, _last, _lastCounted) = (whole._definition, whole._last, whole._lastCounted);
        (_reader, _days) = (whole._reader.Sibling(), whole._days.Sibling());
    }

    public override void Add(in CustomerTrace trace)
    {
        ReadOnlySpan<PurchaseEvent> purchases = _reader.Read(trace, _lastCounted);
        if (purchases.IsEmpty) return;
        PurchaseTransactions one = PurchaseTransactions.Of(purchases, _days.Of(purchases), trace.HasStarts);
        CollectionsMarshal.GetValueRefOrAddDefault(_customers, (one.Repeats, one.LastDay - one.FirstDay, one.FirstDay), out _)++;
        if (one.Repeats == 0) return;
        if (one.RepeatsHaveAmounts) CollectionsMarshal.GetValueRefOrAddDefault(_spend, (one.Repeats, one.RepeatUnits), out _)++;
        else _withoutSpend++;
    }

    public override void Merge(Accumulator<PurchaseSummaryResult> other)
    {
        PurchaseSummaryAccumulator part = (PurchaseSummaryAccumulator)other;
        foreach (((int, int, int) key, long count) in part._customers) CollectionsMarshal.GetValueRefOrAddDefault(_customers, key, out _) += count;
        foreach (((int, long) key, long count) in part._spend) CollectionsMarshal.GetValueRefOrAddDefault(_spend, key, out _) += count;
        _reader.Merge(part._reader);
        _withoutSpend += part._withoutSpend;
        _last = Math.Max(_last, part._last);
    }

    public override PurchaseSummaryResult ToResult()
    {
        double unit = _definition.DaysPerUnit;
        int end = PurchaseEnd.DayOf(_last, _definition);
        bool mixed = _reader.Currencies.Count > 1;
        return new PurchaseSummaryResult
        {
            Definition = _definition,
            Customers = CustomerSummaries.FromCounts(_customers.Select(entry =>
                new CustomerSummaryCount(CustomerSummary.Create(entry.Key.Repeats, entry.Key.Recency / unit, (end - entry.Key.FirstDay) / unit), entry.Value))),
            Spend = new EqualList<PurchaseSpendCount>(mixed ? [] :
            [
                .. _spend.OrderBy(entry => entry.Key).Select(entry => new PurchaseSpendCount(SpendSummary.Create(entry.Key.Repeats, MoneyUnits.ToDouble(entry.Key.Units) / entry.Key.Repeats), entry.Value)),
            ]),
            LastDay = DateOnly.FromDayNumber(end),
            Refunds = _reader.Refunds,
            OtherCurrency = _reader.OtherCurrency,
            WithoutAmount = _reader.WithoutAmount,
            WithoutSpend = _withoutSpend,
            Currencies = new EqualList<string>([.. _reader.Currencies]),
        };
    }

    public override void Save(BinaryWriter state)
    {
        _reader.Save(state);
        state.Write(_last);
        state.Write(_withoutSpend);
        state.Write(_customers.Count);
        foreach (((int repeats, int recency, int first), long count) in _customers.OrderBy(entry => entry.Key))
        {
            state.Write(repeats);
            state.Write(recency);
            state.Write(first);
            state.Write(count);
        }

        state.Write(_spend.Count);
        foreach (((int repeats, long units), long count) in _spend.OrderBy(entry => entry.Key))
        {
            state.Write(repeats);
            state.Write(units);
            state.Write(count);
        }
    }

    public override void Load(BinaryReader state)
    {
        _reader.Load(state);
        _last = Math.Max(_last, KeptNumbers.ReadInstant(state));
        int end = PurchaseEnd.DayOf(_last, _definition);
        _withoutSpend = KeptNumbers.ReadCount(state);
        for (int left = KeptNumbers.Count(state.ReadInt32()); left > 0; left--)
        {
            (int repeats, int recency, int first) key = (state.ReadInt32(), state.ReadInt32(), state.ReadInt32());
            long count = KeptNumbers.ReadCount(state);
            if (key.repeats < 0 || key.recency < key.repeats || (key.recency > 0 && key.repeats == 0) || key.first < 0 || key.recency > end - (long)key.first || count < 1 || !_customers.TryAdd(key, count))
                throw new InvalidDataException($"{count} customers cannot have come back {key.repeats} times within {key.recency} days of day {key.first}, or are kept twice.");
        }

        for (int left = KeptNumbers.Count(state.ReadInt32()); left > 0; left--)
        {
            (int repeats, long units) key = (state.ReadInt32(), state.ReadInt64());
            long count = KeptNumbers.ReadCount(state);
            if (key.repeats < 1 || key.units < 0 || count < 1 || !_spend.TryAdd(key, count))
                throw new InvalidDataException($"{count} customers cannot have spent {key.units} in {key.repeats} transactions, or are kept twice.");
        }
    }

    internal override Accumulator CreateSibling(Analysis analysis, LogSchema schema) => new PurchaseSummaryAccumulator(this);
}
