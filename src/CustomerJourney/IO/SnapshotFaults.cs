namespace CustomerJourney.IO;

/// <summary>What is wrong with a snapshot, in words: the source, the section, the fault and the fix.</summary>
/// <param name="source">What to call the snapshot.</param>
internal sealed class SnapshotFaults(string source)
{
    private const string Fix = "It is damaged or was not written by CustomerJourney: fetch it again, or write it anew from the source of the log.";

    public InvalidDataException In(SnapshotSection section, string what, Exception? inner = null) => In($"section {section}", what, inner);

    public InvalidDataException In(string part, string what, Exception? inner = null) => new($"The snapshot {source} cannot be read: {part}: {what}. {Fix}", inner);

    /// <summary>A fault that no other copy would cure.</summary>
    public InvalidDataException Whole(string what) => new($"{source} cannot be read as a snapshot: {what}");
}
