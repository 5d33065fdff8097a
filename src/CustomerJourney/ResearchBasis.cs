namespace CustomerJourney;

/// <summary>What a map or a persona rests on.</summary>
public enum ResearchBasis
{
    /// <summary>What the team believes.</summary>
    Assumption,

    /// <summary>Partly research, partly belief.</summary>
    Mixed,

    /// <summary>Data and talks with customers.</summary>
    Research,
}
