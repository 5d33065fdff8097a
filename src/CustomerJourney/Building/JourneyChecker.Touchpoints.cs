using CustomerJourney.Building.Documents;

namespace CustomerJourney.Building;

internal sealed partial class JourneyChecker
{
    private const double MostEmotion = 2;

    private void CheckTouchpoint(TouchpointDraft touchpoint)
    {
        CheckText(touchpoint, "the description", touchpoint.About, "description");
        CheckDefined(touchpoint, touchpoint.TouchpointKind, "kind");
        CheckReference(touchpoint, touchpoint.Channel, index.Channels);
        CheckDefined(touchpoint, touchpoint.Initiator, "initiator");
        CheckScore(touchpoint, "importance", touchpoint.Importance, "importance");
        CheckText(touchpoint, "what the customer does", touchpoint.Doing, "doing");
        CheckTexts(touchpoint, "a question", touchpoint.Questions, "questions");
        CheckEmotion(touchpoint, "the target emotion", touchpoint.TargetEmotion, "targetEmotion");
        foreach (EmotionDraft emotion in touchpoint.Emotions) CheckEmotion(emotion);
        CheckScore(touchpoint, "engagement", touchpoint.Engagement, "engagement");
        if (touchpoint.MomentOfTruth is { } moment)
        {
            CheckDefined(touchpoint, moment.Kind, "kind of the moment of truth", "momentOfTruth.type");
            CheckText(touchpoint, "the reason for the moment of truth", moment.Why, "momentOfTruth.why");
        }

        CheckReferences(touchpoint, touchpoint.Personas, index.Personas);
        CheckTexts(touchpoint, "what is done frontstage", touchpoint.Frontstage, "frontstage");
        CheckTexts(touchpoint, "what is done backstage", touchpoint.Backstage, "backstage");
        CheckTexts(touchpoint, "a system", touchpoint.Systems, "systems");
        CheckTexts(touchpoint, "a piece of physical evidence", touchpoint.PhysicalEvidence, "physicalEvidence");
        CheckReferences(touchpoint, touchpoint.Departments, index.Departments);
        CheckReference(touchpoint, touchpoint.Owner, index.Departments);
        CheckReferences(touchpoint, touchpoint.Metrics, index.Metrics);
        foreach ((int place, TouchpointClaim claim) in touchpoint.Claims.Index())
        {
            CheckText(touchpoint, "the key of a claim", (LocalizedText)claim.Key, $"claims[{Phrase.Number(place)}].key");
            CheckText(touchpoint, "the value of a claim", (LocalizedText)claim.Value, $"claims[{Phrase.Number(place)}].value");
        }

        CheckBindings(touchpoint);
        CheckReferences(touchpoint, touchpoint.Evidence, index.Evidence);
        CheckOtherJourney(touchpoint, "sub-journey", touchpoint.SubJourneyId, "subJourneyId");
        CheckDuration(touchpoint, touchpoint.ExpectedDuration);
    }

    private void CheckEmotion(EmotionDraft emotion)
    {
        CheckEmotion(emotion, "the score", emotion.Score, "value");
        CheckEmotion(emotion, "the target", emotion.Target, DocumentSchema.EmotionTarget);
        CheckReference(emotion, emotion.Persona, index.Personas);
        CheckText(emotion, "the label", emotion.Label, "label");
        CheckText(emotion, "the quote", emotion.Quote, "quote");
        CheckDefined(emotion, emotion.Origin, "source");
        CheckAtLeast(emotion, "sample size", emotion.SampleSize, 1, "sampleSize");
    }

    private void CheckBindings(TouchpointDraft touchpoint)
    {
        if (touchpoint.EventBindings.Count == 0) return;
        foreach ((int place, EventBinding binding) in touchpoint.EventBindings.Index())
        {
            string property = $"eventBindings[{Phrase.Number(place)}]";
            CheckDataName(touchpoint, "the event that shows it", binding.Event, property + ".eventType");
            if (binding.Channel is { } channel) CheckDataName(touchpoint, "the channel of the log", channel, property + ".where.channel");
            HashSet<string> attributes = new(StringComparer.Ordinal);
            foreach (EventCondition condition in binding.Conditions)
            {
                CheckDataName(touchpoint, "the attribute that an event must have", condition.Attribute, property + ".where");
                CheckUnicode(touchpoint, "the value of an attribute", condition.Value, property + ".where");
                if (condition.Attribute == "channel") _problems.Add(touchpoint, $"the event {Phrase.Quote(binding.Event)} is bound by an attribute called \"channel\"; name the channel of the log by itself", property + ".where");
                if (!attributes.Add(condition.Attribute)) _problems.Add(touchpoint, $"the event {Phrase.Quote(binding.Event)} must have two values of the attribute {Phrase.Quote(condition.Attribute)}; bind it twice, once for each", property + ".where");
            }
        }
    }

    private void CheckPainPoint(PainPointDraft pain)
    {
        CheckName(pain);
        CheckId(pain);
        CheckDefined(pain, pain.Severity, "severity");
        CheckDefined(pain, pain.Category, "category");
        CheckShare(pain, "the affected share", pain.AffectedShare, "affectedShare");
        CheckReferences(pain, pain.Personas, index.Personas);
        CheckReferences(pain, pain.Evidence, index.Evidence);
    }

    private void CheckEmotion(Draft part, string what, double? value, string property)
    {
        if (value is { } given && !(given is >= -MostEmotion and <= MostEmotion)) _problems.Add(part, $"{what} is {Phrase.Number(given)}; allowed is -2 to +2", property);
    }
}
