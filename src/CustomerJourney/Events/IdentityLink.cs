namespace CustomerJourney.Events;

/// <summary>Two ids of one customer, told apart from events (a table of identities), for <see cref="ReadOptions.IdentityLinks"/>. Equal by value.</summary>
public sealed record IdentityLink
{
    /// <summary>The anonymous or replaced id; not empty.</summary>
    public required string Id { get; init; }

    /// <summary>The known id, or the one that replaces it; not empty.</summary>
    public required string Customer { get; init; }

    /// <summary>When the two were seen together; <see langword="null"/> means before any that has a time. Of no meaning for an <see cref="IdentityLinkKind.Alias"/>.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What the link says. Anonymous by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is not known.</exception>
    public IdentityLinkKind Kind
    {
        get;
        init
        {
            if (!Enum.IsDefined(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown kind of identity link.");
            field = value;
        }
    }
}
