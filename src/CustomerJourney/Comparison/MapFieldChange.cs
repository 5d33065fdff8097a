namespace CustomerJourney.Comparison;

/// <summary>One fact of a part that differs between two maps. Equal by value.</summary>
public sealed record MapFieldChange
{
    /// <summary>The property of the format that holds the fact, with those above it that have no identity of their own, for example <c>customerGoal</c> or <c>scope.trigger</c>.</summary>
    public required string Field { get; init; }

    /// <summary>What the baseline says, in words, with names in place of ids; <see langword="null"/> where it says nothing.</summary>
    public string? Before { get; init; }

    /// <summary>What the candidate says, in words, with names in place of ids; <see langword="null"/> where it says nothing.</summary>
    public string? After { get; init; }
}
