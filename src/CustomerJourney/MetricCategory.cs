namespace CustomerJourney;

/// <summary>Where the values of a metric come from.</summary>
public enum MetricCategory
{
    /// <summary>What customers answer.</summary>
    Feedback,

    /// <summary>What customers do; <c>behavioural</c> in JSON.</summary>
    Behavioral,

    /// <summary>How processes run.</summary>
    Operational,

    /// <summary>Money.</summary>
    Financial,

    /// <summary>What the public thinks of the brand.</summary>
    Perception,
}
