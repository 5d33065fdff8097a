namespace CustomerJourney.IO;

/// <summary>The part of a stream that is looked at: it is filled at its end and given up at its beginning. What is looked at together lies in one array.</summary>
internal sealed class ByteWindow(Stream stream)
{
    private const int FirstSize = 256 * 1024;
    private byte[] _array = new byte[FirstSize];
    private int _end;

    /// <summary>The array that holds the bytes; another one after each filling.</summary>
    public byte[] Array => _array;

    /// <summary>Where in the array the bytes begin.</summary>
    public int Start { get; private set; }

    /// <summary>The bytes that were read and not given up.</summary>
    public ReadOnlySpan<byte> Bytes => _array.AsSpan(Start, _end - Start);

    /// <summary>Whether the stream has no bytes behind these.</summary>
    public bool Ended { get; private set; }

    /// <summary>Gives up bytes at the beginning.</summary>
    public void Advance(int count) => Start += count;

    /// <summary>Reads on until there are twice as many bytes as there were, or the stream ends.</summary>
    /// <remarks>Who finds half a record and looks at it again from its beginning still does work in proportion to its length, however few bytes a read gives.</remarks>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        int unread = _end - Start;
        _array.AsSpan(Start, unread).CopyTo(_array);
        Start = 0;
        _end = unread;
        if (2 * unread >= _array.Length) System.Array.Resize(ref _array, 2 * _array.Length);
        while ((_end == unread || _end < 2 * unread) && !Ended)
        {
            int read = await stream.ReadAsync(_array.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            Ended = read == 0;
            _end += read;
        }
    }
}
