using System.Globalization;
using System.Text.Json;
using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Trends;

/// <summary>Trends as JSON, with unrounded figures.</summary>
internal static class TrendJson
{
    public static void WriteMembers(Utf8JsonWriter json, ITrend trend)
    {
        json.WriteString("title", JsonText.Valid(trend.Title));
        if (trend.Series.Group is { } group) json.WriteString("group", JsonText.Valid(group));
        WriteTerms(json, trend.Terms);
        if (trend.Series.BaselineRange is { } baseline) WriteRange(json, "baseline", baseline);
        if (trend.Series.Dispersion is { } dispersion) json.WriteNumber("dispersion", dispersion);
        json.WriteStartArray("points");
        foreach (TrendPoint point in trend.Points) WritePoint(json, point);
        json.WriteEndArray();
        WriteAlerts(json, trend.Alerts);
        MetricJson.WriteWarnings(json, trend.Warnings);
    }

    public static void WriteTerms(Utf8JsonWriter json, IReadOnlyList<MetricTerm> terms)
    {
        json.WriteStartObject("definition");
        foreach (MetricTerm term in terms) json.WriteString(JsonText.Valid(term.Name), JsonText.Valid(term.Value));
        json.WriteEndObject();
    }

    public static void WriteAlerts(Utf8JsonWriter json, IReadOnlyList<TrendAlert> alerts)
    {
        json.WriteStartArray("alerts");
        foreach (TrendAlert alert in alerts)
        {
            json.WriteStartObject();
            json.WriteString("rule", CamelCase(alert.Rule.ToString()));
            json.WriteString("period", alert.Period);
            if (alert.Group is { } group) json.WriteString("group", JsonText.Valid(group));
            json.WriteNumber("value", alert.Value);
            json.WriteNumber("expected", alert.Expected);
            if (alert.LowerLimit is { } lower) MetricJson.WriteFigure(json, "lowerLimit", lower);
            if (alert.UpperLimit is { } upper) MetricJson.WriteFigure(json, "upperLimit", upper);
            json.WriteNumber("p", alert.PValue);
            json.WriteNumber("adjustedP", alert.AdjustedPValue);
            json.WriteString("message", JsonText.Valid(alert.Message));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePoint(Utf8JsonWriter json, TrendPoint point)
    {
        json.WriteStartObject();
        json.WriteString("period", point.Period);
        WriteInstant(json, "start", point.Range.Start);
        WriteInstant(json, "end", point.Range.End);
        json.WriteString("state", CamelCase(point.State.ToString()));
        MetricJson.WriteFigure(json, "value", point.Value);
        MetricJson.WriteEstimate(json, point.Estimate);
        json.WriteNumber("observations", point.Observations);
        MetricJson.WriteFigure(json, "expected", point.Expected);
        MetricJson.WriteFigure(json, "lowerLimit", point.LowerLimit);
        MetricJson.WriteFigure(json, "upperLimit", point.UpperLimit);
        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, string name, TimeRange range)
    {
        json.WriteStartObject(name);
        WriteInstant(json, "start", range.Start);
        WriteInstant(json, "end", range.End);
        json.WriteEndObject();
    }

    private static void WriteInstant(Utf8JsonWriter json, string name, DateTimeOffset instant) =>
        json.WriteString(name, instant.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture));

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
