using System.Text.Json;
using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Targets;

/// <summary>The status of a metric as JSON.</summary>
internal static class TargetJson
{
    public static void Write(Utf8JsonWriter json, MetricStatus status)
    {
        Metric metric = status.Metric;
        json.WriteStartObject();
        json.WriteString("metric", JsonText.Valid(metric.Name));
        json.WriteString("id", metric.Id);
        if (status.Persona is { } persona) json.WriteString("persona", JsonText.Valid(persona.Name));
        json.WriteString("unit", CamelCase(metric.Unit.ToString()));
        if (metric.Currency is { } currency) json.WriteString("currency", currency);
        json.WriteString("direction", CamelCase(metric.Direction.ToString()));
        MetricJson.WriteFigure(json, "baseline", metric.Baseline);
        MetricJson.WriteFigure(json, "target", metric.Target);
        WriteLatest(json, status.Latest);
        MetricJson.WriteEstimate(json, status.Estimate);
        json.WriteString("state", CamelCase(status.State.ToString()));
        WriteFlag(json, "certain", status.IsCertain);
        MetricJson.WriteFigure(json, "toGo", status.ToGo);
        MetricJson.WriteFigure(json, "change", status.Change);
        WriteFlag(json, "better", status.IsBetter);
        MetricJson.WriteFigure(json, "progress", status.Progress);
        json.WriteEndObject();
    }

    private static void WriteLatest(Utf8JsonWriter json, MetricObservation? latest)
    {
        if (latest is null)
        {
            json.WriteNull("latest");
            return;
        }

        json.WriteStartObject("latest");
        json.WriteNumber("value", latest.Value);
        json.WriteString("at", Phrase.Date(latest.At));
        if (latest.SampleSize is { } size) json.WriteNumber("sampleSize", size);
        if (latest.Source is { } source) json.WriteString("source", JsonText.Valid(source));
        json.WriteEndObject();
    }

    private static void WriteFlag(Utf8JsonWriter json, string name, bool? flag)
    {
        if (flag is { } known) json.WriteBoolean(name, known);
        else json.WriteNull(name);
    }

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
