using System.Buffers.Binary;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Reads a snapshot: header, table of sections, section after section, then the laws of a log.</summary>
/// <param name="stream">The bytes, from the current position on.</param>
/// <param name="source">What to call them in messages.</param>
/// <param name="isFile">Whether the stream is a file of our own, of one snapshot and nothing else.</param>
/// <param name="progress">Is told the share of bytes read.</param>
/// <param name="cancellationToken">Ends reading.</param>
internal sealed class SnapshotReader(Stream stream, string source, bool isFile, IProgress<double>? progress, CancellationToken cancellationToken)
{
    private readonly SnapshotFaults _faults = new(source);

    public async Task<JourneyLog> ReadAsync()
    {
        cancellationToken.ThrowIfCancellationRequested();
        SnapshotInput input = new(stream, isFile, _faults, progress, cancellationToken);
        IReadOnlyList<SnapshotEntry> table = await ReadTableAsync(input).ConfigureAwait(false);
        SnapshotContents contents = new(input, _faults);
        foreach (SnapshotEntry entry in table)
        {
            input.Begin(entry.Part, entry.Length);
            await contents.ReadAsync(entry).ConfigureAwait(false);
            await input.EndAsync().ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
        JourneyLog log = contents.ToLog();
        progress?.Report(1);
        return log;
    }

    private async ValueTask<IReadOnlyList<SnapshotEntry>> ReadTableAsync(SnapshotInput input)
    {
        const string Header = "the header", Table = "the table of sections";
        long? available = stream.CanSeek ? Math.Max(0, stream.Length - stream.Position) : null;
        input.Begin(Header, SnapshotFormat.HeaderSize);
        byte[] header = await input.ReadBytesAsync(SnapshotFormat.HeaderSize).ConfigureAwait(false);
        if (!header.AsSpan().StartsWith(SnapshotFormat.Magic))
            throw _faults.Whole("it does not begin with the mark of a snapshot. Read other files with the reader of their format, such as JourneyLog.ReadCsvAsync.");
        ushort major = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(8)), minor = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(10));
        if (major != SnapshotFormat.Major)
            throw _faults.Whole($"it has format version {major}.{minor}, and this library reads version {SnapshotFormat.Major}. Read it with the version of CustomerJourney that wrote it or a newer one, or write it anew with this one.");
        int count = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(12));
        long length = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(16));
        if (count is < 1 or > SnapshotFormat.MostSections) throw _faults.In(Header, $"it names {count} sections; a snapshot has 1 to {SnapshotFormat.MostSections}");
        if (available < length) throw _faults.In(Header, $"the snapshot should have {length} bytes and has {available}");

        input.Begin(Table, (long)SnapshotFormat.EntrySize * count);
        byte[] table = await input.ReadBytesAsync(SnapshotFormat.EntrySize * count).ConfigureAwait(false);
        await input.EndAsync().ConfigureAwait(false);
        if (isFile && available > length) throw _faults.In(Header, $"the snapshot should have {length} bytes and has {available}");
        SnapshotEntry[] entries = [.. table.Chunk(SnapshotFormat.EntrySize).Select(bytes => SnapshotEntry.FromBytes(bytes))];
        Check(entries, length - SnapshotFormat.HeaderSize - table.Length - sizeof(uint));
        input.IsLengthKnown = available is not null;
        input.TotalLength = length;
        return entries;
    }

    private void Check(SnapshotEntry[] entries, long left)
    {
        const string Table = "the table of sections";
        HashSet<(uint, int)> seen = [];
        foreach (SnapshotEntry entry in entries)
        {
            if (entry.Flags > SnapshotFormat.RequiredFlag || entry.Reserved != 0 || entry.Index < 0) throw _faults.In(Table, $"{entry.Part} has flags, an index or a reserved number that version {SnapshotFormat.Major} does not have");
            if (entry.Length < 0 || entry.Length > left - sizeof(uint)) throw _faults.In(Table, $"{entry.Part} is said to have {entry.Length} bytes, more than are left");
            if (!seen.Add((entry.Number, entry.Index))) throw _faults.In(Table, $"{entry.Part} stands twice");
            left -= entry.Length + sizeof(uint);
        }

        if (left != 0) throw _faults.In(Table, $"the sections are {left} bytes shorter than the snapshot");
        if (entries[0].Number != SnapshotSection.Counts.Number) throw _faults.In(Table, $"the first section is not {SnapshotSection.Counts}");
    }
}
