using System.Globalization;
using CustomerJourney.Building;

namespace CustomerJourney.Metrics.Targets;

/// <summary>The status of a metric in words.</summary>
internal static class TargetText
{
    private const int Digits = 2;

    public static string Of(MetricStatus status)
    {
        Metric metric = status.Metric;
        string subject = status.Persona is { } persona ? $"{metric.Name} of {persona.Name}" : metric.Name;
        if (status.Latest is not { } latest) return $"{subject}: not observed yet{(metric.Target is { } aim ? $", target {Number(aim)}" : "")}.";
        string value = $"{subject}: {Number(latest.Value)}{UnitOf(metric)} on {Phrase.Date(latest.At)}";
        string since = status.Change is { } change && change != 0 ? $", {Number(Math.Abs(change))} {(change > 0 ? "above" : "below")} the baseline" : "";
        if (metric.Target is not { } target) return $"{value}{since}; no target.";
        string state = status.State switch
        {
            TargetState.Met => $"target {Number(target)} met{(metric.Direction == MetricDirection.OnTarget ? "" : Sureness(status.IsCertain))}",
            TargetState.NotMet => $"target {Number(target)} not met, {Number(status.ToGo!.Value)} to go{Sureness(status.IsCertain)}",
            _ => $"whether target {Number(target)} is met is not known, {Number(status.ToGo!.Value)} off",
        };
        return $"{value}{since}; {state}.";
    }

    public static string Number(double value) => Math.Round(value, Digits).ToString("#,0.##", CultureInfo.InvariantCulture);

    public static string UnitOf(Metric metric) => metric.Unit switch
    {
        MetricUnit.Percent => " %",
        MetricUnit.Currency => metric.Currency is { } currency ? " " + currency : "",
        MetricUnit.Days or MetricUnit.Hours or MetricUnit.Minutes or MetricUnit.Seconds => " " + metric.Unit.ToString().ToLower(CultureInfo.InvariantCulture),
        _ => "",
    };

    private static string Sureness(bool? isCertain) => isCertain switch
    {
        true => ", for sure",
        false => ", which may be chance",
        _ => "",
    };
}
