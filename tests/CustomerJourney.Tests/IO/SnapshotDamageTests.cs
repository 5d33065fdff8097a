using System.Buffers.Binary;
using System.Text;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.IO;

public class SnapshotDamageTests
{
    private const int FuzzRuns = 400;
    private static readonly byte[] Small = SnapshotBytes.Of(SnapshotLogs.Small).Result;

    [Fact]
    public async Task Any_one_byte_that_is_changed_is_noticed()
    {
        for (int place = 0; place < Small.Length; place++)
        {
            foreach (byte change in new byte[] { 1, 0x80, 0xFF })
            {
                byte[] bytes = [.. Small];
                bytes[place] ^= change;
                await Assert.ThrowsAsync<InvalidDataException>(() => SnapshotBytes.Read(bytes));
            }
        }
    }

    [Fact]
    public async Task A_snapshot_that_is_cut_off_anywhere_is_noticed()
    {
        for (int length = 0; length < Small.Length; length++)
        {
            await Assert.ThrowsAsync<InvalidDataException>(() => SnapshotBytes.Read(Small[..length]));
            if (length % 7 == 0) await Assert.ThrowsAsync<InvalidDataException>(() => JourneyLog.ReadSnapshotAsync(new ChunkedStream(Small[..length], 11)));
        }
    }

    [Fact]
    public async Task With_checksums_mended_any_byte_that_is_changed_gives_an_error_or_a_sound_log()
    {
        int logs = 0, faults = 0;
        for (int section = 0; section < SnapshotBytes.Parse(Small).Sections.Count; section++)
        {
            for (int place = 0; place < SnapshotBytes.Parse(Small).Sections[section].Content.Length; place++)
            {
                foreach (byte change in new byte[] { 1, 0x80, 0xFF })
                {
                    SnapshotBytes changed = SnapshotBytes.Parse(Small);
                    changed.Sections[section].Content[place] ^= change;
                    if (await IsSound(changed.ToArray())) logs++;
                    else faults++;
                }
            }
        }

        Assert.True(logs > 100 && faults > 100, $"{logs} logs and {faults} faults: the test is likely to be blind.");
    }

    [Fact]
    public async Task Chance_finds_nothing_but_errors_and_sound_logs()
    {
        Random random = new(20261126);
        byte[] whole = await SnapshotBytes.Of(JourneyLog.From(Enumerable.Range(0, 2_000).Select(number => new JourneyEvent
        {
            Customer = $"c{random.Next(200)}",
            Event = $"e{random.Next(20)}",
            At = LogGenerator.Start.AddMinutes(random.Next(10_000)),
            RecordedAt = LogGenerator.Start.AddMinutes(number),
            Id = random.Next(2) == 0 ? $"id {number}" : null,
            Channel = random.Next(3) == 0 ? null : $"k{random.Next(4)}",
            Feedback = random.Next(4) == 0 ? new Feedback(FeedbackKind.Nps, random.Next(11), "q", $"t{random.Next(3)}") : null,
            Value = random.Next(4) == 0 ? random.Next(1_000) : null,
            Attributes = new Dictionary<string, string> { [$"a{random.Next(2)}"] = $"v{random.Next(9)}" },
            CustomerAttributes = new Dictionary<string, string> { ["plan"] = $"p{random.Next(3)}" },
        })));
        for (int run = 0; run < FuzzRuns; run++)
        {
            SnapshotBytes changed = SnapshotBytes.Parse(whole);
            for (int edits = random.Next(1, 4); edits > 0; edits--) Damage(random, changed.Sections);
            byte[] bytes = changed.ToArray();
            if (run % 4 == 0) bytes.AsSpan(random.Next(bytes.Length)).Fill((byte)random.Next(256));
            await IsSound(bytes);
        }
    }

    [Fact]
    public async Task A_broken_law_is_named()
    {
        foreach ((string section, string expected, Action<SnapshotBytes> damage) in Faults)
        {
            SnapshotBytes changed = SnapshotBytes.Parse(Small);
            damage(changed);
            InvalidDataException fault = await Assert.ThrowsAsync<InvalidDataException>(() => SnapshotBytes.Read(changed.ToArray()));
            Assert.Contains(section, fault.Message, StringComparison.Ordinal);
            Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        }
    }

