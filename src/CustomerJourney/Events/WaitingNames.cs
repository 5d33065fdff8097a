using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace CustomerJourney.Events;

/// <summary>Names on their way into a table, which looks for many of them together. Used by one thread; several may have the same table.</summary>
/// <remarks>
/// In a large table nearly every look-up waits for memory, and a branch that guesses wrong meanwhile makes the next one wait in turn.
/// Touching the slots of all names first, without a branch, lets them all come at once.
/// </remarks>
/// <param name="names">The table.</param>
internal sealed class WaitingNames(NameTable names)
{
    private const int ResolvedTogether = 32;
    private readonly Waiting[] _waiting = new Waiting[ResolvedTogether];
    private readonly int[] _found = new int[ResolvedTogether];
    private byte[] _bytes = [];
    private int _count;
    private int _end;
    private uint _touched;

    /// <summary>Puts a name, which must be valid UTF-8, on the list of those whose codes <see cref="Resolve"/> finds together.</summary>
    /// <returns>Whether the list is full.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Enqueue(ReadOnlySpan<byte> name)
    {
        ulong prefix = NameTable.Prefix(name);

        // The prefix holds all of a short name.
        if (name.Length > sizeof(ulong)) Keep(name);
        _waiting[_count++] = new Waiting(prefix, names.Hash(name, prefix), name.Length, _end);
        return _count == ResolvedTogether;
    }

    /// <summary>The codes of the names on the list, in their order; the list is empty then.</summary>
    public ReadOnlySpan<int> Resolve()
    {
        Span<Waiting> waiting = _waiting.AsSpan(0, _count);
        uint touched = 0;
        foreach (ref readonly Waiting name in waiting) touched ^= names.Touch(name.Hash);
        _touched = touched;
        Span<int> found = _found.AsSpan(0, waiting.Length);
        for (int index = 0; index < waiting.Length; index++)
        {
            ref readonly Waiting name = ref waiting[index];
            int code = name.Length <= sizeof(ulong) ? names.Find([], name.Prefix, name.Length, name.Hash) : FindLong(name);
            found[index] = code >= 0 ? code : Add(name);
        }

        _count = 0;
        _end = 0;
        return found;
    }

    private void Keep(ReadOnlySpan<byte> name)
    {
        int start = _end;
        _end += name.Length;
        if (_end > _bytes.Length) Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _end));
        name.CopyTo(_bytes.AsSpan(start));
    }

    private ReadOnlySpan<byte> Bytes(in Waiting name) => _bytes.AsSpan(name.End - name.Length, name.Length);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FindLong(in Waiting name) => names.Find(Bytes(name), name.Prefix, name.Length, name.Hash);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Add(in Waiting name)
    {
        if (name.Length > sizeof(ulong)) return names.Add(Bytes(name), name.Prefix, name.Hash);
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, name.Prefix);
        return names.Add(bytes[..name.Length], name.Prefix, name.Hash);
    }

    /// <summary>A name whose code is not known yet; of more than eight bytes, it ends at <c>End</c> of the bytes that wait.</summary>
    private readonly record struct Waiting(ulong Prefix, ulong Hash, int Length, int End);
}
