namespace CustomerJourney.Building;

/// <summary>Checks a whole draft and adds everything that is wrong to its problems, in map order.</summary>
internal sealed partial class JourneyChecker(JourneyDraft journey)
{
    /// <summary>Shares are written with few digits, but their binary sum may end a few units in the last place above 1.</summary>
    private const double ShareTolerance = 1e-9;

    private readonly DefinitionProblems _problems = journey.Problems;

    public void Check()
    {
        CheckName(journey);
        CheckId(journey);
        CheckDefined(journey, journey.State, "state");
        if (journey.PersonaAttribute is { Length: > 0 } attribute) CheckUnicode(journey, "the attribute that names the persona", attribute, "x-personaAttribute");
        if (journey.Stages.Count == 0) _problems.Add(journey, "there is no stage; add at least one", "stages");
        if (journey.Stages.Count > Journey.MostStages) _problems.Add(journey, $"there are {journey.Stages.Count} stages; at most {Journey.MostStages} are allowed", "stages");
        CheckParts("stages", journey.Stages);
        CheckParts("touchpoints", [.. journey.Touchpoints]);
        foreach (StageDraft stage in journey.Stages) CheckStage(stage);
        PainPointDraft[] painPoints = [.. journey.Touchpoints.SelectMany(touchpoint => touchpoint.PainPoints)];
        foreach (PainPointDraft pain in painPoints) CheckPainPoint(pain);
        CheckIds("pain points", painPoints);
        CheckParts("personas", journey.Personas);
        CheckPersonas();
        CheckParts("channels", journey.Channels);
        foreach (ChannelDraft channel in journey.Channels) CheckDefined(channel, channel.Category, "category");
        CheckParts("metrics", journey.Metrics);
        foreach (MetricDraft metric in journey.Metrics) CheckMetric(metric);
        CheckParts("opportunities", journey.Opportunities);
        foreach (OpportunityDraft opportunity in journey.Opportunities) CheckOpportunity(opportunity);
    }

    private void CheckStage(StageDraft stage)
    {
        if (stage.CustomerGoal is { } goal) CheckUnicode(stage, "the customer's goal", goal, "customerGoal");
        if (stage.ExpectedDuration is { } expected && (expected <= TimeSpan.Zero || expected.Ticks % TimeSpan.TicksPerSecond != 0))
            _problems.Add(stage, $"the expected duration is {expected}; allowed are whole seconds, more than none", "expectedDuration");
        HashSet<MetricDraft> watched = [];
        foreach (Reference reference in stage.Metrics)
        {
            if (Resolve(stage, "metric", "metrics", reference, journey.Metrics, "metricIds") is { } metric && !watched.Add(metric))
                _problems.Add(stage, $"{metric.Description} is watched twice; once is enough", "metricIds");
        }

        foreach (TouchpointDraft touchpoint in stage.Touchpoints) CheckTouchpoint(touchpoint);
    }

    private void CheckPersonas()
    {
        foreach (PersonaDraft persona in journey.Personas)
        {
            if (persona.Share is { } share && !(share is > 0 and <= 1)) _problems.Add(persona, $"the share of customers is {Phrase.Number(share)}; allowed is more than 0 and at most 1", "share");
            foreach (string? goal in persona.LookingFor) CheckText(persona, "what the persona looks for", goal, "behavioural");
            HashSet<(string?, string?)> rules = [];
            foreach ((string? attribute, string? value) in persona.Rules)
            {
                CheckDataName(persona, "the attribute that shows the persona", attribute, "x-observedAs");
                CheckDataName(persona, "the attribute's value that shows the persona", value, "x-observedAs");
                if (!rules.Add((attribute, value))) _problems.Add(persona, $"the rule {Phrase.Quote(attribute)} is {Phrase.Quote(value)} is there twice; once is enough", "x-observedAs");
            }
        }

        PersonaDraft[] primary = [.. journey.Personas.Where(persona => persona.IsPrimary)];
        if (primary.Length > 1) _problems.Add(journey, $"{primary.Length} personas are primary: {string.Join(", ", primary.Select(persona => Phrase.Quote(persona.Name)))}; at most one is allowed");
        double sum = journey.Personas.Sum(persona => persona.Share is > 0 and <= 1 ? persona.Share.Value : 0);
        if (sum > 1 + ShareTolerance) _problems.Add(journey, $"the personas' shares of customers sum to {Phrase.Number(sum)}; at most 1 is allowed");
    }

    private void CheckMetric(MetricDraft metric)
    {
        CheckDefined(metric, metric.MetricKind, "kind");
        (double low, double high)? range = metric.MetricKind switch
        {
            MetricKind.Nps => (-100, 100),
            MetricKind.Csat or MetricKind.RetentionRate or MetricKind.ConversionRate or MetricKind.DropOffRate or MetricKind.BounceRate or MetricKind.ChurnRate => (0, 100),
            _ => null,
        };
        CheckFigure("baseline", metric.Baseline);
        CheckFigure("target", metric.Target);

        void CheckFigure(string word, double? value)
        {
            if (value is null) return;
            if (!double.IsFinite(value.Value)) _problems.Add(metric, $"the {word} is {Phrase.Number(value.Value)}; a number is needed", word);
            else if (range is var (low, high) && !(value >= low && value <= high)) _problems.Add(metric, $"the {word} is {Phrase.Number(value.Value)}; allowed for {metric.MetricKind} is {Phrase.Number(low)} to {Phrase.Number(high)}", word);
        }
    }

    private void CheckOpportunity(OpportunityDraft opportunity)
    {
        CheckScore(opportunity, "impact", opportunity.Impact, "impact");
        CheckScore(opportunity, "effort", opportunity.Effort, "effort");
        CheckShare(opportunity, "the confidence", opportunity.Confidence, "confidence");
        foreach (Reference answer in opportunity.Answers)
        {
            if (!journey.PainPointsOf(answer).Any())
                Resolve(opportunity, "pain point", "pain points", answer, [.. journey.Touchpoints.SelectMany(touchpoint => touchpoint.PainPoints)], "painPointIds");
        }
    }
}
