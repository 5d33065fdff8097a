using System.Buffers.Binary;

namespace CustomerJourney.IO;

/// <summary>CRC-32 as zip archives have it (APPNOTE.TXT 4.4.7: polynomial 0xEDB88320, reflected), of bytes that come in pieces. The processor has an instruction for another polynomial only.</summary>
/// <remarks>Eight bytes at a time, one table for each (M. Kounavis and F. Berry, 2005, "Slicing-by-8"), so that checking costs little beside decompressing.</remarks>
internal sealed class CyclicRedundancyCheck
{
    private const uint Polynomial = 0xEDB88320;
    private const int Slices = 8;
    private static readonly uint[] Table = CreateTable();

    private uint _state = uint.MaxValue;

    /// <summary>The check of all bytes so far.</summary>
    public uint Value => ~_state;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        uint state = _state;
        uint[] table = Table;
        for (; bytes.Length >= Slices; bytes = bytes[Slices..])
        {
            ulong next = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ state;
            state = 0;
            for (int slice = 0; slice < Slices; slice++) state ^= table[((Slices - 1 - slice) << 8) | (int)((next >> (8 * slice)) & 0xFF)];
        }

        foreach (byte value in bytes) state = (state >> 8) ^ table[(int)((state ^ value) & 0xFF)];
        _state = state;
    }

    /// <summary>For each slice and byte, what the byte adds to the check when as many bytes follow as the slice says.</summary>
    private static uint[] CreateTable()
    {
        uint[] table = new uint[Slices << 8];
        for (uint value = 0; value < 256; value++)
        {
            uint check = value;
            for (int bit = 0; bit < 8; bit++) check = (check & 1) == 0 ? check >> 1 : (check >> 1) ^ Polynomial;
            table[value] = check;
        }

        for (int index = 256; index < table.Length; index++) table[index] = (table[index - 256] >> 8) ^ table[(int)(table[index - 256] & 0xFF)];
        return table;
    }
}
