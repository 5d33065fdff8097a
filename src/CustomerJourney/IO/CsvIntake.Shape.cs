namespace CustomerJourney.IO;

/// <content>Records that are not rows of the table: too few fields, too many, quotes out of place.</content>
internal sealed partial class CsvIntake
{
    /// <summary>Whether quotes out of place change what was meant. A quote inside a field that is not quoted stands for itself: 5" screen.</summary>
    private bool HasBadQuotes() => IsUnterminated() || FieldWithBadQuotes() >= 0;

    private void RejectShape(bool malformed)
    {
        if (malformed && IsUnterminated())
        {
            Reject(
                Math.Min(_reader.FieldCount, _plan.FieldsAllowed) - 1,
                _reader.GetRawSpan(_reader.FieldCount - 1),
                "opens a quote that is never closed, so the rest of the file stands inside it; close the quote, and double those inside a quoted field");
        }
        else if (_reader.FieldCount < _plan.FieldsNeeded)
        {
            int missing = Array.Find(_plan.Used, place => place >= _reader.FieldCount);
            Reject(missing, _reader.RawRecord, "is missing, because the row has fewer fields than the header");
        }
        else if (_reader.FieldCount > _plan.FieldsAllowed)
        {
            Reject(_plan.FieldsAllowed - 1, _reader.RawRecord, "is followed by more fields than the header has; a field that holds a separator must be quoted");
        }
        else
        {
            int place = FieldWithBadQuotes();
            Reject(place, _reader.GetRawSpan(place), "has text after its closing quote; quotes inside a quoted field must be doubled");
        }
    }

    /// <summary>Whether the last field of the record opens a quote that the file never closes. An earlier field cannot.</summary>
    private bool IsUnterminated()
    {
        ReadOnlySpan<byte> last = _reader.GetRawSpan(_reader.FieldCount - 1);
        return last.Length > 0 && last[0] == _quote && int.IsOddInteger(last.Count(_quote));
    }

    /// <summary>The first field that is read and whose quotes are not as RFC 4180 wants them; -1 if there is none.</summary>
    private int FieldWithBadQuotes()
    {
        foreach (int place in _plan.Used)
        {
            ReadOnlySpan<byte> raw = _reader.GetRawSpan(place);
            if (raw.Length == 0 || raw[0] != _quote) continue;

            // A well-formed field has two quotes around it and two for each quote of its value.
            if (raw[^1] != _quote || raw.Count(_quote) != 2 + (2 * _reader.GetSpan(place).Count(_quote))) return place;
        }

        return -1;
    }
}
