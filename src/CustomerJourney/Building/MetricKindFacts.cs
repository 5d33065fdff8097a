namespace CustomerJourney.Building;

/// <summary>What is known of each kind of metric: the unit and direction that it has unless a map says otherwise, and the range of its values.</summary>
internal sealed record MetricKindFacts(MetricKind Kind, MetricUnit Unit, MetricDirection Direction, double? Lowest = null, double? Highest = null)
{
    private const MetricDirection Higher = MetricDirection.HigherIsBetter;
    private const MetricDirection Lower = MetricDirection.LowerIsBetter;

    public static IReadOnlyList<MetricKindFacts> All { get; } =
    [
        new(MetricKind.Custom, MetricUnit.Score, MetricDirection.OnTarget),
        new(MetricKind.Nps, MetricUnit.Score, Higher, -100, 100),
        new(MetricKind.Csat, MetricUnit.Percent, Higher, 0, 100),
        new(MetricKind.Ces, MetricUnit.Score, Higher),
        new(MetricKind.RetentionRate, MetricUnit.Percent, Higher, 0, 100),
        new(MetricKind.ConversionRate, MetricUnit.Percent, Higher, 0, 100),
        new(MetricKind.DropOffRate, MetricUnit.Percent, Lower, 0, 100),
        new(MetricKind.BounceRate, MetricUnit.Percent, Lower, 0, 100),
        new(MetricKind.ChurnRate, MetricUnit.Percent, Lower, 0, 100),
        new(MetricKind.Duration, MetricUnit.Days, Lower),
        new(MetricKind.Count, MetricUnit.Count, Higher),
        new(MetricKind.Revenue, MetricUnit.Currency, Higher),
        new(MetricKind.Cost, MetricUnit.Currency, Lower),
        new(MetricKind.ReturnOnInvestment, MetricUnit.Percent, Higher),
    ];

    public static MetricKindFacts? Of(MetricKind kind) => All.FirstOrDefault(facts => facts.Kind == kind);
}
