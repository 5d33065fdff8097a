using CustomerJourney.Building;

namespace CustomerJourney.Comparison;

/// <summary>Walks two maps kind by kind and notes what differs.</summary>
internal sealed class MapDifferences
{
    private readonly List<MapChange> _changes = [];
    private readonly List<MapEmotionGap> _gaps = [];
    private readonly MapMatch<Stage> _stages;
    private readonly MapMatch<Persona> _personas;
    private readonly MapMatch<TouchpointChannel> _channels;
    private readonly MapMatch<Metric> _metrics;
    private readonly MapMatch<Touchpoint> _touchpoints;
    private readonly MapMatch<PainPoint> _painPoints;

    public MapDifferences(Journey baseline, Journey candidate)
    {
        _stages = new(baseline.Stages, candidate.Stages, stage => stage.Id, (one, other) => one.Name == other.Name);
        _personas = new(baseline.Personas, candidate.Personas, persona => persona.Id, (one, other) => one.Name == other.Name);
        _channels = new(baseline.Channels, candidate.Channels, channel => channel.Id, (one, other) => one.Name == other.Name);
        _metrics = new(baseline.Metrics, candidate.Metrics, metric => metric.Id, (one, other) => one.Name == other.Name);
        _touchpoints = new(baseline.Touchpoints, candidate.Touchpoints, touchpoint => touchpoint.Id, (one, other) => one.Name == other.Name && _channels.AreSame(one.Channel, other.Channel));
        Dictionary<PainPoint, Touchpoint> owners = new(ReferenceEqualityComparer.Instance);
        _painPoints = new(PainPoints(baseline, owners), PainPoints(candidate, owners), pain => pain.Id, (one, other) => one.Text == other.Text && _touchpoints.AreSame(owners[one], owners[other]));
        MapMatch<Opportunity> opportunities = new(baseline.Opportunities, candidate.Opportunities, idea => idea.Id, (one, other) => one.Title == other.Title);

        CompareJourneys(baseline, candidate);
        Compare("stage", _stages, stage => stage.Name, Facts, stage => Ordinal(stage.Position));
        NoteMoved("stage", _stages, stage => stage.Name);
        Compare("touchpoint", _touchpoints, touchpoint => touchpoint.Name, Facts, touchpoint => $"stage {Phrase.Quote(touchpoint.Stage.Name)}");
        NoteMovedTouchpoints();
        _gaps.AddRange(_touchpoints.Pairs.Select(pair => new MapEmotionGap { Baseline = pair.Before, Candidate = pair.After }));
        Compare("pain point", _painPoints, pain => pain.Text, Facts, pain => $"touchpoint {Phrase.Quote(owners[pain].Name)}");
        foreach ((PainPoint before, PainPoint after) in _painPoints.Pairs.Where(pair => !_touchpoints.AreSame(owners[pair.Before], owners[pair.After])))
            Note(MapChangeKind.Moved, Phrase.Of("pain point", after.Text), $"from touchpoint {Phrase.Quote(owners[before].Name)} to touchpoint {Phrase.Quote(owners[after].Name)}");
        Compare("persona", _personas, persona => persona.Name, Facts);
        NoteMoved("persona", _personas, persona => persona.Name);
        Compare("channel", _channels, channel => channel.Name, Facts);
        Compare("metric", _metrics, metric => metric.Name, Facts);
        Compare("opportunity", opportunities, idea => idea.Title, Facts);
    }

    public IReadOnlyList<MapChange> Changes => _changes;

    public IReadOnlyList<MapEmotionGap> EmotionGaps => _gaps;

    /// <summary>How many parts the two maps have together, the maps themselves among them.</summary>
    public int Parts { get; private set; } = 2;

    /// <summary>How many parts are on both maps, the map itself among them.</summary>
    public int Matched { get; private set; } = 1;

    private static List<PainPoint> PainPoints(Journey journey, Dictionary<PainPoint, Touchpoint> owners)
    {
        List<PainPoint> all = [];
        foreach (Touchpoint touchpoint in journey.Touchpoints)
        {
            foreach (PainPoint pain in touchpoint.PainPoints)
            {
                all.Add(pain);
                owners[pain] = touchpoint; // A map compared with itself shows each pain point twice.
            }
        }

        return all;
    }

