using System.Globalization;

namespace CustomerJourney.Benchmarks.Plain;

/// <summary>The resident memory of this process as Linux counts it; nothing elsewhere.</summary>
internal static class ProcessMemory
{
    private const string Status = "/proc/self/status";
    private const string ClearReferences = "/proc/self/clear_refs";
    private const string ResetPeak = "5";

    /// <summary>Lets the peak start from what is resident now; false where that cannot be done.</summary>
    public static bool TryResetPeak()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (!File.Exists(ClearReferences)) return false;
        try
        {
            File.WriteAllText(ClearReferences, ResetPeak);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public static long? Resident() => Read("VmRSS:");

    public static long? Peak() => Read("VmHWM:");

    private static long? Read(string name)
    {
        if (!File.Exists(Status)) return null;
        string? line = File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        return line is null ? null : 1024 * long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
    }
}
