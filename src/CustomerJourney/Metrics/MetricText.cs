using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>Results as people read them in a line.</summary>
internal static class MetricText
{
    public static string Of(MetricResult result, CultureInfo culture) => Line(Words(result, culture));

    /// <summary>Names come from data: what would end the line, or steer a terminal, is a space.</summary>
    private static string Line(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)) : text;

    private static string Words(MetricResult result, CultureInfo culture)
    {
        if (result.Value is not { } value) return $"{result.Title}: no value. {result.WhyNoValue}";
        string unit = result.Unit is { } name ? " " + name : "";
        string interval = result.Estimate is { } estimate
            ? $" ({Level(estimate.Level, culture)} interval {Range(estimate, result.ValueKind, culture)}, {estimate.Method})"
            : "";
        return $"{result.Title} {Figure(value, result.ValueKind, culture)}{unit}{interval}, n = {result.Observations.ToString("N0", culture)}{Effective(result.Estimate, culture)}";
    }

    /// <summary>With all its digits: a level that is rounded to 100 % would promise what no interval holds.</summary>
    private static string Level(double level, CultureInfo culture) => level.ToString("0.##############%", culture) is var text && text == 1.0.ToString("0%", culture) ? "nearly " + text : text;

    /// <summary>As how many observations they count for the interval, where that is fewer than there are.</summary>
    private static string Effective(Estimate? estimate, CultureInfo culture) => estimate is not null && Math.Round(estimate.EffectiveN, 1) < estimate.N
        ? $" (effective n = {estimate.EffectiveN.ToString("#,0.#", culture)})"
        : "";

    public static string Range(Estimate estimate, ResultColumnKind kind, CultureInfo culture) =>
        $"{Figure(estimate.Lower, kind, culture)} to {Figure(estimate.Upper, kind, culture)}";

    public static string Figure(double value, ResultColumnKind kind, CultureInfo culture) => kind switch
    {
        ResultColumnKind.Share => Rounded(value, 3).ToString("0.0%", culture),
        _ => Rounded(value, 2).ToString("#,0.0#", culture),
    };

    /// <summary>Without the sign that a small negative figure would keep when it is rounded to zero.</summary>
    private static double Rounded(double value, int decimals) => Math.Abs(value) < 0.5 * Math.Pow(10, -decimals) ? 0 : value;
}
