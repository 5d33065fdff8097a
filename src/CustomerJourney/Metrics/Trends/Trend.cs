using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Trends;

/// <summary>Makes trends of questions that are about a period, such as customer retention: each period has a definition of its own, and all are measured in one pass.</summary>
public static class Trend
{
    /// <summary>A question for each calendar period that a span touches.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="span">The span; that of a log is <see cref="JourneyLog.Range"/>.</param>
    /// <param name="unit">The length of a period.</param>
    /// <param name="definition">Makes the question about a period.</param>
    /// <param name="calendar">The zone and the first day of the week; UTC and Monday by default.</param>
    /// <param name="options">How the trend is judged.</param>
    /// <exception cref="ArgumentException"><paramref name="definition"/> gave no question.</exception>
    public static Analysis<Trend<TResult>> Of<TResult>(
        TimeRange span, CalendarUnit unit, Func<TimeRange, Analysis<TResult>> definition, ReportingCalendar? calendar = null, TrendOptions? options = null)
        where TResult : IComparableResult
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (!Enum.IsDefined(unit)) throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown calendar unit.");
        calendar ??= ReportingCalendar.Utc;
        return Make(unit, calendar, TrendPeriod.Of(span, unit, calendar), definition, options);
    }

    /// <summary>A question for each of a list of periods, such as the seasons of a shop or the sprints of a team.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="periods">The periods in order of time, not overlapping.</param>
    /// <param name="definition">Makes the question about a period.</param>
    /// <param name="options">How the trend is judged.</param>
    /// <exception cref="ArgumentException">A period begins before the one before it ends, or is empty, or <paramref name="definition"/> gave no question.</exception>
    public static Analysis<Trend<TResult>> Of<TResult>(IEnumerable<TimeRange> periods, Func<TimeRange, Analysis<TResult>> definition, TrendOptions? options = null)
        where TResult : IComparableResult
    {
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(definition);
        List<TrendPeriod> named = [];
        foreach (TimeRange period in periods)
        {
            if (period.Length == TimeSpan.Zero || (named.Count > 0 && period.Start < named[^1].Range.End))
                throw new ArgumentException($"The period {period} is empty or begins before the one before it ends: give periods in order of time that do not overlap.", nameof(periods));
            named.Add(new TrendPeriod(DateOnly.FromDateTime(period.Start.UtcDateTime), period.ToString(), period));
        }

        return Make(null, null, named.AsReadOnly(), definition, options);
    }

    private static PeriodTrend<TResult> Make<TResult>(CalendarUnit? unit, ReportingCalendar? calendar, IReadOnlyList<TrendPeriod> periods, Func<TimeRange, Analysis<TResult>> definition, TrendOptions? options)
        where TResult : IComparableResult
    {
        Analysis<TResult>[] definitions = [.. periods.Select(period => definition(period.Range) ?? throw new ArgumentException($"There is no question about {period.Name}: return an analysis for each period.", nameof(definition)))];
        return new PeriodTrend<TResult>(unit, calendar, periods, definitions, options ?? TrendOptions.Default);
    }
}
