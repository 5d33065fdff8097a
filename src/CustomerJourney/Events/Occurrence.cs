namespace CustomerJourney.Events;

/// <summary>Which of a customer's events of one name is meant.</summary>
public enum Occurrence
{
    /// <summary>The first one in the order of the log.</summary>
    First,

    /// <summary>The last one in the order of the log.</summary>
    Last,
}
