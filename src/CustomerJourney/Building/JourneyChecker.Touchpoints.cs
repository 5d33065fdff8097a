namespace CustomerJourney.Building;

internal sealed partial class JourneyChecker
{
    private const double MostEmotion = 2;

    private void CheckTouchpoint(TouchpointDraft touchpoint)
    {
        if (touchpoint.Channel is { } channel) Resolve(touchpoint, "channel", "channels", channel, journey.Channels, "channelId");
        CheckScore(touchpoint, "importance", touchpoint.Importance, "importance");
        if (touchpoint.MomentOfTruthReason is { } reason) CheckUnicode(touchpoint, "the reason for the moment of truth", reason, "momentOfTruth");
        CheckEmotion(touchpoint, "the target emotion", touchpoint.TargetEmotion, "targetEmotion");
        foreach (EmotionDraft emotion in touchpoint.Emotions)
        {
            CheckEmotion(emotion, "the score", emotion.Score, "value");
            CheckEmotion(emotion, "the target", emotion.Target, "x-target");
            if (emotion.Persona is { } persona) Resolve(emotion, "persona", "personas", persona, journey.Personas, "personaId");
        }

        HashSet<(string?, string?)> bindings = [];
        foreach ((string? name, string? logChannel) in touchpoint.EventBindings)
        {
            CheckDataName(touchpoint, "the event that shows it", name, "eventBindings");
            if (logChannel is not null) CheckUnicode(touchpoint, "the channel of the log", logChannel, "eventBindings");
            if (!bindings.Add((name, logChannel)))
                _problems.Add(touchpoint, $"the event {Phrase.Quote(name)}{(logChannel is null ? "" : $" on {Phrase.Quote(logChannel)}")} is bound twice; once is enough", "eventBindings");
        }
    }

    private void CheckPainPoint(PainPointDraft pain)
    {
        CheckName(pain);
        CheckId(pain);
        CheckDefined(pain, pain.Severity, "severity");
        CheckShare(pain, "the affected share", pain.AffectedShare, "affectedShare");
    }

    private void CheckEmotion(Draft part, string what, double? value, string property)
    {
        if (value is { } given && !(given is >= -MostEmotion and <= MostEmotion)) _problems.Add(part, $"{what} is {Phrase.Number(given)}; allowed is -2 to +2", property);
    }
}
