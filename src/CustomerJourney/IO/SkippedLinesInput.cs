namespace CustomerJourney.IO;

/// <summary>A text whose first lines are empty: their line breaks stay, so that the lines after them keep their numbers. Leaves the inner stream open.</summary>
/// <remarks>Lines end with LF, CR or CR LF, as in records; quotes do not matter.</remarks>
internal sealed class SkippedLinesInput(Stream inner, int lines) : AsyncReadStream
{
    private int _left = lines;
    private bool _afterReturn;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            int read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (read == 0 || _left == 0) return read;
            int kept = KeepBreaks(buffer.Span[..read]);
            if (kept > 0) return kept;
        }
    }

    /// <summary>Takes all but line breaks out of the lines that are skipped; gives how many bytes are left.</summary>
    private int KeepBreaks(Span<byte> text)
    {
        int kept = 0;
        for (int index = 0; index < text.Length; index++)
        {
            // The last line that is skipped may end with CR LF.
            byte character = text[index];
            bool endsPair = character == (byte)'\n' && _afterReturn;
            if (_left == 0 && !endsPair)
            {
                text[index..].CopyTo(text[kept..]);
                return kept + text.Length - index;
            }

            _afterReturn = character == (byte)'\r';
            if (!_afterReturn && character != (byte)'\n') continue;
            text[kept++] = character;
            if (!endsPair) _left--;
        }

        return kept;
    }
}
