using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CustomerJourney.IO;

/// <summary>Numbers as bytes. A snapshot is little-endian on every machine.</summary>
internal static class SnapshotNumbers
{
    public static int SizeOf<T>() where T : unmanaged => Unsafe.SizeOf<T>();

    /// <summary>Turns the bytes of each number round, for machines that are big-endian.</summary>
    public static void Reverse(Span<byte> bytes, int size)
    {
        switch (size)
        {
            case sizeof(ushort):
                Span<ushort> shorts = MemoryMarshal.Cast<byte, ushort>(bytes);
                BinaryPrimitives.ReverseEndianness(shorts, shorts);
                break;
            case sizeof(uint):
                Span<uint> words = MemoryMarshal.Cast<byte, uint>(bytes);
                BinaryPrimitives.ReverseEndianness(words, words);
                break;
            case sizeof(ulong):
                Span<ulong> longs = MemoryMarshal.Cast<byte, ulong>(bytes);
                BinaryPrimitives.ReverseEndianness(longs, longs);
                break;
        }
    }
}
