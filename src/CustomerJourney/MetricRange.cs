namespace CustomerJourney;

/// <summary>The values that a metric can have. Both ends belong to it; the default value allows 0 alone.</summary>
/// <param name="Lowest">The least value.</param>
/// <param name="Highest">The greatest value, not less than <paramref name="Lowest"/>.</param>
public readonly record struct MetricRange(double Lowest, double Highest);
