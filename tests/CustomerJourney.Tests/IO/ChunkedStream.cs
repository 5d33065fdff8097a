using CustomerJourney.IO;

namespace CustomerJourney.Tests.IO;

/// <summary>Gives its bytes in pieces of given sizes, asynchronously; refuses to be read any other way.</summary>
internal sealed class ChunkedStream(byte[] bytes, params int[] sizes) : AsyncReadStream
{
    private int _position;
    private int _reads;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int size = Math.Min(Math.Min(sizes[_reads++ % sizes.Length], buffer.Length), bytes.Length - _position);
        if (_reads % 2 == 0) await Task.Yield();
        bytes.AsSpan(_position, size).CopyTo(buffer.Span);
        _position += size;
        return size;
    }
}
