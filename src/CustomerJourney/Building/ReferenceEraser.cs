namespace CustomerJourney.Building;

/// <summary>Takes out of a draft what points to parts that are about to be removed from it.</summary>
internal static class ReferenceEraser
{
    public static void Forget(JourneyDraft journey, PersonaDraft persona)
    {
        bool IsGone(Reference? reference) => Means(reference, persona, journey.Personas);
        journey.Followed?.RemoveAll(IsGone);
        foreach (TouchpointDraft touchpoint in journey.Touchpoints)
        {
            touchpoint.Personas.RemoveAll(IsGone);
            touchpoint.Emotions.RemoveAll(emotion => IsGone(emotion.Persona));
            foreach (PainPointDraft pain in touchpoint.PainPoints) pain.Personas.RemoveAll(IsGone);
        }

        foreach (MetricDraft metric in journey.Metrics) metric.Observations.RemoveAll(observation => IsGone(observation.Persona));
    }

    public static void Forget(JourneyDraft journey, ChannelDraft channel)
    {
        bool IsGone(Reference? reference) => Means(reference, channel, journey.Channels);
        foreach (TouchpointDraft touchpoint in journey.Touchpoints.Where(touchpoint => IsGone(touchpoint.Channel))) touchpoint.Channel = null;
        foreach (PersonaDraft persona in journey.Personas) persona.PreferredChannels.RemoveAll(IsGone);
    }

    public static void Forget(JourneyDraft journey, MetricDraft metric)
    {
        bool IsGone(Reference reference) => Means(reference, metric, journey.Metrics);
        foreach (StageDraft stage in journey.Stages) stage.Metrics.RemoveAll(IsGone);
        foreach (TouchpointDraft touchpoint in journey.Touchpoints) touchpoint.Metrics.RemoveAll(IsGone);
        foreach (OpportunityDraft opportunity in journey.Opportunities) opportunity.Metrics.RemoveAll(IsGone);
    }

    public static void Forget(JourneyDraft journey, DepartmentDraft department)
    {
        bool IsGone(Reference? reference) => Means(reference, department, journey.Departments);
        if (IsGone(journey.OwnerDepartment)) journey.OwnerDepartment = null;
        foreach (StageDraft stage in journey.Stages) stage.Departments.RemoveAll(IsGone);
        foreach (TouchpointDraft touchpoint in journey.Touchpoints)
        {
            touchpoint.Departments.RemoveAll(IsGone);
            if (IsGone(touchpoint.Owner)) touchpoint.Owner = null;
        }

        foreach (OpportunityDraft opportunity in journey.Opportunities.Where(opportunity => IsGone(opportunity.Owner))) opportunity.Owner = null;
    }

    public static void Forget(JourneyDraft journey, EvidenceDraft evidence)
    {
        bool IsGone(Reference reference) => Means(reference, evidence, journey.Evidence);
        foreach (PersonaDraft persona in journey.Personas) persona.Evidence.RemoveAll(IsGone);
        foreach (TouchpointDraft touchpoint in journey.Touchpoints) touchpoint.Evidence.RemoveAll(IsGone);
        foreach (PainPointDraft pain in journey.PainPoints) pain.Evidence.RemoveAll(IsGone);
    }

    public static void Forget(JourneyDraft journey, StageDraft stage)
    {
        bool IsGone(Reference reference) => Means(reference, stage, journey.Stages);
        journey.Transitions.RemoveAll(transition => IsGone(transition.From) || IsGone(transition.To));
        foreach (OpportunityDraft opportunity in journey.Opportunities) opportunity.Stages.RemoveAll(IsGone);
        Forget(journey, stage.Touchpoints);
    }

    public static void Forget(JourneyDraft journey, IReadOnlyCollection<TouchpointDraft> touchpoints)
    {
        TouchpointDraft[] all = [.. journey.Touchpoints];
        foreach (OpportunityDraft opportunity in journey.Opportunities)
            opportunity.Touchpoints.RemoveAll(reference => touchpoints.Any(touchpoint => Means(reference, touchpoint, all)));
        Forget(journey, [.. touchpoints.SelectMany(touchpoint => touchpoint.PainPoints)]);
    }

    /// <summary>Forgets pain points; a text that also means one that stays goes on meaning that.</summary>
    public static void Forget(JourneyDraft journey, IReadOnlyCollection<PainPointDraft> painPoints)
    {
        foreach (OpportunityDraft opportunity in journey.Opportunities)
            opportunity.Answers.RemoveAll(answer => journey.PainPointsOf(answer) is { Count: > 0 } meant && meant.All(painPoints.Contains));
    }

    private static bool Means<TDraft>(Reference? reference, TDraft part, IReadOnlyList<TDraft> among) where TDraft : NamedDraft =>
        reference?.Find(among) == part;
}
