namespace CustomerJourney.Analytics;

/// <summary>What a step is about.</summary>
internal enum StepKind
{
    Stage,
    Touchpoint,
    Event,
    AnyOf,
}
