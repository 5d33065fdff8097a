namespace CustomerJourney;

/// <summary>How a persona is recognized in data: a customer attribute has a value. Equal by value, ordinal.</summary>
public sealed record PersonaRule
{
    /// <summary>The name of the customer attribute.</summary>
    public required string Attribute { get; init; }

    /// <summary>The value that the attribute has.</summary>
    public required string Value { get; init; }
}
