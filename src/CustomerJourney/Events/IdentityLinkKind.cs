namespace CustomerJourney.Events;

/// <summary>What a source says by naming two ids together.</summary>
public enum IdentityLinkKind
{
    /// <summary>An anonymous id (device, cookie) was seen with a known one. It goes to the customer of its earliest link and to no other.</summary>
    Anonymous,

    /// <summary>The source says that two ids are one customer, and that the second replaces the first: merges chains and rings of any length.</summary>
    Alias,
}
