using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>The calendar days of a customer's purchases, in a buffer that all customers share.</summary>
internal sealed class PurchaseDays
{
    private readonly PeriodTable _periods;
    private readonly int[] _dayNumbers;
    private int[] _days = [];

    public PurchaseDays(LogSchema schema, CalendarUnit mergeBy, ReportingCalendar calendar)
    {
        _periods = new PeriodTable(schema.Range, mergeBy, calendar);
        _dayNumbers = [.. _periods.Days.Select(day => day.DayNumber)];
    }

    private PurchaseDays(PurchaseDays other) => (_periods, _dayNumbers) = (other._periods, other._dayNumbers);

    /// <summary>The same days with a buffer of their own.</summary>
    public PurchaseDays Sibling() => new(this);

    /// <summary>The number of the day on which the period of an instant begins.</summary>
    public int Of(long ticks) => _dayNumbers[_periods.IndexOf(ticks)];

    /// <summary>The number of the day on which the period of each purchase begins; valid until the next call.</summary>
    public ReadOnlySpan<int> Of(ReadOnlySpan<PurchaseEvent> purchases)
    {
        if (_days.Length < purchases.Length) _days = new int[Math.Max(purchases.Length, 2 * _days.Length)];
        for (int index = 0; index < purchases.Length; index++) _days[index] = Of(purchases[index].Ticks);
        return _days.AsSpan(0, purchases.Length);
    }
}
