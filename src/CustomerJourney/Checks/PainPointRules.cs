using CustomerJourney.Building;

namespace CustomerJourney.Checks;

/// <summary>CJ040 to CJ043: from what hurts to what is done about it.</summary>
internal static class PainPointRules
{
    public static IReadOnlyList<CheckRule> All { get; } =
    [
        new("CJ040", FindingSeverity.Warning, "Low point without pain point", "Say what hurts; each low point needs a reason.", UnexplainedLow),
        new("CJ041", FindingSeverity.Warning, "Pain point without opportunity", "Add an opportunity that answers it, or rate it less severe.", Unanswered),
        new("CJ042", FindingSeverity.Info, "Severe pain without evidence", "Name the survey, interviews or figures that show how bad it is.", Unproven),
        new("CJ043", FindingSeverity.Warning, "Opportunity without owner or metric", "Name the department that does it and the metric that will tell whether it worked.", Unowned),
    ];

    private static IEnumerable<Sighting> UnexplainedLow(CheckedMap map) =>
        from touchpoint in map.Journey.Touchpoints
        where touchpoint.PainPoints.Count == 0 && touchpoint.Emotions.Count > 0
        let lowest = touchpoint.Emotions.Min(emotion => emotion.Score)
        where lowest <= map.Options.LowEmotion
        select new Sighting(Element.Of(touchpoint), $"{Wording.Quote(touchpoint.Name)} feels bad ({Phrase.Number(lowest)}) but no pain point says why.");

    private static IEnumerable<Sighting> Unanswered(CheckedMap map)
    {
        HashSet<PainPoint> answered = [.. map.Journey.Opportunities.Where(opportunity => opportunity.Status != OpportunityStatus.Rejected).SelectMany(opportunity => opportunity.PainPoints)];
        return from pain in PainPoints(map)
               where pain.Severity >= map.Options.AnsweredFrom && !answered.Contains(pain)
               select new Sighting(Element.Of(pain), $"Nothing answers the pain {Wording.Quote(pain.Text)}.");
    }

    private static IEnumerable<Sighting> Unproven(CheckedMap map) =>
        from pain in PainPoints(map)
        where pain.Severity >= map.Options.EvidencedFrom && pain.Evidence.Count == 0
        select new Sighting(Element.Of(pain), $"{Wording.Quote(pain.Text)} is rated severe without evidence.");

    private static IEnumerable<Sighting> Unowned(CheckedMap map)
    {
        foreach (Opportunity opportunity in map.Journey.Opportunities)
        {
            string[] missing = [.. new[] { opportunity.Owner is null ? "owner" : null, opportunity.Metrics.Count == 0 ? "metric" : null }.OfType<string>()];
            if (missing.Length > 0) yield return new(Element.Of(opportunity), $"{Wording.Quote(opportunity.Title)} has no {string.Join(" and no ", missing)}.");
        }
    }

    private static IEnumerable<PainPoint> PainPoints(CheckedMap map) => map.Journey.Touchpoints.SelectMany(touchpoint => touchpoint.PainPoints);
}
