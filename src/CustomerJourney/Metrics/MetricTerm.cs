namespace CustomerJourney.Metrics;

/// <summary>A part of a metric's definition, as it is printed beside its results: "scale" and "1…5", for example.</summary>
/// <param name="Name">What is defined. The default value of the struct has none.</param>
/// <param name="Value">How, in the invariant culture.</param>
public readonly record struct MetricTerm(string Name, string Value);
