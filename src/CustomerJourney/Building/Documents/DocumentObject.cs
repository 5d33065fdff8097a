using System.Globalization;

namespace CustomerJourney.Building.Documents;

/// <summary>An object of a document that is being read property by property. Every fault becomes a problem with path and line, and reading goes on.</summary>
internal sealed class DocumentObject
{
    private readonly DocumentSchema _schema;
    private readonly DocumentContext _context;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    private DocumentObject(DocumentValue value, DocumentSchema schema, DocumentContext context)
    {
        Value = value;
        _schema = schema;
        _context = context;
    }

    public DocumentValue Value { get; }

    /// <summary>What a value is, for problems.</summary>
    public static string Describe(DocumentValue value) => value.Kind switch
    {
        DocumentValueKind.Object => "an object",
        DocumentValueKind.List => "a list",
        DocumentValueKind.Text => $"the text {Phrase.Quote(value.Content)}",
        DocumentValueKind.Number => $"the number {value.Content}",
        DocumentValueKind.Flag => value.Content,
        _ => "null",
    };

    public static DocumentObject? Open(DocumentValue value, DocumentSchema schema, DocumentContext context)
    {
        if (value.Kind == DocumentValueKind.Object) return new DocumentObject(value, schema, context);
        context.Problems.AddUnreadable(value, $"it is {Describe(value)}; {schema.What} is needed here, an object");
        return null;
    }

    public void Require(params ReadOnlySpan<string> properties)
    {
        foreach (string property in properties)
        {
            if (Value.Member(property) is null) _context.Problems.Add(Value, $"{_schema.What} needs the property {Phrase.Quote(property)}");
        }
    }

    public DocumentValue? Take(string property)
    {
        _read.Add(property);
        return Value.Member(property);
    }

    /// <summary>A plain text.</summary>
    public string? Text(string property) => Take(property) is { } value && Is(value, DocumentValueKind.Text, "a text") ? value.Content : null;

    /// <summary>A text of people: a plain one, or one by language, of which the document's language is read and the whole is carried.</summary>
    public string? Words(string property, Carried carried)
    {
        if (Take(property) is not { } value) return null;
        (string? words, bool isWhole) = ReadWords(value);
        if (!isWhole) carried.Add(property, value);
        return words;
    }

    /// <summary>A list of texts of people; carried as a whole where one of them has several languages.</summary>
    public IEnumerable<string> ManyWords(string property, Carried carried)
    {
        bool isAllWhole = true;
        List<string> all = [];
        foreach (DocumentValue value in List(property))
        {
            (string? words, bool isWhole) = ReadWords(value);
            if (words is not null) all.Add(words);
            isAllWhole &= isWhole;
        }

        if (!isAllWhole) carried.Add(property, Value.Member(property)!);
        return all;
    }

