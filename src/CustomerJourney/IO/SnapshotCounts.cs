using System.Buffers.Binary;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>How long the columns of a snapshot are, and until when its customers were observed.</summary>
/// <param name="Customers">The number of customers.</param>
/// <param name="Events">The number of events.</param>
/// <param name="ObservedUntil">UTC ticks, <see cref="EventRow.None"/> where not known.</param>
internal readonly record struct SnapshotCounts(long Customers, long Events, long ObservedUntil)
{
    public static SnapshotCounts Of(JourneyLog log) => new(log.CustomerCount, log.EventCount, log.Schema.ObservedUntil?.UtcTicks ?? EventRow.None);

    public static SnapshotCounts FromBytes(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]), BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]));

    public byte[] ToBytes()
    {
        byte[] bytes = new byte[SnapshotFormat.CountsSize];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, Customers);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), Events);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), ObservedUntil);
        return bytes;
    }
}
