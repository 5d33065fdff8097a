namespace CustomerJourney.Metrics;

/// <summary>A definition that can say what it asks, term by term.</summary>
internal interface IDefinedByTerms
{
    IReadOnlyList<MetricTerm> Terms { get; }
}
