using CustomerJourney.Building.Documents;

namespace CustomerJourney.Building;

/// <summary>Makes a map from a draft, or throws with everything that is wrong with it. The only place where maps are made.</summary>
internal static class JourneyAssembler
{
    public static Journey Assemble(JourneyDraft draft, string? subject = null)
    {
        ChannelResolver.Resolve(draft);
        GiveIds(draft);
        NameNewPersonas(draft);
        new JourneyChecker(draft).Check();
        if (draft.Problems.Any) throw new JourneyDefinitionException(subject ?? $"The {draft.Description}", draft.Problems.All);
        return Make(draft);
    }

    /// <summary>Makes the ids that nobody gave, kind by kind, after those that somebody gave are taken.</summary>
    private static void GiveIds(JourneyDraft draft)
    {
        GiveIds([draft]);
        GiveIds([.. draft.Stages]);
        GiveIds([.. draft.Touchpoints]);
        GiveIds([.. draft.Touchpoints.SelectMany(touchpoint => touchpoint.PainPoints)]);
        GiveIds([.. draft.Personas]);
        GiveIds([.. draft.Channels]);
        GiveIds([.. draft.Metrics]);
        GiveIds([.. draft.Opportunities]);
    }

    private static void GiveIds(IReadOnlyList<NamedDraft> parts)
    {
        HashSet<string> taken = new(parts.Where(part => part.Id is not null).Select(part => part.Id!), StringComparer.Ordinal);
        foreach (NamedDraft part in parts) part.Id ??= Slug.Make(part.Name, part.Kind, taken);
    }

    /// <summary>A document may list the personas of its journey among others; personas that code adds belong to the journey.</summary>
    private static void NameNewPersonas(JourneyDraft draft)
    {
        if (draft.Carried["personaIds"] is not { } listed) return;
        DocumentValue[] added = [.. draft.Personas.Where(persona => persona.IsNew).Select(persona => DocumentValue.Text(persona.Id!))];
        if (added.Length == 0) return;
        draft.Carried.Drop("personaIds");
        draft.Carried.Add("personaIds", DocumentValue.List([.. listed.Items, .. added]));
    }

    private static Journey Make(JourneyDraft draft)
    {
        Dictionary<NamedDraft, object> made = new(ReferenceEqualityComparer.Instance);
        T Made<T>(NamedDraft part, Func<T> make) where T : class
        {
            if (!made.TryGetValue(part, out object? existing)) made.Add(part, existing = make());
            return (T)existing;
        }

        Persona[] personas = [.. draft.Personas.Select(persona => Made(persona, () => new Persona(persona)))];
        TouchpointChannel[] channels = [.. draft.Channels.Select(channel => Made(channel, () => new TouchpointChannel(channel)))];
        Metric[] metrics = [.. draft.Metrics.Select(metric => Made(metric, () => new Metric(metric)))];
        T? Meant<T>(Reference? reference, IReadOnlyList<NamedDraft> among) where T : class => reference?.Find(among) is { } part ? (T)made[part] : null;

        Touchpoint MakeTouchpoint(TouchpointDraft touchpoint) => new(
            touchpoint,
            Meant<TouchpointChannel>(touchpoint.Channel, draft.Channels),
            [.. touchpoint.Emotions.Select(emotion => new Emotion(emotion, Meant<Persona>(emotion.Persona, draft.Personas), touchpoint.TargetEmotion))],
            [.. touchpoint.PainPoints.Select(pain => Made(pain, () => new PainPoint(pain)))]);

        Stage[] stages =
        [
            .. draft.Stages.Select((stage, position) => new Stage(
                stage,
                position,
                [.. stage.Metrics.Select(metric => Meant<Metric>(metric, draft.Metrics)!)],
                [.. stage.Touchpoints.Select(MakeTouchpoint)])),
        ];
        Opportunity[] opportunities =
        [
            .. draft.Opportunities.Select(opportunity => new Opportunity(
                opportunity,
                [.. opportunity.Answers.SelectMany(draft.PainPointsOf).Distinct().Select(pain => (PainPoint)made[pain])])),
        ];
        return new Journey(draft, new JourneyParts
        {
            Stages = [.. stages],
            Personas = [.. personas],
            Channels = [.. channels],
            Metrics = [.. metrics],
            Opportunities = [.. opportunities],
        });
    }
}
