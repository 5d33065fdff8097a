namespace CustomerJourney.Statistics.Lifetime;

/// <summary>How many customers have the same summary.</summary>
/// <param name="Summary">What they have in common.</param>
/// <param name="Count">How many they are, not negative.</param>
public readonly record struct CustomerSummaryCount(CustomerSummary Summary, long Count);
