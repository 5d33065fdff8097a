using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using CustomerJourney.Classification;
using CustomerJourney.Classification.Tracking;
using CustomerJourney.Events;
using CustomerJourney.KilledTracker;
using Microsoft.Data.Sqlite;

namespace CustomerJourney.Tests.Classification.Tracking;

/// <summary>A process that tracks events into SQLite is killed again and again, and every time fed anew from the last event that it acknowledged.</summary>
public sealed class KilledProcessTests
{
    private const int Count = 600;
    private const int Kills = 8;

    /// <summary>So many events are on their way at a time, so that the process is always in the middle of one when it is killed.</summary>
    private const int OnTheirWay = 6;

    [Fact]
    public async Task A_process_that_is_killed_between_writes_loses_and_doubles_nothing()
    {
        string folder = Directory.CreateTempSubdirectory("killed").FullName;
        try
        {
            string file = Path.Combine(folder, "stages.db");
            Random random = new(20260301);
            int acknowledged = 0;
            for (int kill = 0; kill < Kills; kill++)
            {
                int killAt = acknowledged + random.Next(10, 60);
                acknowledged = await RunAsync(file, acknowledged, killAt, TimeSpan.FromMilliseconds(random.NextDouble() * 4));
                Assert.InRange(acknowledged, killAt, Count - 2);
            }

            Assert.Equal(Count - 1, await RunAsync(file, acknowledged, killAt: null, TimeSpan.Zero));
            await AssertNothingIsLostOrDoubledAsync(file);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// Feeds a new process from a number on, to the end or until it is killed, a moment after it has acknowledged another number. Delivery is at least once: the first number is that of the last event that was acknowledged before.
    /// Gives the last number that was acknowledged now.
    /// </summary>
    private static async Task<int> RunAsync(string file, int first, int? killAt, TimeSpan delay)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "CustomerJourney.KilledTracker.dll"), file])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        int sent = first, acknowledged = first;
        bool isKilled = false;
        while (sent < Math.Min(first + OnTheirWay, Count)) await SendAsync();
        // The last line of a killed process may be cut off: a line ends with a full stop.
        while (await process.StandardOutput.ReadLineAsync() is { } line && line.EndsWith('.'))
        {
            acknowledged = int.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture);
            if (isKilled) continue;
            if (acknowledged == killAt)
            {
                await Task.Delay(delay);
                process.Kill();
                isKilled = true;
            }
            else if (sent < Count)
            {
                await SendAsync();
            }
            else
            {
                process.StandardInput.Close();
            }
        }

        await process.WaitForExitAsync();
        Assert.Equal("", await error);
        Assert.Equal(isKilled, process.ExitCode != 0);
        return acknowledged;

        async Task SendAsync()
        {
            await process.StandardInput.WriteLineAsync((sent++).ToString(CultureInfo.InvariantCulture));
            await process.StandardInput.FlushAsync();
        }
    }

    private static async Task AssertNothingIsLostOrDoubledAsync(string file)
    {
        StageClassifier classifier = NumberedStream.CreateClassifier();
        JourneyEvent[] events = [.. Enumerable.Range(0, Count).Select(NumberedStream.At)];
        StagedLog batch = classifier.Classify(JourneyLog.From(events, options: new ReadOptions { Duplicates = DuplicateEvents.Drop }), asOf: NumberedStream.End);
        StageTracker uninterrupted = classifier.Track(options: NumberedStream.Options);
        long counted = 0;
        foreach (JourneyEvent journeyEvent in events)
        {
            StageChange change = await uninterrupted.TrackAsync(journeyEvent);
            Assert.False(change.IsTooLate);
            if (!change.IsDuplicate) counted++;
        }

        await using DbDataSource database = SqliteFactory.Instance.CreateDataSource($"Data Source={file}");
        StageTracker killed = classifier.Track(new DatabaseStageStore(database), NumberedStream.Options);

        Assert.Equal(Count - Count / 10, counted);
        Assert.Equal(counted, batch.EventCount);
        Assert.Equal(11, batch.CustomerCount);
        foreach (CustomerStage expected in batch.Customers)
        {
            Assert.Equal(expected, await uninterrupted.FindAsync(expected.Customer, NumberedStream.End));
            Assert.Equal(expected, await killed.FindAsync(expected.Customer, NumberedStream.End));
        }
    }
}
