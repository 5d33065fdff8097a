using System.Buffers.Binary;
using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.IO;

/// <summary>A snapshot taken apart as docs/snapshot.md describes it, without the code of the library, so that tests can change a part and mend the checksums.</summary>
internal sealed class SnapshotBytes
{
    private const int HeaderSize = 24;
    private const int EntrySize = 24;
    private byte[] _header;

    private SnapshotBytes(byte[] header, List<Section> sections)
    {
        _header = header;
        Sections = sections;
    }

    public List<Section> Sections { get; }

    public Section this[string code] => Sections.Single(section => section.Code == code);

    /// <summary>The time of an event.</summary>
    public long Ticks(int index) => BinaryPrimitives.ReadInt64LittleEndian(this["TICK"].Content.AsSpan(sizeof(long) * index));

    public static async Task<byte[]> Of(JourneyLog log)
    {
        using MemoryStream bytes = new();
        await log.WriteSnapshotAsync(bytes);
        return bytes.ToArray();
    }

    public static Task<JourneyLog> Read(byte[] bytes) => JourneyLog.ReadSnapshotAsync(new MemoryStream(bytes, writable: false));

    public static SnapshotBytes Parse(byte[] bytes)
    {
        int count = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(12));
        int place = HeaderSize + (EntrySize * count);
        Assert.Equal(bytes.Length, BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(16)));
        Assert.Equal(Crc32C(bytes.AsSpan(0, place)), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(place)));
        place += sizeof(uint);
        List<Section> sections = [];
        for (int index = 0; index < count; index++)
        {
            ReadOnlySpan<byte> entry = bytes.AsSpan(HeaderSize + (EntrySize * index), EntrySize);
            int length = (int)BinaryPrimitives.ReadInt64LittleEndian(entry[16..]);
            sections.Add(new Section
            {
                Code = Encoding.ASCII.GetString(entry[..4]),
                Index = BinaryPrimitives.ReadInt32LittleEndian(entry[4..]),
                Flags = BinaryPrimitives.ReadUInt32LittleEndian(entry[8..]),
                Content = bytes[place..(place + length)],
            });
            Assert.Equal(Crc32C(bytes.AsSpan(place, length)), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(place + length)));
            place += length + sizeof(uint);
        }

        Assert.Equal(bytes.Length, place);
        return new SnapshotBytes(bytes[..HeaderSize], sections);
    }

    /// <summary>Changes the header, whose number of sections and length are written anew all the same.</summary>
    public SnapshotBytes WithHeader(Action<byte[]> change)
    {
        _header = [.. _header];
        change(_header);
        return this;
    }

    public byte[] ToArray()
    {
        using MemoryStream bytes = new();
        byte[] table = new byte[HeaderSize + (EntrySize * Sections.Count)];
        _header.CopyTo(table, 0);
        BinaryPrimitives.WriteInt32LittleEndian(table.AsSpan(12), Sections.Count);
        BinaryPrimitives.WriteInt64LittleEndian(table.AsSpan(16), table.Length + sizeof(uint) + Sections.Sum(section => (long)section.Content.Length + sizeof(uint)));
        for (int index = 0; index < Sections.Count; index++)
        {
            Span<byte> entry = table.AsSpan(HeaderSize + (EntrySize * index));
            Encoding.ASCII.GetBytes(Sections[index].Code, entry);
            BinaryPrimitives.WriteInt32LittleEndian(entry[4..], Sections[index].Index);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], Sections[index].Flags);
            BinaryPrimitives.WriteInt64LittleEndian(entry[16..], Sections[index].Content.Length);
        }

        Write(bytes, table);
        foreach (Section section in Sections) Write(bytes, section.Content);
        return bytes.ToArray();
    }

    /// <summary>CRC-32C bit by bit, as its polynomial says.</summary>
    public static uint Crc32C(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0x82F63B78u;
        }

        return ~crc;
    }

    private static void Write(MemoryStream bytes, byte[] content)
    {
        bytes.Write(content);
        Span<byte> sum = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(sum, Crc32C(content));
        bytes.Write(sum);
    }

    internal sealed class Section
    {
        public required string Code { get; set; }

        public int Index { get; set; }

        public uint Flags { get; set; } = 1;

        public required byte[] Content { get; set; }

        public void Set<T>(int index, T value) where T : unmanaged =>
            System.Runtime.InteropServices.MemoryMarshal.Cast<byte, T>(Content.AsSpan())[index] = value;
    }
}
