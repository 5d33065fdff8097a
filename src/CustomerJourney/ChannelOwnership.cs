namespace CustomerJourney;

/// <summary>Who a channel belongs to.</summary>
public enum ChannelOwnership
{
    /// <summary>The company.</summary>
    Owned,

    /// <summary>Someone who sells room on it.</summary>
    Paid,

    /// <summary>The public: reviews, friends, press.</summary>
    Earned,

    /// <summary>A partner such as a courier or a marketplace.</summary>
    Partner,
}
