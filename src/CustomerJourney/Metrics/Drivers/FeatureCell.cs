namespace CustomerJourney.Metrics.Drivers;

/// <summary>A number of a customer in a column; NaN where the customer has none.</summary>
internal readonly record struct FeatureCell(int Column, double Value);
