using CsvHelper;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Takes the records of a <see cref="CsvReader"/>: those of the right shape go on as rows, the others are rejected.</summary>
internal sealed partial class CsvIntake(CsvReader reader, ColumnPlan plan, EventMapping mapping, CsvFormat format, ReadLimits limits, LogBuilder builder)
{
    private readonly CsvReader _reader = reader;
    private readonly ColumnPlan _plan = plan;
    private readonly LogBuilder _builder = builder;
    private readonly byte _quote = (byte)format.Quote;
    private readonly ReadLimits _limits = limits;
    private readonly int _lengthToCheck = Math.Min(limits.RecordBytes, limits.FieldBytes);
    private readonly CsvFields _fields = new(reader);
    private readonly RowIntake<CsvFields> _rows = new(plan, mapping, new NumberParser(format.Culture), builder);

    /// <summary>Takes the current record.</summary>
    /// <param name="malformed">Whether the tokenizer met a quote out of place in it.</param>
    public void Add(bool malformed)
    {
        if (_reader.RawRecord.Length > _lengthToCheck && !CheckLengths()) return;
        if (_reader.FieldCount < _plan.FieldsNeeded || _reader.FieldCount > _plan.FieldsAllowed || (malformed && HasBadQuotes())) RejectShape(malformed);
        else _rows.Add(_fields);
    }

    private void Reject(int place, ReadOnlySpan<byte> value, string reason) => _builder.Reject(_reader.LineNumber, _plan.NameOf(place), ListedText.Of(value), reason);
}
