namespace CustomerJourney;

/// <summary>Who begins an interaction.</summary>
public enum TouchpointInitiator
{
    /// <summary>The customer.</summary>
    Customer,

    /// <summary>The company.</summary>
    Company,

    /// <summary>Someone else: a friend, a courier, a reviewer.</summary>
    ThirdParty,
}
