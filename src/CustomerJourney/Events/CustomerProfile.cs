using System.Collections.ObjectModel;

namespace CustomerJourney.Events;

/// <summary>A customer known apart from events, so that rates about all customers can count those who never did anything.</summary>
public sealed record CustomerProfile
{
    /// <summary>The id of the customer; not empty.</summary>
    public required string Customer { get; init; }

    /// <summary>Named facts about the customer. An attribute that the customer's events carry wins over the one given here.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;
}
