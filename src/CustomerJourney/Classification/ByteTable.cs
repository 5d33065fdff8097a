using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CustomerJourney.Classification;

/// <summary>Looks codes up in a table of bytes, many at once where the processor can.</summary>
internal static class ByteTable
{
    /// <summary>How many values two registers hold, which one instruction looks up in.</summary>
    private const int MostInRegisters = 128;

    /// <summary>Sets each value to that of its code.</summary>
    /// <param name="table">The value of each code.</param>
    /// <param name="codes">The codes, each less than the length of the table.</param>
    /// <param name="values">Takes as many values as there are codes.</param>
    public static void Look(ReadOnlySpan<byte> table, ReadOnlySpan<ushort> codes, Span<byte> values)
    {
        int index = 0;
        if (Avx512Vbmi.IsSupported && table.Length <= MostInRegisters)
        {
            Span<byte> padded = stackalloc byte[MostInRegisters];
            padded.Clear();
            table.CopyTo(padded);
            Vector512<byte> lower = Vector512.Create(padded), upper = Vector512.Create(padded[Vector512<byte>.Count..]);
            for (; codes.Length - index >= Vector512<byte>.Count; index += Vector512<byte>.Count)
            {
                Vector512<byte> narrow = Vector512.Narrow(Vector512.Create(codes[index..]), Vector512.Create(codes[(index + Vector512<ushort>.Count)..]));
                Avx512Vbmi.PermuteVar64x8x2(lower, narrow, upper).CopyTo(values[index..]);
            }
        }

        for (; index < codes.Length; index++) values[index] = table[codes[index]];
    }
}
