namespace CustomerJourney.Checks;

/// <summary>What a rule looks at.</summary>
internal sealed record CheckedMap(Journey Journey, DateOnly AsOf, CheckOptions Options);
