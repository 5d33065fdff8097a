using CustomerJourney.Building;

namespace CustomerJourney.Checks;

/// <summary>CJ030 to CJ035: what each touchpoint says.</summary>
internal static class TouchpointRules
{
    public static IReadOnlyList<CheckRule> All { get; } =
    [
        new("CJ030", FindingSeverity.Error, "Touchpoint without channel", "Name the channel on which it happens, or make it an action of the customer alone.", WithoutChannel),
        new("CJ031", FindingSeverity.Warning, "Touchpoint without emotion", "Ask customers how it feels; a journey is the emotions felt.", WithoutEmotion),
        new("CJ032", FindingSeverity.Warning, "Flat emotion curve", "Ask again; real journeys have highs and lows, and a flat curve tells nothing.", FlatEmotions),
        new("CJ033", FindingSeverity.Warning, "Moment of truth without metric", "Bind the metric that shows whether it went well; what decides the journey must be measured.", UnmeasuredMoment),
        new("CJ034", FindingSeverity.Info, "No moment of truth", "Mark the touchpoints that decide whether the journey succeeds.", NoMoment),
        new("CJ035", FindingSeverity.Warning, "No owner", "Name the department that answers for it; without an owner nothing changes.", WithoutOwner),
    ];

    private static IEnumerable<Sighting> WithoutChannel(CheckedMap map) =>
        from touchpoint in Interactions(map)
        where touchpoint.Channel is null
        select new Sighting(Element.Of(touchpoint), $"Touchpoint {Wording.Quote(touchpoint.Name)} has no channel.");

    private static IEnumerable<Sighting> WithoutEmotion(CheckedMap map) =>
        from touchpoint in map.Journey.Touchpoints
        where touchpoint.Emotions.Count == 0
        select new Sighting(Element.Of(touchpoint), $"Touchpoint {Wording.Quote(touchpoint.Name)} has no emotion.");

    private static IEnumerable<Sighting> FlatEmotions(CheckedMap map)
    {
        double[] scores = [.. map.Journey.Touchpoints.SelectMany(touchpoint => touchpoint.Emotions).Select(emotion => emotion.Score)];
        if (scores.Length > 0 && scores.Length >= map.Options.FewestEmotionReadings && scores.Max() - scores.Min() < map.Options.LeastEmotionSpread)
            yield return new(Element.Of(map.Journey), $"All {Phrase.Number(scores.Length)} emotions are nearly equal ({Phrase.Number(scores.Min())}…{Phrase.Number(scores.Max())}).");
    }

    private static IEnumerable<Sighting> UnmeasuredMoment(CheckedMap map) =>
        from touchpoint in map.Journey.Touchpoints
        where touchpoint.IsMomentOfTruth && touchpoint.Metrics.Count == 0
        select new Sighting(Element.Of(touchpoint), $"{Wording.Quote(touchpoint.Name)} is a moment of truth but nothing measures it.");

    private static IEnumerable<Sighting> NoMoment(CheckedMap map)
    {
        if (!map.Journey.Touchpoints.Any(touchpoint => touchpoint.IsMomentOfTruth)) yield return new(Element.Of(map.Journey), "The map marks no decisive moment.");
    }

    private static IEnumerable<Sighting> WithoutOwner(CheckedMap map) =>
        from touchpoint in Interactions(map)
        where touchpoint.Owner is null
        select new Sighting(Element.Of(touchpoint), $"Nobody owns {Wording.Quote(touchpoint.Name)}.");

    private static IEnumerable<Touchpoint> Interactions(CheckedMap map) => map.Journey.Touchpoints.Where(touchpoint => touchpoint.Kind == TouchpointKind.Interaction);
}
