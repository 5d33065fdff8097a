using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Trends;

/// <summary>What to heed when a trend is read.</summary>
internal static class TrendWarnings
{
    // Control charts are set up from 20 to 25 periods; below this number even the level is uncertain.
    private const int FewPeriods = 8;

    // Montgomery (2009), section 7.2: below so many expected cases of a kind the limits of a p chart are rough.
    private const double FewExpected = 5;

    // A period of which less is missing is as good as whole.
    private const double CutOffShare = 0.1;

    public static IReadOnlyList<MetricWarning> Of(TrendSeries series, TrendOptions options)
    {
        List<MetricWarning> warnings = [];
        string title = series.Measured.Count == 0 ? "The trend" : TrendText.Subject(series, series.Measured[0]);
        if (series.Baseline.Count == 0)
            warnings.Add(MetricWarnings.Warning(MetricWarningKind.FewObservations, $"{title} has no baseline: no finished period with a value lies in it, so nothing was judged."));
        else if (series.Baseline.Count < FewPeriods)
            warnings.Add(MetricWarnings.Warning(MetricWarningKind.FewObservations, $"The baseline of {title} has {TrendText.Periods(series.Baseline.Count)}: limits are rough below {FewPeriods}; take shorter periods or a longer baseline."));
        if (series.IsConstant)
            warnings.Add(MetricWarnings.Warning(MetricWarningKind.Assumption, $"The figures of the baseline of {title} are all the same: {(series.Step is { } step ? string.Create(CultureInfo.InvariantCulture, $"limits are those of rounding to {step}") : "whatever differs lies beyond its limits")}; if the figure takes few values, expect false alarms."));
        if (options.Baseline is null && CutOff(series) is { } cutOff) warnings.Add(cutOff);
        if (series.IsOfSamples) warnings.AddRange(OfSamples(series, options, title));
        return warnings.AsReadOnly();
    }

    /// <summary>The first period of a log may have begun before the log did. Shares and means stand that; counts and sums come out too low.</summary>
    private static MetricWarning? CutOff(TrendSeries series)
    {
        if (series.IsOfSamples || series.FirstEvent is not { } first || !series.Baseline.Contains(0)) return null;
        TimeRange range = series.Periods[0].Range;
        if (first - range.Start <= CutOffShare * range.Length) return null;
        string day = (series.Calendar ?? ReportingCalendar.Utc).PeriodOf(first, CalendarUnit.Day).ToString("O", CultureInfo.InvariantCulture);
        return MetricWarnings.Warning(MetricWarningKind.Assumption, $"The first event of the log is of {day}, within {series.Periods[0].Name}: if the log began only then, counts and sums of that period are cut off, and it stands in the baseline; name a Baseline without it.");
    }

    private static IEnumerable<MetricWarning> OfSamples(TrendSeries series, TrendOptions options, string title)
    {
        if (series.IsWidened && options.Limits == TrendLimits.Sampling)
            yield return MetricWarnings.Warning(MetricWarningKind.Assumption, $"Several observations of one customer count in a period of {title}: limits go by what varies between periods; count one of each customer for limits by chance alone.");
        if (series.IsOverdispersed && series.Dispersion is { } dispersion && !series.IsWidened)
            yield return new MetricWarning
            {
                Kind = MetricWarningKind.Assumption,
                Message = string.Create(CultureInfo.InvariantCulture, $"{title} varies in its baseline more than chance explains (from period to period {dispersion:0.0#} times as much): look for causes and seasons, or take {nameof(TrendLimits)}.{nameof(TrendLimits.Widened)}; else expect false alarms."),
            };
        int[] small = [.. series.Usable.Where(i => series.Expected[i] is not null && IsSmall(series, i))];
        if (small.Length > 0)
            yield return MetricWarnings.Warning(MetricWarningKind.VeryFewObservations, $"{small.Length} of {series.Usable.Count} periods of {title} have so few observations that their limits are rough ({series.Periods[small[0]].Name} has {series.Measured[small[0]].Observations}): take longer periods.");
    }

    private static bool IsSmall(TrendSeries series, int period) => series.Measured[period].Sample is ShareSample share && series.Expected[period] / series.Measured[period].Scale is { } expected
        ? share.Total * Math.Min(expected, 1 - expected) < FewExpected
        : series.Measured[period].Observations < MetricWarnings.VeryFew;
}
