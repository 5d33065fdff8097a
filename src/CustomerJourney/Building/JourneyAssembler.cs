namespace CustomerJourney.Building;

/// <summary>Makes a map from a draft, or throws with everything that is wrong with it. The only place where maps are made.</summary>
internal static class JourneyAssembler
{
    public static Journey Assemble(JourneyDraft draft, string? subject = null)
    {
        ChannelResolver.Resolve(draft);
        foreach (NamedDraft part in draft.Parts.SelectMany(kind => kind)) part.Localize(draft.Language);
        foreach (IReadOnlyList<NamedDraft> kind in draft.Parts) GiveIds(kind);
        FollowPersonas(draft);
        JourneyIndex index = new(draft);
        new JourneyChecker(draft, index).Check();
        if (draft.Problems.Any) throw new JourneyDefinitionException(subject ?? $"The {draft.Description}", draft.Problems.All);
        return Make(draft, index);
    }

    /// <summary>Makes the ids that nobody gave, after those that somebody gave are taken.</summary>
    private static void GiveIds(IReadOnlyList<NamedDraft> parts)
    {
        SlugMaker slugs = new(parts);
        foreach (NamedDraft part in parts) part.Id ??= slugs.Make(part.Name, part.Kind);
    }

    /// <summary>A map follows the personas that it names, and those that code adds to it; where it names none, because nobody said, it follows all.</summary>
    private static void FollowPersonas(JourneyDraft draft)
    {
        if (draft.HasFollowed) return;
        draft.Followed ??= new DraftList<Reference>();
        draft.Followed.Inherit(draft.Personas.Where(persona => persona.IsNew && draft.Followed.All(reference => reference.Text != persona.Id)).Select(persona => new Reference(persona.Id, ById: true)).ToArray());
    }

    private static Journey Make(JourneyDraft draft, JourneyIndex index)
    {
        // Each kind points only to kinds that are made before it.
        JourneyParts parts = new(index, draft.Language, draft.StageModel);
        parts.Departments = [.. draft.Departments.Select(department => parts.Keep(department, new Department(department)))];
        parts.Evidence = [.. draft.Evidence.Select(piece => parts.Keep(piece, new Evidence(piece)))];
        parts.Channels = [.. draft.Channels.Select(channel => parts.Keep(channel, new TouchpointChannel(channel)))];
        parts.Personas = [.. draft.Personas.Select(persona => parts.Keep(persona, new Persona(persona, parts)))];
        parts.Metrics = [.. draft.Metrics.Select(metric => parts.Keep(metric, new Metric(metric, parts)))];
        foreach (PainPointDraft pain in draft.PainPoints) parts.Keep(pain, new PainPoint(pain, parts));
        foreach (TouchpointDraft touchpoint in draft.Touchpoints) parts.Keep(touchpoint, new Touchpoint(touchpoint, parts));
        parts.Stages = [.. draft.Stages.Select((stage, position) => parts.Keep(stage, new Stage(stage, position, parts)))];
        parts.Transitions = [.. draft.Transitions.Select(transition => new StageTransition(transition, parts))];
        parts.Opportunities = [.. draft.Opportunities.Select(opportunity => parts.Keep(opportunity, new Opportunity(opportunity, parts)))];
        return new Journey(draft, parts);
    }
}
