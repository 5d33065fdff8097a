using System.IO.Compression;

namespace CustomerJourney.IO;

/// <summary>The text of one entry of a zip archive, checked against the length and the checksum that the archive has of it. Leaves the source open.</summary>
internal sealed class ZipInput : AsyncReadStream
{
    private const int MostListed = 50;

    private readonly ZipArchive _archive;
    private readonly ZipArchiveEntry _entry;
    private readonly Stream _text;
    private readonly CyclicRedundancyCheck _check = new();
    private long _length;

    private ZipInput(ZipArchive archive, ZipArchiveEntry entry, Stream text)
    {
        _archive = archive;
        _entry = entry;
        _text = text;
    }

    /// <summary>The length of the entry in the archive, as the archive says.</summary>
    public long CompressedLength => _entry.CompressedLength;

    /// <summary>Opens the entry that the options name, or the only one.</summary>
    /// <param name="source">The archive.</param>
    /// <param name="start">Where in the source the archive begins.</param>
    /// <param name="options">Entry, limits, and what messages call the source.</param>
    /// <param name="cancellationToken">Ends opening.</param>
    public static async ValueTask<ZipInput> OpenAsync(Stream source, long start, TextInputOptions options, CancellationToken cancellationToken)
    {
        if (!source.CanSeek)
        {
            throw new InvalidDataException(
                "A zip archive has its list of entries at its end, so it needs a stream that can seek. Read it from a file, or copy it to a MemoryStream first.");
        }

        Stream body = start > 0 ? new OffsetStream(source, start) : source;
        ZipArchive archive = await ZipArchive.CreateAsync(body, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken).ConfigureAwait(false);
        try
        {
            ZipArchiveEntry entry = Find(archive, options);
            if (entry.IsEncrypted) throw new InvalidDataException($"The entry '{entry.FullName}' of the zip archive is encrypted. Decrypt it first.");
            Stream text = await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
            return new ZipInput(archive, entry, text);
        }
        catch
        {
            await archive.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static ZipArchiveEntry Find(ZipArchive archive, TextInputOptions options)
    {
        ZipArchiveEntry[] entries = [.. archive.Entries.Where(IsFile)];
        ZipArchiveEntry[] found = options.Entry is null ? entries : [.. entries.Where(entry => entry.FullName == options.Entry)];
        if (found.Length == 1) return found[0];
        string more = entries.Length > MostListed ? $" and {entries.Length - MostListed} more" : "";
        string listed = string.Join(", ", entries.Take(MostListed).Select(entry => $"'{entry.FullName}'"));
        string problem = entries.Length == 0 ? "the zip archive has no files"
            : options.Entry is null ? $"the zip archive has {entries.Length} files, so the one to read must be named: {listed}{more}"
            : found.Length > 1 ? $"the zip archive has {found.Length} files called '{options.Entry}'"
            : $"the zip archive has no file '{options.Entry}'; its files are {listed}{more}";
        throw new JourneyDefinitionException($"The log of {options.Source}", [problem]);
    }

    /// <summary>Whether an entry is neither a folder nor what macOS adds to archives about each of their files.</summary>
    private static bool IsFile(ZipArchiveEntry entry) => !entry.FullName.EndsWith('/') && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The entry is damaged.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty) return 0;
        int read = await _text.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        _length += read;
        _check.Add(buffer.Span[..read]);
        if (read == 0 && (_length != _entry.Length || _check.Value != _entry.Crc32))
            throw new InvalidDataException($"The entry '{_entry.FullName}' of the zip archive is damaged: its length or its checksum is not that of the archive's list. Fetch the file again.");
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _text.Dispose();
            _archive.Dispose();
        }

        base.Dispose(disposing);
    }
}
