namespace CustomerJourney.IO;

/// <summary>What is the same for all readers; what may be chosen stands in <see cref="Events.ReadLimits"/>.</summary>
internal static class SourceLimits
{
    /// <summary>After how many rows progress is told and cancellation is looked for.</summary>
    public const int RowsBetweenProgress = 65_536;
}
