namespace CustomerJourney.Metrics;

/// <summary>The versions of the Customer Effort Score. They ask other questions on other scales, and what is good on one is bad on the other.</summary>
public enum CesVersion
{
    /// <summary>CES 2.0 (2013): agreement from 1 to 7 with "the company made it easy for me to handle my issue"; high is easy. Answers of <see cref="Events.FeedbackKind.Ces"/>.</summary>
    Version2,

    /// <summary>CES 1.0 (2010): "how much effort did you personally have to put forth", from 1 to 5; low is easy. Answers of <see cref="Events.FeedbackKind.Ces1"/>.</summary>
    Version1,
}
