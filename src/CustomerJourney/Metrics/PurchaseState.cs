namespace CustomerJourney.Metrics;

/// <summary>Checks of numbers out of a state that was kept.</summary>
internal static class PurchaseState
{
    public static int Count(int value) => (int)Count((long)value);

    public static long Count(long value) => value >= 0 ? value : throw new InvalidDataException($"{value} cannot be a count or a length of time: it is negative.");
}
