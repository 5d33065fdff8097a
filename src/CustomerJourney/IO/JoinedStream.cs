namespace CustomerJourney.IO;

/// <summary>Bytes, a stream to its end, and bytes again, as one stream. Leaves the inner stream open.</summary>
internal sealed class JoinedStream(ReadOnlyMemory<byte> head, Stream body, ReadOnlyMemory<byte> tail) : AsyncReadStream
{
    private ReadOnlyMemory<byte> _head = head;
    private ReadOnlyMemory<byte> _tail = tail;
    private bool _bodyEnded;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty) return 0;
        if (!_head.IsEmpty) return Take(ref _head, buffer.Span);
        if (!_bodyEnded)
        {
            int read = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (read > 0) return read;
            _bodyEnded = true;
        }

        return Take(ref _tail, buffer.Span);
    }

    private static int Take(ref ReadOnlyMemory<byte> bytes, Span<byte> buffer)
    {
        int count = Math.Min(bytes.Length, buffer.Length);
        bytes.Span[..count].CopyTo(buffer);
        bytes = bytes[count..];
        return count;
    }
}
