namespace CustomerJourney.Building;

/// <summary>What is known of each kind of metric: its spelling in documents, the unit and direction that it has unless a map says otherwise, and the range of its values.</summary>
internal sealed record MetricKindFacts(MetricKind Kind, string Spelling, string Unit, string Direction, double? Lowest = null, double? Highest = null)
{
    private const string Higher = "higherIsBetter";
    private const string Lower = "lowerIsBetter";

    public static IReadOnlyList<MetricKindFacts> All { get; } =
    [
        new(MetricKind.Custom, "custom", "score", "onTarget"),
        new(MetricKind.Nps, "nps", "score", Higher, -100, 100),
        new(MetricKind.Csat, "csat", "percent", Higher, 0, 100),
        new(MetricKind.Ces, "ces", "score", Higher),
        new(MetricKind.RetentionRate, "crr", "percent", Higher, 0, 100),
        new(MetricKind.ConversionRate, "conversionRate", "percent", Higher, 0, 100),
        new(MetricKind.DropOffRate, "dropOffRate", "percent", Lower, 0, 100),
        new(MetricKind.BounceRate, "bounceRate", "percent", Lower, 0, 100),
        new(MetricKind.ChurnRate, "churnRate", "percent", Lower, 0, 100),
        new(MetricKind.Duration, "duration", "days", Lower),
        new(MetricKind.Count, "count", "count", Higher),
        new(MetricKind.Revenue, "revenue", "currency", Higher),
        new(MetricKind.Cost, "cost", "currency", Lower),
        new(MetricKind.ReturnOnInvestment, "roi", "percent", Higher),
    ];

    public static MetricKindFacts? Of(MetricKind kind) => All.FirstOrDefault(facts => facts.Kind == kind);

    public static MetricKindFacts? Of(string spelling) => All.FirstOrDefault(facts => string.Equals(facts.Spelling, spelling, StringComparison.Ordinal));
}
