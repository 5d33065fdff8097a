using CustomerJourney.Building;
using CustomerJourney.Building.Documents;

namespace CustomerJourney.Checks;

/// <summary>A part of a journey document: an object with an id, and the references that it makes.</summary>
internal sealed class DocumentPart
{
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

    public string Element => $"{Kind} {VisibleText.Of(Id.Length > 0 ? Id : Value.Path)}";

    /// <summary>The ids that it names of other parts, and of which kind those are.</summary>
    public IReadOnlyList<(string Kind, DocumentValue Id)> References => _references;

    /// <summary>The parts of a document in its order, the map itself first; none where it is no journey document.</summary>
    public static IReadOnlyList<DocumentPart> AllOf(DocumentValue root)
    {
        if (root.Member("journey") is not { Kind: DocumentValueKind.Object } journey) return [];
        List<DocumentPart> parts = [new("journey", journey)];
        Walk(journey, DocumentShape.Journey, parts[0], parts);
        foreach (DocumentMember library in root.Members) Walk(library, DocumentShape.Libraries, parts[0], parts);
        return parts;
    }

    private static void Walk(DocumentValue value, DocumentShape shape, DocumentPart within, List<DocumentPart> parts)
    {
        foreach (DocumentMember member in value.Members) Walk(member, shape, within, parts);
    }

    private static void Walk(DocumentMember member, DocumentShape shape, DocumentPart within, List<DocumentPart> parts)
    {
        if (shape.KindOfReference(member.Name) is { } kind) within.Refer(kind, member.Value);
        if (shape.Inner(member.Name) is not { } inner) return;
        if (member.Value.Kind == DocumentValueKind.Object) Walk(member.Value, inner, within, parts);
        foreach (DocumentValue item in member.Value.Items.Where(item => item.Kind == DocumentValueKind.Object))
        {
            DocumentPart around = within;
            if (inner.Kind is { } listed) parts.Add(around = new DocumentPart(listed, item));
            Walk(item, inner, around, parts);
        }
    }

    private void Refer(string kind, DocumentValue value)
    {
        if (value.Kind == DocumentValueKind.Text) _references.Add((kind, value));
        foreach (DocumentValue item in value.Items.Where(item => item.Kind == DocumentValueKind.Text)) _references.Add((kind, item));
    }
}
