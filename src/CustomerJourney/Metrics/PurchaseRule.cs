using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>What a purchase is: an event of a name, or any event with an amount not below zero.</summary>
internal readonly struct PurchaseRule(string? eventName, LogSchema schema)
{
    private readonly bool _isNamed = eventName is not null;
    private readonly int _eventCode = eventName is null ? -1 : schema.EventCode(eventName);

    /// <summary>Which events have to be looked at.</summary>
    public static EventSelection Reads(string? eventName) => eventName is null ? EventSelection.WithValue : EventSelection.All;

    public bool IsPurchase(in TraceEvent e) => _isNamed ? e.Event == _eventCode : e.MoneyIndex is >= 0 and int index && e.Columns.Money!.Units[index] >= 0;

    /// <summary>When the customer bought first and second, in ticks; long.MaxValue for what did not happen. Events that last are not in order of their ends.</summary>
    public (long First, long Second) FirstTwo(in CustomerTrace trace)
    {
        long first = long.MaxValue, second = long.MaxValue;
        int count = _isNamed ? trace.Length : trace.ValueCount;
        for (int number = 0; number < count; number++)
        {
            TraceEvent e = _isNamed ? trace[number] : trace.Amount(number);
            if (!IsPurchase(e)) continue;
            long at = e.Ticks;
            if (at < first) (first, second) = (at, first);
            else if (at < second) second = at;
        }

        return (first, second);
    }
}
