namespace CustomerJourney.Analytics;

/// <summary>Checks of what a kept state says.</summary>
internal static class KeptState
{
    /// <summary>A count, or a length of time, out of a state that was kept.</summary>
    public static long Count(long value) =>
        value >= 0 ? value : throw new InvalidDataException($"{value} cannot be a count or a length of time: it is negative.");
}
