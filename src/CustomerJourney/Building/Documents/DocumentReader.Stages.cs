namespace CustomerJourney.Building.Documents;

internal sealed partial class DocumentReader
{
    private StageDraft ReadStage(DocumentObject stage)
    {
        stage.Require("id", "name", "touchpoints");
        Carried carried = new();
        StageDraft draft = new(stage.Words("name", carried))
        {
            Source = stage.Value,
            Id = stage.Text("id"),
            CustomerGoal = stage.Words("customerGoal", carried),
            ExpectedDuration = ReadDuration(stage, carried),
        };
        draft.Metrics.AddRange(stage.Ids("metricIds"));
        draft.Touchpoints.AddRange(stage.Objects("touchpoints", DocumentSchema.Touchpoint).Select(ReadTouchpoint));
        stage.End(carried);
        draft.Carried.AddRange(carried);
        return draft;
    }

    /// <summary>The longest expected duration. The shortest, and a spelling in other units, are carried.</summary>
    private TimeSpan? ReadDuration(DocumentObject stage, Carried carried)
    {
        if (stage.Object("expectedDuration", DocumentSchema.Range) is not { } range) return null;
        range.Require("min", "max");
        TimeSpan? shortest = Read("min");
        TimeSpan? longest = Read("max");
        Carried rest = new();
        range.End(rest);
        if (shortest > longest) _context.Problems.Add(range.Value, $"the shortest duration {range.Text("min")} is longer than the longest, {range.Text("max")}");
        if (rest.Members.Count > 0 || range.Text("min") != IsoDuration.Zero || longest is null || range.Text("max") != IsoDuration.ToText(longest.Value))
            carried.Add("expectedDuration", range.Value);
        return longest;

        TimeSpan? Read(string property)
        {
            if (range.Text(property) is not { } text) return null;
            TimeSpan? duration = IsoDuration.Parse(text);
            if (duration is null) _context.Problems.AddUnreadable(range.Value.Member(property)!, $"it is {Phrase.Quote(text)}; {IsoDuration.Rule}");
            return duration;
        }
    }

    private TouchpointDraft ReadTouchpoint(DocumentObject touchpoint)
    {
        touchpoint.Require("id", "name");
        Carried carried = new();
        TouchpointDraft draft = new(touchpoint.Words("name", carried))
        {
            Source = touchpoint.Value,
            Id = touchpoint.Text("id"),
            Channel = touchpoint.Id("channelId"),
            Importance = touchpoint.Whole("importance") ?? TouchpointDraft.DefaultImportance,
            TargetEmotion = touchpoint.Number("targetEmotion"),
        };
        foreach (DocumentObject emotion in touchpoint.Objects("emotions", DocumentSchema.Emotion)) draft.Emotions.Add(ReadEmotion(emotion, draft));
        foreach (DocumentObject pain in touchpoint.Objects("painPoints", DocumentSchema.PainPoint)) draft.PainPoints.Add(ReadPainPoint(pain));
        ReadMomentOfTruth(touchpoint, draft, carried);
        ReadBindings(touchpoint, draft, carried);
        bool isInteraction = touchpoint.Value.Member("kind")?.IsText("interaction") ?? true;
        touchpoint.End(carried, isInteraction ? [("kind", "interaction"), ("initiator", "customer")] : []);
        draft.Carried.AddRange(carried);
        return draft;
    }

    private static EmotionDraft ReadEmotion(DocumentObject emotion, TouchpointDraft owner)
    {
        emotion.Require("value");
        EmotionDraft draft = new(owner)
        {
            Source = emotion.Value,
            Score = emotion.Number("value") ?? 0,
            Target = emotion.Number("x-target"),
            Persona = emotion.Id("personaId"),
        };
        emotion.End(draft.Carried);
        return draft;
    }

    private static PainPointDraft ReadPainPoint(DocumentObject pain)
    {
        pain.Require("id", "text", "severity");
        Carried carried = new();
        PainPointDraft draft = new(pain.Words("text", carried))
        {
            Source = pain.Value,
            Id = pain.Text("id"),
            Severity = (Severity)((pain.Whole("severity", 1, 4) ?? 1) - 1),
            AffectedShare = pain.Number("affectedShare"),
        };
        pain.End(carried);
        draft.Carried.AddRange(carried);
        return draft;
    }

    private static void ReadMomentOfTruth(DocumentObject touchpoint, TouchpointDraft draft, Carried carried)
    {
        if (touchpoint.Object("momentOfTruth", DocumentSchema.MomentOfTruth) is not { } moment) return;
        Carried rest = new();
        draft.IsMomentOfTruth = true;
        draft.MomentOfTruthReason = moment.Words("why", rest);
        moment.End(rest, ("type", "custom"));
        if (rest.Members.Count > 0) carried.Add("momentOfTruth", moment.Value);
    }

    private void ReadBindings(DocumentObject touchpoint, TouchpointDraft draft, Carried carried)
    {
        Carried rest = new();
        foreach (DocumentObject binding in touchpoint.Objects("eventBindings", DocumentSchema.EventBinding))
        {
            binding.Require("eventType");
            string? channel = null;
            if (binding.Take("where") is { } where && binding.Is(where, DocumentValueKind.Object, "an object with the property channel"))
            {
                foreach ((string name, DocumentValue value) in where.Members)
                {
                    if (name != "channel") _context.Problems.Add(value, $"events can be told apart by {Phrase.Quote("channel")} only, not yet by {Phrase.Quote(name)}; without the condition other events would count too");
                    else if (binding.Is(value, DocumentValueKind.Text, "the name of a channel of the log")) channel = value.Content;
                }
            }

            if (binding.Text("eventType") is { } eventName) draft.EventBindings.Add((eventName, channel));
            binding.End(rest);
        }

        if (rest.Members.Count > 0) carried.Add("eventBindings", touchpoint.Value.Member("eventBindings")!);
    }
}
