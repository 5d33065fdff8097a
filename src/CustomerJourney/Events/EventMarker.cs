namespace CustomerJourney.Events;

/// <summary>Says for each event of a customer whether it stays.</summary>
/// <param name="trace">The customer's events; at least one.</param>
/// <param name="keeps">One place an event, all false at first.</param>
internal delegate void EventMarker(in CustomerTrace trace, Span<bool> keeps);
