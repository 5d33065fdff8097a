using CustomerJourney.Building.Documents;

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

    private readonly List<(string Kind, DocumentValue Id)> _references = [];

    private DocumentPart(string kind, DocumentValue value)
    {
        Kind = kind;
        Value = value;
        Id = value.Member("id") is { Kind: DocumentValueKind.Text } id ? id.Content : "";
    }

    public string Kind { get; }

    /// <summary>The id; empty where it states none.</summary>
    public string Id { get; }

    public DocumentValue Value { get; }

    public string Element => $"{Kind} {Wording.Visible(Id.Length > 0 ? Id : Value.Path)}";

    /// <summary>The ids that it names of other parts, and of which kind those are.</summary>
    public IReadOnlyList<(string Kind, DocumentValue Id)> References => _references;

    /// <summary>The parts of a document in its order, the map itself first; none where it is no journey document.</summary>
    public static IReadOnlyList<DocumentPart> AllOf(DocumentValue root)
    {
        if (root.Member("journey") is not { Kind: DocumentValueKind.Object } journey) return [];
        List<DocumentPart> parts = [new("journey", journey)];
        Walk(journey, parts[0], parts);
        foreach (DocumentMember library in root.Members.Where(member => member.Name != "journey")) Walk(library, parts[0], parts);
        return parts;
    }

    private static void Walk(DocumentValue value, DocumentPart within, List<DocumentPart> parts)
    {
        foreach (DocumentMember member in value.Members) Walk(member, within, parts);
    }

    private static void Walk(DocumentMember member, DocumentPart within, List<DocumentPart> parts)
    {
        // What other programs keep in a document is theirs, and may look like anything.
        if (member.Name.StartsWith("x-", StringComparison.Ordinal)) return;
        if (KindOfReference.TryGetValue(member.Name, out string? kind)) within.Refer(kind, member.Value);
        else if (member.Value.Kind != DocumentValueKind.List) Walk(member.Value, within, parts);
        else
        {
            foreach (DocumentValue item in member.Value.Items)
            {
                DocumentPart around = within;
                if (item.Kind == DocumentValueKind.Object && KindOfList.TryGetValue(member.Name, out string? listed))
                {
                    around = new DocumentPart(listed, item);
                    parts.Add(around);
                }

                Walk(item, around, parts);
            }
        }
    }

    private void Refer(string kind, DocumentValue value)
    {
        if (value.Kind == DocumentValueKind.Text) _references.Add((kind, value));
        foreach (DocumentValue item in value.Items) Refer(kind, item);
    }
}
