using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace CustomerJourney.Events;

/// <summary>Names to dense codes in the order first seen, over UTF-8 so that readers need no string a row.</summary>
/// <remarks>
/// Open addressing with the first eight bytes of a name beside its code: nearly every probe is settled without touching the
/// bytes themselves. Reading a large file is bound by this table (PERFORMANCE: "about half of the time").
/// </remarks>
/// <param name="kind">What the names are, for messages.</param>
/// <param name="most">How many names there may be.</param>
internal sealed class NameTable(string kind = "names", int most = int.MaxValue)
{
    private const int InitialSlots = 64;

    // Keeps a hostile file from choosing names that collide. Codes do not depend on it, so no result does.
    private readonly ulong _seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong)));
    private byte[] _bytes = new byte[1024];
    private int[] _ends = new int[InitialSlots];
    private Slot[] _slots = new Slot[InitialSlots];

    public int Count { get; private set; }

    /// <summary>The code of a name, new or known; -1 if the bytes are not valid UTF-8.</summary>
    public int GetOrAdd(ReadOnlySpan<byte> name)
    {
        ulong prefix = Prefix(name);
        ulong hash = Hash(name, prefix);
        uint tag = Tag(name.Length, hash);
        Slot[] slots = _slots;
        int mask = slots.Length - 1;
        for (int index = (int)(hash & (uint)mask); ; index = (index + 1) & mask)
        {
            Slot slot = slots[index];
            if (slot.CodePlusOne == 0) return Add(name, prefix, tag, index);
            if (slot.Prefix == prefix && slot.Tag == tag
                && (name.Length <= sizeof(ulong) || Bytes(slot.CodePlusOne - 1).SequenceEqual(name)))
                return slot.CodePlusOne - 1;
        }
    }

    /// <summary>The code of a name, new or known; -1 if the text holds an unpaired surrogate.</summary>
    public int GetOrAdd(ReadOnlySpan<char> name)
    {
        const int OnStack = 256;
        int most = Encoding.UTF8.GetMaxByteCount(name.Length);
        Span<byte> utf8 = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        return Utf8.FromUtf16(name, utf8, out _, out int written, replaceInvalidSequences: false) == System.Buffers.OperationStatus.Done
            ? GetOrAdd(utf8[..written])
            : -1;
    }

    /// <summary>The names in ordinal order, and for each code its place in that order.</summary>
    public string[] ToSorted(out int[] rankOfCode)
    {
        int[] codes = new int[Count];
        for (int code = 0; code < codes.Length; code++) codes[code] = code;
        string[] names = new string[Count];
        for (int code = 0; code < names.Length; code++) names[code] = Encoding.UTF8.GetString(Bytes(code));

        if (Ascii.IsValid(_bytes.AsSpan(0, Count == 0 ? 0 : _ends[Count - 1])))
        {
            // For ASCII the order of bytes is the ordinal order of chars, and eight bytes compare as one number.
            ulong[] keys = new ulong[Count];
            for (int code = 0; code < keys.Length; code++) keys[code] = SortKey(Bytes(code));
            Array.Sort(keys, codes);
            for (int start = 0; start < codes.Length;)
            {
                int end = start + 1;
                while (end < codes.Length && keys[end] == keys[start]) end++;
                if (end - start > 1) codes.AsSpan(start, end - start).Sort((a, b) => string.CompareOrdinal(names[a], names[b]));
                start = end;
            }
        }
        else
        {
            codes.AsSpan().Sort((a, b) => string.CompareOrdinal(names[a], names[b]));
        }

        rankOfCode = new int[Count];
        string[] sorted = new string[Count];
        for (int rank = 0; rank < codes.Length; rank++)
        {
            rankOfCode[codes[rank]] = rank;
            sorted[rank] = names[codes[rank]];
        }

        return sorted;
    }

    public string NameOf(int code) => Encoding.UTF8.GetString(Bytes(code));

    private ReadOnlySpan<byte> Bytes(int code)
    {
        int start = code == 0 ? 0 : _ends[code - 1];
        return _bytes.AsSpan(start, _ends[code] - start);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Add(ReadOnlySpan<byte> name, ulong prefix, uint tag, int index)
    {
        if (!Utf8.IsValid(name)) return -1;
        if (Count == most)
            throw JourneyDataException.For(0, kind, "", $"has more than {most:N0} different values, the most that {nameof(ReadLimits)}.{nameof(ReadLimits.DistinctNames)} allows; check that the mapping names the right column");
        int start = Count == 0 ? 0 : _ends[Count - 1];
        if (name.Length > Array.MaxLength - start) throw JourneyDataException.For(0, kind, "", $"has {Count:N0} different values that fill 2 GB, more than a log holds");
        int end = start + name.Length;
        if (end > _bytes.Length) Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(2L * _bytes.Length, end)));
        name.CopyTo(_bytes.AsSpan(start));
        if (Count == _ends.Length) Array.Resize(ref _ends, 2 * _ends.Length);
        _ends[Count] = end;
        _slots[index] = new Slot(prefix, tag, ++Count);
        if (2 * Count > _slots.Length) Grow();
        return Count - 1;
    }

    private void Grow()
    {
        Slot[] slots = new Slot[2 * _slots.Length];
        int mask = slots.Length - 1;
        for (int code = 0; code < Count; code++)
        {
            ReadOnlySpan<byte> name = Bytes(code);
            ulong prefix = Prefix(name);
            ulong hash = Hash(name, prefix);
            int index = (int)(hash & (uint)mask);
            while (slots[index].CodePlusOne != 0) index = (index + 1) & mask;
            slots[index] = new Slot(prefix, Tag(name.Length, hash), code + 1);
        }

        _slots = slots;
    }

    private static ulong Prefix(ReadOnlySpan<byte> name)
    {
        if (name.Length >= sizeof(ulong)) return MemoryMarshal.Read<ulong>(name);
        if (name.Length >= sizeof(uint))
        {
            // Both ends overlap in the middle, where they hold the same bytes.
            ulong last = MemoryMarshal.Read<uint>(name[^sizeof(uint)..]);
            return MemoryMarshal.Read<uint>(name) | (last << (8 * (name.Length - sizeof(uint))));
        }

        ulong prefix = 0;
        for (int index = name.Length - 1; index >= 0; index--) prefix = (prefix << 8) | name[index];
        return prefix;
    }

    private static ulong SortKey(ReadOnlySpan<byte> name)
    {
        Span<byte> first = stackalloc byte[8];
        first.Clear();
        name[..Math.Min(8, name.Length)].CopyTo(first);
        return BinaryPrimitives.ReadUInt64BigEndian(first);
    }

    private ulong Hash(ReadOnlySpan<byte> name, ulong prefix)
    {
        unchecked
        {
            const ulong Multiplier = 0x9E3779B97F4A7C15UL;
            ulong hash = (prefix ^ (ulong)name.Length ^ _seed) * Multiplier;
            for (ReadOnlySpan<byte> rest = name; rest.Length > sizeof(ulong);)
            {
                // The last eight bytes may overlap those before: together they still hold every byte.
                rest = rest[Math.Min(sizeof(ulong), rest.Length - sizeof(ulong))..];
                hash ^= hash >> 32;
                hash = (hash ^ MemoryMarshal.Read<ulong>(rest)) * Multiplier;
            }

            return hash ^ (hash >> 32);
        }
    }

    /// <summary>The length of a name where it is short, beside as much of its hash as has room: up to eight bytes, equal prefix and tag mean equal names.</summary>
    private static uint Tag(int length, ulong hash) => ((uint)(hash >> 32) & ~0xFFu) | (uint)Math.Min(length, byte.MaxValue);

    /// <summary>Sixteen bytes, so that no slot lies across two cache lines; <c>CodePlusOne</c> is 0 in an empty one.</summary>
    private readonly record struct Slot(ulong Prefix, uint Tag, int CodePlusOne);
}