    private static Dictionary<T, int> Places<T>(IReadOnlyList<T> parts) where T : class
    {
        Dictionary<T, int> places = new(ReferenceEqualityComparer.Instance);
        foreach ((int place, T part) in parts.Index()) places.Add(part, place);
        return places;
    }

    private static string Ordinal(int position) => $"place {Phrase.Number(position + 1)}";

    private void Note(MapChangeKind kind, string element, string description, double? gap = null) =>
        _changes.Add(new MapChange { Kind = kind, Element = element, Description = description, EmotionGap = gap });

    private void CompareJourneys(Journey baseline, Journey candidate)
    {
        string element = Phrase.Of("journey", candidate.Name);
        if (baseline.Name != candidate.Name) Note(MapChangeKind.Renamed, element, $"from {Phrase.Quote(baseline.Name)}");
        MapFacts facts = new();
        facts.Add("state", baseline.State, candidate.State);
        facts.Add("persona attribute", baseline.PersonaAttribute, candidate.PersonaAttribute);
        if (facts.Any) Note(MapChangeKind.Changed, element, facts.Description);
    }

    private void Compare<T>(string kind, MapMatch<T> match, Func<T, string> name, Func<T, T, MapFacts> compare, Func<T, string>? place = null) where T : class
    {
        Dictionary<T, T> before = new(ReferenceEqualityComparer.Instance);
        foreach ((T old, T current) in match.Pairs) before.Add(current, old);
        Matched += before.Count;
        Parts += match.Baseline.Count + match.Candidate.Count;
        foreach (T part in match.Candidate)
        {
            string element = Phrase.Of(kind, name(part));
            if (!before.TryGetValue(part, out T? old))
            {
                Note(MapChangeKind.Added, element, place is null ? "new" : $"new at {place(part)}");
                continue;
            }

            if (name(old) != name(part)) Note(MapChangeKind.Renamed, element, $"from {Phrase.Quote(name(old))}");
            MapFacts facts = compare(old, part);
            if (facts.Any) Note(MapChangeKind.Changed, element, facts.Description, facts.EmotionGap);
        }

        foreach (T part in match.Removed) Note(MapChangeKind.Removed, Phrase.Of(kind, name(part)), place is null ? "gone" : $"gone from {place(part)}");
    }

    /// <summary>Notes which parts stand in another order: stages, and personas, of which the first that matches is taken.</summary>
    private void NoteMoved<T>(string kind, MapMatch<T> match, Func<T, string> name) where T : class
    {
        Dictionary<T, int> places = Places(match.Baseline), newPlaces = Places(match.Candidate);
        (T Before, T After)[] pairs = [.. match.Pairs];
        foreach (int i in MapOrder.Moved([.. pairs.Select(pair => places[pair.Before])]).Order())
            Note(MapChangeKind.Moved, Phrase.Of(kind, name(pairs[i].After)), $"from {Ordinal(places[pairs[i].Before])} to {Ordinal(newPlaces[pairs[i].After])}");
    }

    private void NoteMovedTouchpoints()
    {
        Dictionary<Touchpoint, int> places = Places(_touchpoints.Baseline);
        foreach (Stage stage in _stages.Candidate)
        {
            (Touchpoint Before, Touchpoint After)[] here = [.. _touchpoints.Pairs.Where(pair => pair.After.Stage == stage)];
            (Touchpoint Before, Touchpoint After)[] stayed = [.. here.Where(pair => _stages.AreSame(pair.Before.Stage, stage))];
            IReadOnlySet<int> moved = MapOrder.Moved([.. stayed.Select(pair => places[pair.Before])]);
            HashSet<Touchpoint> inOtherOrder = [.. moved.Select(i => stayed[i].After)];
            foreach ((Touchpoint before, Touchpoint after) in here)
            {
                string element = Phrase.Of("touchpoint", after.Name);
                if (!_stages.AreSame(before.Stage, stage)) Note(MapChangeKind.Moved, element, $"from stage {Phrase.Quote(before.Stage.Name)} to stage {Phrase.Quote(stage.Name)}");
                else if (inOtherOrder.Contains(after)) Note(MapChangeKind.Moved, element, $"to another place in stage {Phrase.Quote(stage.Name)}");
            }
        }
    }

    private MapFacts Facts(Stage before, Stage after)
    {
        MapFacts facts = new();
        facts.Add("goal", before.CustomerGoal, after.CustomerGoal);
        facts.Add("expected duration", before.ExpectedDuration?.Longest, after.ExpectedDuration?.Longest);
        if (!_metrics.AreSame(before.Metrics, after.Metrics)) facts.Add("metrics", before.Metrics.Select(metric => metric.Name), after.Metrics.Select(metric => metric.Name));
        return facts;
    }

