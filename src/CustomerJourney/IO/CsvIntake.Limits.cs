using CsvHelper;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <content>Records and values that are longer than the limits allow.</content>
internal sealed partial class CsvIntake
{
    /// <summary>Reading ends at a record that is too long: what follows may stand inside a quote that is never closed.</summary>
    public static JourneyDataException TooLong(long line, ReadLimits limits) => JourneyDataException.For(
        line, "row", $"{limits.RecordTooLong}; look for a quote that is never closed");

    /// <summary>Looks at a record that is long enough to hold something too long; false if it was rejected.</summary>
    private bool CheckLengths(in CsvFields fields, CsvReader reader)
    {
        if (reader.RawRecord.Length > _limits.RecordBytes) throw TooLong(fields.Line, _limits);
        foreach (int place in _plan.Used)
        {
            if (place >= reader.FieldCount || reader.GetSpan(place).Length <= _limits.FieldBytes) continue;
            Reject(fields, place, reader.GetSpan(place), _limits.FieldTooLong);
            return false;
        }

        return true;
    }
}
