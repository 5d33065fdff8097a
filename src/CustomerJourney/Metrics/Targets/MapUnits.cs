using System.Globalization;
using CustomerJourney.Building;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Targets;

/// <summary>
/// The one conversion from results of the library to metrics of a map: shares 0…1 become whole percent 0…100 (<see cref="MetricUnit.Percent"/>), points and means stay (<see cref="MetricUnit.Score"/>),
/// durations come in the metric's unit, money only in its currency. What does not fit is refused, never guessed.
/// </summary>
public static class MapUnits
{
    private const double Percent = 100;

    // A hundred times a share is not always a decimal number that can be read: 0.07 · 100 is 7.000000000000001.
    private const int Digits = 12;

    private static readonly MetricKind[] Surveys = [MetricKind.Nps, MetricKind.Csat, MetricKind.Ces];

    /// <summary>The value of a result in the unit of a metric.</summary>
    /// <param name="result">The result of a metric on a log.</param>
    /// <param name="metric">The metric of the map.</param>
    /// <returns>The value; <see langword="null"/> where the result has none.</returns>
    /// <exception cref="ArgumentException">The result does not fit the metric's kind, unit or currency.</exception>
    public static double? ValueOf(MetricResult result, Metric metric)
    {
        double factor = Factor(result, metric);
        return result.Value is { } value ? Converted(value, factor) : null;
    }

    /// <summary>The value of a result with its interval, in the unit of a metric.</summary>
    /// <param name="result">The result of a metric on a log.</param>
    /// <param name="metric">The metric of the map.</param>
    /// <returns>The estimate; <see langword="null"/> where the result has none.</returns>
    /// <exception cref="ArgumentException">The result does not fit the metric's kind, unit or currency.</exception>
    public static Estimate? EstimateOf(MetricResult result, Metric metric)
    {
        double factor = Factor(result, metric);
        return result.Estimate is { } estimate
            ? estimate with { Value = Converted(estimate.Value, factor), Lower = Converted(estimate.Lower, factor), Upper = Converted(estimate.Upper, factor) } : null;
    }

    private static double Converted(double value, double factor) => factor == 1 ? value : Math.Round(value * factor, Digits);

    private static double Factor(MetricResult result, Metric metric)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(metric);
        bool fits = metric.Kind == MetricKind.Custom || (result.KindOnMap is { } kind ? kind == metric.Kind : !Surveys.Contains(metric.Kind));
        if (!fits) throw Refused(result, metric, $"it is a metric of kind {metric.Kind}", result.KindOnMap is { } own ? own == MetricKind.Custom ? $"observe it on a metric of kind {MetricKind.Custom}" : $"observe it on a metric of kind {own}, or one of kind {MetricKind.Custom}" : $"observe it on a metric of another kind, or one of kind {MetricKind.Custom}");
        double? factor = (result.ValueKind, metric.Unit) switch
        {
            (ResultColumnKind.Share, MetricUnit.Percent) => Percent,
            (ResultColumnKind.Duration, MetricUnit.Days) => 1,
            (ResultColumnKind.Duration, MetricUnit.Hours) => TimeSpan.HoursPerDay,
            (ResultColumnKind.Duration, MetricUnit.Minutes) => TimeSpan.MinutesPerDay,
            (ResultColumnKind.Duration, MetricUnit.Seconds) => TimeSpan.SecondsPerDay,
            (ResultColumnKind.Number, MetricUnit.Score or MetricUnit.Count) when !IsMoney(result) => 1,
            (ResultColumnKind.Number, MetricUnit.Currency) when IsMoney(result) => metric.Currency == result.Unit
                ? 1 : throw Refused(result, metric, $"its money is {metric.Currency ?? "of no named currency"} and that of the result {result.Unit}", $"measure in the metric's currency, or name it on the map with {nameof(MetricBuilder.InMoney)}"),
            _ => null,
        };
        return factor ?? throw Refused(result, metric, $"its unit is {metric.Unit} and the result is {Described(result)}", $"choose a metric whose unit is {FittingUnit(result)}, or change it with {nameof(MetricBuilder)}.{nameof(MetricBuilder.In)}");
    }

    /// <summary>Money is named by its ISO 4217 code: three capital letters.</summary>
    private static bool IsMoney(MetricResult result) => result.Unit is { Length: 3 } unit && unit.All(char.IsAsciiLetterUpper);

    private static string Described(MetricResult result) => result.ValueKind switch
    {
        ResultColumnKind.Share => "a share",
        ResultColumnKind.Duration => "a duration",
        _ => result.Unit is { } unit ? $"a number of {unit}" : "a number",
    };

    private static string FittingUnit(MetricResult result) => result.ValueKind switch
    {
        ResultColumnKind.Share => nameof(MetricUnit.Percent),
        ResultColumnKind.Duration => $"{nameof(MetricUnit.Days)}, {nameof(MetricUnit.Hours)}, {nameof(MetricUnit.Minutes)} or {nameof(MetricUnit.Seconds)}",
        _ => IsMoney(result) ? nameof(MetricUnit.Currency) : $"{nameof(MetricUnit.Score)} or {nameof(MetricUnit.Count)}",
    };

    private static ArgumentException Refused(MetricResult result, Metric metric, string why, string fix) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{result.Title} does not fit metric {Phrase.Quote(metric.Name)}: {why}. To mend it, {fix}."), nameof(result));
}
