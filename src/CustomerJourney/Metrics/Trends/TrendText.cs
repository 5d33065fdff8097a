using System.Globalization;
using System.Text;

namespace CustomerJourney.Metrics.Trends;

/// <summary>Trends as people read them.</summary>
internal static class TrendText
{
    private const double LeastShown = 0.0001;

    public static string Subject(TrendSeries trend, Measured measured) => trend.Group is null ? measured.Title : $"{measured.Title} of {trend.Group}";

    /// <summary>A figure with its unit, in the invariant culture.</summary>
    public static string Figure(double value, Measured measured) =>
        MetricText.Figure(value, measured.Kind, CultureInfo.InvariantCulture) + (measured.Unit is { } unit ? " " + unit : "");

    public static string Periods(int count) => count == 1 ? "1 period" : string.Create(CultureInfo.InvariantCulture, $"{count} periods");

    public static string PValues(double p, double adjusted) => $"p {PValue(p)}, adjusted {PValue(adjusted)}";

    /// <summary>The trend in lines: what was looked at, then each alert.</summary>
    public static string Of(string title, string looked, IReadOnlyList<TrendAlert> alerts)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{title}: {looked}, {(alerts.Count == 0 ? "no alerts" : alerts.Count == 1 ? "1 alert" : $"{alerts.Count} alerts")}");
        foreach (TrendAlert alert in alerts) text.Append('\n').Append(alert.Message);
        return text.ToString();
    }

    private static string PValue(double p) =>
        p < LeastShown ? string.Create(CultureInfo.InvariantCulture, $"< {LeastShown}") : string.Create(CultureInfo.InvariantCulture, $"= {p:0.####}");
}
