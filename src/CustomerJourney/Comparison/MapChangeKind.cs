namespace CustomerJourney.Comparison;

/// <summary>The kinds of change from one map to another.</summary>
public enum MapChangeKind
{
    /// <summary>Only the candidate has it.</summary>
    Added,

    /// <summary>Only the baseline has it.</summary>
    Removed,

    /// <summary>It stands in another stage, at another touchpoint, or in another order among those that stayed.</summary>
    Moved,

    /// <summary>It has another name.</summary>
    Renamed,

    /// <summary>Something else that the map says of it is different.</summary>
    Changed,
}
