namespace CustomerJourney.IO;

/// <summary>Counts the bytes that are read. Leaves the inner stream open.</summary>
internal sealed class CountedInput(Stream inner, long count) : AsyncReadStream
{
    /// <summary>The number of bytes read so far, with those read before.</summary>
    public long Count { get; private set; } = count;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Count += read;
        return read;
    }
}
