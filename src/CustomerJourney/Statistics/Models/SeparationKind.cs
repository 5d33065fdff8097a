namespace CustomerJourney.Statistics.Models;

/// <summary>Whether classes can be told apart so well that coefficients of maximum likelihood are infinite.</summary>
/// <remarks>A. Albert and J. A. Anderson, "On the existence of maximum likelihood estimates in logistic regression models", Biometrika 71 (1984).</remarks>
public enum SeparationKind
{
    /// <summary>The classes overlap (or coefficients are penalized): the coefficients are finite.</summary>
    None,

    /// <summary>Some combination of features never puts a case on the wrong side but some on the border: coefficients grow without end, while the likelihood stays below 1.</summary>
    QuasiComplete,

    /// <summary>Some combination of features tells every case's class without a mistake: coefficients grow without end, and the likelihood towards 1.</summary>
    Complete,
}
