using CustomerJourney.Building;
using CustomerJourney.Building.Matching;

namespace CustomerJourney.Comparison;

/// <summary>Walks two maps kind by kind and notes what differs.</summary>
internal sealed class MapDifferences
{
    private readonly List<MapChange> _changes = [];
    private readonly List<MapEmotionGap> _gaps = [];
    private readonly MapMatches _same;
    private readonly MapValues _before;
    private readonly MapValues _after;
    private readonly MapFields _fields;
    private readonly HashSet<Persona> _followed;

    public MapDifferences(Journey baseline, Journey candidate)
    {
        _same = new MapMatches(baseline, candidate);
        (_before, _after) = (new MapValues(baseline), new MapValues(candidate));
        _fields = new MapFields(_before, _after, Common);

        CompareJourneys(baseline, candidate);
        Compare(MapPartKind.Stage, _same.Stages, stage => stage.Name, stage => Ordinal(stage.Position), "touchpoints");
        NoteMoved(MapPartKind.Stage, _same.Stages);
        Compare(MapPartKind.Touchpoint, _same.Touchpoints, touchpoint => touchpoint.Name, touchpoint => $"stage {Phrase.Quote(Name(touchpoint.Stage))}", "painPoints");
        NoteMovedTouchpoints();
        _gaps.AddRange(_same.Touchpoints.Pairs.Select(pair => new MapEmotionGap { Baseline = pair.Before, Candidate = pair.After }));
        Compare(MapPartKind.PainPoint, _same.PainPoints, pain => pain.Text, pain => $"touchpoint {Phrase.Quote(Name(_same.OwnerOf(pain)))}");
        NoteMovedPainPoints();
        _followed = [.. baseline.FollowedPersonas, .. candidate.FollowedPersonas];
        Compare(MapPartKind.Persona, _same.Personas, persona => persona.Name, place: null);
        NoteMoved(MapPartKind.Persona, _same.Personas);
        Compare(MapPartKind.Channel, _same.Channels, channel => channel.Name, place: null);
        Compare(MapPartKind.Department, _same.Departments, department => department.Name, place: null);
        Compare(MapPartKind.Metric, _same.Metrics, metric => metric.Name, place: null);
        Compare(MapPartKind.Evidence, _same.Evidence, evidence => evidence.Title, place: null);
        Compare(MapPartKind.Opportunity, _same.Opportunities, idea => idea.Title, place: null);
    }

    public IReadOnlyList<MapChange> Changes => _changes;

    public IReadOnlyList<MapEmotionGap> EmotionGaps => _gaps;

    /// <summary>How many parts the two maps have together, the maps themselves among them.</summary>
    public int Parts { get; private set; } = 2;

    /// <summary>How many parts are on both maps, the map itself among them.</summary>
    public int Matched { get; private set; } = 1;

    private static Dictionary<T, int> Places<T>(IReadOnlyList<T> parts) where T : class
    {
        Dictionary<T, int> places = new(ReferenceEqualityComparer.Instance);
        foreach ((int place, T part) in parts.Index()) places.Add(part, place);
        return places;
    }

    private static string Ordinal(int position) => $"place {Phrase.Number(position + 1)}";

    /// <summary>What a part is called on its own map.</summary>
    private string Name(object part) => (_after.Find(part) is null ? _before : _after).Name(part);

    private object Common(object part) => part switch
    {
        Stage stage => _same.Stages.Common(stage),
        Touchpoint touchpoint => _same.Touchpoints.Common(touchpoint),
        PainPoint pain => _same.PainPoints.Common(pain),
        Persona persona => _same.Personas.Common(persona),
        TouchpointChannel channel => _same.Channels.Common(channel),
        Department department => _same.Departments.Common(department),
        Metric metric => _same.Metrics.Common(metric),
        Evidence evidence => _same.Evidence.Common(evidence),
        Opportunity idea => _same.Opportunities.Common(idea),
        _ => part,
    };

    private void Note(MapChangeKind kind, string elementKind, object part, string description, IReadOnlyList<MapFieldChange>? fields = null, double? gap = null) => _changes.Add(new MapChange
    {
        Kind = kind,
        ElementKind = elementKind,
        ElementId = (_after.Find(part) ?? _before.Of(part)).Member("id")!.Content,
        Element = Phrase.Of(elementKind, Name(part)),
        Description = description,
        Fields = fields ?? [],
        EmotionGap = gap,
    });

    private void NoteChanged(string elementKind, object part, IReadOnlyList<MapFieldChange> fields, double? gap = null)
    {
        if (fields.Count > 0)
            Note(MapChangeKind.Changed, elementKind, part, string.Join("; ", fields.Select(field => $"{MapFields.Label(field.Field)} from {field.Before ?? "none"} to {field.After ?? "none"}")), fields, gap);
    }

