namespace CustomerJourney.Classification;

/// <summary>One stage of a <see cref="StageSummaryResult"/>.</summary>
public sealed record StageSummaryRow
{
    /// <summary>The name of the stage; where several stages of the map are called so, with its id: <c>Wait (wait-2)</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>The customers who have ever been in the stage.</summary>
    public required long Customers { get; init; }

    /// <summary>The customers who are there now, by the rule of the classifier (<see cref="Rules.StageRules.Current"/>); dormant ones included.</summary>
    public required long Current { get; init; }

    /// <summary>Those of <see cref="Current"/> who are dormant; 0 if the classifier knows no dormancy.</summary>
    public required long Dormant { get; init; }

    /// <summary>The customers who have been in no later stage of the map.</summary>
    public required long Furthest { get; init; }

    /// <summary>The stays in the stage.</summary>
    public required long Visits { get; init; }

    /// <summary>The customers who left the stage and came back.</summary>
    public required long Returned { get; init; }

    /// <summary>The customers who have been in a later stage and never in this one.</summary>
    public required long Skipped { get; init; }
}
