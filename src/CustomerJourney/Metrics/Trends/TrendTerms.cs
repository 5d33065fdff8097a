using System.Globalization;
using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Trends;

/// <summary>How a trend was judged, in words.</summary>
internal static class TrendTerms
{
    public static IReadOnlyList<MetricTerm> Of(TrendSeries series, CalendarUnit? unit, int tests, TrendOptions options)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        List<MetricTerm> terms = [];
        if (unit is { } length) terms.Add(new("period", length.ToString().ToLower(invariant)));
        if (series.Calendar is { } calendar) terms.Add(MetricTerms.Calendar(calendar));
        terms.Add(new("baseline", BaselineOf(series) + (options.Baseline is null ? ": the first two thirds of the finished periods with a value" : "")));
        if (series.Season != TrendSeason.None) terms.Add(new("compared with", series.Season switch
        {
            TrendSeason.DayOfWeek => "the same day of the week",
            TrendSeason.MonthOfYear => "the same month of the year",
            _ => "the same quarter of the year",
        }));
        terms.Add(new("limits", $"{options.Sigmas.ToString("R", invariant)} standard errors by {LimitsOf(series)}"));
        terms.Add(new("rules", options.Rules.ToString()));
        terms.Add(new("false alarms", $"{options.Alpha.ToString("R", invariant)}, {options.Correction switch
        {
            TrendCorrection.Holm => "Holm",
            TrendCorrection.BenjaminiHochberg => "Benjamini-Hochberg",
            _ => "not corrected",
        }}"));
        terms.Add(new("tests", tests.ToString(invariant)));
        return terms.AsReadOnly();
    }

    public static string BaselineOf(TrendSeries series) =>
        series.Baseline.Count == 0 ? "none"
        : string.Create(CultureInfo.InvariantCulture, $"{series.Periods[series.Baseline[0]].Name} to {series.Periods[series.Baseline[^1]].Name}, {TrendText.Periods(series.Baseline.Count)}");

    private static string LimitsOf(TrendSeries series) =>
        !series.IsOfSamples ? "moving ranges of the periods"
        : series.IsWidened ? "the samples, widened by the moving ranges of the periods"
        : "the samples";
}
