namespace CustomerJourney.IO;

/// <summary>The fixed parts of a snapshot file; docs/snapshot.md describes them byte by byte.</summary>
internal static class SnapshotFormat
{
    /// <summary>Raised by a change that older libraries would misread; they refuse the file.</summary>
    public const ushort Major = 1;

    /// <summary>Raised by new sections that older libraries may pass over.</summary>
    public const ushort Minor = 0;

    /// <summary>Magic, versions, number of sections, length of the file.</summary>
    public const int HeaderSize = 24;

    /// <summary>Letters, index, flags, zero, length.</summary>
    public const int EntrySize = 24;

    public const int CountsSize = 24;

    /// <summary>A reader that does not know the section must refuse the file.</summary>
    public const uint RequiredFlag = 1;

    /// <summary>Many more than the attributes of any log need; a file that claims more is not read at all.</summary>
    public const int MostSections = 100_000;

    /// <summary>The length of a text that is not there.</summary>
    public const uint NoText = uint.MaxValue;

    /// <summary>Large enough that a call of the system costs nothing beside it, small enough to stay in the cache.</summary>
    public const int BufferSize = 1 << 20;

    /// <summary>Line breaks of both kinds and the end-of-file sign of old systems show at once where a file went through a transfer of texts.</summary>
    public static ReadOnlySpan<byte> Magic => "CJLG\r\n\x1A\n"u8;
}
