using CustomerJourney.Building;

namespace CustomerJourney.Events;

/// <summary>An anonymous id that was seen with more than one customer: a shared device, or a link that contradicts an alias. Equal by value.</summary>
public sealed record IdentityConflict
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The customer to whom its events went.</summary>
    public required string Customer { get; init; }

    /// <summary>The customers with whom it was seen, too, in ordinal order.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public required IReadOnlyList<string> Others { get; init => field = EquatableList.Of(value); }

    /// <summary>The conflict in one line.</summary>
    public override string ToString() => $"id '{Id}' went to customer '{Customer}' and was seen with {string.Join(", ", Others.Select(other => $"'{other}'"))}, too";
}
