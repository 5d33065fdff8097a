using System.Reflection;
using CustomerJourney.Events;
using CustomerJourney.IO;
using CustomerJourney.Tests.Events;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.IO;

public class SnapshotTests
{
    [Fact]
    public void Any_log_is_read_back_bit_for_bit() => Prop.ForAll(LogGenerator.EventsWithDuplicates, events =>
    {
        foreach (DuplicateEvents duplicates in Enum.GetValues<DuplicateEvents>())
        {
            JourneyLog log = JourneyLog.From(events, [new CustomerProfile { Customer = "nobody" }], new ReadOptions { Duplicates = duplicates });
            SnapshotLogs.Same(log, SnapshotBytes.Read(SnapshotBytes.Of(log).Result).Result);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_log_gives_the_same_bytes_however_it_was_made() => Prop.ForAll(LogGenerator.Events, events =>
    {
        byte[] bytes = SnapshotBytes.Of(JourneyLog.From(events)).Result;
        JourneyLog shuffled = JourneyLog.From(LogGenerator.Shuffled(events, events.Length));
        bool sameReading = shuffled.Quality.Late == JourneyLog.From(events).Quality.Late;
        Assert.True(!sameReading || bytes.AsSpan().SequenceEqual(SnapshotBytes.Of(shuffled).Result));
        Assert.Equal(bytes, SnapshotBytes.Of(SnapshotBytes.Read(bytes).Result).Result);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_classified_log_gives_the_snapshot_of_its_facts() => Prop.ForAll(LogGenerator.MapsAndEvents, pair =>
    {
        JourneyLog log = JourneyLog.From(pair.Events);
        byte[] bytes = SnapshotBytes.Of(log).Result;
        Assert.Equal(bytes, SnapshotBytes.Of(pair.Map.Classify(log)).Result);
        LogColumnsComparer.Same(pair.Map.Classify(log), pair.Map.Classify(SnapshotBytes.Read(bytes).Result));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_log_that_was_cut_keeps_until_when_it_was_observed() => Prop.ForAll(LogGenerator.Events, Gen.Choose(0, 12).ToArbitrary(), (events, instant) =>
    {
        JourneyLog cut = JourneyLog.From(events).Within(new TimeRange(LogGenerator.Start, LogGenerator.Start.AddHours(9 * instant)));
        SnapshotLogs.Same(cut, SnapshotBytes.Read(SnapshotBytes.Of(cut).Result).Result);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Any_pieces_in_which_the_bytes_come_give_the_same_log()
    {
        byte[] bytes = await SnapshotBytes.Of(SnapshotLogs.Small);
        foreach (int[] sizes in new int[][] { [1], [3, 7], [1000] }) SnapshotLogs.Same(SnapshotLogs.Small, await JourneyLog.ReadSnapshotAsync(new ChunkedStream(bytes, sizes)));
    }

    [Fact]
    public async Task Columns_and_texts_larger_than_the_buffer_are_whole()
    {
        string[] ids = ["short", new string('x', 3_000_000), new string('ü', 600_000), "😀" + new string('z', SnapshotFormat.BufferSize - 4)];
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 300_000).Select(number => new JourneyEvent
        {
            Customer = $"customer {number % 50_021}",
            Event = $"e{number % 7}",
            At = LogGenerator.Start.AddSeconds(number / 3),
            Id = number % 60_000 == 0 ? ids[number / 60_000 % ids.Length] : null,
            Feedback = number % 5 == 0 ? new Feedback(FeedbackKind.Csat, number % 11) : null,
        }));
        byte[] bytes = await SnapshotBytes.Of(log);
        SnapshotBytes.Parse(bytes);
        SnapshotLogs.Same(log, await SnapshotBytes.Read(bytes));
        SnapshotLogs.Same(log, await JourneyLog.ReadSnapshotAsync(new ChunkedStream(bytes, 100_003, 1_048_576, 17)));
    }

    [Fact]
    public async Task A_file_is_replaced_only_by_a_whole_one()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("snapshot");
        try
        {
            string path = Path.Combine(folder.FullName, "log.cjlog");
            await SnapshotLogs.Small.WriteSnapshotAsync(path);
            SnapshotLogs.Same(SnapshotLogs.Small, await JourneyLog.ReadSnapshotAsync(path));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => JourneyLog.From([]).WriteSnapshotAsync(path, null, new CancellationToken(canceled: true)));
            await Assert.ThrowsAsync<InvalidTimeZoneException>(() => JourneyLog.From([]).WriteSnapshotAsync(path, new SnapshotOptions { Progress = new Failing() }));
            SnapshotLogs.Same(SnapshotLogs.Small, await JourneyLog.ReadSnapshotAsync(path));
            Assert.Equal([path], Directory.GetFiles(folder.FullName));
            await JourneyLog.From([]).WriteSnapshotAsync(path, new SnapshotOptions { FlushToDisk = false });
            Assert.Equal(0, (await JourneyLog.ReadSnapshotAsync(path)).EventCount);
            Assert.Equal([path], Directory.GetFiles(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_file_holds_one_snapshot_and_a_stream_may_hold_more()
    {
        byte[] bytes = await SnapshotBytes.Of(SnapshotLogs.Small);
        using MemoryStream two = new([.. bytes, .. bytes]);
        SnapshotLogs.Same(SnapshotLogs.Small, await JourneyLog.ReadSnapshotAsync(two));
        Assert.Equal(bytes.Length, two.Position);
        SnapshotLogs.Same(SnapshotLogs.Small, await JourneyLog.ReadSnapshotAsync(two));

        string path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, two.ToArray());
        InvalidDataException fault = await Assert.ThrowsAsync<InvalidDataException>(() => JourneyLog.ReadSnapshotAsync(path));
        Assert.Contains($"should have {bytes.Length} bytes and has {2 * bytes.Length}", fault.Message, StringComparison.Ordinal);
        File.Delete(path);
    }

    [Fact]
    public async Task Rejected_values_that_are_no_text_survive()
    {
        JourneyLog log = JourneyLog.From([new JourneyEvent { Customer = "a\uD800b", Event = "e", At = LogGenerator.Start }]);
        Assert.Equal("a\uD800b", log.Quality.FirstRejected[0].Value);
        SnapshotLogs.Same(log, await SnapshotBytes.Read(await SnapshotBytes.Of(log)));
    }

    /// <summary>A counter that is added to the report must be added to the snapshot too.</summary>
    [Fact]
    public async Task Every_property_of_the_quality_report_but_those_of_the_classifier_survives()
    {
        string[] ofClassifier = [nameof(DataQualityReport.UnknownEvents), nameof(DataQualityReport.UnknownEventNames), nameof(DataQualityReport.UnknownTouchpoints)];
        JourneyLog small = SnapshotLogs.Small;
        DataQualityReport report = small.Quality with
        {
            FirstRejected = [.. small.Quality.FirstRejected.Select(row => row with { Source = "part 1.csv" })],
            FirstIdentityConflicts = [new IdentityConflict { Id = "cookie", Customer = "a", Others = ["b", "c"], OtherCount = 12 }],
            SourceCounts = [new NameCount { Name = "starts joined", Count = 3 }],
            AbsentColumns = ["x", "y"],
        };
        long next = 1_000_000_000_000;
        foreach (PropertyInfo property in typeof(DataQualityReport).GetProperties().Where(property => property.CanWrite && !ofClassifier.Contains(property.Name)))
        {
            if (property.PropertyType == typeof(long) || property.PropertyType == typeof(long?)) property.SetValue(report, next++);
            else Assert.NotEmpty((System.Collections.IEnumerable)property.GetValue(report)!);
        }

        JourneyLog log = new(small.Schema, small.Columns, small.CustomerArray, report);
        Assert.Equal(report, (await SnapshotBytes.Read(await SnapshotBytes.Of(log))).Quality);
    }

    [Fact]
    public async Task Progress_rises_to_one()
    {
        Steps<double> writing = new(), reading = new();
        using MemoryStream bytes = new();
        await SnapshotLogs.Small.WriteSnapshotAsync(bytes, new SnapshotOptions { Progress = writing });
        bytes.Position = 0;
        await JourneyLog.ReadSnapshotAsync(bytes, new SnapshotOptions { Progress = reading });
        foreach (IReadOnlyList<double> steps in new[] { writing.Values, reading.Values })
        {
            Assert.Equal(1, steps[^1]);
            Assert.Equal(steps.Order(), steps);
        }
    }

    [Fact]
    public async Task Reading_can_be_canceled()
    {
        byte[] bytes = await SnapshotBytes.Of(SnapshotLogs.Small);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => JourneyLog.ReadSnapshotAsync(new MemoryStream(bytes), null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Arguments_are_checked()
    {
        await Assert.ThrowsAsync<ArgumentException>("path", () => JourneyLog.ReadSnapshotAsync(""));
        await Assert.ThrowsAsync<ArgumentNullException>("stream", () => JourneyLog.ReadSnapshotAsync((Stream)null!));
        await Assert.ThrowsAsync<ArgumentException>("path", () => SnapshotLogs.Small.WriteSnapshotAsync(""));
        await Assert.ThrowsAsync<ArgumentNullException>("log", () => ((JourneyLog)null!).WriteSnapshotAsync("x"));
        await Assert.ThrowsAsync<ArgumentException>("stream", () => SnapshotLogs.Small.WriteSnapshotAsync(new MemoryStream([], writable: false)));
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => SnapshotLogs.Small.WriteSnapshotAsync(Path.Combine(Path.GetTempPath(), "no such folder", "x")));
    }

    [Theory]
    [InlineData("", 0u)]
    [InlineData("123456789", 0xE3069283u)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x22620404u)]
    public void The_checksum_is_CRC_32C_in_any_pieces(string text, uint expected)
    {
        byte[] bytes = System.Text.Encoding.ASCII.GetBytes(text);
        Assert.Equal(expected, SnapshotBytes.Crc32C(bytes));
        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            SnapshotChecksum checksum = new();
            checksum.Add(bytes.AsSpan(0, cut));
            checksum.Add(bytes.AsSpan(cut));
            Assert.Equal(expected, checksum.Value);
        }
    }

    [Fact]
    public void Numbers_are_turned_round_one_by_one()
    {
        byte[] bytes = [1, 2, 3, 4, 5, 6, 7, 8];
        SnapshotNumbers.Reverse(bytes, 1);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], bytes);
        SnapshotNumbers.Reverse(bytes, 2);
        Assert.Equal([2, 1, 4, 3, 6, 5, 8, 7], bytes);
        SnapshotNumbers.Reverse(bytes, 4);
        Assert.Equal([3, 4, 1, 2, 7, 8, 5, 6], bytes);
        SnapshotNumbers.Reverse(bytes, 8);
        Assert.Equal([6, 5, 8, 7, 2, 1, 4, 3], bytes);
    }

    private sealed class Failing : IProgress<double>
    {
        public void Report(double value) => throw new InvalidTimeZoneException("The test fails here.");
    }
}
