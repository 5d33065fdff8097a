using System.Text;
using System.Text.Json;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Reads a JSON text into a log: the items of a list, or the values that stand one after the other, or the lists in them that the mapping names. Holds one object of <see cref="JsonPlan.UnitLevel"/> at a time.</summary>
internal sealed class JsonDocumentReader : JsonLogReader
{
    private const int MostWhiteSpace = 16 * 1024 * 1024;
    private static readonly JsonStep EachItem = new(JsonStepKind.Each);
    private readonly JsonPlan _plan;
    private readonly Step[] _throughList;
    private readonly Step[] _direct;
    private readonly string _rowsColumn;

    private JsonReaderState _state;
    private Step[] _steps = [];
    private int _open;
    private bool _skipsValue;
    private int _skipDepth;
    private bool _hasValue;

    public JsonDocumentReader(EventMapping mapping, JsonPlan plan, ReadOptions options, string source)
        : base(mapping, plan, plan.UnitLevel, options, source)
    {
        _plan = plan;
        _rowsColumn = mapping.Rows ?? "row";
        _direct = [.. plan.Descent.Select(step => new Step(step))];

        // The items of a list that is the whole document are records, unless the mapping itself begins with that list.
        _throughList = plan.Roots[0].HoldsRows ? _direct : [new Step(EachItem), .. _direct];
    }

    /// <inheritdoc/>
    protected override async Task ReadTextAsync(ByteWindow window, CancellationToken cancellationToken)
    {
        _state = new JsonReaderState(Text.ReaderOptions);
        _steps = [];
        _open = 0;
        _skipsValue = false;
        _skipDepth = -1;
        _hasValue = false;
        while (true)
        {
            TakeTokens(window, cancellationToken);
            if (window.Ended) break;
            CheckLength(window.Bytes);
            await window.FillAsync(cancellationToken).ConfigureAwait(false);
        }

        if (!_hasValue) throw JourneyDataException.For(1, "row", $"is missing: the text is empty");
    }

    private void TakeTokens(ByteWindow window, CancellationToken cancellationToken)
    {
        Utf8JsonReader reader = new(window.Bytes, window.Ended, _state);
        Utf8JsonReader whole = reader;
        bool isWhole = true;
        try
        {
            while (reader.Read() && (isWhole = TryTakeToken(ref reader, window)))
            {
                whole = reader;
                Text.Count(cancellationToken);
            }

            // The white space behind the last token.
            if (isWhole) whole = reader;
        }
        catch (JsonException exception)
        {
            // The reader counts lines and bytes from 0.
            throw JourneyDataException.For(
                Text.Limits, (exception.LineNumber ?? 0) + 1, "row", JsonText.Around(window.Bytes, reader.BytesConsumed),
                $"is not valid JSON at byte {(exception.BytePositionInLine ?? 0) + 1:N0} of the line, or is nested deeper than {Text.Limits.JsonDepth} levels ({nameof(ReadLimits)}.{nameof(ReadLimits.JsonDepth)}); {Text.Builder.RowsRead:N0} rows before it were read");
        }

        _state = whole.CurrentState;
        window.Advance((int)whole.BytesConsumed);
    }

    /// <summary>Takes a token, or the whole object that begins with it. Gives <see langword="false"/>, with nothing changed, where the object does not end in the window.</summary>
    private bool TryTakeToken(ref Utf8JsonReader reader, ByteWindow window)
    {
        JsonTokenType token = reader.TokenType;
        if (reader.ValueSpan.Length > Text.Limits.RecordBytes) throw TooLong(reader.ValueSpan);
        if (_skipDepth >= 0)
        {
            if (token is JsonTokenType.EndObject or JsonTokenType.EndArray && reader.CurrentDepth == _skipDepth) _skipDepth = -1;
            return true;
        }

        switch (token)
        {
            case JsonTokenType.PropertyName:
                Step step = _steps[_open - 1];
                _skipsValue = !JsonNode.IsAt(ref reader, step.Key);
                if (!_skipsValue && step.WasMet)
                    throw JourneyDataException.For(Text.Limits, Record.RowsMet + 1, _rowsColumn, step.Name, $"stands twice in one object; a list that is read needs a key of its own");
                step.WasMet |= !_skipsValue;
                return true;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _open--;
                return true;
            default:
                return TryTakeValue(ref reader, window);
        }
    }

    private bool TryTakeValue(ref Utf8JsonReader reader, ByteWindow window)
    {
        bool isList = reader.TokenType == JsonTokenType.StartArray;
        if (reader.CurrentDepth == 0)
        {
            _hasValue = true;
            _steps = isList ? _throughList : _direct;
        }

        if (!_skipsValue && _open == _steps.Length)
        {
            if (!Record.TryRead(ref reader, window.Array, window.Start)) return false;
            if (Record.Text.Length > Text.Limits.RecordBytes) throw TooLong(Record.Text);
            Record.Take();
            return true;
        }

        bool isContainer = isList || reader.TokenType == JsonTokenType.StartObject;
        if (!_skipsValue && isContainer && isList == _steps[_open].IsList)
        {
            _steps[_open].WasMet = false;
            _open++;
            if (_open == _steps.Length && _plan.UnitLevel == _plan.RowLevel) Record.MeetRows();
        }
        else
        {
            if (!_skipsValue && reader.TokenType != JsonTokenType.Null) Record.Refuse(_rowsColumn, reader.ValueSpan, _steps[_open].IsList ? "is not a list" : "is not an object");
            if (isContainer) _skipDepth = reader.CurrentDepth;
        }

        _skipsValue = false;
        return true;
    }

    /// <summary>Checks what waits for the end of its record. White space in front of a record is no part of it, but is kept with it.</summary>
    private void CheckLength(ReadOnlySpan<byte> waiting)
    {
        ReadOnlySpan<byte> record = waiting.TrimStart(", \t\r\n"u8);
        if (record.Length > Text.Limits.RecordBytes || waiting.Length - record.Length > MostWhiteSpace) throw TooLong(waiting);
    }

    private JourneyDataException TooLong(ReadOnlySpan<byte> text) => JourneyDataException.For(
        Text.Limits, Record.RowsMet + 1, _rowsColumn, ListedText.Of(text),
        $"{Text.Limits.RecordTooLong}; name with {nameof(EventMapping.Rows)} the list in it whose items are rows, and no fields around that list");

    /// <summary>A step of the descent, and whether the present object had its key already.</summary>
    private sealed class Step(JsonStep step)
    {
        public string Name => step.Key;

        public byte[] Key { get; } = Encoding.UTF8.GetBytes(step.Key);

        public bool IsList => step.Kind == JsonStepKind.Each;

        public bool WasMet { get; set; }
    }
}
