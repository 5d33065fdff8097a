using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>A table of a result that has several.</summary>
internal sealed record MetricPart(string Title, ResultTable Table) : IJourneyResult
{
    public ResultTable ToTable() => Table;
}
