namespace CustomerJourney;

/// <summary>How long something should take, in whole seconds. Both ends belong to it; the default value is no time at all.</summary>
/// <param name="Shortest">The least time, not negative.</param>
/// <param name="Longest">The most time, not less than <paramref name="Shortest"/>.</param>
public readonly record struct DurationRange(TimeSpan Shortest, TimeSpan Longest);
