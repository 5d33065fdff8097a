using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Trends;

namespace CustomerJourney.Reporting;

/// <summary>What was asked, as a line below a table: a rate without its period, an amount without its currency says nothing.</summary>
internal static class DefinitionText
{
    /// <summary>The terms of a metric, of the metric of a breakdown, or of a trend; <see langword="null"/> for results that have none.</summary>
    public static string? Of(IJourneyResult result)
    {
        IReadOnlyList<MetricTerm> terms = result switch
        {
            MetricResult metric => metric.Terms,
            IBreakdown { Total: MetricResult metric } => metric.Terms,
            ITrend trend => trend.Terms,
            _ => [],
        };
        return terms.Count == 0 ? null : string.Join("; ", terms.Select(term => $"{term.Name}: {term.Value}"));
    }
}
