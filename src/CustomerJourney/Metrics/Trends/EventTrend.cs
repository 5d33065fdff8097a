using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Trends;

/// <summary>A metric of events by calendar period, judged: the breakdown by period and until when the log was observed.</summary>
internal sealed record EventTrend<TResult>(EventMetric<TResult> Of, CalendarUnit Unit, ReportingCalendar Calendar, TrendOptions Options) : Analysis<Trend<TResult>>
    where TResult : IComparableResult
{
    internal override bool CountsCustomersOnce => false;

    public override Accumulator<Trend<TResult>> CreateAccumulator(LogSchema schema) => new ObservedBreakdown<TResult, Trend<TResult>>(
        Of.By(Dimension.Calendar(Unit, Calendar)), schema, (breakdown, observed) => BreakdownTrends.Single(breakdown, observed, Options));
}
