namespace CustomerJourney.Metrics.Drivers;

/// <summary>Where a driver's numbers come from.</summary>
internal enum DriverSource
{
    /// <summary>Events, told apart by a dimension: whether, or how often.</summary>
    Happenings,

    /// <summary>The time between evidence of stages.</summary>
    Stays,

    /// <summary>The last event that has a value of a dimension.</summary>
    Last,

    /// <summary>The customer's group in a dimension.</summary>
    Customer,

    /// <summary>How many events there are.</summary>
    Activity,

    /// <summary>The time since the last event.</summary>
    Recency,

    /// <summary>The time since the first event.</summary>
    Tenure,

    /// <summary>A delegate.</summary>
    User,
}
