using CustomerJourney.StageModels;

namespace CustomerJourney.Building.Documents;

internal sealed partial class JourneyDocument
{
    private DocumentValue WriteStage(Stage stage, string path) => Begin(DocumentSchema.Stage, stage.Carried, path)
        .Add("id", stage.Id)
        .Add("name", stage.Names)
        .Add("sourceNames", stage.SourceNames)
        .AddObjects("phases", DocumentSchema.Phase, _isInOwnWords ? stage.Phases : stage.OwnPhases, (phase, part) => part.Add<JourneyPhase>("phase", phase.Phase).Add("weight", phase.Weight))
        .Add("customerGoal", stage.CustomerGoal)
        .Add("companyGoal", stage.CompanyGoal)
        .Add("entryCriterion", stage.EntryCriterion)
        .Add("exitCriterion", stage.ExitCriterion)
        .Add("expectedDuration", stage.ExpectedDuration)
        .Add("customerActions", stage.CustomerActions)
        .Add("customerQuestions", stage.CustomerQuestions)
        .Add("needs", stage.Needs)
        .Add("expectations", stage.Expectations)
        .Add("concerns", stage.Concerns)
        .Add("companyActions", stage.CompanyActions)
        .AddIds("departmentIds", stage.Departments, department => department.Id)
        .AddIds("metricIds", stage.Metrics, metric => metric.Id)
        .Add("touchpoints", DocumentValue.List([.. stage.Touchpoints.Select(touchpoint => WriteTouchpoint(touchpoint, $"{path}.touchpoints[*]"))]))
        .Add("subJourneyId", stage.SubJourneyId)
        .End();

    private DocumentValue WriteTouchpoint(Touchpoint touchpoint, string path) => Begin(DocumentSchema.Touchpoint, touchpoint.Carried, path)
        .Add("id", touchpoint.Id)
        .Add("name", touchpoint.Names)
        .Add("description", touchpoint.Description)
        .Add<TouchpointKind>("kind", touchpoint.Kind)
        .Add("channelId", touchpoint.Channel?.Id)
        .Add("initiator", touchpoint.Initiator)
        .Add("importance", touchpoint.Importance)
        .Add("doing", touchpoint.Doing)
        .Add("questions", touchpoint.Questions)
        .Add("emotions", touchpoint.Emotions, WriteEmotion)
        .Add("targetEmotion", touchpoint.TargetEmotion)
        .Add("engagement", touchpoint.Engagement)
        .AddObject("momentOfTruth", DocumentSchema.MomentOfTruth, moment => moment.Add("type", touchpoint.MomentOfTruth?.Kind).Add("why", touchpoint.MomentOfTruth?.Why))
        .AddIds("personaIds", touchpoint.Personas, persona => persona.Id)
        .Add("painPoints", touchpoint.PainPoints, WritePainPoint)
        .Add("frontstage", touchpoint.Blueprint.Frontstage)
        .Add("backstage", touchpoint.Blueprint.Backstage)
        .Add("systems", touchpoint.Blueprint.Systems)
        .Add("physicalEvidence", touchpoint.Blueprint.PhysicalEvidence)
        .AddIds("departmentIds", touchpoint.Departments, department => department.Id)
        .Add("ownerDepartmentId", touchpoint.Owner?.Id)
        .AddIds("metricIds", touchpoint.Metrics, metric => metric.Id)
        .AddObjects("claims", DocumentSchema.Claim, touchpoint.Claims, (claim, part) => part.Add("key", claim.Key).Add("value", claim.Value))
        .AddObjects("eventBindings", DocumentSchema.EventBinding, touchpoint.EventBindings, WriteBinding)
        .AddIds("evidenceIds", touchpoint.Evidence, evidence => evidence.Id)
        .Add("subJourneyId", touchpoint.SubJourneyId)
        .Add("expectedDuration", touchpoint.ExpectedDuration)
        .End();

    private static void WriteBinding(EventBinding binding, DocumentBuilder part) => part
        .Add("eventType", binding.Event)
        .AddObject("where", DocumentSchema.Conditions, where =>
        {
            where.Add("channel", binding.Channel);
            foreach (EventCondition condition in binding.Conditions) where.Add(condition.Attribute, condition.Value);
        });

    private DocumentValue WriteEmotion(Emotion emotion, string path) => Begin(DocumentSchema.Emotion, emotion.Carried, path)
        .Add("value", emotion.Score)
        .Add("label", emotion.Label)
        .Add("quote", emotion.Quote)
        .Add("personaId", emotion.Persona?.Id)
        .Add("source", emotion.Source)
        .Add("sampleSize", emotion.SampleSize)
        .Add(DocumentSchema.EmotionTarget, emotion.OwnTarget)
        .End();

    private DocumentValue WritePainPoint(PainPoint pain, string path) => Begin(DocumentSchema.PainPoint, pain.Carried, path)
        .Add("id", pain.Id)
        .Add("text", pain.Texts)
        .Add("severity", (int)pain.Severity + 1)
        .Add("category", pain.Category)
        .Add("affectedShare", pain.AffectedShare)
        .AddIds("personaIds", pain.Personas, persona => persona.Id)
        .AddIds("evidenceIds", pain.Evidence, evidence => evidence.Id)
        .End();
}
