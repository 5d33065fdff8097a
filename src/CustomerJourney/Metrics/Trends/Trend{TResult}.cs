using System.Globalization;
using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Trends;

/// <summary>
/// A metric by calendar period: each period's value with its interval, what was to be expected by a baseline, control limits, and alerts where chance does not explain what is seen.
/// Empty periods are kept, periods that were not observed to their end are marked and not judged.
/// </summary>
/// <typeparam name="TResult">The type of the results of the periods.</typeparam>
/// <remarks>
/// Periods are taken as independent. What is put together are the counts and sums of periods, never their values. Where the question, its scale or the way of asking changed within the time, the trend shows that too:
/// compare only what was asked alike.
/// </remarks>
public sealed class Trend<TResult> : IJourneyResult, ITrend
    where TResult : IComparableResult
{
    private readonly IReadOnlyList<Measured> _measured;

    internal Trend(TrendSeries series, CalendarUnit? unit, IReadOnlyList<TResult> results, TrendOptions options, (IReadOnlyList<TrendAlert> Alerts, int Tests)? judged = null)
    {
        (Series, Unit, Options, _measured) = (series, unit, options, series.Measured);
        (Alerts, Tests) = judged ?? Judged(series, options);
        Points = [.. results.Select((result, i) => PointOf(result, i))];
        Warnings = TrendWarnings.Of(series, options);
    }

    /// <summary>The group that the trend is of; <see langword="null"/> where there are no groups.</summary>
    public string? Group => Series.Group;

    /// <summary>The length of the periods; <see langword="null"/> for periods of a definition of one's own.</summary>
    public CalendarUnit? Unit { get; }

    /// <summary>The time zone and the first day of the week of the periods; <see langword="null"/> for periods of a definition of one's own.</summary>
    public ReportingCalendar? Calendar => Series.Calendar;

    /// <summary>How the trend was judged.</summary>
    public TrendOptions Options { get; }

    /// <summary>The periods in order of time, empty and open ones included. Empty for a log without events.</summary>
    public IReadOnlyList<TrendPoint<TResult>> Points { get; }

    /// <summary>From the start of the first to the end of the last period of the baseline; <see langword="null"/> where no finished period has a value.</summary>
    public TimeRange? Baseline => Series.BaselineRange;

    /// <summary>The season by which periods were compared.</summary>
    public TrendSeason Season => Series.Season;

    /// <summary>How much more the baseline varies from period to period than chance explains, as a ratio of standard deviations (1 is as expected); <see langword="null"/> where limits do not go by samples, or the baseline is too short.</summary>
    public double? Dispersion => Series.Dispersion;

    /// <summary>What stands out, in order of time. Empty when nothing does.</summary>
    public IReadOnlyList<TrendAlert> Alerts { get; }

    /// <summary>
    /// How many tests were made for the alerts and are corrected for: one for each period and rule that could be looked at, and one for each search for a change; over all groups where they were
    /// looked at together.
    /// </summary>
    public int Tests { get; }

    /// <summary>What to heed when the trend is read. Warnings of single periods are those of their results.</summary>
    public IReadOnlyList<MetricWarning> Warnings { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Remarks => MetricWarnings.Sentences(Warnings);

    /// <summary>How the trend was judged, term by term.</summary>
    public IReadOnlyList<MetricTerm> Terms => TrendTerms.Of(Series, Unit, Tests, Options);

    /// <inheritdoc/>
    public string Title => TitleOf(withGroup: true);

    /// <summary>The point of a period.</summary>
    /// <param name="period">The name of the period, as in <see cref="TrendPoint.Period"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such period.</exception>
    public TrendPoint<TResult> this[string period]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(period);
            return Points.FirstOrDefault(point => point.Period == period)
                ?? throw new KeyNotFoundException($"There is no period '{period}' in {Title}; it has {(Points.Count == 0 ? "none" : $"{Points[0].Period} to {Points[^1].Period}")}.");
        }
    }

    internal TrendSeries Series { get; }

    TrendSeries ITrend.Series => Series;

    IReadOnlyList<TrendPoint> ITrend.Points => Points;

    /// <inheritdoc/>
    public ResultTable ToTable() => TrendTable.Of([this], "Period", group: null);

    /// <summary>
    /// The trend as JSON with unrounded figures:
    /// <c>{ "title", "definition", "baseline", "dispersion", "points": [ { "period", "start", "end", "state", "value", "estimate", "observations", "expected", "lowerLimit", "upperLimit" } ], "alerts": [ { "rule", "period", "group", "value", "expected", "lowerLimit", "upperLimit", "p", "adjustedP", "message" } ], "warnings" }</c>.
    /// </summary>
    public string ToJson() => JsonText.Write(json => TrendJson.WriteMembers(json, this));

    /// <summary>The trend in lines, in the invariant culture: what was looked at, then each alert.</summary>
    public override string ToString() => TrendText.Of(Title, $"{TrendText.Periods(Points.Count)}, baseline {TrendTerms.BaselineOf(Series)}", Alerts);

    /// <summary>The same trend with other alerts: as they are where more groups are looked at with it.</summary>
    internal Trend<TResult> With(IReadOnlyList<TrendAlert> alerts, int tests, TrendOptions options) => new(Series, Unit, [.. Points.Select(point => point.Result)], options, (alerts, tests));

    /// <summary>The same trend as that of a group.</summary>
    internal Trend<TResult> Of(string group) => new(Series.Of(group), Unit, [.. Points.Select(point => point.Result)], Options, (Alerts, Tests));

    internal string TitleOf(bool withGroup)
    {
        string figure = _measured.Count == 0 ? "Trend" : _measured[0].Title;
        string of = withGroup && Group is { } group ? $" of {group}" : "";
        return Unit is { } unit ? $"{figure}{of} by {unit.ToString().ToLower(CultureInfo.InvariantCulture)}" : $"{figure}{of} by period";
    }

    private static (IReadOnlyList<TrendAlert> Alerts, int Tests) Judged(TrendSeries series, TrendOptions options)
    {
        (IReadOnlyList<TrendAlert>[] alerts, int tests) = TrendJudgement.Of([series], options);
        return (alerts[0], tests);
    }

    private TrendPoint<TResult> PointOf(TResult result, int i)
    {
        (double Lower, double Upper)? limits = Series.LimitsOf(i);
        Measured measured = _measured[i];
        return new TrendPoint<TResult>
        {
            Period = Series.Periods[i].Name,
            Range = Series.Periods[i].Range,
            State = Series.IsOpen[i] ? TrendPointState.Open
                : measured.Value is null ? TrendPointState.Empty
                : limits is null ? TrendPointState.NotJudged
                : Series.Baseline.Contains(i) ? TrendPointState.Baseline
                : TrendPointState.Judged,
            Value = measured.Value,
            Estimate = measured.Estimate,
            Observations = measured.Observations,
            Expected = Series.Expected[i],
            LowerLimit = limits?.Lower,
            UpperLimit = limits?.Upper,
            Result = result,
        };
    }
}
