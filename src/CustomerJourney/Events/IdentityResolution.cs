namespace CustomerJourney.Events;

/// <summary>What became of linked ids.</summary>
internal sealed class IdentityResolution
{
    /// <summary>For each code of an id the code of the one under which its customer goes; -1 for a customer who has neither rows nor profiles.</summary>
    public required int[] CanonicalOf { get; init; }

    /// <summary>How many ids go under another one.</summary>
    public required long Linked { get; init; }

    /// <summary>The ids that were seen with several customers, in ordinal order.</summary>
    public required IReadOnlyList<IdentityConflict> Conflicts { get; init; }
}
