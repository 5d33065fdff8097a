using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace CustomerJourney.IO;

/// <summary>Writes the sections of a snapshot through one buffer, in which each piece is summed up while it is still in the cache.</summary>
/// <param name="stream">Where to write.</param>
/// <param name="length">The length of the snapshot, for progress.</param>
/// <param name="blocks">Whether to write on this thread: a file of our own, for which the system would only hand each piece to another thread, with a cold cache.</param>
/// <param name="progress">Is told the share of bytes written.</param>
/// <param name="cancellationToken">Ends writing.</param>
internal sealed class SnapshotOutput(Stream stream, long length, bool blocks, IProgress<double>? progress, CancellationToken cancellationToken)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(SnapshotFormat.BufferSize);
    private int _used;
    private int _summed;
    private long _written;
    private SnapshotChecksum _checksum = new();

    /// <summary>Writes the checksum of all since the last one, and begins the next.</summary>
    public async ValueTask EndAsync()
    {
        if (_used + sizeof(uint) > _buffer.Length) await FlushAsync().ConfigureAwait(false);
        Sum();
        BinaryPrimitives.WriteUInt32LittleEndian(_buffer.AsSpan(_used), _checksum.Value);
        _used += sizeof(uint);
        _summed = _used;
        _checksum = new SnapshotChecksum();
    }

    /// <summary>Hands all that was written to the stream.</summary>
    public async ValueTask FlushAsync()
    {
        Sum();
        cancellationToken.ThrowIfCancellationRequested();
        if (blocks) stream.Write(_buffer, 0, _used);
        else await stream.WriteAsync(_buffer.AsMemory(0, _used), cancellationToken).ConfigureAwait(false);
        _written += _used;
        _used = _summed = 0;
        progress?.Report(length == 0 ? 1 : (double)_written / length);
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (_used == _buffer.Length) await FlushAsync().ConfigureAwait(false);
            int count = Math.Min(bytes.Length, _buffer.Length - _used);
            bytes.Span[..count].CopyTo(_buffer.AsSpan(_used));
            _used += count;
            bytes = bytes[count..];
        }
    }

    public ValueTask WriteAsync(long number)
    {
        byte[] bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        return WriteAsync(bytes);
    }

    /// <summary>Writes numbers one after the other, little-endian.</summary>
    public async ValueTask WriteAsync<T>(T[] column) where T : unmanaged
    {
        for (int done = 0; done < column.Length;)
        {
            if (_buffer.Length - _used < SnapshotNumbers.SizeOf<T>()) await FlushAsync().ConfigureAwait(false);
            done += Copy(column.AsSpan(done));
        }
    }

    /// <summary>Writes how many texts there are, the length of each in bytes, then all of them in UTF-8.</summary>
    public async ValueTask WriteAsync(string?[] texts, uint[] lengths)
    {
        await WriteAsync(texts.LongLength).ConfigureAwait(false);
        await WriteAsync(lengths).ConfigureAwait(false);
        for (int done = 0; done < texts.Length;)
        {
            int copied = CopyTexts(texts.AsSpan(done));
            done += copied;
            if (done == texts.Length) break;
            if (copied > 0 || _used > 0) await FlushAsync().ConfigureAwait(false);
            // One that does not fit into the empty buffer.
            else await WriteAsync(Utf8.GetBytes(texts[done++]!)).ConfigureAwait(false);
        }
    }

    /// <summary>How many bytes each text takes.</summary>
    public static uint[] LengthsOf(string?[] texts)
    {
        uint[] lengths = GC.AllocateUninitializedArray<uint>(texts.Length);
        for (int index = 0; index < texts.Length; index++)
            lengths[index] = texts[index] is { } text ? (uint)Utf8.GetByteCount(text) : SnapshotFormat.NoText;
        return lengths;
    }

    private int Copy<T>(ReadOnlySpan<T> numbers) where T : unmanaged
    {
        int count = Math.Min(numbers.Length, (_buffer.Length - _used) / SnapshotNumbers.SizeOf<T>());
        Span<byte> target = _buffer.AsSpan(_used, count * SnapshotNumbers.SizeOf<T>());
        MemoryMarshal.AsBytes(numbers[..count]).CopyTo(target);
        if (!BitConverter.IsLittleEndian) SnapshotNumbers.Reverse(target, SnapshotNumbers.SizeOf<T>());
        _used += target.Length;
        return count;
    }

    /// <summary>Copies as many whole texts as fit, and says how many.</summary>
    private int CopyTexts(ReadOnlySpan<string?> texts)
    {
        for (int index = 0; index < texts.Length; index++)
        {
            if (texts[index] is not { } text) continue;
            if (!Utf8.TryGetBytes(text, _buffer.AsSpan(_used), out int bytes)) return index;
            _used += bytes;
        }

        return texts.Length;
    }

    private void Sum()
    {
        _checksum.Add(_buffer.AsSpan(_summed, _used - _summed));
        _summed = _used;
    }
}
