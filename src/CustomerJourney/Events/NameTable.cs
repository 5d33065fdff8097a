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
/// Several threads may look names up and add them at the same time; only adding takes a lock. Everything else waits until they are done.
/// Which codes the names have depends on who comes first then, but nothing that is built from them does.
/// </remarks>
/// <param name="kind">What the names are, for messages.</param>
/// <param name="most">How many names there may be.</param>
internal sealed partial class NameTable(string kind = "names", int most = int.MaxValue)
{
    private const int InitialSlots = 64;

    // Keeps a hostile file from choosing names that collide. Codes do not depend on it, so no result does.
    private readonly ulong _seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong)));
    private byte[] _bytes = new byte[1024];
    private int[] _ends = new int[InitialSlots];
    private volatile Slot[] _slots = new Slot[InitialSlots];
    private readonly Lock _adding = new();

    public int Count { get; private set; }

    /// <summary>The code of a name, new or known; -1 if the bytes are not valid UTF-8.</summary>
    public int GetOrAdd(ReadOnlySpan<byte> name)
    {
        ulong prefix = Prefix(name);
        ulong hash = Hash(name, prefix);
        int code = Find(name, prefix, name.Length, hash);
        return code >= 0 ? code : Add(name, prefix, hash);
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
        for (int code = 0; code < codes.Length; code++) codes[code] = GetOrAdd(other.Bytes(code));
        return codes;
    }

    /// <summary>Lets go of what only looking up needs.</summary>
    public void Release() => _slots = [];

    public string NameOf(int code) => Encoding.UTF8.GetString(Bytes(code));

    private ReadOnlySpan<byte> Bytes(int code)
    {
        int start = code == 0 ? 0 : _ends[code - 1];
        return _bytes.AsSpan(start, _ends[code] - start);
    }

    /// <summary>Touches the slot where a name stands or would stand, so that it comes into the cache.</summary>
    /// <returns>Anything; to be used, lest the compiler leave the touching out.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Touch(ulong hash)
    {
        Slot[] slots = _slots;
        return slots[Place(hash, slots)].Tag;
    }

    /// <summary>The code of a name; -1 if it is new.</summary>
    /// <param name="name">The name; not looked at where the prefix holds all of it.</param>
    /// <param name="prefix">Its <see cref="Prefix"/>.</param>
    /// <param name="length">Its length.</param>
    /// <param name="hash">Its <see cref="Hash"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ReadOnlySpan<byte> name, ulong prefix, int length, ulong hash)
    {
        Slot[] slots = _slots;
        uint tag = Tag(length, hash), place = Place(hash, slots);
        while (true)
        {
            ref Slot slot = ref slots[place];
            // Before the others: a slot is filled before its code is written.
            int codePlusOne = Volatile.Read(ref slot.CodePlusOne);
            if (codePlusOne == 0) return -1;
            if (slot.Prefix == prefix && slot.Tag == tag && (length <= sizeof(ulong) || Bytes(codePlusOne - 1).SequenceEqual(name))) return codePlusOne - 1;
            place = Next(place, slots);
        }
    }

    /// <summary>The code of a name that was not found a moment ago: new, unless another thread has added it since; -1 if the bytes are not valid UTF-8.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Add(ReadOnlySpan<byte> name, ulong prefix, ulong hash)
    {
        if (!Utf8.IsValid(name)) return -1;
        lock (_adding)
        {
            int known = Find(name, prefix, name.Length, hash);
            if (known >= 0) return known;
            if (Count == most)
                throw JourneyDataException.For(0, kind, $"has more than {most:N0} different values, the most that {nameof(ReadLimits)}.{nameof(ReadLimits.DistinctNames)} allows; check that the mapping names the right column");
            int start = Count == 0 ? 0 : _ends[Count - 1];
            if (name.Length > Array.MaxLength - start) throw JourneyDataException.For(0, kind, $"has {Count:N0} different values that fill 2 GB, more than a log holds");
            int end = start + name.Length;
            if (end > _bytes.Length) Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(2L * _bytes.Length, end)));
            name.CopyTo(_bytes.AsSpan(start));
            if (Count == _ends.Length) Array.Resize(ref _ends, 2 * _ends.Length);
            _ends[Count++] = end;
            Slot[] slots = _slots;
            if (2 * Count > slots.Length) _slots = Grown();
            else Put(slots, prefix, Tag(name.Length, hash), hash, Count);
            return Count - 1;
        }
    }

    /// <summary>The slots of all names in an array twice as large. Threads that still look at the old one find a name missing at worst, and then ask again.</summary>
    private Slot[] Grown()
    {
        Slot[] slots = new Slot[2 * _slots.Length];
        for (int code = 0; code < Count; code++)
        {
            ReadOnlySpan<byte> name = Bytes(code);
            ulong prefix = Prefix(name);
            ulong hash = Hash(name, prefix);
            Put(slots, prefix, Tag(name.Length, hash), hash, code + 1);
        }

        return slots;
    }

    private static void Put(Slot[] slots, ulong prefix, uint tag, ulong hash, int codePlusOne)
    {
        uint place = Place(hash, slots);
        while (slots[place].CodePlusOne != 0) place = Next(place, slots);
        ref Slot slot = ref slots[place];
        slot.Prefix = prefix;
        slot.Tag = tag;
        Volatile.Write(ref slot.CodePlusOne, codePlusOne);
    }

    /// <summary>Where a name with a hash stands first; the number of slots is a power of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Place(ulong hash, Slot[] slots) => unchecked((uint)hash & (uint)(slots.Length - 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Next(uint place, Slot[] slots) => unchecked((place + 1) & (uint)(slots.Length - 1));

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

    /// <summary>The hash of a name, all of whose bits depend on all of its bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Hash(ReadOnlySpan<byte> name, ulong prefix)
    {
        ulong hash = Mix(prefix ^ (uint)name.Length ^ _seed);
        return name.Length <= sizeof(ulong) ? hash : HashRest(name, hash);
    }

    private static ulong HashRest(ReadOnlySpan<byte> rest, ulong hash)
    {
        while (rest.Length > sizeof(ulong))
        {
            // The last eight bytes may overlap those before: together they still hold every byte.
            rest = rest[Math.Min(sizeof(ulong), rest.Length - sizeof(ulong))..];
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(rest));
        }

        return hash;
    }

    /// <summary>Both halves of a product together: ids often differ in their last characters only, which one half alone keeps out of its low bits.</summary>
    private static ulong Mix(ulong value)
    {
        const ulong Multiplier = 0x9E3779B97F4A7C15UL;
        ulong high = Math.BigMul(value, Multiplier, out ulong low);
        return high ^ low;
    }

    /// <summary>The length of a name where it is short, beside as much of its hash as has room: up to eight bytes, equal prefix and tag mean equal names.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Tag(int length, ulong hash) => unchecked(((uint)(hash >> 32) & ~0xFFu) | (uint)Math.Min(length, byte.MaxValue));

    /// <summary>Sixteen bytes, so that no slot lies across two cache lines; <c>CodePlusOne</c> is 0 in an empty one, and written last.</summary>
    private struct Slot
    {
        public ulong Prefix;
        public uint Tag;
        public int CodePlusOne;
    }
}
