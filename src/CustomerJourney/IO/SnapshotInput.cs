using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace CustomerJourney.IO;

/// <summary>Reads the sections of a snapshot through one buffer, in which each piece is summed up while it is still in the cache.</summary>
/// <remarks>Room is made for what has been seen to be there: all at once where the length of the source is known, otherwise step by step as it comes.</remarks>
/// <param name="stream">Where to read.</param>
/// <param name="blocks">Whether to read on this thread: a file of our own, for which the system would only hand each piece to another thread, with a cold cache.</param>
/// <param name="faults">What to call the source.</param>
/// <param name="progress">Is told the share of bytes read.</param>
/// <param name="cancellationToken">Ends reading.</param>
internal sealed class SnapshotInput(Stream stream, bool blocks, SnapshotFaults faults, IProgress<double>? progress, CancellationToken cancellationToken)
{
    private const int FirstStep = 64 * 1024;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(SnapshotFormat.BufferSize);
    private SnapshotChecksum _checksum = new();
    private string _part = "";
    private long _length;
    private long _unread;
    private int _start;
    private int _end;
    private long _read;

    /// <summary>Whether the source is known to hold as many bytes as its header says.</summary>
    public bool IsLengthKnown { get; set; }

    /// <summary>The length of the snapshot, for progress; 0 while it is not known.</summary>
    public long TotalLength { get; set; }

    private int Available => _end - _start;

    /// <summary>Begins a part of a length, or goes on with the one that has begun.</summary>
    public void Begin(string part, long length)
    {
        _part = part;
        _length = length;
        _unread += length;
    }

    /// <summary>Compares the checksum that follows a part.</summary>
    public async ValueTask EndAsync()
    {
        if (Available > 0 || _unread > 0) throw Fault($"it is {Available + _unread} bytes longer than what it holds");
        uint sum = _checksum.Value;
        _unread = sizeof(uint);
        await FillAsync(sizeof(uint)).ConfigureAwait(false);
        uint expected = BinaryPrimitives.ReadUInt32LittleEndian(_buffer.AsSpan(_start));
        _start += sizeof(uint);
        if (sum != expected) throw Fault($"its checksum is {sum:X8} and should be {expected:X8}");
        _checksum = new SnapshotChecksum();
        if (TotalLength > 0) progress?.Report((double)_read / TotalLength);
    }

    public async ValueTask SkipAsync()
    {
        while (_unread > 0 || Available > 0)
        {
            _start = _end;
            if (_unread > 0) await FillAsync(1).ConfigureAwait(false);
        }
    }

    public ValueTask<byte[]> ReadBytesAsync(int count) => ReadColumnAsync<byte>(count);

    /// <summary>Reads little-endian numbers.</summary>
    public async ValueTask<T[]> ReadColumnAsync<T>(int count) where T : unmanaged
    {
        int size = SnapshotNumbers.SizeOf<T>();
        T[] column = GC.AllocateUninitializedArray<T>(IsLengthKnown ? count : Math.Min(count, FirstStep));
        for (int done = 0; done < count;)
        {
            await FillAsync(size).ConfigureAwait(false);
            if (done == column.Length) Array.Resize(ref column, (int)Math.Min(count, 2L * done));
            done += Copy(column.AsSpan(done));
        }

        return column;
    }

    /// <summary>Reads as many texts as a section says that it holds.</summary>
    /// <param name="mayLack">Whether texts may be absent.</param>
    public async ValueTask<string?[]> ReadTextsAsync(bool mayLack)
    {
        long length = _length;
        if (length < sizeof(long)) throw Fault($"it is {length} bytes long, too short for a list");
        long count = BinaryPrimitives.ReadInt64LittleEndian(await ReadBytesAsync(sizeof(long)).ConfigureAwait(false));
        long rest = length - sizeof(long);
        if (count < 0 || count > rest / sizeof(uint) || count > Array.MaxLength) throw Fault($"a list of {count} texts cannot stand in {length} bytes");
        uint[] lengths = await ReadColumnAsync<uint>((int)count).ConfigureAwait(false);
        CheckLengths(lengths, rest - (count * sizeof(uint)), mayLack);

        string?[] texts = new string?[lengths.Length];
        for (int done = 0; done < texts.Length;)
        {
            done += Decode(lengths.AsSpan(done), texts.AsSpan(done), done);
            if (done == texts.Length) break;
            int next = (int)lengths[done];
            if (next <= _buffer.Length) await FillAsync(next).ConfigureAwait(false);
            else texts[done] = Text(await ReadBytesAsync(next).ConfigureAwait(false), done++);
        }

        return texts;
    }

    private void CheckLengths(uint[] lengths, long rest, bool mayLack)
    {
        long sum = 0;
        for (int index = 0; index < lengths.Length; index++)
        {
            if (lengths[index] == SnapshotFormat.NoText && mayLack) continue;
            if (lengths[index] > Array.MaxLength) throw Fault($"text {index} has a length that no text has");
            sum += lengths[index];
        }

        if (sum != rest) throw Fault($"its texts take {sum} bytes and there are {rest}");
    }

    private int Copy<T>(Span<T> column) where T : unmanaged
    {
        int size = SnapshotNumbers.SizeOf<T>();
        int count = Math.Min(column.Length, Available / size);
        Span<byte> target = MemoryMarshal.AsBytes(column[..count]);
        _buffer.AsSpan(_start, target.Length).CopyTo(target);
        if (!BitConverter.IsLittleEndian) SnapshotNumbers.Reverse(target, size);
        _start += target.Length;
        return count;
    }

    /// <summary>Makes texts of those that lie in the buffer as a whole, and says how many.</summary>
    private int Decode(ReadOnlySpan<uint> lengths, Span<string?> texts, int first)
    {
        for (int index = 0; index < lengths.Length; index++)
        {
            uint length = lengths[index];
            if (length == SnapshotFormat.NoText) continue;
            if (length > Available) return index;
            texts[index] = Text(_buffer.AsSpan(_start, (int)length), first + index);
            _start += (int)length;
        }

        return lengths.Length;
    }

    private string Text(ReadOnlySpan<byte> bytes, int index)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException invalid)
        {
            throw Fault($"text {index} is not valid UTF-8", invalid);
        }
    }

    /// <summary>Sees to it that bytes of the part lie in the buffer: at least so many, and as many as a call gives.</summary>
    private async ValueTask FillAsync(int least)
    {
        if (Available >= least) return;
        _buffer.AsSpan(_start, Available).CopyTo(_buffer);
        (_start, _end) = (0, Available);
        while (_end < least)
        {
            int most = (int)Math.Min(_buffer.Length - _end, _unread);
            cancellationToken.ThrowIfCancellationRequested();
            int count = most == 0 ? 0
                : blocks ? stream.Read(_buffer, _end, most)
                : await stream.ReadAsync(_buffer.AsMemory(_end, most), cancellationToken).ConfigureAwait(false);
            if (count == 0) throw Fault(most == 0 ? "it is shorter than what it should hold" : "the snapshot ends in the middle of it");
            _checksum.Add(_buffer.AsSpan(_end, count));
            _end += count;
            _unread -= count;
            _read += count;
        }
    }

    private InvalidDataException Fault(string what, Exception? inner = null) => faults.In(_part, what, inner);
}
