namespace CustomerJourney.Metrics.Lifetime;

/// <summary>The end of watching purchases.</summary>
internal static class PurchaseEnd
{
    /// <summary>The number of the last day that counts; where purchases of a week are one, that on which its week begins.</summary>
    public static int DayOf(long last, PurchaseSummary definition) =>
        definition.Calendar.PeriodOf(new DateTimeOffset(Math.Clamp(last, 0, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero), definition.MergeBy).DayNumber;
}
