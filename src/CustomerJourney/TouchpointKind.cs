namespace CustomerJourney;

/// <summary>Whether company and customer meet at a touchpoint.</summary>
public enum TouchpointKind
{
    /// <summary>Someone is in contact with someone, on a channel.</summary>
    Interaction,

    /// <summary>The customer does something alone, such as measuring the room.</summary>
    Action,
}
