using System.Text.Json;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Reads JSON Lines into a log: a record a line. A line that is not JSON is rejected, and the next one is read.</summary>
internal sealed class JsonLinesReader(EventMapping mapping, JsonPlan plan, ReadOptions options, string source)
    : JsonLogReader(mapping, plan, unitLevel: 0, options, source)
{
    private long _line;
    private bool _isTooLong;

    /// <inheritdoc/>
    protected override async Task ReadTextAsync(ByteWindow window, CancellationToken cancellationToken)
    {
        _line = 0;
        _isTooLong = false;
        while (true)
        {
            TakeLines(window, cancellationToken);
            if (window.Ended) return;
            await window.FillAsync(cancellationToken).ConfigureAwait(false);
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
            if (!_isTooLong && length > Text.Limits.RecordBytes)
            {
                _isTooLong = true;
                Text.Builder.Reject(_line + 1, "row", ListedText.Of(window.Bytes), Text.Limits.RecordTooLong);
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
            Text.Count(cancellationToken);
        }
    }

    private void TakeLine(ByteWindow window, int length)
    {
        ReadOnlySpan<byte> line = window.Bytes[..length];
        if (line.IndexOfAnyExcept(" \t\r"u8) < 0)
        {
            Text.Builder.BlankLines++;
            return;
        }

        Utf8JsonReader reader = new(line, isFinalBlock: true, new JsonReaderState(Text.ReaderOptions));
        Record.SourceLine = _line;
        try
        {
            reader.Read();
            Record.TryRead(ref reader, window.Array, window.Start);
            if (reader.Read())
            {
                Text.Builder.Reject(_line, "row", JsonText.Around(line, reader.TokenStartIndex), Text.NotJson);
                return;
            }
        }
        catch (JsonException exception)
        {
            Text.Builder.Reject(_line, "row", JsonText.Around(line, exception.BytePositionInLine ?? 0), Text.NotJson);
            return;
        }

        Record.Take();
    }
}
