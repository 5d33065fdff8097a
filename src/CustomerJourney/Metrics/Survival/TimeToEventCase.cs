namespace CustomerJourney.Metrics.Survival;

/// <summary>A case that ended while its longest horizon was still running.</summary>
/// <param name="Start">When it began, in UTC ticks.</param>
/// <param name="Elapsed">After how many ticks it ended.</param>
/// <param name="Cause">By which cause; 0 for one that outlasted the window.</param>
internal readonly record struct TimeToEventCase(long Start, long Elapsed, int Cause);
