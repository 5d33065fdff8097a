namespace CustomerJourney.Building;

/// <summary>Fills a touchpoint.</summary>
public sealed class TouchpointBuilder
{
    private readonly TouchpointDraft _touchpoint;
    private readonly JourneyDraft _journey;

    internal TouchpointBuilder(TouchpointDraft touchpoint, JourneyDraft journey) => (_touchpoint, _journey) = (touchpoint, journey);

    /// <summary>Gives the touchpoint an id, the only one of its kind in the map: lower-case letters, digits and single hyphens, at most 64 characters. Without one it is made from the name once.</summary>
    public TouchpointBuilder Id(string id)
    {
        _touchpoint.Identify(id, _journey.Problems);
        return this;
    }

    /// <summary>Gives the touchpoint another name; the id stays.</summary>
    public TouchpointBuilder Renamed(string name)
    {
        _touchpoint.Name = name;
        return this;
    }

    /// <summary>Takes place on a channel of the map, found by name or id.</summary>
    public TouchpointBuilder On(string channel)
    {
        (_touchpoint.Channel, _touchpoint.Category) = (new Reference(channel, ById: false), null);
        return this;
    }

    /// <summary>Takes place on the map's only channel of a category. Where there is none, one is added that is named after the category; where there are several, that is a problem.</summary>
    public TouchpointBuilder On(ChannelCategory category)
    {
        (_touchpoint.Channel, _touchpoint.Category) = (null, category);
        return this;
    }

    /// <summary>Names events of the log that show that this touchpoint happened, on any channel. An event may be evidence for several touchpoints; the classifier says which is meant.</summary>
    public TouchpointBuilder ObservedAs(params ReadOnlySpan<string> events)
    {
        foreach (string name in events) _touchpoint.EventBindings.Add((name, null));
        return this;
    }

    /// <summary>Names events that show that this touchpoint happened when they come from one channel of the log.</summary>
    /// <param name="channel">The channel as the log names it, which need not be a channel of the map.</param>
    /// <param name="events">The events as the log names them.</param>
    public TouchpointBuilder ObservedOn(string channel, params ReadOnlySpan<string> events)
    {
        if (string.IsNullOrEmpty(channel)) _journey.Problems.Add(_touchpoint, "the channel of the log is empty; name it, or use ObservedAs for any channel");
        if (events.IsEmpty) _journey.Problems.Add(_touchpoint, $"no event is named for the channel {Phrase.Quote(channel)} of the log; name at least one");
        foreach (string name in events) _touchpoint.EventBindings.Add((name, channel));
        return this;
    }

    /// <summary>How much the touchpoint matters to the customer, 1 to 5. Without a word it is 3.</summary>
    public TouchpointBuilder Important(int importance)
    {
        _touchpoint.Importance = importance;
        return this;
    }

    /// <summary>The customer's opinion of the company is made or broken here.</summary>
    public TouchpointBuilder MomentOfTruth(string? why = null)
    {
        if (why is not null && string.IsNullOrWhiteSpace(why)) _journey.Problems.Add(_touchpoint, "the reason for the moment of truth is blank; leave it out or give one");
        (_touchpoint.IsMomentOfTruth, _touchpoint.MomentOfTruthReason) = (true, why);
        return this;
    }

    /// <summary>How the touchpoint feels and how it should. Said again for the same persona, it replaces what was said before.</summary>
    /// <param name="score">-2 (awful) to +2 (delightful), 0 is neutral.</param>
    /// <param name="target">How it should feel, on the same scale: for the persona where one is named, else for everyone. Without it an earlier target stays.</param>
    /// <param name="persona">Whose feeling it is, by name or id; everyone's where none is named.</param>
    public TouchpointBuilder Feels(double score, double? target = null, string? persona = null)
    {
        Reference? who = persona is null ? null : new Reference(persona, ById: false);
        EmotionDraft? before = _touchpoint.Emotions.Find(emotion => IsSame(emotion.Persona, who));
        EmotionDraft after = new(_touchpoint) { Score = score, Persona = who, Target = who is null ? null : target ?? before?.Target };
        if (before is null) _touchpoint.Emotions.Add(after);
        else _touchpoint.Emotions[_touchpoint.Emotions.IndexOf(before)] = after;
        if (who is null) _touchpoint.TargetEmotion = target ?? _touchpoint.TargetEmotion;
        return this;
    }

    /// <summary>Adds what hurts here.</summary>
    /// <param name="text">What hurts, in a sentence.</param>
    /// <param name="severity">How badly.</param>
    /// <param name="affectedShare">The share of customers that it hits, 0 to 1; <see langword="null"/> when unknown.</param>
    /// <param name="id">An id; made from the text where there is none.</param>
    public TouchpointBuilder AddPainPoint(string text, Severity severity, double? affectedShare = null, string? id = null)
    {
        _touchpoint.PainPoints.Add(new PainPointDraft(text) { Severity = severity, AffectedShare = affectedShare, Id = id });
        return this;
    }

    private bool IsSame(Reference? one, Reference? other) =>
        one is null || other is null
            ? one is null && other is null
            : string.Equals(one.Text, other.Text, StringComparison.Ordinal)
                || (one.Find(_journey.Personas) is { } persona && persona == other.Find(_journey.Personas));
}
