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

    /// <summary>Likelihood of employees to recommend their employer, 0…10 (eNPS). A kind of its own, so that it never mixes with what customers say.</summary>
    EmployeeNps,

    /// <summary>Customer effort score 1.0, 1…5, low is easy. A kind of its own, since what is good in 2.0 is bad here.</summary>
    Ces1,
}
