using CustomerJourney.Building;
using CustomerJourney.StageModels;

namespace CustomerJourney.Checks;

/// <summary>CJ020 to CJ028: the shape of the map, and what its stages say.</summary>
internal static class StageRules
{
    public static IReadOnlyList<CheckRule> All { get; } =
    [
        new("CJ020", FindingSeverity.Error, "Stage without touchpoint", "Add where customer and company meet; a stage with no contact cannot be observed or improved.", WithoutTouchpoint),
        new("CJ021", FindingSeverity.Warning, "Too few stages or touchpoints", "Ask what happens before, between and after; maps often leave out steps.", TooFew),
        new("CJ022", FindingSeverity.Info, "Too many stages or touchpoints", "Split the map into sub-journeys.", TooMany),
        new("CJ023", FindingSeverity.Warning, "Map ends at the purchase", "Add what follows the sale: use, support, retention, advocacy.", EndsAtPurchase),
        new("CJ024", FindingSeverity.Warning, "Map starts too late", "Begin with the need or the first awareness.", StartsTooLate),
        new("CJ025", FindingSeverity.Warning, "Company-centered stage name", "Name the stage by what the customer does.", CompanyName),
        new("CJ026", FindingSeverity.Info, "Strictly linear", "Add the transitions by which customers skip, return or begin again.", Linear),
        new("CJ027", FindingSeverity.Warning, "Stage says nothing of the customer", "Say what the customer wants, does, asks and needs in this stage.", SilentOnCustomer),
        new("CJ028", FindingSeverity.Warning, "Stage without company action", "Say what the company does in this stage.", WithoutCompanyAction),
    ];

    private static IEnumerable<Sighting> WithoutTouchpoint(CheckedMap map) =>
        from stage in map.Journey.Stages
        where stage.Touchpoints.Count == 0
        select new Sighting(Element.Of(stage), $"Stage {Wording.Quote(stage.Name)} has no touchpoint.");

    private static IEnumerable<Sighting> TooFew(CheckedMap map)
    {
        (int stages, int touchpoints) = (map.Journey.Stages.Count, map.Journey.Touchpoints.Count);
        if (stages < map.Options.FewestStages)
            yield return new(Element.Of(map.Journey), $"Only {Wording.Count(stages, "stage")}, fewer than {Phrase.Number(map.Options.FewestStages)}: the map probably leaves out parts of the journey.");
        else if (touchpoints < map.Options.FewestTouchpointsPerStage * stages)
            yield return new(Element.Of(map.Journey), $"Only {Wording.Count(touchpoints, "touchpoint")} in {Wording.Count(stages, "stage")}, fewer than {Phrase.Number(map.Options.FewestTouchpointsPerStage)} a stage: the map probably leaves out parts of the journey.");
    }

    private static IEnumerable<Sighting> TooMany(CheckedMap map)
    {
        (int stages, int touchpoints) = (map.Journey.Stages.Count, map.Journey.Touchpoints.Count);
        if (stages > map.Options.MostStages)
            yield return new(Element.Of(map.Journey), $"{Wording.Count(stages, "stage")} in one map, more than {Phrase.Number(map.Options.MostStages)}; split it into sub-journeys.");
        if (touchpoints > map.Options.MostTouchpoints)
            yield return new(Element.Of(map.Journey), $"{Wording.Count(touchpoints, "touchpoint")} in one map, more than {Phrase.Number(map.Options.MostTouchpoints)}; split it into sub-journeys.");
    }

    private static IEnumerable<Sighting> EndsAtPurchase(CheckedMap map)
    {
        if (map.Journey.Type is JourneyType.Purchase or JourneyType.EndToEnd
            && LacksAll(map.Journey, JourneyPhase.Use, JourneyPhase.Support, JourneyPhase.Retain, JourneyPhase.Advocate))
            yield return new(Element.Of(map.Journey), "The map stops at the sale; what follows is missing.");
    }

    private static IEnumerable<Sighting> StartsTooLate(CheckedMap map)
    {
        if (LacksAll(map.Journey, JourneyPhase.Need, JourneyPhase.Discover))
            yield return new(Element.Of(map.Journey), "The map starts after the customer has found you.");
    }

    /// <summary>Whether no stage covers any of the phases. A map whose stages state no phases at all says nothing of them, so it lacks none.</summary>
    private static bool LacksAll(Journey journey, params JourneyPhase[] phases)
    {
        JourneyPhase[] covered = [.. journey.Stages.SelectMany(stage => stage.Phases).Select(phase => phase.Phase)];
        return covered.Length > 0 && !covered.Intersect(phases).Any();
    }

    private static IEnumerable<Sighting> CompanyName(CheckedMap map)
    {
        string[] words = [.. map.Options.CompanyWords.Concat(map.Journey.Departments.Select(department => department.Name))];
        foreach (Stage stage in map.Journey.Stages)
        {
            // The name in the language of the map is looked for among all languages: once is enough.
            string name = stage.Name;
            if (words.FirstOrDefault(word => HasWord(name, word)) is { } found)
                yield return new(Element.Of(stage), $"Stage {Wording.Quote(name)} is named from the company's side: {Wording.Quote(found)}.");
        }
    }

    /// <summary>Whether a text has the word, in any case, by itself or with a plural s. Scripts that write without spaces show no ends of words: there it only has to occur.</summary>
    private static bool HasWord(string text, string word)
    {
        for (int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0 && word.Length > 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            int end = at + word.Length;
            if (end < text.Length && text[end] is 's' or 'S') end++;
            if (IsEdge(text, at) && (IsEdge(text, end) || IsEdge(text, at + word.Length))) return true;
        }

        return false;
    }

    private static bool IsEdge(string text, int at) =>
        at == 0 || at == text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at]) || Wording.IsWide(text[at - 1]) || Wording.IsWide(text[at]);

    private static IEnumerable<Sighting> Linear(CheckedMap map)
    {
        if (!map.Journey.Transitions.Any(transition => transition.Kind is TransitionKind.Skip or TransitionKind.Return or TransitionKind.Loop))
            yield return new(Element.Of(map.Journey), "Customers skip and repeat stages; the map shows one straight line.");
    }

    private static IEnumerable<Sighting> SilentOnCustomer(CheckedMap map)
    {
        foreach (Stage stage in map.Journey.Stages)
        {
            (string What, bool IsThere)[] facts =
            [
                ("the customer's goal", stage.CustomerGoal is not null),
                ("the customer's actions", stage.CustomerActions.Count > 0),
                ("the customer's questions", stage.CustomerQuestions.Count > 0),
                ("the customer's needs", stage.Needs.Count > 0),
            ];
            string[] missing = [.. facts.Where(fact => !fact.IsThere).Select(fact => fact.What)];
            if (missing.Length > 0) yield return new(Element.Of(stage), $"Stage {Wording.Quote(stage.Name)} lacks {Wording.List(missing)}.");
        }
    }

    private static IEnumerable<Sighting> WithoutCompanyAction(CheckedMap map) =>
        from stage in map.Journey.Stages
        where stage.CompanyActions.Count == 0
        select new Sighting(Element.Of(stage), $"Nobody says what the company does in {Wording.Quote(stage.Name)}.");
}
