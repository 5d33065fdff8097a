using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Drivers;

/// <summary>Reads a driver of your own off a customer's events.</summary>
/// <param name="trace">The customer's events.</param>
/// <param name="before">The position of the event that the outcome comes with: only the events before it may be looked at.</param>
/// <returns>A finite number; <see langword="null"/> where the customer has none, which leaves him out of the analysis.</returns>
public delegate double? DriverValue(in CustomerTrace trace, int before);
