namespace CustomerJourney.IO;

/// <summary>How much of a source is held at once, so that a hostile or broken one cannot fill the memory.</summary>
internal static class SourceLimits
{
    /// <summary>The longest row, line or document part that is read as one, in bytes.</summary>
    public const int LongestRecord = 16 * 1024 * 1024;

    /// <summary>How deeply objects and lists may be nested.</summary>
    public const int DeepestNesting = 64;

    /// <summary>After how many rows progress is told and cancellation is looked for.</summary>
    public const int RowsBetweenProgress = 65_536;
}
