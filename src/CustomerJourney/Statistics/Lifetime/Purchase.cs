namespace CustomerJourney.Statistics.Lifetime;

/// <summary>One purchase of a customer.</summary>
/// <param name="Day">The calendar day, in the calendar that all purchases are counted in.</param>
/// <param name="Value">What it was worth, in one currency, not negative; say elsewhere whether that is revenue or margin.</param>
public readonly record struct Purchase(DateOnly Day, double Value);
