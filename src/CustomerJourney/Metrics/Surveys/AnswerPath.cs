namespace CustomerJourney.Metrics.Surveys;

/// <summary>What the path before an answer is made of.</summary>
public enum AnswerPath
{
    /// <summary>Touchpoints of the map, one step for each event; for a log that is not classified, event names.</summary>
    Touchpoints,

    /// <summary>Stages of the map, one step for each stay, those that silence began included.</summary>
    Stages,

    /// <summary>Channels, one step for each stay on one.</summary>
    Channels,

    /// <summary>Event names, one step for each event.</summary>
    Events,
}
