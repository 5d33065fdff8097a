using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CustomerJourney.Events;

/// <summary>Remembers the codes of names that were asked for lately: of a handful of names, such as those of events and channels, nearly every one is found at the first look. Used by one thread.</summary>
/// <param name="names">The table that knows all names.</param>
internal sealed class RecentNames(NameTable names)
{
    private const int Size = 256;
    private const int LongestRemembered = 2 * sizeof(ulong);
    private readonly Entry[] _entries = new Entry[Size];

    /// <inheritdoc cref="NameTable.GetOrAdd(ReadOnlySpan{byte})"/>
    public int GetOrAdd(ReadOnlySpan<byte> name)
    {
        // An entry without a name is free.
        if (name.Length is 0 or > LongestRemembered) return names.GetOrAdd(name);

        // First and last eight bytes hold all of a name up to sixteen.
        ulong first = NameTable.Prefix(name);
        ulong last = name.Length > sizeof(ulong) ? BinaryPrimitives.ReadUInt64LittleEndian(name[^sizeof(ulong)..]) : 0;
        ref Entry entry = ref _entries[Place(first, last, name.Length)];
        if (entry.First == first && entry.Last == last && entry.Length == name.Length) return entry.Code;
        int code = names.GetOrAdd(name);

        if (code >= 0) entry = new Entry(first, last, name.Length, code);
        return code;
    }

    private static byte Place(ulong first, ulong last, int length)
    {
        unchecked
        {
            const ulong Multiplier = 0x9E3779B97F4A7C15UL;
            return (byte)(((first ^ (last << 1) ^ (ulong)length) * Multiplier) >> 56);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(ulong First, ulong Last, int Length, int Code);
}
