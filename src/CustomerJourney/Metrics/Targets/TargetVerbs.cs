using CustomerJourney.Building;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Targets;

/// <summary>What the verbs of targets do.</summary>
internal static class TargetVerbs
{
    private const double Percent = 100;

    // Values that went through a document differ by rounding alone.
    private const double Rounding = 1e-9;

    private static readonly MetricKind[] Rates =
        [MetricKind.Csat, MetricKind.RetentionRate, MetricKind.ConversionRate, MetricKind.DropOffRate, MetricKind.BounceRate, MetricKind.ChurnRate];

    public static Metric? Find(Journey journey, string nameOrId) => journey.MetricNames.Find(nameOrId);

    public static string Missing(Journey journey, string nameOrId) => $"There is no metric {Phrase.Quote(nameOrId)} on the map {Phrase.Quote(journey.Name)}; {Phrase.Known("metrics", journey.Metrics.Select(metric => metric.Name))}.";

    public static Metric Require(Journey journey, string nameOrId) => Find(journey, nameOrId) ?? throw new ArgumentException(Missing(journey, nameOrId), nameof(nameOrId));

    public static Journey Observe(Journey journey, Metric metric, IReadOnlyList<(DateOnly At, MetricResult Result, Persona? Persona)> results, string? source)
    {
        (DateOnly At, double Value, int? SampleSize, string? Persona, string Source)[] observations =
        [
            .. from result in results
               let value = MapUnits.ValueOf(result.Result, metric)
               where value is not null
               select (result.At, value.Value, SizeOf(result.Result), result.Persona?.Id, source ?? $"CustomerJourney: {result.Result}"),
        ];
        return observations.Length == 0 ? journey : journey.With(map => map.EditMetric(metric.Id, edit =>
        {
            foreach ((DateOnly at, double value, int? size, string? persona, string from) in observations) edit.Observed(at, value, size, persona, from);
        }));
    }

    public static MetricStatus StatusOf(Metric metric, Persona? persona, DateOnly? asOf, double level, MetricResult? result)
    {
        MetricObservation? latest = metric.Observations.LastOrDefault(observation => observation.Persona == persona && !(observation.At > asOf));
        Estimate? estimate = result is null ? BySampleSize(metric, latest, level) : OfResult(metric, latest, result);
        return new MetricStatus { Metric = metric, Persona = persona, Latest = latest, Estimate = estimate, State = StateOf(metric, latest, estimate) };
    }

    private static TargetState StateOf(Metric metric, MetricObservation? latest, Estimate? estimate)
    {
        if (metric.Target is not { } target || latest is null) return TargetState.NotKnown;
        return metric.Direction switch
        {
            MetricDirection.HigherIsBetter => latest.Value >= target ? TargetState.Met : TargetState.NotMet,
            MetricDirection.LowerIsBetter => latest.Value <= target ? TargetState.Met : TargetState.NotMet,
            _ when latest.Value == target => TargetState.Met,
            _ => estimate is null ? TargetState.NotKnown : estimate.Excludes(target) ? TargetState.NotMet : TargetState.Met,
        };
    }

    private static Estimate? OfResult(Metric metric, MetricObservation? latest, MetricResult result)
    {
        double? value = MapUnits.ValueOf(result, metric);
        if (value is not { } given || latest is null || Math.Abs(given - latest.Value) > Rounding * Math.Max(1, Math.Abs(given)))
            throw new ArgumentException($"The result that was given for metric {Phrase.Quote(metric.Name)} is {(value is { } other ? Phrase.Number(other) : "without value")} and its latest observation {(latest is null ? "is missing" : $"of {Phrase.Date(latest.At)} is {Phrase.Number(latest.Value)}")}: add the result to the map first, with WithObservation.", nameof(result));
        return MapUnits.EstimateOf(result, metric);
    }

    private static Estimate? BySampleSize(Metric metric, MetricObservation? latest, double level)
    {
        if (latest is not { SampleSize: { } size }) return null;
        if (metric is { Kind: MetricKind.Nps, Unit: MetricUnit.Score } && latest.Value is >= -Percent and <= Percent)
        {
            // Of all answers with this score those without passives vary most.
            double positive = size * (1 + (latest.Value / Percent)) / 2;
            (double lower, double upper) = NetShareInterval.AdjustedWaldLimits(positive, size - positive, size, level);
            return Make(lower, upper, "adjusted Wald, without passives");
        }

        if (metric.Unit != MetricUnit.Percent || !Rates.Contains(metric.Kind) || latest.Value is < 0 or > Percent) return null;
        (double low, double high) = ProportionInterval.WilsonLimits(size * latest.Value / Percent, size, level);
        return Make(low, high, "Wilson");

        Estimate Make(double lower, double upper, string method) =>
            new() { Value = latest.Value, Lower = Percent * lower, Upper = Percent * upper, N = size, Level = level, Method = method };
    }

    private static int? SizeOf(MetricResult result) => result.Observations < 1 ? null : (int)Math.Min(int.MaxValue, result.Observations);
}
