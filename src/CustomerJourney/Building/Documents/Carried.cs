namespace CustomerJourney.Building.Documents;

/// <summary>
/// Properties of an object of a document that the model does not hold, or holds only in part, as they were read; they are written back as they were, so that nothing is lost.
/// A property that the model holds in part is dropped from here when a builder sets it.
/// </summary>
internal sealed class Carried
{
    private readonly List<DocumentMember> _members = [];

    public IReadOnlyList<DocumentMember> Members => _members;

    public DocumentValue? this[string name] => _members.Find(member => string.Equals(member.Name, name, StringComparison.Ordinal)).Value;

    public void Add(string name, DocumentValue value) => _members.Add(new DocumentMember(name, value));

    public void AddRange(Carried other) => _members.AddRange(other._members);

    public void Drop(string name) => _members.RemoveAll(member => string.Equals(member.Name, name, StringComparison.Ordinal));

    /// <summary>Keeps only some items of a list; a list without items goes.</summary>
    public void Filter(string name, Func<DocumentValue, bool> keep)
    {
        int at = _members.FindIndex(member => string.Equals(member.Name, name, StringComparison.Ordinal));
        if (at < 0) return;
        DocumentValue[] kept = [.. _members[at].Value.Items.Where(keep)];
        if (kept.Length == 0) _members.RemoveAt(at);
        else _members[at] = new DocumentMember(name, DocumentValue.List(kept));
    }

    /// <summary>The same properties, without the document that they were read from; what a finished map keeps.</summary>
    public Carried Finished()
    {
        Carried finished = new();
        finished.AddRange(this);
        foreach (DocumentMember member in _members) member.Value.Detach();
        return finished;
    }
}
