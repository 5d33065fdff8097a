using CustomerJourney.Building.Documents;
using CustomerJourney.StageModels;

namespace CustomerJourney.Building;

/// <summary>Checks a whole draft and adds everything that is wrong to its problems, in map order.</summary>
internal sealed partial class JourneyChecker(JourneyDraft journey, JourneyIndex index)
{
    /// <summary>Shares and weights are written with few digits, but their binary sum may end a few units in the last place beside 1.</summary>
    private const double SumTolerance = 1e-9;

    /// <summary>The greatest whole number that every reader of JSON keeps exactly (RFC 8259, section 6).</summary>
    private const long MostReach = (1L << 53) - 1;

    private readonly DefinitionProblems _problems = journey.Problems;

    public void Check()
    {
        CheckJourney();
        CheckParts("stages", journey.Stages);
        CheckParts("touchpoints", [.. journey.Touchpoints]);
        foreach (StageDraft stage in journey.Stages) CheckStage(stage);
        PainPointDraft[] painPoints = [.. journey.PainPoints];
        foreach (PainPointDraft pain in painPoints) CheckPainPoint(pain);
        CheckIds("pain points", painPoints);
        foreach (TransitionDraft transition in journey.Transitions) CheckTransition(transition);
        CheckParts("personas", journey.Personas);
        CheckPersonas();
        CheckParts("channels", journey.Channels);
        foreach (ChannelDraft channel in journey.Channels) CheckChannel(channel);
        CheckParts("departments", journey.Departments);
        CheckParts("metrics", journey.Metrics);
        foreach (MetricDraft metric in journey.Metrics) CheckMetric(metric);
        foreach (EvidenceDraft evidence in journey.Evidence) CheckEvidence(evidence);
        CheckIds("pieces of evidence", journey.Evidence);
        CheckParts("opportunities", journey.Opportunities);
        foreach (OpportunityDraft opportunity in journey.Opportunities) CheckOpportunity(opportunity);
    }

    private void CheckJourney()
    {
        CheckName(journey);
        CheckId(journey);
        if (!LanguageTag.IsValid(journey.Language)) _problems.Add(journey, $"the language is {Phrase.Quote(journey.Language)}; {LanguageTag.Rule}");
        CheckText(journey, "the description", journey.About, "description");
        CheckDefined(journey, journey.Type, "type");
        CheckDefined(journey, journey.State, "state");
        CheckOtherJourney(journey, "counterpart", journey.CounterpartId, "counterpartId");
        CheckOtherJourney(journey, "parent", journey.ParentId, "parentId");
        CheckDefined(journey, journey.Basis, "basis");
        CheckDefined(journey, journey.Status, "status");
        CheckAtLeast(journey, "version", journey.Version, 1, "version");
        if (journey.Dates.Created > journey.Dates.Updated) _problems.Add(journey, $"it was created on {Phrase.Date(journey.Dates.Created)} and updated before, on {Phrase.Date(journey.Dates.Updated)}", "updatedAt");
        CheckAtLeast(journey, "number of days between reviews", journey.Dates.ReviewEveryDays, 1, "reviewEveryDays");
        if (journey.OwnerName is { } owner) CheckText(journey, "the owner's name", (LocalizedText)owner, "owner.name");
        CheckReference(journey, journey.OwnerDepartment, index.Departments);
        CheckText(journey, "the trigger", journey.Scope.Trigger, "scope.trigger");
        CheckText(journey, "the end state", journey.Scope.EndState, "scope.endState");
        CheckText(journey, "the scenario", journey.Scope.Scenario, "scope.scenario");
        CheckText(journey, "the business goal", journey.Scope.BusinessGoal, "scope.businessGoal");
        CheckTexts(journey, "an expectation", journey.Scope.Expectations, "scope.expectations");
        if (journey.StageModelId is { } model) CheckText(journey, "the id of the stage model", (LocalizedText)model, "stageModelId");
        CheckReferences(journey, journey.Followed!, index.Personas);
        if (journey.PersonaAttribute is { } attribute) CheckDataName(journey, "the attribute that names the persona", attribute, DocumentSchema.PersonaAttribute);
        if (journey.Stages.Count == 0) _problems.Add(journey, "there is no stage; add at least one", "stages");
        if (journey.Stages.Count > Journey.MostStages) _problems.Add(journey, $"there are {journey.Stages.Count} stages; at most {Journey.MostStages} are allowed", "stages");
    }

