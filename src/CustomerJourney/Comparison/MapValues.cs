using CustomerJourney.Building;
using CustomerJourney.Building.Documents;

namespace CustomerJourney.Comparison;

/// <summary>What the document of a map says of each of its parts: all facts of it, in the model's own spelling.</summary>
internal sealed class MapValues
{
    private readonly Dictionary<object, DocumentValue> _values = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Kind, string Id), object> _parts = [];
    private readonly Dictionary<object, string> _names = new(ReferenceEqualityComparer.Instance);

    public MapValues(Journey journey)
    {
        Document = JourneyDocument.InOwnWords(journey);
        DocumentValue map = Document.Member("journey")!;
        _values.Add(journey, map);
        _names.Add(journey, journey.Name);
        Add(MapPartKind.Stage, journey.Stages, map.Member("stages"), stage => stage.Id, stage => stage.Name);
        foreach (Stage stage in journey.Stages) Add(MapPartKind.Touchpoint, stage.Touchpoints, _values[stage].Member("touchpoints"), touchpoint => touchpoint.Id);
        Name("touchpoints", journey.Touchpoints, touchpoint => touchpoint.Id, touchpoint => touchpoint.Name);
        foreach (Touchpoint touchpoint in journey.Touchpoints) Add(MapPartKind.PainPoint, touchpoint.PainPoints, _values[touchpoint].Member("painPoints"), pain => pain.Id);
        Name("pain points", [.. journey.Touchpoints.SelectMany(touchpoint => touchpoint.PainPoints)], pain => pain.Id, pain => pain.Text);
        Add(MapPartKind.Persona, journey.Personas, Document.Member("personas"), persona => persona.Id, persona => persona.Name);
        Add(MapPartKind.Channel, journey.Channels, Document.Member("channels"), channel => channel.Id, channel => channel.Name);
        Add(MapPartKind.Department, journey.Departments, Document.Member("departments"), department => department.Id, department => department.Name);
        Add(MapPartKind.Metric, journey.Metrics, Document.Member("metrics"), metric => metric.Id, metric => metric.Name);
        Add(MapPartKind.Evidence, journey.Evidence, Document.Member("evidence"), evidence => evidence.Id, evidence => evidence.Title);
        Add(MapPartKind.Opportunity, journey.Opportunities, map.Member("opportunities"), idea => idea.Id, idea => idea.Title);
    }

    /// <summary>The whole document.</summary>
    public DocumentValue Document { get; }

    /// <summary>What is said of a part.</summary>
    public DocumentValue Of(object part) => _values[part];

    /// <summary>What is said of a part; <see langword="null"/> for a part of another map.</summary>
    public DocumentValue? Find(object part) => _values.GetValueOrDefault(part);

    /// <summary>The part of a kind that an id means; <see langword="null"/> where it means none.</summary>
    public object? Part(string kind, string id) => _parts.GetValueOrDefault((kind, id));

    /// <summary>The name of a part, with its id where others are called so.</summary>
    public string Name(object part) => _names[part];

    private void Add<T>(string kind, IReadOnlyList<T> parts, DocumentValue? list, Func<T, string> id, Func<T, string> name) where T : class
    {
        Add(kind, parts, list, id);
        Name(kind, parts, id, name);
    }

    private void Add<T>(string kind, IReadOnlyList<T> parts, DocumentValue? list, Func<T, string> id) where T : class
    {
        for (int i = 0; i < parts.Count; i++)
        {
            _values.Add(parts[i], list!.Items[i]);
            _parts.Add((kind, id(parts[i])), parts[i]);
        }
    }

    private void Name<T>(string kinds, IReadOnlyList<T> parts, Func<T, string> id, Func<T, string> name) where T : class
    {
        NameIndex<T> names = new(kinds, parts, name, id);
        foreach (T part in parts) _names.Add(part, names.Label(part));
    }
}