    private MapFacts Facts(Touchpoint before, Touchpoint after)
    {
        MapFacts facts = new();
        if (!_channels.AreSame(before.Channel, after.Channel)) facts.AddDifferent("channel", before.Channel?.Name, after.Channel?.Name);
        facts.Add("importance", before.Importance, after.Importance);
        facts.Add("moment of truth", before.IsMomentOfTruth, after.IsMomentOfTruth);
        facts.Add("reason for the moment of truth", before.MomentOfTruth?.Why, after.MomentOfTruth?.Why);
        facts.Add("target emotion", before.TargetEmotion, after.TargetEmotion);
        if (!HaveSameEmotions(before, after))
        {
            facts.Add("emotions", before.Emotions.Select(Describe), after.Emotions.Select(Describe));
            facts.EmotionGap = after.MeanEmotion - before.MeanEmotion;
        }

        if (!before.EventBindings.ToHashSet().SetEquals(after.EventBindings)) facts.Add("events", before.EventBindings.Select(Describe), after.EventBindings.Select(Describe));
        return facts;
    }

    private bool HaveSameEmotions(Touchpoint before, Touchpoint after) =>
        before.Emotions.Count == after.Emotions.Count
        && before.Emotions.Zip(after.Emotions).All(pair =>
            pair.First.Score.Equals(pair.Second.Score) && Nullable.Equals(pair.First.OwnTarget, pair.Second.OwnTarget) && _personas.AreSame(pair.First.Persona, pair.Second.Persona));

    private static string Describe(Emotion emotion) =>
        $"{Phrase.Number(emotion.Score)}{(emotion.OwnTarget is { } target ? $" aiming at {Phrase.Number(target)}" : "")}{(emotion.Persona is { } persona ? $" for {Phrase.Quote(persona.Name)}" : "")}";

    private static string Describe(EventBinding binding) => binding.Channel is null ? Phrase.Quote(binding.Event) : $"{Phrase.Quote(binding.Event)} on {Phrase.Quote(binding.Channel)}";

    private static MapFacts Facts(PainPoint before, PainPoint after)
    {
        MapFacts facts = new();
        facts.Add("severity", before.Severity, after.Severity);
        facts.Add("affected share", before.AffectedShare, after.AffectedShare);
        return facts;
    }

    private static MapFacts Facts(Persona before, Persona after)
    {
        MapFacts facts = new();
        facts.Add("primary", before.IsPrimary, after.IsPrimary);
        facts.Add("share", before.Share, after.Share);
        if (!before.LookingFor.SequenceEqual(after.LookingFor)) facts.Add("looking for", before.LookingFor.Select(text => Phrase.Quote(text.ToString())), after.LookingFor.Select(text => Phrase.Quote(text.ToString())));
        if (!before.ObservationRules.ToHashSet().SetEquals(after.ObservationRules)) facts.Add("rules", before.ObservationRules.Select(Describe), after.ObservationRules.Select(Describe));
        return facts;

        static string Describe(PersonaRule rule) => $"{Phrase.Quote(rule.Attribute)} is {Phrase.Quote(rule.Value)}";
    }

    private static MapFacts Facts(TouchpointChannel before, TouchpointChannel after)
    {
        MapFacts facts = new();
        facts.Add("category", before.Category, after.Category);
        return facts;
    }

    private static MapFacts Facts(Metric before, Metric after)
    {
        MapFacts facts = new();
        facts.Add("kind", before.Kind, after.Kind);
        facts.Add("baseline", before.Baseline, after.Baseline);
        facts.Add("target", before.Target, after.Target);
        return facts;
    }

    private MapFacts Facts(Opportunity before, Opportunity after)
    {
        MapFacts facts = new();
        facts.Add("impact", before.Impact, after.Impact);
        facts.Add("effort", before.Effort, after.Effort);
        facts.Add("confidence", before.Confidence, after.Confidence);
        if (!_painPoints.AreSame(before.PainPoints, after.PainPoints)) facts.Add("pain points", before.PainPoints.Select(pain => Phrase.Quote(pain.Text)), after.PainPoints.Select(pain => Phrase.Quote(pain.Text)));
        return facts;
    }
}
