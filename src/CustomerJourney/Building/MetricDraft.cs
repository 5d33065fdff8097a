namespace CustomerJourney.Building;

internal sealed class MetricDraft(string? name) : NamedDraft(name)
{
    public override string Kind => "metric";

    public MetricKind MetricKind { get; init; }

    public double? Baseline { get; init; }

    public double? Target { get; init; }
}
