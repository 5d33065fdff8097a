namespace CustomerJourney.Metrics.Lifetime;

/// <summary>Which model says how often customers come back.</summary>
public enum PurchaseModelKind
{
    /// <summary>BG/NBD: customers may leave after each purchase. Quick and close to the other; the default.</summary>
    BetaGeometric,

    /// <summary>Pareto/NBD: customers may leave at any time.</summary>
    Pareto,
}
