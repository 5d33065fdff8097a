using System.Numerics;
using System.Runtime.InteropServices;

namespace CustomerJourney.IO;

/// <summary>CRC-32C (Castagnoli, as in RFC 3720) of bytes that come in pieces: the checksum of every section of a snapshot.</summary>
/// <remarks>Eight bytes at a time the processor's own instruction takes several gigabytes a second, more than a disk gives, so one stream of it is enough.</remarks>
internal struct SnapshotChecksum()
{
    private uint _state = uint.MaxValue;

    public readonly uint Value => ~_state;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        uint state = _state;
        if (BitConverter.IsLittleEndian)
        {
            ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
            foreach (ulong word in words) state = BitOperations.Crc32C(state, word);
            bytes = bytes[(words.Length * sizeof(ulong))..];
        }

        foreach (byte value in bytes) state = BitOperations.Crc32C(state, value);
        _state = state;
    }
}
