using System.Buffers.Binary;

namespace CustomerJourney.IO;

/// <summary>A line of a snapshot's table of sections.</summary>
/// <param name="Number">The letters of the section.</param>
/// <param name="Index">Which of the sections of these letters, from 0.</param>
/// <param name="Flags">Whether a reader must know the section.</param>
/// <param name="Reserved">Zero.</param>
/// <param name="Length">The length of the section in bytes, its checksum not counted.</param>
internal readonly record struct SnapshotEntry(uint Number, int Index, uint Flags, uint Reserved, long Length)
{
    public bool IsRequired => (Flags & SnapshotFormat.RequiredFlag) != 0;

    public string Part => SnapshotSection.Of(Number) is { } section ? $"section {section}" : $"section {SnapshotSection.CodeOf(Number)}";

    public static SnapshotEntry FromBytes(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]));
}
