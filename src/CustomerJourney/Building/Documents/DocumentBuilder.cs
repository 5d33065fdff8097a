using System.Globalization;

namespace CustomerJourney.Building.Documents;

/// <summary>Fills an object of a document: what the model holds, then what is carried, in the order of the format. Nulls and empty lists are left out.</summary>
/// <param name="schema">The properties of the object, in order.</param>
/// <param name="carried">What the model does not hold, or holds in another spelling.</param>
/// <param name="path">The JSON path of the object, without positions.</param>
/// <param name="unread">Takes the paths of what the model does not hold.</param>
/// <param name="isInOwnWords">Whether the model's own spelling is written in any case.</param>
internal sealed class DocumentBuilder(DocumentSchema schema, Carried carried, string path, SortedSet<string> unread, bool isInOwnWords)
{
    private readonly List<DocumentMember> _members = [];

    public string Path { get; } = path;

    /// <summary>Adds a value that the model holds; where the document spelled it otherwise, it is written as it was.</summary>
    public DocumentBuilder Add(string property, DocumentValue? value)
    {
        if (value is not null && (isInOwnWords || !carried.Holds(property))) _members.Add(new DocumentMember(property, value));
        return this;
    }

    public DocumentBuilder Add(string property, string? text) => Add(property, text is null ? null : DocumentValue.Text(text));

    public DocumentBuilder Add(string property, LocalizedText? text) => Add(property, text is null ? null : Value(text));

    public DocumentBuilder Add(string property, double? number) => Add(property, number is null ? null : DocumentValue.Number(number.Value));

    public DocumentBuilder Add(string property, int? number) => Add(property, number is null ? null : DocumentValue.Number(number.Value));

    public DocumentBuilder Add(string property, long? number) => Add(property, number is null ? null : DocumentValue.Number(number.Value));

    public DocumentBuilder Add(string property, DateOnly? date) => Add(property, date?.ToString("O", CultureInfo.InvariantCulture));

    public DocumentBuilder Add(string property, Uri? uri) => Add(property, uri?.OriginalString);

    public DocumentBuilder Add<T>(string property, T? word, DocumentWords<T>? words = null) where T : struct, Enum => Add(property, word is null ? null : (words ?? DocumentWords<T>.Default)[word.Value]);

    public DocumentBuilder Add(string property, IEnumerable<string> texts) => AddList(property, texts.Select(text => DocumentValue.Text(text)));

    public DocumentBuilder Add(string property, IReadOnlyList<LocalizedText> texts) => AddList(property, texts.Select(Value));

    /// <summary>Adds the ids of parts.</summary>
    public DocumentBuilder AddIds<T>(string property, IEnumerable<T> parts, Func<T, string> id) => Add(property, parts.Select(id));

    /// <summary>Adds parts with an identity, which carry what they carry themselves.</summary>
    public DocumentBuilder Add<T>(string property, IEnumerable<T> parts, Func<T, string, DocumentValue> write) =>
        AddList(property, parts.Select(part => write(part, $"{Path}.{property}[*]")));

    /// <summary>Adds an object without identity; it is left out when it is empty.</summary>
    public DocumentBuilder AddObject(string property, DocumentSchema inner, Action<DocumentBuilder> fill)
    {
        DocumentBuilder part = new(inner, carried.Find(property), $"{Path}.{property}", unread, isInOwnWords);
        fill(part);
        return Add(property, part.IsEmpty ? null : part.End());
    }

    /// <summary>Adds a list of objects without identity.</summary>
    public DocumentBuilder AddObjects<T>(string property, DocumentSchema inner, IEnumerable<T> items, Action<T, DocumentBuilder> fill) => AddList(property, items.Select((item, index) =>
    {
        DocumentBuilder part = new(inner, carried.Find(Carried.Item(property, index)), $"{Path}.{property}[*]", unread, isInOwnWords);
        fill(item, part);
        return part.End();
    }));

    public DocumentBuilder Add(string property, DurationRange? range) => range is not { } duration ? this : AddObject(property, DocumentSchema.DurationRange, part => part
        .Add("min", IsoDuration.ToText(duration.Shortest))
        .Add("max", IsoDuration.ToText(duration.Longest)));

    public DocumentValue End()
    {
        foreach ((string name, _) in carried.UnreadMembers)
        {
            if (!name.StartsWith("x-", StringComparison.Ordinal) && name != "$schema") unread.Add($"{Path}.{name}");
        }

        return DocumentValue.Object(schema.InOrder(_members.Concat(isInOwnWords ? carried.UnreadMembers : carried.Members)));
    }

    private static DocumentValue Value(LocalizedText text) => text.IsPlain
        ? DocumentValue.Text(text.Texts[0].Text)
        : DocumentValue.Object([.. text.Texts.Select(entry => new DocumentMember(entry.Language, DocumentValue.Text(entry.Text)))]);

    private bool IsEmpty => _members.Count == 0 && carried.IsEmpty;

    private DocumentBuilder AddList(string property, IEnumerable<DocumentValue> items)
    {
        DocumentValue[] all = [.. items];
        return Add(property, all.Length == 0 ? null : DocumentValue.List(all));
    }
}
