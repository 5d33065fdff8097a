namespace CustomerJourney;

/// <summary>How customers go from one stage to another.</summary>
public enum TransitionKind
{
    /// <summary>On to the next stage.</summary>
    Next,

    /// <summary>On, past some stages.</summary>
    Skip,

    /// <summary>Back to an earlier stage.</summary>
    Return,

    /// <summary>Round again, as in a repeated purchase.</summary>
    Loop,

    /// <summary>Out of the journey.</summary>
    Exit,
}
