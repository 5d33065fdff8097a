namespace CustomerJourney.Building;

internal sealed class MetricDraft(LocalizedText? name) : NamedDraft(name)
{
    public override string Kind => "metric";

    public MetricKind MetricKind { get; set; }

    /// <summary>The unit; that of the kind where nobody said.</summary>
    public MetricUnit? Unit { get; set; }

    public string? Currency { get; set; }

    /// <summary>The direction; that of the kind where nobody said.</summary>
    public MetricDirection? Direction { get; set; }

    public MetricCategory? Category { get; set; }

    public string? Formula { get; set; }

    public MetricRange? Range { get; set; }

    public double? Baseline { get; set; }

    public double? Target { get; set; }

    public List<ObservationDraft> Observations { get; } = [];
}
