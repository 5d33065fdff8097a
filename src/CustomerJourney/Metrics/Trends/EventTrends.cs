using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Trends;

/// <summary>A metric of events by group and calendar period, all groups judged together.</summary>
internal sealed record EventTrends<TResult>(EventMetric<TResult> Of, Dimension Groups, CalendarUnit Unit, ReportingCalendar Calendar, TrendOptions Options) : Analysis<GroupTrends<TResult>>
    where TResult : IComparableResult
{
    internal override bool CountsCustomersOnce => false;

    public override Accumulator<GroupTrends<TResult>> CreateAccumulator(LogSchema schema) => new ObservedBreakdown<TResult, GroupTrends<TResult>>(
        Of.By(Groups, Dimension.Calendar(Unit, Calendar)), schema, (breakdown, observed) => BreakdownTrends.Many(breakdown, observed, Options));
}
