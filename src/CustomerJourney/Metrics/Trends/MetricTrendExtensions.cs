using CustomerJourney.Events;
using CustomerJourney.Metrics.Trends;

namespace CustomerJourney;

/// <summary>Verbs: follow a metric from period to period.</summary>
public static class MetricTrendExtensions
{
    /// <summary>The question how a metric of events goes from period to period, asked like any other: <c>log.Measure(new Nps().Trend(CalendarUnit.Week))</c>.</summary>
    /// <typeparam name="TResult">The type of the metric's results.</typeparam>
    /// <param name="metric">The metric. Where the latest answer of each customer counts, it does so within each period.</param>
    /// <param name="unit">The length of a period.</param>
    /// <param name="calendar">The zone and the first day of the week; UTC and Monday by default.</param>
    /// <param name="options">How the trend is judged.</param>
    public static Analysis<Trend<TResult>> Trend<TResult>(this EventMetric<TResult> metric, CalendarUnit unit, ReportingCalendar? calendar = null, TrendOptions? options = null)
        where TResult : IComparableResult
    {
        ArgumentNullException.ThrowIfNull(metric);
        Check(unit);
        return new EventTrend<TResult>(metric, unit, calendar ?? ReportingCalendar.Utc, options ?? TrendOptions.Default);
    }

    /// <summary>The question how a metric of events goes from period to period in each group, all groups judged together.</summary>
    /// <typeparam name="TResult">The type of the metric's results.</typeparam>
    /// <param name="metric">The metric.</param>
    /// <param name="groups">The groups: stages, channels …</param>
    /// <param name="unit">The length of a period.</param>
    /// <param name="calendar">The zone and the first day of the week; UTC and Monday by default.</param>
    /// <param name="options">How the trends are judged.</param>
    public static Analysis<GroupTrends<TResult>> Trends<TResult>(
        this EventMetric<TResult> metric, Dimension groups, CalendarUnit unit, ReportingCalendar? calendar = null, TrendOptions? options = null)
        where TResult : IComparableResult
    {
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(groups);
        Check(unit);
        return new EventTrends<TResult>(metric, groups, unit, calendar ?? ReportingCalendar.Utc, options ?? TrendOptions.Default);
    }

    /// <summary>Judges a breakdown by calendar period. It does not know the end of its log: the last period is open unless <see cref="TrendOptions.ObservedUntil"/> says otherwise.</summary>
    /// <typeparam name="TResult">The type of the metric's results.</typeparam>
    /// <param name="breakdown">A metric of events by <c>Dimension.Calendar(…)</c>.</param>
    /// <param name="options">How the trend is judged.</param>
    /// <exception cref="ArgumentException">The breakdown is not by calendar period alone.</exception>
    public static Trend<TResult> Trend<TResult>(this Breakdown<TResult> breakdown, TrendOptions? options = null)
        where TResult : IComparableResult
    {
        ArgumentNullException.ThrowIfNull(breakdown);
        return BreakdownTrends.Single(breakdown, null, options ?? TrendOptions.Default);
    }

    /// <summary>Judges a breakdown by group and calendar period, all groups together; the last period is open as in <see cref="Trend{TResult}(Breakdown{TResult}, TrendOptions?)"/>.</summary>
    /// <typeparam name="TResult">The type of the metric's results.</typeparam>
    /// <param name="breakdown">A metric of events by two dimensions, of which one is <c>Dimension.Calendar(…)</c>.</param>
    /// <param name="options">How the trends are judged.</param>
    /// <exception cref="ArgumentException">Not exactly one of the two dimensions is a calendar period.</exception>
    public static GroupTrends<TResult> Trends<TResult>(this Breakdown<TResult> breakdown, TrendOptions? options = null)
        where TResult : IComparableResult
    {
        ArgumentNullException.ThrowIfNull(breakdown);
        return BreakdownTrends.Many(breakdown, null, options ?? TrendOptions.Default);
    }

    /// <summary>Looks at the trends of groups of customers together: <c>Trend.Of(…).By(Dimension.Persona)</c> judges each for itself, this corrects for all of them.</summary>
    /// <typeparam name="TResult">The type of the results of the periods.</typeparam>
    /// <param name="breakdown">A trend by one or two dimensions of customers.</param>
    public static GroupTrends<TResult> Together<TResult>(this Breakdown<Trend<TResult>> breakdown)
        where TResult : IComparableResult
    {
        ArgumentNullException.ThrowIfNull(breakdown);
        Trend<TResult>[] trends = [.. breakdown.Select(row =>
        {
            (string group, Trend<TResult> trend) = row;
            return trend.Of(group);
        })];
        return new GroupTrends<TResult>(breakdown.GroupsTitle, trends, breakdown.Total.Options);
    }

    /// <summary>Asks a log how a question about a period goes from period to period, in one pass: <c>log.Trend(CalendarUnit.Month, period => new CustomerRetention(period))</c>.</summary>
    /// <typeparam name="TResult">The type of the results of the periods.</typeparam>
    /// <param name="log">The log, whose span gives the periods.</param>
    /// <param name="unit">The length of a period.</param>
    /// <param name="definition">Makes the question about a period.</param>
    /// <param name="calendar">The zone and the first day of the week; UTC and Monday by default.</param>
    /// <param name="options">How the trend is judged.</param>
    /// <param name="measure">Threads and progress.</param>
    /// <param name="cancellationToken">Ends the pass.</param>
    /// <returns>The trend; one without periods for a log without events.</returns>
    public static Trend<TResult> Trend<TResult>(
        this JourneyLog log,
        CalendarUnit unit,
        Func<TimeRange, Analysis<TResult>> definition,
        ReportingCalendar? calendar = null,
        TrendOptions? options = null,
        MeasureOptions? measure = null,
        CancellationToken cancellationToken = default)
        where TResult : IComparableResult
    {
        ArgumentNullException.ThrowIfNull(log);
        return log.Measure(Metrics.Trends.Trend.Of(log.Range ?? default, unit, definition, calendar, options), measure, cancellationToken);
    }

    private static void Check(CalendarUnit unit)
    {
        if (!Enum.IsDefined(unit)) throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown calendar unit.");
    }
}
