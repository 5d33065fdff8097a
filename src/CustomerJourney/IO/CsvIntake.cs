using System.Text.Unicode;
using CsvHelper;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Takes the records of chunks: those of the right shape go on as rows, the others are rejected. Used by one thread.</summary>
internal sealed partial class CsvIntake
{
    private readonly ColumnPlan _plan;
    private readonly LogBuilder _builder;
    private readonly ReadLimits _limits;
    private readonly int _lengthToCheck;
    private readonly byte _quote;
    private readonly RowIntake<CsvFields> _rows;
    private readonly CsvReaderOptions _withHeader;
    private readonly CsvReaderOptions _withoutHeader;
    private readonly ChunkLines _lines = new();
    private bool _malformed;

    public CsvIntake(ColumnPlan plan, EventMapping mapping, CsvFormat format, ReadLimits limits, LogBuilder builder)
    {
        _plan = plan;
        _builder = builder;
        _limits = limits;
        _lengthToCheck = Math.Min(limits.RecordBytes, limits.FieldBytes);
        _quote = (byte)format.Quote;
        _rows = new RowIntake<CsvFields>(plan, mapping, format.Culture, builder);
        _withHeader = Options(format, hasHeader: true, _ => _malformed = true);
        _withoutHeader = Options(format, hasHeader: false, _ => _malformed = true);
    }

    public LogBuilder Builder => _builder;

    /// <summary>How the tokenizer reads a chunk.</summary>
    public static CsvReaderOptions Options(CsvFormat format, bool hasHeader, Action<CsvMalformedRecord>? onMalformed = null) => new()
    {
        Separator = format.Separator,
        Quote = format.Quote,
        HasHeader = hasHeader,
        CommentPrefix = format.Comment,
        OnMalformedRecord = onMalformed,
    };

    /// <summary>Takes all records of a chunk.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="hasHeader">Whether its first record names the columns.</param>
    /// <returns>The number of rows.</returns>
    public long Add(CsvChunk chunk, bool hasHeader)
    {
        long before = _builder.RowsRead;
        bool mayBeTooLong = chunk.Text.Length > _lengthToCheck;
        _builder.BeginRun(chunk.Number);
        _lines.Start(chunk);
        using CsvReader reader = CsvReader.Create(chunk.Text, hasHeader ? _withHeader : _withoutHeader);
        CsvFields fields = new(reader, _lines, Utf8.IsValid(chunk.Text.Span));
        reader.ReadHeader();
        _malformed = false;
        while (reader.Read())
        {
            if (mayBeTooLong && reader.RawRecord.Length > _lengthToCheck && !CheckLengths(fields, reader)) _malformed = false;
            else if (reader.FieldCount < _plan.FieldsNeeded || reader.FieldCount > _plan.FieldsAllowed || (_malformed && HasBadQuotes(reader))) RejectShape(fields, reader);
            else _rows.Add(fields);
            _malformed = false;
        }

        return _builder.RowsRead - before;
    }

    private void Reject(in CsvFields fields, int place, ReadOnlySpan<byte> value, string reason) =>
        _builder.Reject(fields.Line, _plan.NameOf(place), ListedText.Of(value), reason);
}
