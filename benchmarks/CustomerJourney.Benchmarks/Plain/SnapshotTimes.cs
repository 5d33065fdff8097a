using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.IO;

namespace CustomerJourney.Benchmarks.Plain;

/// <summary>Times writing and reading a snapshot, beside what the machine needs to write and read as many bytes without looking at them.</summary>
internal sealed class SnapshotTimes(JourneyLog log, int repeat, TextWriter output)
{
    private const double Mega = 1e6;
    private const int BufferSize = 1 << 20;
    private static readonly SnapshotOptions Unflushed = new() { FlushToDisk = false };

    public void Measure()
    {
        string path = Path.Combine(Path.GetTempPath(), $"customer-journey-{Environment.ProcessId}.cjlog");
        try
        {
            Wait(log.WriteSnapshotAsync(path, Unflushed));
            byte[] bytes = File.ReadAllBytes(path);
            double size = bytes.Length / Mega;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"snapshot  {size:F0} MB, {(double)bytes.Length / log.EventCount:F1} bytes/event"));
            Report("write", size, () => Wait(log.WriteSnapshotAsync(path, Unflushed)));
            Report("write, flushed to the disk", size, () => Wait(log.WriteSnapshotAsync(path)));
            Report("write to memory", size, () => Wait(log.WriteSnapshotAsync(new MemoryStream(bytes))));
            Report("read", size, () => Wait(JourneyLog.ReadSnapshotAsync(path)));
            Report("read from memory", size, () => Wait(JourneyLog.ReadSnapshotAsync(new MemoryStream(bytes))));
            Report("bare write of the bytes", size, () => File.WriteAllBytes(path, bytes));
            Report("bare read of the bytes", size, () => ReadBare(path));
            Report("checksum alone", size, () => Sum(bytes));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private void Report(string name, double size, Action operation)
    {
        Timing timing = Timing.Of(operation, repeat);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {name,-28} min {timing.Minimum.TotalMilliseconds,6:F0} ms = {size / timing.Minimum.TotalSeconds,6:F0} MB/s, median {timing.Median.TotalMilliseconds,6:F0} ms, processor at least {timing.LeastProcessor.TotalMilliseconds,6:F0} ms = {size / timing.LeastProcessor.TotalSeconds,6:F0} MB/s"));
    }

    private static void ReadBare(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        byte[] buffer = new byte[BufferSize];
        while (file.Read(buffer) > 0) { }
    }

    private static void Sum(byte[] bytes)
    {
        SnapshotChecksum checksum = new();
        checksum.Add(bytes);
        GC.KeepAlive(checksum.Value);
    }

    private static void Wait(Task task) => task.GetAwaiter().GetResult();
}
