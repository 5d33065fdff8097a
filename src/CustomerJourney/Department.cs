using CustomerJourney.Building;
using CustomerJourney.Building.Documents;

namespace CustomerJourney;

/// <summary>A part of the company that works on the journey. Immutable; a part of its map, equal only to itself.</summary>
public sealed class Department
{
    internal Department(DepartmentDraft draft)
    {
        Carried = draft.Carried.Finished();
        Id = draft.Id!;
        Names = draft.Words!;
    }

    /// <summary>The identity, unique among the departments of the map; it stays when the name changes.</summary>
    public string Id { get; }

    /// <summary>The name, as it was written, in the language of the map. It is no identity: several may have the same.</summary>
    public string Name => Names.ToString();

    /// <summary>The name in all languages of the map.</summary>
    public LocalizedText Names { get; }

    /// <summary>What the document says of this part and the model does not hold; written back as it was.</summary>
    internal Carried Carried { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
