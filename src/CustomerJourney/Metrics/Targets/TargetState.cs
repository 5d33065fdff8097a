namespace CustomerJourney.Metrics.Targets;

/// <summary>Whether a metric has reached its target.</summary>
public enum TargetState
{
    /// <summary>Nothing was observed, there is no target, or "on target" cannot be judged without an interval.</summary>
    NotKnown,

    /// <summary>The latest value has not reached the target.</summary>
    NotMet,

    /// <summary>The latest value has reached the target, or its interval holds a target that is to be neither above nor below.</summary>
    Met,
}
