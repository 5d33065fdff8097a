namespace CustomerJourney.Classification.Rules;

/// <summary>What another system calls a stage, and which stage of the map that is.</summary>
public sealed record StatedStage
{
    /// <summary>What follows <see cref="StageHistory.Prefix"/> in the name of the event, for example <c>marketingqualifiedlead</c>; compared ordinally.</summary>
    public required string Stated { get; init; }

    /// <summary>The stage of the map, by its id or its name.</summary>
    public required string Stage { get; init; }
}
