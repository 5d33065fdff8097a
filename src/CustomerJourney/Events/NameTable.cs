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
    private const int ResolvedTogether = 32;

    // Keeps a hostile file from choosing names that collide. Codes do not depend on it, so no result does.
    private readonly ulong _seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong)));
    private byte[] _bytes = new byte[1024];
    private int[] _ends = new int[InitialSlots];
    private Slot[] _slots = new Slot[InitialSlots];

    private readonly Waiting[] _waiting = new Waiting[ResolvedTogether];
    private readonly int[] _found = new int[ResolvedTogether];
    private byte[] _waitingBytes = [];
    private int _waitingCount;
    private int _waitingEnd;
    private uint _touched;

    public int Count { get; private set; }

    /// <summary>The code of a name, new or known; -1 if the bytes are not valid UTF-8.</summary>
    public int GetOrAdd(ReadOnlySpan<byte> name)
    {
        ulong prefix = Prefix(name);
        return GetOrAdd(name, prefix, Hash(name, prefix));
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

    /// <summary>The codes that the names of another table have here, new or known.</summary>
    public int[] AddAll(NameTable other)
    {
        int[] codes = new int[other.Count];
        int found = 0;
        for (int code = 0; code < codes.Length; code++)
        {
            if (Enqueue(other.Bytes(code))) TakeFound();
        }

        TakeFound();
        return codes;

        void TakeFound()
        {
            ReadOnlySpan<int> next = Resolve();
            next.CopyTo(codes.AsSpan(found));
            found += next.Length;
        }
    }

    /// <summary>Lets go of what only looking up needs.</summary>
    public void Release() => _slots = [];

    /// <summary>Puts a name, which must be valid UTF-8, on the list of those whose codes <see cref="Resolve"/> finds together.</summary>
    /// <returns>Whether the list is full.</returns>
    public bool Enqueue(ReadOnlySpan<byte> name)
    {
        ulong prefix = Prefix(name);
        int end = _waitingEnd;
        // The prefix holds all of a short name.
        if (name.Length > sizeof(ulong))
        {
            end += name.Length;
            if (end > _waitingBytes.Length) Array.Resize(ref _waitingBytes, Math.Max(2 * _waitingBytes.Length, end));
            name.CopyTo(_waitingBytes.AsSpan(_waitingEnd));
            _waitingEnd = end;
        }

        _waiting[_waitingCount++] = new Waiting(prefix, Hash(name, prefix), name.Length, end);
        return _waitingCount == _waiting.Length;
    }

    /// <summary>The codes of the names on the list, in their order; the list is empty then.</summary>
    /// <remarks>
    /// In a large table nearly every look-up waits for memory, and a branch that guesses wrong meanwhile makes the next one wait in turn.
    /// Touching the slots of all names first, without a branch, lets them all come at once.
    /// </remarks>
    public ReadOnlySpan<int> Resolve()
    {
        Span<Waiting> waiting = _waiting.AsSpan(0, _waitingCount);
        Slot[] slots = _slots;
        uint touched = 0;
        foreach (ref readonly Waiting name in waiting) touched ^= slots[(int)(name.Hash & (uint)(slots.Length - 1))].Tag;
        _touched = touched;
        for (int index = 0; index < waiting.Length; index++)
        {
            ref readonly Waiting name = ref waiting[index];
            int code = name.Length <= sizeof(ulong) ? FindShort(name) : -1;
            _found[index] = code >= 0 ? code : GetOrAdd(name);
        }

        _waitingCount = 0;
        _waitingEnd = 0;
        return _found.AsSpan(0, waiting.Length);
    }

    /// <summary>The names in ordinal order, and for each code its place in that order.</summary>
    /// <param name="rankOfCode">For each code, the place of its name.</param>
    /// <param name="degree">How many threads to use at most.</param>
    public string[] ToSorted(out int[] rankOfCode, int degree = 1) => Sort(out rankOfCode, degree).Value;

    /// <summary>As <see cref="ToSorted"/>, but names become strings when they are first asked for: until then they take a third of the memory. No name may be added any more.</summary>
    /// <inheritdoc cref="ToSorted"/>
    public Lazy<string[]> Sort(out int[] rankOfCode, int degree = 1)
    {
        int[] codes = new int[Count];
        for (int code = 0; code < codes.Length; code++) codes[code] = code;
        Lazy<string[]> names;
        if (Ascii.IsValid(_bytes.AsSpan(0, Count == 0 ? 0 : _ends[Count - 1])))
        {
            SortAscii(codes, degree);
            names = new(() => Array.ConvertAll(codes, NameOf));
        }
        else
        {
            names = new(SortUnicode(codes));
        }

        int[] ranks = rankOfCode = new int[Count];
        for (int rank = 0; rank < codes.Length; rank++) ranks[codes[rank]] = rank;
        return names;
    }

    /// <summary>Sorts names whose bytes are in the ordinal order of their chars: as numbers of eight bytes, in stretches between some of them, which threads share out.</summary>
    private void SortAscii(int[] codes, int degree)
    {
        ulong[] keys = new ulong[codes.Length];
        for (int code = 0; code < keys.Length; code++) keys[code] = SortKey(Bytes(code));
        int[] starts = Partition(keys, codes, degree);
        Parallel.For(0, starts.Length - 1, new ParallelOptions { MaxDegreeOfParallelism = degree }, stretch =>
        {
            int from = starts[stretch], to = starts[stretch + 1];
            Array.Sort(keys, codes, from, to - from);
            for (int start = from; start < to;)
            {
                int end = start + 1;
                while (end < to && keys[end] == keys[start]) end++;
                if (end - start > 1) codes.AsSpan(start, end - start).Sort((a, b) => Bytes(a).SequenceCompareTo(Bytes(b)));
                start = end;
            }
        });
    }

    /// <summary>Deals out keys, with their codes, to stretches of which each lies before the next; gives where they begin.</summary>
    private static int[] Partition(ulong[] keys, int[] codes, int degree)
    {
        const int FewKeys = 16_384, Stretches = 64, SampledPerStretch = 16;
        if (keys.Length < FewKeys || degree == 1) return [0, keys.Length];
        ulong[] sample = new ulong[Stretches * SampledPerStretch];
        for (int index = 0; index < sample.Length; index++) sample[index] = keys[(int)((long)keys.Length * index / sample.Length)];
        Array.Sort(sample);
        ulong[] firsts = new ulong[Stretches - 1];
        for (int index = 0; index < firsts.Length; index++) firsts[index] = sample[(index + 1) * SampledPerStretch];

        byte[] stretchOf = new byte[keys.Length];
        int[] starts = new int[Stretches + 1];
        for (int index = 0; index < keys.Length; index++)
        {
            int found = Array.BinarySearch(firsts, keys[index]);
            stretchOf[index] = (byte)(found < 0 ? ~found : LastOf(firsts, found) + 1);
            starts[stretchOf[index] + 1]++;
        }

        for (int stretch = 0; stretch < Stretches; stretch++) starts[stretch + 1] += starts[stretch];
        int[] next = starts[..Stretches];
        ulong[] oldKeys = [.. keys];
        for (int code = 0; code < oldKeys.Length; code++)
        {
            int place = next[stretchOf[code]]++;
            (keys[place], codes[place]) = (oldKeys[code], code);
        }

        return starts;
    }

    /// <summary>Equal keys must fall into one stretch, though several stretches may begin with the same.</summary>
    private static int LastOf(ulong[] keys, int index)
    {
        while (index + 1 < keys.Length && keys[index + 1] == keys[index]) index++;
        return index;
    }

    /// <summary>Sorts names whose bytes have another order than their chars.</summary>
    private string[] SortUnicode(int[] codes)
    {
        string[] names = Array.ConvertAll(codes, NameOf);
        Array.Sort(names, codes, StringComparer.Ordinal);
        return names;
    }

    public string NameOf(int code) => Encoding.UTF8.GetString(Bytes(code));

    private ReadOnlySpan<byte> Bytes(int code)
    {
        int start = code == 0 ? 0 : _ends[code - 1];
        return _bytes.AsSpan(start, _ends[code] - start);
    }

    /// <summary>The code of a name that its prefix holds; -1 if it is new.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FindShort(in Waiting name)
    {
        uint tag = Tag(name.Length, name.Hash);
        Slot[] slots = _slots;
        int index = (int)(name.Hash & (uint)(slots.Length - 1));
        while (true)
        {
            ref readonly Slot slot = ref slots[index];
            if (slot.Prefix == name.Prefix && slot.Tag == tag || slot.CodePlusOne == 0) return slot.CodePlusOne - 1;
            index = (index + 1) & (slots.Length - 1);
        }
    }

    private int GetOrAdd(in Waiting name)
    {
        if (name.Length > sizeof(ulong)) return GetOrAdd(_waitingBytes.AsSpan(name.End - name.Length, name.Length), name.Prefix, name.Hash);
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, name.Prefix);
        return GetOrAdd(bytes[..name.Length], name.Prefix, name.Hash);
    }

    private int GetOrAdd(ReadOnlySpan<byte> name, ulong prefix, ulong hash)
    {
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Add(ReadOnlySpan<byte> name, ulong prefix, uint tag, int index)
    {
        if (!Utf8.IsValid(name)) return -1;
        if (Count == most)
            throw JourneyDataException.For(0, kind, $"has more than {most:N0} different values, the most that {nameof(ReadLimits)}.{nameof(ReadLimits.DistinctNames)} allows; check that the mapping names the right column");
        int start = Count == 0 ? 0 : _ends[Count - 1];
        if (name.Length > Array.MaxLength - start) throw JourneyDataException.For(0, kind, $"has {Count:N0} different values that fill 2 GB, more than a log holds");
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

    /// <summary>The first eight bytes of a name as a number, the first byte lowest; a shorter name is followed by zeros.</summary>
    internal static ulong Prefix(ReadOnlySpan<byte> name)
    {
        if (name.Length >= sizeof(ulong)) return BinaryPrimitives.ReadUInt64LittleEndian(name);
        if (name.Length >= sizeof(uint))
        {
            // Both ends overlap in the middle, where they hold the same bytes.
            ulong last = BinaryPrimitives.ReadUInt32LittleEndian(name[^sizeof(uint)..]);
            return BinaryPrimitives.ReadUInt32LittleEndian(name) | (last << (8 * (name.Length - sizeof(uint))));
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

    /// <summary>A name whose code is not known yet; of more than eight bytes, it ends at <c>End</c> of the bytes that wait.</summary>
    private readonly record struct Waiting(ulong Prefix, ulong Hash, int Length, int End);

    /// <summary>Sixteen bytes, so that no slot lies across two cache lines; <c>CodePlusOne</c> is 0 in an empty one.</summary>
    private readonly record struct Slot(ulong Prefix, uint Tag, int CodePlusOne);
}
