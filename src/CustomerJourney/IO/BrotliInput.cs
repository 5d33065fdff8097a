using System.Buffers;
using System.IO.Compression;

namespace CustomerJourney.IO;

/// <summary>The text of a source that is compressed with brotli.</summary>
/// <remarks><see cref="BrotliStream"/> may take a file that was cut off for one that ends early; the decoder itself says when the data are complete.</remarks>
internal sealed class BrotliInput(Stream inner) : AsyncReadStream
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private BrotliDecoder _decoder;
    private int _start;
    private int _end;
    private bool _ended;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The source is damaged, cut off, or has other bytes behind its end.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || _ended) return 0;
        while (true)
        {
            OperationStatus status = _decoder.Decompress(_buffer.AsSpan(_start, _end - _start), buffer.Span, out int consumed, out int written);
            _start += consumed;
            if (status == OperationStatus.InvalidData) throw new InvalidDataException("The brotli data are damaged, or are no brotli data at all.");
            if (status == OperationStatus.Done) await EndAsync(cancellationToken).ConfigureAwait(false);
            if (written > 0 || _ended) return written;
            if (status == OperationStatus.DestinationTooSmall) continue;
            if (!await FillAsync(cancellationToken).ConfigureAwait(false)) throw new InvalidDataException("The brotli data are cut off. Fetch the file again.");
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _decoder.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        _ended = true;
        if (_start < _end || await FillAsync(cancellationToken).ConfigureAwait(false)) throw new InvalidDataException("The brotli data have other bytes behind their end.");
    }

    /// <summary>Reads more; false at the end of the source. To be called when all bytes have been consumed, or those left are too few to go on.</summary>
    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        int read = await inner.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        return read > 0;
    }
}
