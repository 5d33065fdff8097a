namespace CustomerJourney;

/// <summary>How a feeling is known.</summary>
public enum EmotionSource
{
    /// <summary>The team believes it.</summary>
    Assumed,

    /// <summary>Customers said so.</summary>
    Reported,

    /// <summary>Someone watched customers, or measured it.</summary>
    Observed,
}
