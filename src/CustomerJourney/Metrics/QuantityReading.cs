using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>One quantity of the customer who is being visited. Amounts are in ten-thousandths.</summary>
internal sealed class QuantityReading(CustomerQuantity quantity, LogSchema schema)
{
    private readonly int _eventCode = quantity.EventName is null ? -1 : schema.EventCode(quantity.EventName);
    private readonly HashSet<int> _days = [];
    private Int128 _sum;
    private long _dayEnd;
    private long _dayStart;

    public bool IsMoney => quantity.Kind == QuantityKind.Amounts;

    public bool IsAbout(in TraceEvent e) => quantity.EventName is null || e.Event == _eventCode;

    /// <summary>Adds an event that the quantity is about, with its amount where that counts.</summary>
    public void Add(in TraceEvent e, long? units)
    {
        switch (quantity.Kind)
        {
            case QuantityKind.Events:
                _sum++;
                break;
            case QuantityKind.Amounts:
                _sum += units ?? 0;
                break;
            case QuantityKind.Days:
                AddDay(e.Ticks);
                break;
        }
    }

    /// <summary>The quantity of the customer, who is then left behind.</summary>
    public Int128 EndCustomer()
    {
        Int128 result = quantity.Kind switch
        {
            QuantityKind.Days => _days.Count,
            QuantityKind.One => 1,
            _ => _sum,
        };
        _sum = 0;
        _days.Clear();
        (_dayStart, _dayEnd) = (0, 0);
        return result;
    }

    private void AddDay(long ticks)
    {
        // Events of a day mostly follow each other.
        if (ticks >= _dayStart && ticks < _dayEnd) return;
        DateOnly day = quantity.Calendar.PeriodOf(new DateTimeOffset(ticks, TimeSpan.Zero), CalendarUnit.Day);
        _days.Add(day.DayNumber);
        (_dayStart, _dayEnd) = day == DateOnly.MaxValue ? (0, 0) : (quantity.Calendar.StartOf(day).UtcTicks, quantity.Calendar.StartOf(day.AddDays(1)).UtcTicks);
    }
}
