namespace CustomerJourney.Events;

/// <summary>The survey question that a score answers.</summary>
public enum FeedbackKind
{
    /// <summary>No known kind: the score is kept, and no survey metric reads it.</summary>
    None,

    /// <summary>Likelihood to recommend, 0…10 (Net Promoter Score).</summary>
    Nps,

    /// <summary>Satisfaction, on a scale that the metric names (1…5 by default).</summary>
    Csat,

    /// <summary>Customer effort score 2.0, 1…7, high is easy.</summary>
    Ces,

    /// <summary>A feeling, −2…+2.</summary>
    Emotion,
}
