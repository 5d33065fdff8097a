namespace CustomerJourney.Building;

/// <content>Feelings, pains, claims and evidence in the log.</content>
public sealed partial class TouchpointBuilder
{
    /// <summary>How the touchpoint feels and how it should. Said again for the same persona, it replaces what was said before.</summary>
    /// <param name="score">-2 (awful) to +2 (delightful), 0 is neutral.</param>
    /// <param name="target">How it should feel, on the same scale: for the persona where one is named, else for everyone. Without it an earlier target stays.</param>
    /// <param name="persona">Whose feeling it is, by name or id; everyone's where none is named.</param>
    /// <param name="label">The feeling in a word.</param>
    /// <param name="quote">What a customer said.</param>
    /// <param name="source">How the feeling is known.</param>
    /// <param name="sampleSize">How many people it rests on, 1 or more.</param>
    public TouchpointBuilder Feels(double score, double? target = null, string? persona = null, LocalizedText? label = null, LocalizedText? quote = null, EmotionSource? source = null, int? sampleSize = null)
    {
        Reference? who = persona is null ? null : new Reference(persona, ById: false);
        PersonaDraft? meant = who?.Find(_journey.Personas);
        int place = _touchpoint.Emotions.FindIndex(emotion => emotion.Persona == who || (meant is not null && emotion.Persona?.Find(_journey.Personas) == meant));
        EmotionDraft feeling = new(_touchpoint)
        {
            Score = score,
            Persona = who,
            Target = who is null ? null : target ?? (place < 0 ? null : _touchpoint.Emotions[place].Target),
            Label = label,
            Quote = quote,
            Origin = source,
            SampleSize = sampleSize,
        };
        if (place < 0) _touchpoint.Emotions.Add(feeling);
        else _touchpoint.Emotions[place] = feeling;
        if (who is null) _touchpoint.TargetEmotion = target ?? _touchpoint.TargetEmotion;
        return this;
    }

    /// <summary>How the touchpoint should feel for everyone, -2 to +2, where nobody knows how it feels or personas feel differently.</summary>
    public TouchpointBuilder ShouldFeel(double target)
    {
        _touchpoint.TargetEmotion = target;
        return this;
    }

    /// <summary>Adds what hurts here.</summary>
    /// <param name="text">What hurts, in a sentence.</param>
    /// <param name="severity">How badly.</param>
    /// <param name="affectedShare">The share of customers that it hits, 0 to 1; <see langword="null"/> when unknown.</param>
    /// <param name="id">An id; made from the text where there is none.</param>
    public TouchpointBuilder AddPainPoint(LocalizedText text, Severity severity, double? affectedShare = null, string? id = null)
    {
        _touchpoint.PainPoints.Add(new PainPointDraft(text) { Severity = severity, AffectedShare = affectedShare, Id = id });
        return this;
    }

    /// <summary>Adds what hurts here, with its category, personas and evidence.</summary>
    public TouchpointBuilder AddPainPoint(LocalizedText text, Severity severity, Action<PainPointBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        PainPointDraft pain = new(text) { Severity = severity };
        _touchpoint.PainPoints.Add(pain);
        configure(new PainPointBuilder(pain, _journey.Problems));
        return this;
    }

    /// <summary>Changes a pain point of this touchpoint, found by text or id.</summary>
    public TouchpointBuilder EditPainPoint(string text, Action<PainPointBuilder> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (FindPainPoint(text) is { } pain) change(new PainPointBuilder(pain, _journey.Problems));
        return this;
    }

    /// <summary>Removes a pain point of this touchpoint, found by text or id; opportunities that answered it do so no more.</summary>
    public TouchpointBuilder RemovePainPoint(string text)
    {
        if (FindPainPoint(text) is { } pain)
        {
            ReferenceEraser.Forget(_journey, [pain]);
            _touchpoint.PainPoints.Remove(pain);
        }

        return this;
    }

    /// <summary>Adds a fact that customers are told here, such as <c>return-window</c>, <c>30 days</c>.</summary>
    public TouchpointBuilder Claims(string key, string value)
    {
        _touchpoint.Claims.Add(new TouchpointClaim { Key = key ?? "", Value = value ?? "" });
        return this;
    }

    /// <summary>Customers are told this fact here no more.</summary>
    public TouchpointBuilder ClaimsNoMore(string key)
    {
        if (_touchpoint.Claims.RemoveAll(claim => string.Equals(claim.Key, key, StringComparison.Ordinal)) == 0)
            _journey.Problems.Add(_touchpoint, $"the claim {Phrase.Quote(key)} is not there to remove; {Phrase.Known("claims", _touchpoint.Claims.Select(claim => claim.Key)).Replace("the map has", "the touchpoint has", StringComparison.Ordinal)}");
        _touchpoint.Carried.Drop("claims");
        return this;
    }

    /// <summary>Names events of the log that show that this touchpoint happened, on any channel. An event may be evidence for several touchpoints; the classifier says which is meant.</summary>
    public TouchpointBuilder ObservedAs(params ReadOnlySpan<string> events)
    {
        foreach (string name in events) _touchpoint.EventBindings.Add(new EventBinding { Event = name ?? "" });
        return this;
    }

    /// <summary>Names events that show that this touchpoint happened when they come from one channel of the log.</summary>
    /// <param name="channel">The channel as the log names it, which need not be a channel of the map.</param>
    /// <param name="events">The events as the log names them.</param>
    public TouchpointBuilder ObservedOn(string channel, params ReadOnlySpan<string> events)
    {
        if (events.IsEmpty) _journey.Problems.Add(_touchpoint, $"no event is named for the channel {Phrase.Quote(channel)} of the log; name at least one");
        foreach (string name in events) _touchpoint.EventBindings.Add(new EventBinding { Event = name ?? "", Channel = channel ?? "" });
        return this;
    }

    /// <summary>Binds an event with all its conditions.</summary>
    public TouchpointBuilder ObservedBy(EventBinding binding)
    {
        if (binding is null) _journey.Problems.Add(_touchpoint, "an event binding is null; name an event");
        else _touchpoint.EventBindings.Add(binding);
        return this;
    }

    /// <summary>Forgets all events that showed that this touchpoint happened.</summary>
    public TouchpointBuilder Unobserved()
    {
        _touchpoint.EventBindings.Clear();
        _touchpoint.Carried.Drop("eventBindings");
        return this;
    }

    private PainPointDraft? FindPainPoint(string? text) => new Reference(text, ById: false).FindToChange(
        _touchpoint.PainPoints, "pain point", "pain points", problem => _journey.Problems.Add(_touchpoint, problem.Replace("the map has", "the touchpoint has", StringComparison.Ordinal)));
}
