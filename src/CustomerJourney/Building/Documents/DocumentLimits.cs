namespace CustomerJourney.Building.Documents;

/// <summary>What a document may be at most, so that a hostile one does no harm. A map of 200 touchpoints has some 200 KB, 8 levels and 10,000 values.</summary>
internal static class DocumentLimits
{
    public const int MostBytes = 16 * 1024 * 1024;

    public const int MostLevels = 64;

    public const int MostValues = 1_000_000;
}
