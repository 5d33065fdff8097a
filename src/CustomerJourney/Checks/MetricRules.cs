using CustomerJourney.Building;

namespace CustomerJourney.Checks;

/// <summary>CJ050 to CJ056: what is measured, and whether the figures can be.</summary>
internal static class MetricRules
{
    private static readonly (MetricKind Kind, string Name)[] CoreKinds = [(MetricKind.Csat, "CSAT"), (MetricKind.Nps, "NPS"), (MetricKind.RetentionRate, "customer retention")];

    public static IReadOnlyList<CheckRule> All { get; } =
    [
        new("CJ050", FindingSeverity.Warning, "No feedback metric in a stage", "Bind a CSAT, NPS or CES question to the stage or to one of its touchpoints.", NoFeedback),
        new("CJ051", FindingSeverity.Warning, "No completion metric in a stage", "Bind a conversion, drop-off, bounce, retention or count metric to the stage or to one of its touchpoints.", NoCompletion),
        new("CJ052", FindingSeverity.Warning, "Core KPIs missing", "Define CSAT, NPS and customer retention.", NoCore),
        new("CJ053", FindingSeverity.Info, "Metric without target", "Set a target; without one a value cannot be judged.", NoTarget),
        new("CJ054", FindingSeverity.Error, "Metric value out of range", "Correct the value: percent are 0 to 100, not 0 to 1; or correct the metric's range.", OutOfRange),
        new("CJ055", FindingSeverity.Info, "Metric bound nowhere", "Bind it to the stage, touchpoint or opportunity that it measures.", Unbound),
        new("CJ056", FindingSeverity.Info, "Touchpoint without event binding", "Name the events that show it in a log, so that the map can be compared with what customers do.", Unobserved),
    ];

    private static IEnumerable<Sighting> NoFeedback(CheckedMap map) =>
        from stage in map.Journey.Stages
        where !MetricsIn(stage).Any(IsFeedback)
        select new Sighting(Element.Of(stage), $"Stage {Wording.Quote(stage.Name)} never asks the customer.");

    /// <summary>A metric that states no category is feedback when its kind is an answer.</summary>
    private static bool IsFeedback(Metric metric) =>
        metric.Category is { } category ? category == MetricCategory.Feedback : metric.Kind is MetricKind.Nps or MetricKind.Csat or MetricKind.Ces;

    private static IEnumerable<Sighting> NoCompletion(CheckedMap map) =>
        from stage in map.Journey.Stages
        where !MetricsIn(stage).Any(metric => metric.Kind is MetricKind.ConversionRate or MetricKind.DropOffRate or MetricKind.BounceRate or MetricKind.RetentionRate or MetricKind.Count)
        select new Sighting(Element.Of(stage), $"Nobody measures whether customers finish {Wording.Quote(stage.Name)}.");

    /// <summary>The metrics that are bound to a stage or to one of its touchpoints.</summary>
    private static IEnumerable<Metric> MetricsIn(Stage stage) => stage.Metrics.Concat(stage.Touchpoints.SelectMany(touchpoint => touchpoint.Metrics));

    private static IEnumerable<Sighting> NoCore(CheckedMap map)
    {
        string[] missing = [.. CoreKinds.Where(core => !map.Journey.Metrics.Any(metric => metric.Kind == core.Kind)).Select(core => core.Name)];
        if (missing.Length > 0) yield return new(Element.Of(map.Journey), $"{Wording.List(missing)} {(missing.Length == 1 ? "is" : "are")} not measured.");
    }

    private static IEnumerable<Sighting> NoTarget(CheckedMap map) =>
        from metric in map.Journey.Metrics
        where metric.Target is null
        select new Sighting(Element.Of(metric), $"{Wording.Quote(metric.Name)} has no target.");

    private static IEnumerable<Sighting> OutOfRange(CheckedMap map) =>
        from metric in map.Journey.Metrics
        let range = Possible(metric)
        where range is not null
        from observation in metric.Observations
        where observation.Value < range.Value.Lowest || observation.Value > range.Value.Highest
        select new Sighting(
            Element.Of(metric),
            $"{Wording.Quote(metric.Name)} = {Phrase.Number(observation.Value)} on {Phrase.Date(observation.At)} is impossible; allowed is {Phrase.Number(range.Value.Lowest)} to {Phrase.Number(range.Value.Highest)}.");

    /// <summary>
    /// The values that a metric can have, from its own range and what its kind allows; <see langword="null"/> when there are no limits.
    /// Percent end at 0 and 100 unless the metric states otherwise, or its kind does: a return on investment has no limits.
    /// </summary>
    private static MetricRange? Possible(Metric metric)
    {
        MetricKindFacts kind = MetricKindFacts.Of(metric.Kind)!;
        bool isShare = metric.Unit == MetricUnit.Percent && metric.Range is null && metric.Kind != MetricKind.ReturnOnInvestment;
        double lowest = Math.Max(metric.Range?.Lowest ?? (isShare ? 0 : double.NegativeInfinity), kind.Lowest ?? double.NegativeInfinity);
        double highest = Math.Min(metric.Range?.Highest ?? (isShare ? 100 : double.PositiveInfinity), kind.Highest ?? double.PositiveInfinity);
        return double.IsInfinity(lowest) && double.IsInfinity(highest) ? null : new MetricRange(lowest, highest);
    }

    private static IEnumerable<Sighting> Unbound(CheckedMap map)
    {
        HashSet<Metric> bound =
        [
            .. map.Journey.Stages.SelectMany(stage => stage.Metrics),
            .. map.Journey.Touchpoints.SelectMany(touchpoint => touchpoint.Metrics),
            .. map.Journey.Opportunities.SelectMany(opportunity => opportunity.Metrics),
        ];
        return from metric in map.Journey.Metrics
               where !bound.Contains(metric)
               select new Sighting(Element.Of(metric), $"{Wording.Quote(metric.Name)} is defined but not on the map.");
    }

    private static IEnumerable<Sighting> Unobserved(CheckedMap map) =>
        from touchpoint in map.Journey.Touchpoints
        where map.Journey.Status == JourneyStatus.Published && touchpoint is { Kind: TouchpointKind.Interaction, EventBindings.Count: 0 }
        select new Sighting(Element.Of(touchpoint), $"{Wording.Quote(touchpoint.Name)} cannot be compared with tracked events.");
}
