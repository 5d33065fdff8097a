namespace CustomerJourney.IO;

/// <summary>How to write and read snapshots: durability and progress. Never changes what is written or read.</summary>
public sealed record SnapshotOptions
{
    /// <summary>The options that are used where none are given: the file is on the disk before it takes its name, no progress.</summary>
    public static SnapshotOptions Default { get; } = new();

    /// <summary>
    /// Whether a file is flushed to the disk before it replaces the one of its name, so that a loss of power leaves the old one or the new one whole. True by default.
    /// Without it writing is faster and safe against a crash of the program, not of the machine. Says nothing about streams.
    /// </summary>
    public bool FlushToDisk { get; init; } = true;

    /// <summary>Is told the share of bytes written or read so far, 0…1, rising, from time to time and at the end.</summary>
    public IProgress<double>? Progress { get; init; }
}
