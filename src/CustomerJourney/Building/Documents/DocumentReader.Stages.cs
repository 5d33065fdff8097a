using System.Text;
using CustomerJourney.StageModels;

namespace CustomerJourney.Building.Documents;

internal sealed partial class DocumentReader
{
    private static StageDraft ReadStage((int Index, DocumentObject Item) at)
    {
        DocumentObject stage = at.Item;
        stage.Require("id", "name", "touchpoints");
        Carried carried = new();
        StageDraft draft = new(stage.Words("name"))
        {
            Source = stage.Value,
            Carried = carried,
            Id = stage.Text("id"),
            SourceNames = stage.Take("sourceNames") is { } names && stage.Is(names, DocumentValueKind.Object, "an object of texts by language tag") && names.Members.Count > 0 ? stage.Words("sourceNames") : null,
            CustomerGoal = stage.Words("customerGoal"),
            CompanyGoal = stage.Words("companyGoal"),
            EntryCriterion = stage.Words("entryCriterion"),
            ExitCriterion = stage.Words("exitCriterion"),
            ExpectedDuration = stage.Durations("expectedDuration", carried),
            SubJourneyId = stage.Text("subJourneyId"),
        };
        ReadPhases(stage, draft);
        draft.CustomerActions.Inherit(stage.ManyWords("customerActions"));
        draft.CustomerQuestions.Inherit(stage.ManyWords("customerQuestions"));
        draft.Needs.Inherit(stage.ManyWords("needs"));
        draft.Expectations.Inherit(stage.ManyWords("expectations"));
        draft.Concerns.Inherit(stage.ManyWords("concerns"));
        draft.CompanyActions.Inherit(stage.ManyWords("companyActions"));
        draft.Departments.Inherit(stage.Ids("departmentIds"));
        draft.Metrics.Inherit(stage.Ids("metricIds"));
        draft.Touchpoints.AddRange(stage.Objects("touchpoints", DocumentSchema.Touchpoint).Select(touchpoint => ReadTouchpoint(touchpoint.Item)));
        stage.End(carried);
        return draft;
    }

    private static void ReadPhases(DocumentObject stage, StageDraft draft)
    {
        (int Index, DocumentObject Item)[] phases = [.. stage.Objects("phases", DocumentSchema.Phase)];
        foreach ((int index, DocumentObject phase) in phases)
        {
            phase.Require("phase", "weight");
            if (phase.OneOf<JourneyPhase>("phase") is { } name && phase.Number("weight") is { } weight) draft.Phases.Add(new PhaseWeight(name, weight));
            phase.End(draft.Carried.Part(Carried.Item("phases", index)));
        }

        // Where one phase cannot be read, the sum of the others says nothing.
        if (draft.Phases.Count < phases.Length) draft.Phases.Clear();
    }

    private static TouchpointDraft ReadTouchpoint(DocumentObject touchpoint)
    {
        touchpoint.Require("id", "name");
        touchpoint.Expect("kind", "interaction");
        Carried carried = new();
        TouchpointDraft draft = new(touchpoint.Words("name"))
        {
            Source = touchpoint.Value,
            Carried = carried,
            Id = touchpoint.Text("id"),
            About = touchpoint.Words("description"),
            TouchpointKind = touchpoint.OneOf<TouchpointKind>("kind") ?? TouchpointKind.Interaction,
            Channel = touchpoint.Id("channelId"),
            Initiator = touchpoint.OneOf<TouchpointInitiator>("initiator"),
            Importance = touchpoint.Whole("importance") ?? TouchpointDraft.DefaultImportance,
            Doing = touchpoint.Words("doing"),
            TargetEmotion = touchpoint.Number("targetEmotion"),
            Engagement = touchpoint.Whole("engagement"),
            Owner = touchpoint.Id("ownerDepartmentId"),
            SubJourneyId = touchpoint.Text("subJourneyId"),
            ExpectedDuration = touchpoint.Durations("expectedDuration", carried),
        };
        if (touchpoint.Value.Member("kind")?.IsText("interaction") ?? true) touchpoint.Expect("initiator", "customer");
        draft.Questions.Inherit(touchpoint.ManyWords("questions"));
        draft.Emotions.AddRange(touchpoint.Objects("emotions", DocumentSchema.Emotion).Select(emotion => ReadEmotion(emotion.Item, draft)));
        ReadMomentOfTruth(touchpoint, draft);
        draft.Personas.Inherit(touchpoint.Ids("personaIds"));
        draft.PainPoints.AddRange(touchpoint.Objects("painPoints", DocumentSchema.PainPoint).Select(pain => ReadPainPoint(pain.Item)));
        draft.Frontstage.Inherit(touchpoint.ManyWords("frontstage"));
        draft.Backstage.Inherit(touchpoint.ManyWords("backstage"));
        draft.Systems.Inherit(touchpoint.ManyWords("systems"));
        draft.PhysicalEvidence.Inherit(touchpoint.ManyWords("physicalEvidence"));
        draft.Departments.Inherit(touchpoint.Ids("departmentIds"));
        draft.Metrics.Inherit(touchpoint.Ids("metricIds"));
        ReadClaims(touchpoint, draft);
        ReadBindings(touchpoint, draft);
        draft.Evidence.Inherit(touchpoint.Ids("evidenceIds"));
        touchpoint.End(carried);
        return draft;
    }

