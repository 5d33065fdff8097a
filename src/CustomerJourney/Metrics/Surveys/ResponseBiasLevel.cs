namespace CustomerJourney.Metrics.Surveys;

/// <summary>How much those who answered differ from those who did not, by the largest standardized difference.</summary>
public enum ResponseBiasLevel
{
    /// <summary>Below 0.1: the two are alike.</summary>
    Negligible,

    /// <summary>From 0.1 to 0.25: weigh the answers where the outcome depends on what differs.</summary>
    Moderate,

    /// <summary>Above 0.25: the answers do not stand for all customers.</summary>
    Marked,
}