    private void CheckStage(StageDraft stage)
    {
        CheckSourceNames(stage);
        CheckPhases(stage);
        CheckText(stage, "the customer's goal", stage.CustomerGoal, "customerGoal");
        CheckText(stage, "the company's goal", stage.CompanyGoal, "companyGoal");
        CheckText(stage, "the entry criterion", stage.EntryCriterion, "entryCriterion");
        CheckText(stage, "the exit criterion", stage.ExitCriterion, "exitCriterion");
        CheckDuration(stage, stage.ExpectedDuration);
        CheckTexts(stage, "a customer's action", stage.CustomerActions, "customerActions");
        CheckTexts(stage, "a customer's question", stage.CustomerQuestions, "customerQuestions");
        CheckTexts(stage, "a need", stage.Needs, "needs");
        CheckTexts(stage, "an expectation", stage.Expectations, "expectations");
        CheckTexts(stage, "a concern", stage.Concerns, "concerns");
        CheckTexts(stage, "a company's action", stage.CompanyActions, "companyActions");
        CheckReferences(stage, stage.Departments, index.Departments);
        CheckReferences(stage, stage.Metrics, index.Metrics);
        CheckOtherJourney(stage, "sub-journey", stage.SubJourneyId, "subJourneyId");
        foreach (TouchpointDraft touchpoint in stage.Touchpoints) CheckTouchpoint(touchpoint);
    }

    /// <summary>Names as a source prints them: the format asks neither for a language that is one nor that anything is said.</summary>
    private void CheckSourceNames(StageDraft stage)
    {
        foreach ((string language, string name) in stage.SourceNames?.Texts ?? [])
        {
            CheckUnicode(stage, "the language of the name in its source", language ?? "", "sourceNames");
            CheckUnicode(stage, "the name in its source", name ?? "", "sourceNames");
        }
    }

    private void CheckPhases(StageDraft stage)
    {
        HashSet<JourneyPhase> met = [];
        foreach ((int place, PhaseWeight phase) in stage.Phases.Index())
        {
            string property = $"phases[{Phrase.Number(place)}]";
            CheckDefined(stage, phase.Phase, "phase", property);
            if (!(phase.Weight is > 0 and <= 1)) _problems.Add(stage, $"the weight of the phase {phase.Phase} is {Phrase.Number(phase.Weight)}; allowed is more than 0 and at most 1", property);
            if (!met.Add(phase.Phase)) _problems.Add(stage, $"the phase {phase.Phase} is there twice; give it one weight", property);
        }

        double sum = stage.Phases.Sum(phase => phase.Weight);
        if (stage.Phases.Count > 0 && !(Math.Abs(sum - 1) <= SumTolerance)) _problems.Add(stage, $"the weights of its phases sum to {Phrase.Number(sum)}; they must sum to 1", "phases");
    }

    private void CheckTransition(TransitionDraft transition)
    {
        CheckReference(transition, transition.From, index.Stages);
        CheckReference(transition, transition.To, index.Stages);
        CheckDefined(transition, transition.Kind, "kind");
        CheckText(transition, "when it is taken", transition.When, "when");
        CheckShare(transition, "the share", transition.Share, "share");
    }

    private void CheckOpportunity(OpportunityDraft opportunity)
    {
        CheckText(opportunity, "the question", opportunity.HowMightWe, "howMightWe");
        CheckScore(opportunity, "impact", opportunity.Impact, "impact");
        CheckScore(opportunity, "effort", opportunity.Effort, "effort");
        CheckShare(opportunity, "the confidence", opportunity.Confidence, "confidence");
        if (opportunity.ReachPerQuarter is < 0 or > MostReach) _problems.Add(opportunity, $"the reach in a quarter is {Phrase.Number(opportunity.ReachPerQuarter.Value)}; allowed is 0 to {Phrase.Number(MostReach)}", "reachPerQuarter");
        CheckTenPoints(opportunity, "importance", opportunity.Importance);
        CheckTenPoints(opportunity, "satisfaction", opportunity.Satisfaction);
        CheckDefined(opportunity, opportunity.Status, "status");
        foreach (Reference answer in opportunity.Answers)
        {
            // A text may mean several.
            if (index.PainPoints.Meant(answer).Count == 0) _problems.Add(opportunity, index.PainPoints.Missing(answer), answer.Source);
        }

        CheckReferences(opportunity, opportunity.Stages, index.Stages);
        CheckReferences(opportunity, opportunity.Touchpoints, index.Touchpoints);
        CheckReference(opportunity, opportunity.Owner, index.Departments);
        CheckReferences(opportunity, opportunity.Metrics, index.Metrics);
        CheckUri(opportunity, "link", opportunity.Link, "link", mustBeAbsolute: true);
    }

    private void CheckTenPoints(Draft part, string what, double? value)
    {
        if (value is { } given && !(given is >= 0 and <= 10)) _problems.Add(part, $"the {what} is {Phrase.Number(given)}; allowed is 0 to 10", what);
    }
}
