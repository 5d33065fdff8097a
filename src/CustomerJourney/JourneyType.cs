namespace CustomerJourney;

/// <summary>What a map is about. Maps in JSON write it in camel case, <c>leadGeneration</c>.</summary>
public enum JourneyType
{
    /// <summary>Anything else, explained by the map's name and scope.</summary>
    Custom,

    /// <summary>Finding, choosing and buying a product.</summary>
    Purchase,

    /// <summary>Becoming a known contact, such as a trial user.</summary>
    LeadGeneration,

    /// <summary>Using what was bought or offered.</summary>
    Engagement,

    /// <summary>Staying, renewing, buying again.</summary>
    Retention,

    /// <summary>Asking for help and getting it.</summary>
    Service,

    /// <summary>Everything from the first need to leaving.</summary>
    EndToEnd,
}
