namespace CustomerJourney.Building.Documents;

/// <summary>What holds for a whole document while it is read: its problems, its language, its format, the ids that it defines.</summary>
internal sealed class DocumentContext(DocumentValue root, DefinitionProblems problems)
{
    /// <summary>Which library an id property points into. Ids of other documents (<c>subJourneyId</c>, <c>counterpartId</c>) are not among them.</summary>
    private static readonly Dictionary<string, string> Libraries = new(StringComparer.Ordinal)
    {
        ["personaId"] = "personas",
        ["personaIds"] = "personas",
        ["preferredChannelIds"] = "channels",
        ["channelId"] = "channels",
        ["metricIds"] = "metrics",
        ["departmentId"] = "departments",
        ["departmentIds"] = "departments",
        ["ownerDepartmentId"] = "departments",
        ["evidenceIds"] = "evidence",
        ["stageIds"] = "stages",
        ["touchpointIds"] = "touchpoints",
        ["painPointIds"] = "pain points",
        ["from"] = "stages",
        ["to"] = "stages",
    };

    private readonly Dictionary<string, HashSet<string>> _ids = CollectIds(root);

    public DefinitionProblems Problems { get; } = problems;

    /// <summary>The language that texts are read in.</summary>
    public string Language { get; set; } = "en";

    /// <summary>Whether a newer minor version of the format wrote the document; its additional properties are kept.</summary>
    public bool IsNewer { get; set; }

    /// <summary>Adds a problem for each id that is used in a part of the document which the model does not hold, and that nothing has.</summary>
    public void CheckIds(string name, DocumentValue value)
    {
        if (name.StartsWith("x-", StringComparison.Ordinal)) return;
        if (Libraries.TryGetValue(name, out string? library))
        {
            HashSet<string> known = _ids[library];
            foreach (DocumentValue id in value.Each)
            {
                if (id.Kind != DocumentValueKind.Text) Problems.AddUnreadable(id, $"{name} holds {DocumentObject.Describe(id)}; allowed are ids");
                else if (!known.Contains(id.Content)) Problems.Add(id, $"{name} names {Phrase.Quote(id.Content)}, which is not among the {library}; {Phrase.Known(library, known.Order(StringComparer.Ordinal))}");
            }

            return;
        }

        foreach ((string inner, DocumentValue member) in value.Members) CheckIds(inner, member);
        foreach (DocumentValue item in value.Items) CheckIds("", item);
    }

    private static Dictionary<string, HashSet<string>> CollectIds(DocumentValue root)
    {
        Dictionary<string, HashSet<string>> ids = Libraries.Values.Distinct().ToDictionary(library => library, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        IReadOnlyList<DocumentValue> Parts(DocumentValue? owner, string property, string library)
        {
            IReadOnlyList<DocumentValue> parts = owner?.Member(property)?.Items ?? [];
            foreach (DocumentValue part in parts)
            {
                if (part.Member("id") is { Kind: DocumentValueKind.Text } id) ids[library].Add(id.Content);
            }

            return parts;
        }

        foreach (string library in (ReadOnlySpan<string>)["personas", "channels", "departments", "metrics", "evidence"]) Parts(root, library, library);
        foreach (DocumentValue stage in Parts(root.Member("journey"), "stages", "stages"))
        {
            foreach (DocumentValue touchpoint in Parts(stage, "touchpoints", "touchpoints")) Parts(touchpoint, "painPoints", "pain points");
        }

        return ids;
    }
}
