using System.Text.Json;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Reads JSON Lines into a log: a record a line. A line that is not JSON is rejected, and the next one is read.</summary>
internal sealed class JsonLinesReader
{
    private readonly JsonText _text;
    private readonly JsonRecord _record;
    private readonly string _source;
    private long _line;
    private bool _isTooLong;

    public JsonLinesReader(EventMapping mapping, JsonPlan plan, ReadOptions options, string source)
    {
        _source = source;
        _text = new JsonText(mapping, options);
        _record = new JsonRecord(plan, mapping, unitLevel: 0, _text, source);
    }

    public async Task<JourneyLog> ReadAsync(Stream stream, TextCompression compression, CancellationToken cancellationToken)
    {
        TextInput input = await _text.OpenAsync(stream, compression, _source, cancellationToken).ConfigureAwait(false);
        await using (input.ConfigureAwait(false))
        {
            ByteWindow window = new(input);
            while (true)
            {
                TakeLines(window, cancellationToken);
                if (window.Ended) return _text.Build(_record, cancellationToken);
                await window.FillAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Takes the lines that the window holds whole.</summary>
    private void TakeLines(ByteWindow window, CancellationToken cancellationToken)
    {
        while (true)
        {
            int length = window.Bytes.IndexOf((byte)'\n');
            bool isWhole = length >= 0 || window.Ended;
            if (length < 0) length = window.Bytes.Length;
            if (!_isTooLong && length > _text.Limits.RecordBytes)
            {
                _isTooLong = true;
                _text.Builder.Reject(_line + 1, "row", ListedText.Of(window.Bytes), _text.Limits.RecordTooLong);
            }

            if (!isWhole || window.Bytes.IsEmpty)
            {
                if (_isTooLong) window.Advance(length);
                return;
            }

            _line++;
            if (!_isTooLong) TakeLine(window, length);
            _isTooLong = false;
            window.Advance(Math.Min(length + 1, window.Bytes.Length));
            _text.Count(cancellationToken);
        }
    }

    private void TakeLine(ByteWindow window, int length)
    {
        ReadOnlySpan<byte> line = window.Bytes[..length];
        if (line.IndexOfAnyExcept(" \t\r"u8) < 0)
        {
            _text.Builder.BlankLines++;
            return;
        }

        Utf8JsonReader reader = new(line, isFinalBlock: true, new JsonReaderState(_text.ReaderOptions));
        _record.SourceLine = _line;
        try
        {
            reader.Read();
            _record.TryRead(ref reader, window.Array, window.Start);
            if (reader.Read())
            {
                _text.Builder.Reject(_line, "row", JsonText.Around(line, reader.TokenStartIndex), _text.NotJson);
                return;
            }
        }
        catch (JsonException exception)
        {
            _text.Builder.Reject(_line, "row", JsonText.Around(line, exception.BytePositionInLine ?? 0), _text.NotJson);
            return;
        }

        _record.Take();
    }
}
