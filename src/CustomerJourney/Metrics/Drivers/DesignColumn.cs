namespace CustomerJourney.Metrics.Drivers;

/// <summary>A driver as a column of numbers, one for each customer in canonical order.</summary>
internal sealed record DesignColumn(Driver Driver, string Name, double[] Values)
{
    /// <summary>How many customers have a number other than 0.</summary>
    public required long With { get; init; }

    /// <summary>The level that the others are compared with: it has no column of its own in a model.</summary>
    public bool IsReference { get; init; }

    /// <summary>The driver among all, for people: "Touchpoint: Basket".</summary>
    public string FullName => Driver.Measure switch
    {
        DriverMeasure.Times => $"{Driver.Group}: {Name} (times)",
        DriverMeasure.Days => $"{Driver.Group}: {Name} (days)",
        _ => $"{Driver.Group}: {Name}",
    };

    public bool IsYesOrNo => Driver.Measure is DriverMeasure.Happened or DriverMeasure.Level;
}
