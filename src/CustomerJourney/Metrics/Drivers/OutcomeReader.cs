using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Drivers;

/// <summary>Reads a customer's outcome off his events.</summary>
/// <param name="trace">The customer's events.</param>
/// <returns>The number and the moment at which it is known; <see langword="null"/> for a customer who has none.</returns>
public delegate OutcomeAt? OutcomeReader(in CustomerTrace trace);
