namespace CustomerJourney.StageModels;

/// <summary>How the values of stages become values of phases.</summary>
public enum ProjectionRule
{
    /// <summary>Each stage's value is divided among its phases by their weights, and a phase has the sum of its parts: for counts and durations.</summary>
    Split,

    /// <summary>A phase has the mean of the values of the stages that cover it, weighted by how much of each stage lies in it: for scores, such as emotion and CSAT.</summary>
    Average,
}
