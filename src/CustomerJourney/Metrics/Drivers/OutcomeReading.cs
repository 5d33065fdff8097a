namespace CustomerJourney.Metrics.Drivers;

/// <summary>One outcome that was read: its number, null where it is none (an answer off its scale), what was answered, and where.</summary>
internal readonly record struct OutcomeReading(double? Value, double Score, int Position);