    private static EmotionDraft ReadEmotion(DocumentObject emotion, TouchpointDraft owner)
    {
        emotion.Require("value");
        EmotionDraft draft = new(owner)
        {
            Source = emotion.Value,
            Score = emotion.Number("value") ?? 0,
            Target = emotion.Own(DocumentSchema.EmotionTarget, IsEmotion, "a number, -2 to 2") is { } target ? DocumentObject.NumberOf(target) : null,
            Persona = emotion.Id("personaId"),
            Label = emotion.Words("label"),
            Quote = emotion.Words("quote"),
            Origin = emotion.OneOf<EmotionSource>("source"),
            SampleSize = emotion.Whole("sampleSize"),
        };
        emotion.End(draft.Carried);
        return draft;
    }

    private static PainPointDraft ReadPainPoint(DocumentObject pain)
    {
        pain.Require("id", "text", "severity");
        PainPointDraft draft = new(pain.Words("text"))
        {
            Source = pain.Value,
            Id = pain.Text("id"),
            Severity = (Severity)((pain.Whole("severity", 1, 4) ?? 1) - 1),
            Category = pain.OneOf<PainPointCategory>("category"),
            AffectedShare = pain.Number("affectedShare"),
        };
        draft.Personas.Inherit(pain.Ids("personaIds"));
        draft.Evidence.Inherit(pain.Ids("evidenceIds"));
        pain.End(draft.Carried);
        return draft;
    }

    private static void ReadMomentOfTruth(DocumentObject touchpoint, TouchpointDraft draft)
    {
        if (touchpoint.Object("momentOfTruth", DocumentSchema.MomentOfTruth) is not { } moment) return;
        moment.Require("type");
        draft.MomentOfTruth = new MomentOfTruth { Kind = moment.OneOf<MomentOfTruthKind>("type") ?? MomentOfTruthKind.Custom, Why = moment.Words("why") };
        moment.End(draft.Carried.Part("momentOfTruth"));
    }

    private static void ReadClaims(DocumentObject touchpoint, TouchpointDraft draft)
    {
        foreach ((int index, DocumentObject claim) in touchpoint.Objects("claims", DocumentSchema.Claim))
        {
            claim.Require("key", "value");
            if (claim.Text("key") is { } key && claim.Text("value") is { } value) draft.Claims.Add(new TouchpointClaim { Key = key, Value = value });
            claim.End(draft.Carried.Part(Carried.Item("claims", index)));
        }
    }

    private static void ReadBindings(DocumentObject touchpoint, TouchpointDraft draft)
    {
        foreach ((int index, DocumentObject binding) in touchpoint.Objects("eventBindings", DocumentSchema.EventBinding))
        {
            binding.Require("eventType");
            Carried carried = draft.Carried.Part(Carried.Item("eventBindings", index));
            (string? channel, List<EventCondition> conditions) = ReadConditions(binding, carried);
            if (binding.Text("eventType") is { } name) draft.EventBindings.Add(new EventBinding { Event = name, Channel = channel, Conditions = conditions });
            binding.End(carried);
        }
    }

    /// <summary>The channel and the attributes that an event must have. The format does not say what a value may be: what is no text is a condition on its JSON, and is written as it was.</summary>
    private static (string? Channel, List<EventCondition> Conditions) ReadConditions(DocumentObject binding, Carried carried)
    {
        string? channel = null;
        List<EventCondition> conditions = [];
        if (binding.Take("where") is not { } where || !binding.Is(where, DocumentValueKind.Object, "an object of values by attribute")) return (channel, conditions);
        foreach ((string name, DocumentValue value) in where.Members)
        {
            if (name == "channel")
            {
                if (binding.Is(value, DocumentValueKind.Text, "the name of a channel of the log")) channel = value.Content;
            }
            else
            {
                string condition = value.Kind is DocumentValueKind.List or DocumentValueKind.Object ? Encoding.UTF8.GetString(DocumentWriter.Write(value)).Trim() : value.Content;
                conditions.Add(new EventCondition { Attribute = name, Value = condition });
                if (value.Kind != DocumentValueKind.Text) carried.Part("where").Spell(name, value);
            }
        }

        return (channel, conditions);
    }
}
