namespace CustomerJourney.Metrics;

/// <summary>A count behind a figure.</summary>
/// <param name="Name">What was counted. The default value of the struct has none.</param>
/// <param name="Count">How many.</param>
public readonly record struct MetricCount(string Name, long Count);
