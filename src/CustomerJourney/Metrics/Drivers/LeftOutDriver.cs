namespace CustomerJourney.Metrics.Drivers;

/// <summary>A driver that is not among the results, and why.</summary>
public sealed record LeftOutDriver
{
    /// <summary>What the driver belongs to: "Touchpoint", "plan".</summary>
    public required string Group { get; init; }

    /// <summary>Its name in its group.</summary>
    public required string Name { get; init; }

    /// <summary>How many of the customers analyzed have it.</summary>
    public required long Customers { get; init; }

    /// <summary>Why it is left out, in a few words.</summary>
    public required string Reason { get; init; }

    /// <summary>The driver and the reason.</summary>
    public override string ToString() => $"{Group} '{Name}': {Reason}";
}