    // Small holds, in order: ann open (start 0, end 1), ann answer (2), bo bezahlt (2), bo open (2).
    private static readonly (string Section, string Expected, Action<SnapshotBytes> Damage)[] Faults =
    [
        ("META", "-1 customers", bytes => bytes["META"].Set(0, -1L)),
        ("META", "must have 24", bytes => bytes["META"].Content = new byte[32]),
        ("META", "end of observation", bytes => bytes["META"].Set(2, long.MaxValue)),
        ("OFFS", "not 5 numbers of 4 bytes", bytes => bytes["META"].Set(0, 4L)),
        ("CUST", "does not come after", bytes => Swap(bytes["CUST"], "ann", "zzz")),
        ("CUST", "not valid UTF-8", bytes => bytes["CUST"].Content[^1] = 0xC3),
        ("CUST", "a list of 1152921504606846976 texts", bytes => bytes["CUST"].Set(0, 1L << 60)),
        ("CUST", "a length that no text has", bytes => bytes["CUST"].Set(2, uint.MaxValue)),
        ("CUST", "its texts take", bytes => bytes["CUST"].Set(2, 1u)),
        ("EVNM", "does not come after", bytes => Swap(bytes["EVNM"], "answer", "zebras")),
        ("CHNM", "does not come after", bytes => Swap(bytes["CHNM"], "mobile", "zobile")),
        ("OFFS", "must run from 0 to 4", bytes => bytes["OFFS"].Set(3, 3)),
        ("OFFS", "end before they begin", bytes => bytes["OFFS"].Set(1, 5)),
        ("TICK", "years 1 to 9999", bytes => bytes["TICK"].Set(3, long.MaxValue)),
        ("TICK", "stands behind a later one", bytes => bytes["TICK"].Set(2, bytes.Ticks(2) + 1)),
        ("EVNT", "event 1 has a code without a name; there are 3", bytes => bytes["EVNT"].Set(1, (ushort)3)),
        ("CHAN", "event 0 has a code without a name; there are 2", bytes => bytes["CHAN"].Content[0] = 2),
        ("STRT", "begins after it ends", bytes => bytes["STRT"].Set(0, bytes.Ticks(1))),
        ("RECD", "years 1 to 9999", bytes => bytes["RECD"].Set(0, -1L)),
        ("EVID", "is empty", bytes => bytes["EVID"].Content = [4, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255]),
        ("EVID", "there are 1 and should be 4", bytes => bytes["EVID"].Content = [1, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255]),
        ("ANPO", "less than 4", bytes => bytes["ANPO"].Set(0, 4)),
        ("ANPO", "must ascend", bytes => bytes["ANPO"].Content = [1, 0, 0, 0, 1, 0, 0, 0]),
        ("ANKD", "no kind of answer", bytes => bytes["ANKD"].Content[0] = 7),
        ("ANSC", "not a finite number", bytes => bytes["ANSC"].Set(0, double.NaN)),
        ("ANSC", "there are 2 and should be 1", bytes => bytes["ANSC"].Content = new byte[16]),
        ("ANSC", "whole numbers of 8 bytes", bytes => bytes["ANSC"].Content = new byte[9]),
        ("ANQU", "the code 1 without a name", bytes => bytes["ANQU"].Set(0, 1)),
        ("ANAB", "the code -2 without a name", bytes => bytes["ANAB"].Set(0, -2)),
        ("MNUN", "larger than any amount", bytes => bytes["MNUN"].Set(0, long.MinValue)),
        ("MNCU", "there are 1 and should be 2", bytes => bytes["MNCU"].Content = new byte[4]),
        ("MNCU", "without a name", bytes => bytes["MNCU"].Set(0, 7)),
        ("EACO", "without a name", bytes => bytes.Sections.First(section => section.Code == "EACO").Set(0, 9)),
        ("EAVA", "number 1 is missing", bytes => bytes.Sections.RemoveAll(section => section is { Code: "EAVA", Index: 1 })),
        ("EAVA", "number 2 belongs to nothing", bytes => bytes.Sections.Add(new() { Code = "EAVA", Index = 2, Content = new byte[8] })),
        ("CACO", "not 3 numbers of 4 bytes", bytes => bytes["CACO"].Content = new byte[8]),
        ("QUAL", "ends in the middle", bytes => bytes["QUAL"].Content = bytes["QUAL"].Content[..2]),
        ("QUAL", "bytes follow", bytes => bytes["QUAL"].Content = [.. bytes["QUAL"].Content, 0]),
        ("QUAL", "cannot stand in", bytes => bytes["QUAL"].Set(0, int.MaxValue)),
        ("TICK", "it is missing", bytes => bytes.Sections.Remove(bytes["TICK"])),
        ("QUAL", "it is missing", bytes => bytes.Sections.Remove(bytes["QUAL"])),
        ("MNUN", "belongs to nothing", bytes => bytes.Sections.Remove(bytes["MNPO"])),
        ("CHNM", "stands twice", bytes => bytes.Sections.Add(bytes["CHNM"])),
        ("META", "first section is not", bytes => bytes.Sections.Reverse()),
        ("TICK", "flags", bytes => bytes["TICK"].Flags = 3),
        ("NEWS", "does not know", bytes => bytes.Sections.Add(new() { Code = "NEWS", Content = [1, 2, 3] })),
        ("version 2.7", "newer", bytes => bytes.WithHeader(header => (header[8], header[10]) = (2, 7))),
        ("mark of a snapshot", "ReadCsvAsync", bytes => bytes.WithHeader(header => header[5] = (byte)'\r')),
    ];

