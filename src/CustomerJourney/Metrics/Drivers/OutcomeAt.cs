namespace CustomerJourney.Metrics.Drivers;

/// <summary>An outcome and the moment at which it is known: only what lies before that moment may drive it.</summary>
/// <param name="Value">The number. One that is not finite counts as invalid. The default value of the struct is 0, before everything.</param>
/// <param name="Position">The position in the trace of the event that the outcome comes with; drivers are taken from the events before it. The length of the trace takes all events.</param>
public readonly record struct OutcomeAt(double Value, int Position);
