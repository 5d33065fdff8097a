namespace CustomerJourney.Building.Documents;

/// <summary>
/// Properties of an object of a document that the model does not hold, or holds in another spelling, as they were read; they are written back as they were, so that nothing is lost.
/// What stands in parts of the object that have no identity of their own (<c>scope</c>, <c>claims[2]</c>) hangs below it.
/// </summary>
internal sealed class Carried
{
    private readonly List<(DocumentMember Member, bool IsSpelling)> _members = [];

    // Most objects carry nothing.
    private Dictionary<string, Carried>? _parts;

    /// <summary>The names of the members; an object of conditions may have a hundred thousand.</summary>
    private HashSet<string>? _names;

    /// <summary>What belongs to an object of which nothing is carried; never filled.</summary>
    public static Carried Nothing { get; } = new();

    public IEnumerable<DocumentMember> Members => _members.Select(member => member.Member);

    /// <summary>What the model does not hold.</summary>
    public IEnumerable<DocumentMember> UnreadMembers => _members.Where(member => !member.IsSpelling).Select(member => member.Member);

    public bool IsEmpty => _members.Count == 0 && (_parts is null || _parts.Values.All(part => part.IsEmpty));

    public bool Holds(string name) => _names is not null && _names.Contains(name);

    /// <summary>Keeps what the model does not hold.</summary>
    public void Add(string name, DocumentValue value) => Keep(new DocumentMember(name, value), isSpelling: false);

    /// <summary>Keeps how the document spells what the model does hold; the model's own spelling is not written.</summary>
    public void Spell(string name, DocumentValue value) => Keep(new DocumentMember(name, value), isSpelling: true);

    /// <summary>What hangs below the object, to be filled.</summary>
    public Carried Part(string name)
    {
        _parts ??= new Dictionary<string, Carried>(StringComparer.Ordinal);
        if (!_parts.TryGetValue(name, out Carried? part)) _parts.Add(name, part = new Carried());
        return part;
    }

    /// <summary>What hangs below the object, to be written.</summary>
    public Carried Find(string name) => _parts?.GetValueOrDefault(name) ?? Nothing;

    public static string Item(string list, int index) => $"{list}[{Phrase.Number(index)}]";

    /// <summary>Lets go of a property that is said anew, and of all below it.</summary>
    public void Drop(string name)
    {
        if (_names is not null && _names.Remove(name)) _members.RemoveAll(member => string.Equals(member.Member.Name, name, StringComparison.Ordinal));
        foreach (string part in (_parts?.Keys ?? Enumerable.Empty<string>()).Where(part => part.StartsWith(name, StringComparison.Ordinal) && (part.Length == name.Length || part[name.Length] == '[')).ToArray()) _parts!.Remove(part);
    }

    /// <summary>The same properties, without the document that they were read from; what a finished map keeps.</summary>
    public Carried Finished()
    {
        if (IsEmpty) return Nothing;
        Carried finished = new();
        foreach ((DocumentMember member, bool isSpelling) in _members)
        {
            member.Value.Detach();
            finished.Keep(member, isSpelling);
        }

        foreach ((string name, Carried part) in _parts ?? [])
        {
            if (!part.IsEmpty) (finished._parts ??= new Dictionary<string, Carried>(StringComparer.Ordinal)).Add(name, part.Finished());
        }

        return finished;
    }

    private void Keep(DocumentMember member, bool isSpelling)
    {
        _members.Add((member, isSpelling));
        (_names ??= new HashSet<string>(StringComparer.Ordinal)).Add(member.Name);
    }
}
