namespace CustomerJourney.Metrics.Drivers;

/// <summary>What a driver measures of a customer.</summary>
public enum DriverMeasure
{
    /// <summary>Whether something happened: 1 or 0.</summary>
    Happened,

    /// <summary>How often it happened.</summary>
    Times,

    /// <summary>How many days it took.</summary>
    Days,

    /// <summary>Whether the customer has a level of an attribute: 1 or 0.</summary>
    Level,

    /// <summary>A number.</summary>
    Number,
}
