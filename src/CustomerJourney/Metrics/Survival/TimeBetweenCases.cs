namespace CustomerJourney.Metrics.Survival;

/// <summary>Which of the events that begin something begin a case.</summary>
public enum TimeBetweenCases
{
    /// <summary>The first one of each customer, or of each value of the case attribute; the default.</summary>
    First,

    /// <summary>Every one: several that come before one end are as many cases with the same end.</summary>
    Every,

    /// <summary>One that comes while no case is open: the first one, and the first one after each end. Questions asked again before the answer wait from the first.</summary>
    OneAtATime,
}
