namespace CustomerJourney.Classification;

/// <summary>Which of the stages that a customer has been in is the current one. All three are computed side by side; the rule says which one <see cref="CustomerStage.Current"/> is.</summary>
public enum CurrentStageRule
{
    /// <summary>The stage of the latest evidence: customers may go back.</summary>
    Latest,

    /// <summary>The furthest stage of the map ever reached, a high-water mark: customers never go back.</summary>
    Furthest,

    /// <summary>The stage with the most evidence, where evidence loses half of its weight in every <see cref="Rules.StageRules.HalfLife"/>: one stray event does not move a customer.</summary>
    RecencyWeighted,
}
