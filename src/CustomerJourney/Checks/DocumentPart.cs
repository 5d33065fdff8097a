using System.Text.Json;
using CustomerJourney.Building;

namespace CustomerJourney.Checks;

/// <summary>A part of a journey document: an object with an id, and the references that it makes.</summary>
internal sealed class DocumentPart
{
    private static readonly Dictionary<string, string> KindOfList = new(StringComparer.Ordinal)
    {
        ["stages"] = "stage",
        ["touchpoints"] = "touchpoint",
        ["painPoints"] = "pain point",
        ["opportunities"] = "opportunity",
        ["personas"] = "persona",
        ["channels"] = "channel",
        ["departments"] = "department",
        ["metrics"] = "metric",
        ["evidence"] = "evidence",
    };

    private static readonly Dictionary<string, string> KindOfReference = new(StringComparer.Ordinal)
    {
        ["stageIds"] = "stage",
        ["from"] = "stage",
        ["to"] = "stage",
        ["touchpointIds"] = "touchpoint",
        ["painPointIds"] = "pain point",
        ["personaIds"] = "persona",
        ["personaId"] = "persona",
        ["channelId"] = "channel",
        ["preferredChannelIds"] = "channel",
        ["departmentIds"] = "department",
        ["departmentId"] = "department",
        ["ownerDepartmentId"] = "department",
        ["metricIds"] = "metric",
        ["evidenceIds"] = "evidence",
    };

    private readonly List<(string Kind, string Id, string Path)> _references = [];

    private DocumentPart(string kind, JsonElement value, string path)
    {
        Kind = kind;
        Value = value;
        Path = path;
        Id = value.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String ? id.GetString()! : "";
    }

    public string Kind { get; }

    /// <summary>The id; empty where it states none.</summary>
    public string Id { get; }

    public string Path { get; }

    public JsonElement Value { get; }

    public string Element => $"{Kind} {Wording.Visible(Id.Length > 0 ? Id : Path)}";

    public IReadOnlyList<(string Kind, string Id, string Path)> References => _references;

    /// <summary>The parts of a document in its order, the map itself first; none where it is no journey document.</summary>
    public static IEnumerable<DocumentPart> AllOf(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("journey", out JsonElement journey) || journey.ValueKind != JsonValueKind.Object) return [];
        List<DocumentPart> parts = [new("journey", journey, "journey")];
        Walk(journey, "journey", parts[0], parts);
        foreach (JsonProperty library in root.EnumerateObject().Where(property => property.Name != "journey")) Walk(library, "", parts[0], parts);
        return parts;
    }

    private static void Walk(JsonElement value, string path, DocumentPart within, List<DocumentPart> parts)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in value.EnumerateObject()) Walk(property, $"{path}.", within, parts);
        }
    }

    private static void Walk(JsonProperty property, string before, DocumentPart within, List<DocumentPart> parts)
    {
        // What other programs keep in a document is theirs, and may look like anything.
        if (property.Name.StartsWith("x-", StringComparison.Ordinal)) return;
        string path = $"{before}{property.Name}";
        if (KindOfReference.TryGetValue(property.Name, out string? kind)) within.Refer(kind, property.Value, path);
        else if (property.Value.ValueKind != JsonValueKind.Array) Walk(property.Value, path, within, parts);
        else
        {
            foreach ((int index, JsonElement item) in property.Value.EnumerateArray().Index())
            {
                string place = $"{path}[{Phrase.Number(index)}]";
                DocumentPart around = within;
                if (item.ValueKind == JsonValueKind.Object && KindOfList.TryGetValue(property.Name, out string? listed))
                {
                    around = new DocumentPart(listed, item, place);
                    parts.Add(around);
                }

                Walk(item, place, around, parts);
            }
        }
    }

    private void Refer(string kind, JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.String) _references.Add((kind, value.GetString()!, path));
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach ((int index, JsonElement item) in value.EnumerateArray().Index()) Refer(kind, item, $"{path}[{Phrase.Number(index)}]");
        }
    }
}
