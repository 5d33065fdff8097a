namespace CustomerJourney;

/// <summary>Whether a map shows the journey as it is or as it should be.</summary>
public enum JourneyState
{
    /// <summary>The journey as customers live it today.</summary>
    Current,

    /// <summary>The journey as it should be.</summary>
    Ideal,
}
