using CustomerJourney.Building.Documents;

namespace CustomerJourney.Checks;

/// <summary>Where the elements that findings name stand in a document.</summary>
internal sealed class DocumentPlaces
{
    private readonly Dictionary<string, DocumentValue> _places = new(StringComparer.Ordinal);

    public DocumentPlaces(IReadOnlyList<DocumentPart> parts)
    {
        foreach (DocumentPart part in parts)
        {
            _places.TryAdd(part.Element, part.Value);
            foreach (DocumentValue claim in part.Value.Member("claims")?.Items ?? [])
            {
                if (claim.Member("key") is { Kind: DocumentValueKind.Text } key) _places.TryAdd(Element.OfClaim(key.Content), claim);
            }
        }
    }

    /// <summary>The finding at a value of its document.</summary>
    public static Finding Put(Finding finding, DocumentValue value) => finding with { Path = value.Path, Line = value.Line };

    /// <summary>The findings at their elements; those as they are that say themselves where they are, or whose element the document does not hold.</summary>
    public Finding[] Put(Finding[] findings) =>
        [.. findings.Select(finding => finding is { Path: null, Line: null } && _places.TryGetValue(finding.Element, out DocumentValue? value) ? Put(finding, value) : finding)];
}
