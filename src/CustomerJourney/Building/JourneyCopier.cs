namespace CustomerJourney.Building;

/// <summary>Turns a finished map back into a draft, so that a copy can be changed. Parts keep their ids and point to each other by id.</summary>
internal static class JourneyCopier
{
    public static JourneyDraft ToDraft(Journey journey)
    {
        JourneyDraft draft = new(journey.Name) { Id = journey.Id, State = journey.State, PersonaAttribute = journey.PersonaAttribute };
        draft.Stages.AddRange(journey.Stages.Select(ToDraft));
        draft.Personas.AddRange(journey.Personas.Select(ToDraft));
        draft.Channels.AddRange(journey.Channels.Select(channel => new ChannelDraft(channel.Name) { Id = channel.Id, Category = channel.Category }));
        draft.Metrics.AddRange(journey.Metrics.Select(metric =>
            new MetricDraft(metric.Name) { Id = metric.Id, MetricKind = metric.Kind, Baseline = metric.Baseline, Target = metric.Target }));
        draft.Opportunities.AddRange(journey.Opportunities.Select(ToDraft));
        return draft;
    }

    private static StageDraft ToDraft(Stage stage)
    {
        StageDraft draft = new(stage.Name) { Id = stage.Id, CustomerGoal = stage.CustomerGoal, ExpectedDuration = stage.ExpectedDuration };
        draft.Metrics.AddRange(stage.Metrics.Select(metric => To(metric.Id)));
        draft.Touchpoints.AddRange(stage.Touchpoints.Select(ToDraft));
        return draft;
    }

    private static TouchpointDraft ToDraft(Touchpoint touchpoint)
    {
        TouchpointDraft draft = new(touchpoint.Name)
        {
            Id = touchpoint.Id,
            Channel = touchpoint.Channel is null ? null : To(touchpoint.Channel.Id),
            Importance = touchpoint.Importance,
            IsMomentOfTruth = touchpoint.IsMomentOfTruth,
            MomentOfTruthReason = touchpoint.MomentOfTruthReason,
            TargetEmotion = touchpoint.TargetEmotion,
        };
        draft.Emotions.AddRange(touchpoint.Emotions.Select(emotion =>
            new EmotionDraft(draft) { Score = emotion.Score, Target = emotion.OwnTarget, Persona = emotion.Persona is null ? null : To(emotion.Persona.Id) }));
        draft.PainPoints.AddRange(touchpoint.PainPoints.Select(pain => new PainPointDraft(pain.Text) { Id = pain.Id, Severity = pain.Severity, AffectedShare = pain.AffectedShare }));
        draft.EventBindings.AddRange(touchpoint.EventBindings.Select(binding => ((string?)binding.Event, binding.Channel)));
        return draft;
    }

    private static PersonaDraft ToDraft(Persona persona)
    {
        PersonaDraft draft = new(persona.Name) { Id = persona.Id, IsPrimary = persona.IsPrimary, Share = persona.Share };
        draft.LookingFor.AddRange(persona.LookingFor);
        draft.Rules.AddRange(persona.ObservationRules.Select(rule => ((string?)rule.Attribute, (string?)rule.Value)));
        return draft;
    }

    private static OpportunityDraft ToDraft(Opportunity opportunity)
    {
        OpportunityDraft draft = new(opportunity.Title) { Id = opportunity.Id, Impact = opportunity.Impact, Effort = opportunity.Effort, Confidence = opportunity.Confidence };
        draft.Answers.AddRange(opportunity.PainPoints.Select(pain => To(pain.Id)));
        return draft;
    }

    private static Reference To(string id) => new(id, ById: true);
}
