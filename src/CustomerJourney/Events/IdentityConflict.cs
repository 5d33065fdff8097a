using System.Globalization;
using CustomerJourney.Building;

namespace CustomerJourney.Events;

/// <summary>An id that was seen with more than one customer: a device that several people use, a link that contradicts an alias, or an id that aliases replace by several of which not all lie on the way to its customer. Equal by value.</summary>
public sealed record IdentityConflict
{
    /// <summary>How many others a conflict lists.</summary>
    public const int MostListed = 10;

    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The customer to whom its events went.</summary>
    public required string Customer { get; init; }

    /// <summary>The first of the others with whom it was seen, in ordinal order; at most <see cref="MostListed"/>. An anonymous id stays apart from them; those by which aliases replace an id have become one customer with it.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public required IReadOnlyList<string> Others { get; init => field = EquatableList.Of(value); }

    /// <summary>With how many others it was seen; at least as many as <see cref="Others"/> lists.</summary>
    public required long OtherCount { get; init; }

    /// <summary>The conflict in one line: line breaks and control characters of a hostile source are shown as escapes.</summary>
    public override string ToString()
    {
        string more = OtherCount > Others.Count ? string.Create(CultureInfo.InvariantCulture, $" and {OtherCount - Others.Count:N0} more") : "";
        return VisibleText.Of($"id '{Id}' went to customer '{Customer}' and was seen with {string.Join(", ", Others.Select(other => $"'{other}'"))}{more}, too");
    }
}
