namespace CustomerJourney.Statistics.Survival;

/// <summary>How a comparison of survival curves weighs the times with events. Choose beforehand: trying all and reporting the best is a mistake.</summary>
public enum LogRankWeights
{
    /// <summary>All events alike (Mantel, 1966): best where hazards keep a constant ratio.</summary>
    Equal,

    /// <summary>By the share of all cases still going on just before (Peto &amp; Peto, 1972; ρ = 1 in R): for differences that come early.</summary>
    PetoPeto,
}
