namespace CustomerJourney.Checks;

/// <summary>Where a map breaks a rule, and how.</summary>
internal readonly record struct Sighting(string Element, string Message);
