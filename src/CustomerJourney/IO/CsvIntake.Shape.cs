using CsvHelper;

namespace CustomerJourney.IO;

/// <content>Records that are not rows of the table: too few fields, too many, quotes out of place.</content>
internal sealed partial class CsvIntake
{
    /// <summary>Whether quotes out of place change what was meant. A quote inside a field that is not quoted stands for itself: 5" screen.</summary>
    private bool HasBadQuotes(CsvReader reader) => IsUnterminated(reader) || FieldWithBadQuotes(reader) >= 0;

    private void RejectShape(in CsvFields fields, CsvReader reader)
    {
        if (_malformed && IsUnterminated(reader))
        {
            Reject(
                fields,
                Math.Min(reader.FieldCount, _plan.FieldsAllowed) - 1,
                reader.GetRawSpan(reader.FieldCount - 1),
                "opens a quote that is never closed, so the rest of the file stands inside it; close the quote, and double those inside a quoted field");
        }
        else if (reader.FieldCount < _plan.FieldsNeeded)
        {
            int missing = Array.Find(_plan.Used, place => place >= reader.FieldCount);
            Reject(fields, missing, reader.RawRecord, "is missing, because the row has fewer fields than the header");
        }
        else if (reader.FieldCount > _plan.FieldsAllowed)
        {
            Reject(fields, _plan.FieldsAllowed - 1, reader.RawRecord, "is followed by more fields than the header has; a field that holds a separator must be quoted");
        }
        else
        {
            int place = FieldWithBadQuotes(reader);
            Reject(fields, place, reader.GetRawSpan(place), "has text after its closing quote; quotes inside a quoted field must be doubled");
        }
    }

    /// <summary>Whether the last field of the record opens a quote that the file never closes. An earlier field cannot.</summary>
    private bool IsUnterminated(CsvReader reader)
    {
        ReadOnlySpan<byte> last = reader.GetRawSpan(reader.FieldCount - 1);
        return last.Length > 0 && last[0] == _quote && int.IsOddInteger(last.Count(_quote));
    }

    /// <summary>The first field that is read and whose quotes are not as RFC 4180 wants them; -1 if there is none.</summary>
    private int FieldWithBadQuotes(CsvReader reader)
    {
        foreach (int place in _plan.Used)
        {
            ReadOnlySpan<byte> raw = reader.GetRawSpan(place);
            if (raw.Length == 0 || raw[0] != _quote) continue;

            // A well-formed field has two quotes around it and two for each quote of its value.
            if (raw[^1] != _quote || raw.Count(_quote) != 2 + (2 * reader.GetSpan(place).Count(_quote))) return place;
        }

        return -1;
    }
}
