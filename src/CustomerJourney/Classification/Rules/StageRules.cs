using CustomerJourney.Building;

namespace CustomerJourney.Classification.Rules;

/// <summary>How customers are put into stages, beyond the evidence that touchpoints name: an immutable definition, equal by value.</summary>
/// <remarks>
/// An event stands for the stage that <see cref="History"/> states; else for that of the first of the <see cref="Rules"/> that holds at it; else for that of the touchpoint whose evidence it is.
/// Silence acts between events.
/// </remarks>
public sealed record StageRules
{
    /// <summary>No rules: the evidence of touchpoints alone, the latest stage is the current one.</summary>
    public static StageRules None { get; } = new();

    /// <summary>The rules, the first one that holds decides; of several silences that are complete at the same time all act, in this order. Empty for none.</summary>
    public IReadOnlyList<StageRule> Rules { get; init => field = EquatableList.Of(value); } = EquatableList<StageRule>.Empty;

    /// <summary>Stages that another system states; <see langword="null"/> if none are read.</summary>
    public StageHistory? History { get; init; }

    /// <summary>Which of the stages is the current one.</summary>
    public CurrentStageRule Current { get; init; } = CurrentStageRule.Latest;

    /// <summary>After how long evidence has half of its weight, for recency-weighted stages; positive. 30 days by default.</summary>
    public TimeSpan HalfLife { get; init; } = TimeSpan.FromDays(30);

    /// <summary>After how long without any event a customer is dormant: his stay in a stage ends then, and the next evidence begins a new one. <see langword="null"/> if customers are never dormant. Positive.</summary>
    public TimeSpan? DormantAfter { get; init; }
}
