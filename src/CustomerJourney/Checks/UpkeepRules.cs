using CustomerJourney.Building;

namespace CustomerJourney.Checks;

/// <summary>CJ060 to CJ068: whether the map is kept, owned, and fit to be read.</summary>
internal static class UpkeepRules
{
    public static IReadOnlyList<CheckRule> All { get; } =
    [
        new("CJ060", FindingSeverity.Warning, "Stale map", "Review the map with its owner and note the day.", Stale),
        new("CJ061", FindingSeverity.Info, "No ideal map", "Set target emotions, or draw the ideal map and name it as counterpart.", NoIdeal),
        new("CJ062", FindingSeverity.Warning, "Ideal is not better", "Correct the target; the two values are often swapped.", WorseIdeal),
        new("CJ063", FindingSeverity.Warning, "Map from assumptions", "Validate the map with customers before it is published.", Assumed),
        new("CJ064", FindingSeverity.Warning, "No scope", "Say what starts the journey, where it ends and which goal of the business it serves.", NoScope),
        new("CJ065", FindingSeverity.Warning, "Map without owner", "Name the person or department that keeps the map.", NoOwner),
        new("CJ066", FindingSeverity.Info, "Stages all owned by one department", "Bring in the other departments that customers meet.", OneDepartment),
        new("CJ067", FindingSeverity.Warning, "Too many changes at once", "Change fewer parts in one version, so that their effect can be seen.", TooManyChanges),
        new("CJ068", FindingSeverity.Info, "Text too long for a cell", "Shorten it; details belong in the description.", TooLong),
    ];

    /// <summary>A map that states no day says nothing of its age, so it is not stale.</summary>
    private static IEnumerable<Sighting> Stale(CheckedMap map)
    {
        JourneyDates dates = map.Journey.Dates;
        DateOnly[] looks = [.. new[] { dates.Created, dates.Updated, dates.Reviewed }.OfType<DateOnly>()];
        int due = dates.ReviewEveryDays ?? map.Options.ReviewEveryDays;
        if (looks.Length > 0 && map.AsOf.DayNumber - looks.Max().DayNumber is int days && days > due)
            yield return new(Element.Of(map.Journey), $"Last looked at {Wording.Count(days, "day")} ago; review is due every {Phrase.Number(due)}.");
    }

    private static IEnumerable<Sighting> NoIdeal(CheckedMap map)
    {
        if (map.Journey is { State: JourneyState.Current, CounterpartId: null }
            && !map.Journey.Touchpoints.Any(touchpoint => touchpoint.TargetEmotion is not null || touchpoint.Emotions.Any(emotion => emotion.Target is not null)))
            yield return new(Element.Of(map.Journey), "There is no ideal to compare with.");
    }

    /// <summary>A target of its own is compared with its emotion; the target of a touchpoint with how it feels on average.</summary>
    private static IEnumerable<Sighting> WorseIdeal(CheckedMap map)
    {
        foreach (Touchpoint touchpoint in map.Journey.Touchpoints)
        {
            if (touchpoint.Emotions.FirstOrDefault(emotion => emotion.OwnTarget < emotion.Score) is { } swapped)
                yield return At(touchpoint, swapped.OwnTarget!.Value, swapped.Score);
            else if (touchpoint.TargetEmotion < touchpoint.MeanEmotion)
                yield return At(touchpoint, touchpoint.TargetEmotion.Value, touchpoint.MeanEmotion.Value);
        }

        static Sighting At(Touchpoint touchpoint, double target, double score) =>
            new(Element.Of(touchpoint), $"In {Wording.Quote(touchpoint.Name)} the ideal ({Phrase.Number(target)}) is below today ({Phrase.Number(Math.Round(score, 2))}).");
    }

    private static IEnumerable<Sighting> Assumed(CheckedMap map)
    {
        if (map.Journey is { Basis: ResearchBasis.Assumption, Status: JourneyStatus.Published }) yield return new(Element.Of(map.Journey), "The published map rests on assumptions only.");
    }

    private static IEnumerable<Sighting> NoScope(CheckedMap map)
    {
        JourneyScope scope = map.Journey.Scope;
        (string What, bool IsThere)[] facts = [("trigger", scope.Trigger is not null), ("end state", scope.EndState is not null), ("business goal", scope.BusinessGoal is not null)];
        string[] missing = [.. facts.Where(fact => !fact.IsThere).Select(fact => $"no {fact.What}")];
        if (missing.Length > 0) yield return new(Element.Of(map.Journey), $"The map has {Wording.List(missing)}.");
    }

    private static IEnumerable<Sighting> NoOwner(CheckedMap map)
    {
        if (map.Journey.Owner is null) yield return new(Element.Of(map.Journey), "Nobody owns the map.");
    }

    private static IEnumerable<Sighting> OneDepartment(CheckedMap map)
    {
        Department?[] alone = [.. map.Journey.Stages.Select(stage => stage.Departments.Count == 1 ? stage.Departments[0] : null).Distinct()];
        if (alone is [{ } only]) yield return new(Element.Of(map.Journey), $"Only {Wording.Quote(only.Name)} takes part.");
    }

    private static IEnumerable<Sighting> TooManyChanges(CheckedMap map)
    {
        if (map.Options.PreviousVersion is not { } before) yield break;
        VersionChange change = VersionChange.Between(before, map.Journey);
        if (change.Share > map.Options.MostChanged)
        {
            yield return new(
                Element.Of(map.Journey),
                $"{Phrase.Number(Math.Round(100 * change.Share, 1))} % of the map changed since version {Phrase.Number(before.Version)}: of {Phrase.Number(change.Parts)} stages and touchpoints {Phrase.Number(change.Added)} were added, {Phrase.Number(change.Removed)} removed and {Phrase.Number(change.Renamed)} renamed.");
        }
    }

    private static IEnumerable<Sighting> TooLong(CheckedMap map)
    {
        foreach (Stage stage in map.Journey.Stages)
        {
            foreach (Sighting sighting in LongItems(map, Element.Of(stage), stage.CustomerActions, stage.CustomerQuestions, stage.Needs, stage.Expectations, stage.Concerns, stage.CompanyActions)) yield return sighting;
        }

        foreach (Touchpoint touchpoint in map.Journey.Touchpoints)
        {
            string element = Element.Of(touchpoint);
            ServiceBlueprint blueprint = touchpoint.Blueprint;
            foreach (Sighting sighting in LongTexts(element, [touchpoint.Names], map.Options.LongestTouchpointName)) yield return sighting;
            foreach (Sighting sighting in LongItems(map, element, touchpoint.Questions, blueprint.Frontstage, blueprint.Backstage, blueprint.Systems, blueprint.PhysicalEvidence)) yield return sighting;
        }
    }

    private static IEnumerable<Sighting> LongItems(CheckedMap map, string element, params IReadOnlyList<LocalizedText>[] lists) =>
        LongTexts(element, lists.SelectMany(list => list), map.Options.LongestListItem);

    private static IEnumerable<Sighting> LongTexts(string element, IEnumerable<LocalizedText> texts, int longest) =>
        from text in texts.SelectMany(text => text.Texts)
        let width = Wording.Width(text.Text)
        where width > longest
        select new Sighting(element, $"{Wording.Quote(text.Text)} will not fit its cell: {Phrase.Number(width)} letters wide, {Phrase.Number(longest)} fit.");
}
