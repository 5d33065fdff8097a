namespace CustomerJourney.Building;

/// <summary>Makes a map from a draft, or throws with everything that is wrong with it. The only place where maps are made.</summary>
internal static class JourneyAssembler
{
    public static Journey Assemble(JourneyDraft draft)
    {
        ChannelResolver.Resolve(draft);
        GiveIds(draft);
        new JourneyChecker(draft).Check();
        if (draft.Problems.Any) throw new JourneyDefinitionException($"The {draft.Description}", draft.Problems.All);
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
        for (int i = 0; i < parts.Count; i++)
            parts[i].Id ??= Slug.Make(parts[i].Name, parts[i].Kind, i + 1, taken);
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
