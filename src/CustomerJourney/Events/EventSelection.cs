namespace CustomerJourney.Events;

/// <summary>Which events a metric reads; the engine passes over the others without a call.</summary>
public enum EventSelection
{
    /// <summary>Every event.</summary>
    All,

    /// <summary>Events that carry a survey answer.</summary>
    WithFeedback,

    /// <summary>Events that carry an amount of money.</summary>
    WithValue,
}
