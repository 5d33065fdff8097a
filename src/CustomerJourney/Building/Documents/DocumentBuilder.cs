namespace CustomerJourney.Building.Documents;

/// <summary>Fills an object of a document: what the model holds, then what is carried, in the order of the format. Nulls and empty lists are left out.</summary>
internal sealed class DocumentBuilder(DocumentSchema schema, Carried carried, string path, SortedSet<string> unread)
{
    private readonly List<DocumentMember> _members = [];

    public string Path { get; } = path;

    /// <summary>Adds a value that the model holds; where the document says more than the model holds, what the document says is written.</summary>
    public DocumentBuilder Add(string property, DocumentValue? value)
    {
        if (value is not null && carried[property] is null) _members.Add(new DocumentMember(property, value));
        return this;
    }

    public DocumentBuilder Add(string property, string? text) => Add(property, text is null ? null : DocumentValue.Text(text));

    public DocumentBuilder Add(string property, double? number) => Add(property, number is null ? null : DocumentValue.Number(number.Value));

    public DocumentBuilder Add(string property, int? number) => Add(property, number is null ? null : DocumentValue.Number(number.Value));

    public DocumentBuilder Add(string property, IEnumerable<string> texts) => Add(property, texts.Select(text => DocumentValue.Text(text)));

    public DocumentBuilder Add(string property, IEnumerable<DocumentValue> items)
    {
        DocumentValue[] all = [.. items];
        return Add(property, all.Length == 0 ? null : DocumentValue.List(all));
    }

    public DocumentBuilder Add<T>(string property, IEnumerable<T> parts, Func<T, string, DocumentValue> write) =>
        Add(property, parts.Select(part => write(part, $"{Path}.{property}[*]")));

    /// <summary>The object; <see langword="null"/> when it is empty and may be left out.</summary>
    public DocumentValue? EndOrNothing() => _members.Count == 0 && carried.Members.Count == 0 ? null : End();

    public DocumentValue End()
    {
        foreach ((string name, _) in carried.Members)
        {
            string at = $"{Path}.{name}";
            if (!name.StartsWith("x-", StringComparison.Ordinal) && name != "$schema") unread.Add(at);
        }

        return DocumentValue.Object(schema.InOrder(_members.Concat(carried.Members)));
    }
}