    [Fact]
    public async Task An_optional_section_of_a_later_version_is_passed_over()
    {
        SnapshotBytes newer = SnapshotBytes.Parse(Small).WithHeader(header => header[10] = 9);
        newer.Sections.Insert(3, new() { Code = "NEWS", Flags = 0, Content = new byte[3_000_000] });
        newer.Sections.Add(new() { Code = "TAIL", Index = 7, Flags = 0, Content = [] });
        SnapshotLogs.Same(SnapshotLogs.Small, await SnapshotBytes.Read(newer.ToArray()));
    }

    [Fact]
    public async Task Sections_may_come_in_any_order_after_the_counts()
    {
        SnapshotBytes other = SnapshotBytes.Parse(Small);
        other.Sections.Reverse(1, other.Sections.Count - 1);
        SnapshotLogs.Same(SnapshotLogs.Small, await SnapshotBytes.Read(other.ToArray()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_length_that_is_a_lie_takes_no_memory(bool canSeek)
    {
        const long Claimed = 2_000_000_000;
        SnapshotBytes liar = SnapshotBytes.Parse(Small);
        liar["META"].Set(1, Claimed);
        byte[] bytes = liar.ToArray();
        int table = liar.Sections.FindIndex(section => section.Code == "TICK");
        Span<byte> length = bytes.AsSpan(24 + (24 * table) + 16, 8);
        long more = (8 * Claimed) - BinaryPrimitives.ReadInt64LittleEndian(length);
        BinaryPrimitives.WriteInt64LittleEndian(length, 8 * Claimed);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), bytes.Length + more);
        int end = 24 + (24 * liar.Sections.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(end), SnapshotBytes.Crc32C(bytes.AsSpan(0, end)));

        long before = GC.GetTotalAllocatedBytes();
        InvalidDataException fault = await Assert.ThrowsAsync<InvalidDataException>(() => canSeek ? SnapshotBytes.Read(bytes) : JourneyLog.ReadSnapshotAsync(new ChunkedStream(bytes, 100_000)));
        Assert.Contains(canSeek ? "should have" : "TICK (times of events): the snapshot ends in the middle", fault.Message, StringComparison.Ordinal);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 4 * Claimed, "Memory was taken for what the bytes only say.");
    }

    [Fact]
    public async Task A_file_of_something_else_is_called_that()
    {
        string path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "customer;event;time\nann;open;2026-03-01\n");
        InvalidDataException fault = await Assert.ThrowsAsync<InvalidDataException>(() => JourneyLog.ReadSnapshotAsync(path));
        Assert.Contains($"'{Path.GetFileName(path)}'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("does not begin with the mark of a snapshot", fault.Message, StringComparison.Ordinal);
        File.Delete(path);
    }

    private static async Task<bool> IsSound(byte[] bytes)
    {
        JourneyLog log;
        try
        {
            log = await SnapshotBytes.Read(bytes);
        }
        catch (InvalidDataException)
        {
            return false;
        }

        SnapshotLogs.Visit(log);
        SnapshotLogs.Same(log, await SnapshotBytes.Read(await SnapshotBytes.Of(log)));
        return true;
    }

    private static void Damage(Random random, List<SnapshotBytes.Section> sections)
    {
        SnapshotBytes.Section section = sections[random.Next(sections.Count)];
        byte[] content = [.. section.Content];
        int place = random.Next(content.Length + 1), end = random.Next(place, content.Length + 1);
        switch (random.Next(6))
        {
            case 0 when content.Length > 0: content[random.Next(content.Length)] = (byte)random.Next(256); break;
            case 1: content = [.. content[..place], .. content[end..]]; break;
            case 2: content = [.. content[..end], .. content[place..]]; break;
            case 3: random.NextBytes(content.AsSpan(place, Math.Min(8, content.Length - place))); break;
            case 4: content = [.. sections[random.Next(sections.Count)].Content]; break;
            default: content.AsSpan(place, end - place).Reverse(); break;
        }

        section.Content = content;
    }

    private static void Swap(SnapshotBytes.Section section, string text, string by) =>
        section.Content = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(section.Content).Replace(text, by, StringComparison.Ordinal));
}
