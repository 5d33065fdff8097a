namespace CustomerJourney.Building.Documents;

/// <summary>The words of the format that are not the names of the model.</summary>
internal static class DocumentSpellings
{
    public static DocumentWords<MetricCategory> MetricCategories { get; } = DocumentWords<MetricCategory>.Of(("behavioural", MetricCategory.Behavioral));

    public static DocumentWords<MetricKind> MetricKinds { get; } = DocumentWords<MetricKind>.Of(("crr", MetricKind.RetentionRate), ("roi", MetricKind.ReturnOnInvestment));
}