    private void CompareJourneys(Journey baseline, Journey candidate)
    {
        if (baseline.Name != candidate.Name) Note(MapChangeKind.Renamed, MapPartKind.Journey, candidate, $"from {Phrase.Quote(baseline.Name)}");
        NoteChanged(MapPartKind.Journey, candidate,
        [
            .. _fields.Compare(_before.Document, _after.Document, "journey", "personas", "channels", "departments", "metrics", "evidence"),
            .. CompareFacts(baseline, candidate, baseline.Name != candidate.Name, "personaIds", "stages", "opportunities"),
        ]);
    }

    private IReadOnlyList<MapFieldChange> CompareFacts(object before, object after, bool isRenamed, params ReadOnlySpan<string> parts) =>
        _fields.Compare(_before.Of(before), _after.Of(after), ["id", .. isRenamed ? (ReadOnlySpan<string>)["name", "title", "text"] : [], .. parts]);

    private void Compare<T>(string kind, MapMatch<T> match, Func<T, string> name, Func<T, string>? place, params string[] parts) where T : class
    {
        Dictionary<T, T> before = new(ReferenceEqualityComparer.Instance);
        foreach ((T old, T current) in match.Pairs) before.Add(current, old);
        Matched += before.Count;
        Parts += match.Baseline.Count + match.Candidate.Count;
        foreach (T part in match.Candidate)
        {
            if (!before.TryGetValue(part, out T? old))
            {
                Note(MapChangeKind.Added, kind, part, place is null ? "new" : $"new at {place(part)}");
                continue;
            }

            bool isRenamed = name(old) != name(part);
            if (isRenamed) Note(MapChangeKind.Renamed, kind, part, $"from {Phrase.Quote(name(old))}");
            IReadOnlyList<MapFieldChange> fields = [.. CompareFacts(old, part, isRenamed, parts), .. CompareFollowed(old, part)];
            NoteChanged(kind, part, fields, EmotionGap(old, part, fields));
        }

        foreach (T part in match.Removed) Note(MapChangeKind.Removed, kind, part, place is null ? "gone" : $"gone from {place(part)}");
    }

    private static double? EmotionGap(object before, object after, IReadOnlyList<MapFieldChange> fields) =>
        before is Touchpoint old && after is Touchpoint current && fields.Any(field => field.Field == "emotions") ? current.MeanEmotion - old.MeanEmotion : null;

    /// <summary>Notes which parts stand in another order: stages, and personas, of which the first that matches is taken.</summary>
    private void NoteMoved<T>(string kind, MapMatch<T> match) where T : class
    {
        Dictionary<T, int> places = Places(match.Baseline), newPlaces = Places(match.Candidate);
        (T Before, T After)[] pairs = [.. match.Pairs];
        foreach (int i in MapOrder.Moved([.. pairs.Select(pair => places[pair.Before])]).Order())
            Note(MapChangeKind.Moved, kind, pairs[i].After, $"from {Ordinal(places[pairs[i].Before])} to {Ordinal(newPlaces[pairs[i].After])}");
    }

    private void NoteMovedTouchpoints()
    {
        Dictionary<Touchpoint, int> places = Places(_same.Touchpoints.Baseline);
        foreach (Stage stage in _same.Stages.Candidate)
        {
            (Touchpoint Before, Touchpoint After)[] here = [.. _same.Touchpoints.Pairs.Where(pair => pair.After.Stage == stage)];
            (Touchpoint Before, Touchpoint After)[] stayed = [.. here.Where(pair => _same.Stages.AreSame(pair.Before.Stage, stage))];
            IReadOnlySet<int> moved = MapOrder.Moved([.. stayed.Select(pair => places[pair.Before])]);
            HashSet<Touchpoint> inOtherOrder = [.. moved.Select(i => stayed[i].After)];
            foreach ((Touchpoint before, Touchpoint after) in here)
            {
                if (!_same.Stages.AreSame(before.Stage, stage)) Note(MapChangeKind.Moved, MapPartKind.Touchpoint, after, $"from stage {Phrase.Quote(_before.Name(before.Stage))} to stage {Phrase.Quote(_after.Name(stage))}");
                else if (inOtherOrder.Contains(after)) Note(MapChangeKind.Moved, MapPartKind.Touchpoint, after, $"to another place in stage {Phrase.Quote(_after.Name(stage))}");
            }
        }
    }

    private void NoteMovedPainPoints()
    {
        foreach ((PainPoint before, PainPoint after) in _same.PainPoints.Pairs)
        {
            (Touchpoint from, Touchpoint to) = (_same.OwnerOf(before), _same.OwnerOf(after));
            if (!_same.Touchpoints.AreSame(from, to)) Note(MapChangeKind.Moved, MapPartKind.PainPoint, after, $"from touchpoint {Phrase.Quote(_before.Name(from))} to touchpoint {Phrase.Quote(_after.Name(to))}");
        }
    }

    /// <summary>Whether the map follows a persona now or no more; in what order it names them says nothing.</summary>
    private MapFieldChange[] CompareFollowed(object before, object after)
    {
        if (before is not Persona old || after is not Persona current || _followed.Contains(old) == _followed.Contains(current)) return [];
        return [new MapFieldChange { Field = "followed", Before = _followed.Contains(old) ? "yes" : "no", After = _followed.Contains(current) ? "yes" : "no" }];
    }
}
