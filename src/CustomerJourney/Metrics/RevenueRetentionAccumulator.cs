using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>The revenue of each customer in two spans, in exact sums over customers.</summary>
internal sealed class RevenueRetentionAccumulator(RevenueRetention definition, LogSchema schema) : Accumulator<RevenueRetentionResult>
{
    private readonly int _eventCode = definition.EventName is null ? -1 : schema.EventCode(definition.EventName);
    private readonly (long Start, long End) _first = (definition.Start.Start.UtcTicks, definition.Start.End.UtcTicks);
    private readonly (long Start, long End) _second = (definition.End.Start.UtcTicks, definition.End.End.UtcTicks);
    private readonly MoneyReading _reading = new(definition.Currency, definition.Refunds);
    private long _observedUntil = schema.ObservedTicks(definition.ObservedUntil);
    private long _firstEvent = LogBeginning.Of(schema);
    private RatioSums _net = new();
    private RatioSums _gross = new();
    private long _customers, _kept, _expanded, _contracted, _new;
    private Int128 _starting, _ending, _expansion, _contraction, _churned;

    public override void Add(in CustomerTrace trace)
    {
        Int128 start = 0, end = 0;
        for (int number = 0; number < trace.ValueCount; number++)
        {
            TraceEvent e = trace.Amount(number);
            if (definition.EventName is not null && e.Event != _eventCode) continue;
            bool isFirst = e.Ticks >= _first.Start && e.Ticks < _first.End;
            if (!isFirst && (e.Ticks < _second.Start || e.Ticks >= _second.End)) continue;
            if (!_reading.TryRead(e, out long units)) continue;
            if (isFirst) start += units;
            else end += units;
        }

        end = Int128.Max(0, end);
        if (start > 0) Count(start, end);
        else if (end > 0) _new++;
    }

    public override void Merge(Accumulator<RevenueRetentionResult> other)
    {
        RevenueRetentionAccumulator part = (RevenueRetentionAccumulator)other;
        _observedUntil = Math.Max(_observedUntil, part._observedUntil);
        _firstEvent = Math.Min(_firstEvent, part._firstEvent);
        _reading.Merge(part._reading);
        _net.Merge(part._net);
        _gross.Merge(part._gross);
        (_customers, _kept, _new) = (_customers + part._customers, _kept + part._kept, _new + part._new);
        (_expanded, _contracted) = (_expanded + part._expanded, _contracted + part._contracted);
        (_starting, _ending) = (_starting + part._starting, _ending + part._ending);
        (_expansion, _contraction, _churned) = (_expansion + part._expansion, _contraction + part._contraction, _churned + part._churned);
    }

    public override RevenueRetentionResult ToResult()
    {
        bool isOpen = _observedUntil < _second.End, isUsable = !isOpen && _reading.Mixed is null;
        return new RevenueRetentionResult
        {
            Definition = definition,
            NetSample = Sample(_net, double.PositiveInfinity),
            GrossSample = Sample(_gross, 1),
            Customers = _customers,
            Kept = _kept,
            Expanded = _expanded,
            Contracted = _contracted,
            NewCustomers = _new,
            StartingRevenue = Amount(_starting),
            EndingRevenue = Amount(_ending),
            Expansion = Amount(_expansion),
            Contraction = Amount(_contraction),
            ChurnedRevenue = Amount(_churned),
            IsOpen = isOpen,
            Unseen = LogBeginning.Warning(
                "Net revenue retention", _firstEvent, _first.Start, _first.End,
                _customers > 0 ? "revenue before it is missing below the line, which makes retention look better than it is" : "revenue before it is not known. Ask about a later span"),
            Currency = _reading.Currency,
            OtherCurrencies = _reading.OtherCurrencies,
            Refunds = _reading.Refunds,
            MixedCurrencies = _reading.Mixed,
        };

        double? Amount(Int128 units) => isUsable && _customers > 0 ? (double)units / MoneyUnits.PerOne : null;

        RatioSample Sample(RatioSums sums, double highest) =>
            (isUsable ? MoneyCounts.InMajorUnits(sums.ToSample(), isMoneyBelow: true) : new RatioSample(0, 0, 0, 0, 0, 0)) with { Lowest = 0, Highest = highest };
    }

    public override void Save(BinaryWriter state)
    {
        state.Write(_observedUntil);
        KeptNumbers.WriteFirst(state, _firstEvent);
        _reading.Save(state);
        _net.Save(state);
        _gross.Save(state);
        foreach (long count in (ReadOnlySpan<long>)[_customers, _kept, _expanded, _contracted, _new]) state.Write(count);
        foreach (Int128 sum in (ReadOnlySpan<Int128>)[_starting, _ending, _expansion, _contraction, _churned]) KeptNumbers.Write(state, sum);
    }

    public override void Load(BinaryReader state)
    {
        _observedUntil = Math.Max(_observedUntil, KeptNumbers.ReadInstant(state));
        _firstEvent = Math.Min(_firstEvent, KeptNumbers.ReadFirst(state));
        _reading.Load(state);
        _net = RatioSums.Load(state);
        _gross = RatioSums.Load(state);
        _customers = KeptNumbers.ReadCount(state);
        _kept = KeptNumbers.ReadCount(state);
        _expanded = KeptNumbers.ReadCount(state);
        _contracted = KeptNumbers.ReadCount(state);
        _new = KeptNumbers.ReadCount(state);
        _starting = KeptNumbers.ReadInt128(state);
        _ending = KeptNumbers.ReadInt128(state);
        _expansion = KeptNumbers.ReadInt128(state);
        _contraction = KeptNumbers.ReadInt128(state);
        _churned = KeptNumbers.ReadInt128(state);
        if (_net.ToSample().Count != _customers || _gross.ToSample().Count != _customers || _kept > _customers || _expanded + _contracted > _kept)
            throw new InvalidDataException($"The state has {_customers} customers at the start, of whom {_kept} stayed, {_expanded} with more and {_contracted} with less.");
        if (_starting + _expansion - _contraction - _churned != _ending) throw new InvalidDataException("The revenues of the state do not add up.");
    }

    private void Count(Int128 start, Int128 end)
    {
        _customers++;
        _starting += start;
        _ending += end;
        _net.Add((double)end, (double)start);
        _gross.Add((double)Int128.Min(start, end), (double)start);
        if (end == 0)
        {
            _churned += start;
            return;
        }

        _kept++;
        if (end > start)
        {
            _expanded++;
            _expansion += end - start;
        }
        else if (end < start)
        {
            _contracted++;
            _contraction += start - end;
        }
    }
}
