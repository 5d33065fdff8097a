namespace CustomerJourney;

/// <summary>What an event must have to be evidence: an attribute with a value. Equal by value, ordinal; names are data and never changed.</summary>
public sealed record EventCondition
{
    /// <summary>The name of the attribute in the log.</summary>
    public required string Attribute { get; init; }

    /// <summary>The value that the attribute must have, as text; of a document that asks for a list, an object or null, its JSON.</summary>
    public required string Value { get; init; }
}
