namespace CustomerJourney;

/// <summary>What kind of thing hurts.</summary>
public enum PainPointCategory
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>It takes needless effort.</summary>
    Friction,

    /// <summary>It takes too long.</summary>
    Delay,

    /// <summary>Something is not said or not clear.</summary>
    Information,

    /// <summary>What is done is not what was promised.</summary>
    Misalignment,

    /// <summary>It costs too much, or more than was said.</summary>
    Price,

    /// <summary>It feels bad although it works.</summary>
    Emotion,

    /// <summary>Something that is needed is not there.</summary>
    Gap,
}
