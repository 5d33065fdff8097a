namespace CustomerJourney.Metrics;

/// <summary>Checks of numbers out of a state that was kept.</summary>
internal static class PurchaseState
{
    public static int Count(int value) => (int)Count((long)value);

    public static long Count(long value) => KeptNumbers.Count(value);
}
