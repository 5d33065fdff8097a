using CustomerJourney.Statistics.Lifetime;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>How many customers bought as often for as much on average.</summary>
/// <param name="Summary">What they have in common.</param>
/// <param name="Count">How many they are, not negative.</param>
public readonly record struct PurchaseSpendCount(SpendSummary Summary, long Count);
