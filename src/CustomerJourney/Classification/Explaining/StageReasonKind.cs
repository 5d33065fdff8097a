namespace CustomerJourney.Classification.Explaining;

/// <summary>What speaks for a stage.</summary>
public enum StageReasonKind
{
    /// <summary>Another system stated the stage (<see cref="Rules.StageHistory"/>).</summary>
    History,

    /// <summary>A rule held at events.</summary>
    Rule,

    /// <summary>Events are evidence for a touchpoint of the stage.</summary>
    Touchpoint,

    /// <summary>A silence was complete: a <see cref="Rules.SilenceRule"/>, or dormancy.</summary>
    Silence,
}
