using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <content>Rows with columns of dates: each date is an event, and counts as a row of its own.</content>
internal sealed partial class RowIntake<TFields>
{
    private void AddDates(in TFields fields)
    {
        // What all events of the row share is checked once: a row without a customer is one bad row, however many dates it has.
        EventRow shared = new();
        if (!CheckCustomer(fields) || !CheckText(fields) || !ReadShared(fields, ref shared)) return;
        int events = 0;
        foreach (DateCell date in _dates)
        {
            if (!TryFind(fields, date.Places, out int place)) continue;
            events++;
            EventRow row = shared;
            if (!TryReadTime(fields, place, out row.At, out string? reason))
            {
                Reject(fields, place, reason!);
                continue;
            }

            row.Event = _builder.EventNames.GetOrAdd(date.Event);
            Keep(fields, ref row, _plan.NameOf(date.Places.First));
        }

        // Last, so that where a record stands now comes after how it got there, even at the same instant.
        if (_hasEvent)
        {
            events++;
            EventRow row = shared;
            if (CheckEvent(fields) && ReadTimes(fields, ref row) && ReadNumbers(fields, ref row)) KeepEvent(fields, ref row);
        }

        if (events == 0) _builder.Skip();
        else _builder.FurtherEvents += events - 1;
    }

    private readonly record struct DateCell(ColumnPlaces Places, byte[] Event);
}