    public double? Number(string property)
    {
        if (Take(property) is not { } value || !Is(value, DocumentValueKind.Number, "a number")) return null;
        double number = double.Parse(value.Content, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (double.IsFinite(number)) return number;
        _context.Problems.AddUnreadable(value, $"it is {Describe(value)}, which is too large for a number here");
        return null;
    }

    public int? Whole(string property, int lowest = -int.MaxValue, int highest = int.MaxValue)
    {
        if (Number(property) is not { } number) return null;
        if (double.IsInteger(number) && number >= lowest && number <= highest) return (int)number;
        DocumentValue value = Value.Member(property)!;
        string range = lowest == -int.MaxValue ? "" : $", {Phrase.Number(lowest)} to {Phrase.Number(highest)}";
        _context.Problems.AddUnreadable(value, $"it is {Describe(value)}; allowed is a whole number{range}");
        return null;
    }

    public bool? Flag(string property) => Take(property) is { } value && Is(value, DocumentValueKind.Flag, "true or false") ? value.Content == "true" : null;

    /// <summary>One of the words that the format allows.</summary>
    public T? OneOf<T>(string property, IReadOnlyList<(string Word, T Value)> allowed) where T : struct
    {
        if (Text(property) is not { } word) return null;
        foreach ((string candidate, T value) in allowed)
        {
            if (string.Equals(candidate, word, StringComparison.Ordinal)) return value;
        }

        _context.Problems.AddUnreadable(Value.Member(property)!, $"it is {Phrase.Quote(word)}; allowed are {string.Join(", ", allowed.Select(choice => choice.Word))}");
        return null;
    }

    public IReadOnlyList<DocumentValue> List(string property) => Take(property) is { } value && Is(value, DocumentValueKind.List, "a list") ? value.Items : [];

    public IEnumerable<DocumentObject> Objects(string property, DocumentSchema schema) =>
        List(property).Select(item => Open(item, schema, _context)).OfType<DocumentObject>();

    public DocumentObject? Object(string property, DocumentSchema schema) => Take(property) is { } value ? Open(value, schema, _context) : null;

    public Reference? Id(string property) => Text(property) is { } id ? new Reference(id, ById: true) : null;

    public IEnumerable<Reference> Ids(string property)
    {
        HashSet<string> met = new(StringComparer.Ordinal);
        foreach (DocumentValue item in List(property))
        {
            if (!Is(item, DocumentValueKind.Text, "an id")) continue;
            if (met.Add(item.Content)) yield return new Reference(item.Content, ById: true);
            else _context.Problems.Add(item, $"{Phrase.Quote(item.Content)} is in the list twice; once is enough");
        }
    }

    /// <summary>
    /// Ends the object: what was not read is carried if it is an extension (<c>x-…</c>), a property of the format that the model does not hold, or of a newer minor version; anything else is a problem.
    /// </summary>
    /// <param name="carried">Takes what is kept.</param>
    /// <param name="defaults">Values that are written in any case and so need not be carried.</param>
    public void End(Carried carried, params ReadOnlySpan<(string Property, string Value)> defaults)
    {
        HashSet<string> met = new(_read, StringComparer.Ordinal);
        foreach ((string name, DocumentValue value) in Value.Members)
        {
            if (!met.Add(name)) continue;
            bool isExtension = name.StartsWith("x-", StringComparison.Ordinal);
            if (!isExtension && !_schema.Knows(name) && !_context.IsNewer)
            {
                _context.Problems.Add(value, $"{_schema.What} has no property {Phrase.Quote(name)}; allowed are {string.Join(", ", _schema.Properties)} and names that begin with x-");
                continue;
            }

            _context.CheckIds(name, value);
            bool isDefault = false;
            foreach ((string property, string written) in defaults) isDefault |= string.Equals(property, name, StringComparison.Ordinal) && string.Equals(written, value.Content, StringComparison.Ordinal);
            if (!isDefault) carried.Add(name, value);
        }
    }

    public bool Is(DocumentValue value, DocumentValueKind kind, string allowed)
    {
        if (value.Kind == kind) return true;
        _context.Problems.AddUnreadable(value, $"it is {Describe(value)}; allowed is {allowed}");
        return false;
    }

    private (string? Words, bool IsWhole) ReadWords(DocumentValue value)
    {
        if (value.Kind == DocumentValueKind.Object && value.Members.Count > 0)
        {
            foreach ((_, DocumentValue word) in value.Members) Is(word, DocumentValueKind.Text, "a text in the language named");
            return (InLanguage(value).Content, false);
        }

        return Is(value, DocumentValueKind.Text, "a text, or an object of texts by language tag") ? (value.Content, true) : (null, true);
    }

    /// <summary>The text in the document's language, else in its parent language (zh-Hans, zh), else the first.</summary>
    private DocumentValue InLanguage(DocumentValue texts)
    {
        for (string tag = _context.Language; ; tag = tag[..tag.LastIndexOf('-')])
        {
            foreach ((string name, DocumentValue text) in texts.Members)
            {
                if (string.Equals(name, tag, StringComparison.OrdinalIgnoreCase)) return text;
            }

            if (!tag.Contains('-', StringComparison.Ordinal)) return texts.Members[0].Value;
        }
    }
}
