namespace CustomerJourney;

/// <summary>What a channel is made of.</summary>
public enum ChannelMedium
{
    /// <summary>A screen.</summary>
    Digital,

    /// <summary>A place or a thing.</summary>
    Physical,

    /// <summary>A person who answers.</summary>
    Human,

    /// <summary>One message to all, without an answer.</summary>
    Broadcast,
}
