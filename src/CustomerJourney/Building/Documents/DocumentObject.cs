using System.Globalization;

namespace CustomerJourney.Building.Documents;

/// <summary>An object of a document that is being read property by property. Every fault becomes a problem with path and line, and reading goes on.</summary>
internal sealed class DocumentObject
{
    private readonly DocumentSchema _schema;
    private readonly DocumentContext _context;

    /// <summary>Which of the object's properties were read, by place; the format has at most 30 in one object, and a few <c>x-</c> are the library's own.</summary>
    private ulong _read;
    private HashSet<string>? _readExtensions;

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

    /// <summary>The number of a value that is one; infinite where it is too large.</summary>
    public static double NumberOf(DocumentValue number) => double.Parse(number.Content, NumberStyles.Float, CultureInfo.InvariantCulture);

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

    /// <summary>Says that the format requires a property, which lenient reading can do without because there is a usual value.</summary>
    public void Expect(string property, string usual)
    {
        if (Value.Member(property) is null) _context.AddFault(Value, _context.IsLenient ? $"{_schema.What} needs the property {Phrase.Quote(property)}; {usual} is taken" : $"{_schema.What} needs the property {Phrase.Quote(property)}");
    }

    public DocumentValue? Take(string property)
    {
        int place = _schema.PlaceOf(property);
        if (place >= 0) _read |= 1UL << place;
        else (_readExtensions ??= new HashSet<string>(StringComparer.Ordinal)).Add(property);
        return Value.Member(property);
    }

    /// <summary>A plain text.</summary>
    public string? Text(string property) => Take(property) is { } value && Is(value, DocumentValueKind.Text, "a text") ? value.Content : null;

    /// <summary>A plain text of which the format does not ask that anything stands in it; <see langword="null"/> where nothing does, which says no more than if it were left out.</summary>
    public string? Note(string property) => Text(property) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>The value of one of the library's own extensions. Where it has another shape, that is a fault; lenient reading takes it for somebody else's, and keeps it.</summary>
    /// <param name="property">The name of the extension.</param>
    /// <param name="fits">Whether a value has its shape.</param>
    /// <param name="shape">The shape in words.</param>
    public DocumentValue? Own(string property, Func<DocumentValue, bool> fits, string shape)
    {
        if (Value.Member(property) is not { } value) return null;
        if (fits(value)) return Take(property);
        _context.AddFault(value, $"it is {Describe(value)}; allowed is {shape}, because names that begin with {DocumentSchema.OwnPrefix} are the library's own");
        return null;
    }

    /// <summary>A text of people: a plain one, or one by language.</summary>
    public LocalizedText? Words(string property) => Take(property) is { } value ? ReadWords(value) : null;

    /// <summary>A list of texts of people.</summary>
    public IEnumerable<LocalizedText?> ManyWords(string property) => List(property).Select(ReadWords).Where(text => text is not null);

    public double? Number(string property)
    {
        if (Take(property) is not { } value || !Is(value, DocumentValueKind.Number, "a number")) return null;
        double number = NumberOf(value);
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

    /// <summary>A whole number of more digits.</summary>
    public long? LargeWhole(string property)
    {
        if (Number(property) is not { } number) return null;
        if (double.IsInteger(number) && Math.Abs(number) < 1L << 62) return (long)number;
        _context.Problems.AddUnreadable(Value.Member(property)!, $"it is {Describe(Value.Member(property)!)}; allowed is a whole number, 0 to {Phrase.Number((1L << 53) - 1)}");
        return null;
    }

    public bool? Flag(string property) => Take(property) is { } value && Is(value, DocumentValueKind.Flag, "true or false") ? value.Content == "true" : null;

    public DateOnly? Date(string property)
    {
        if (Text(property) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)) return date;
        _context.Problems.AddUnreadable(Value.Member(property)!, $"it is {Phrase.Quote(text)}; allowed is a date such as 2026-03-31");
        return null;
    }

    public Uri? Uri(string property, bool mayBeEmpty = true)
    {
        if ((mayBeEmpty ? Note(property) : Text(property)) is not { } text) return null;
        if (System.Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? uri)) return uri;
        _context.Problems.AddUnreadable(Value.Member(property)!, $"it is {Phrase.Quote(text)}; allowed is a URI");
        return null;
    }

    /// <summary>The shortest and longest duration; a spelling in other units is kept.</summary>
    public DurationRange? Durations(string property, Carried carried)
    {
        if (Object(property, DocumentSchema.DurationRange) is not { } range) return null;
        range.Require("min", "max");
        Carried rest = carried.Part(property);
        (TimeSpan? shortest, TimeSpan? longest) = (range.Duration("min", rest), range.Duration("max", rest));
        range.End(rest);
        return shortest is { } least && longest is { } most ? new DurationRange(least, most) : null;
    }

    /// <summary>One of the words that the format allows.</summary>
    public T? OneOf<T>(string property, DocumentWords<T>? words = null) where T : struct, Enum
    {
        if (Text(property) is not { } word) return null;
        IReadOnlyList<(string Word, T Value)> allowed = (words ?? DocumentWords<T>.Default).All;
        foreach ((string candidate, T value) in allowed)
        {
            if (string.Equals(candidate, word, StringComparison.Ordinal)) return value;
        }

        _context.Problems.AddUnreadable(Value.Member(property)!, $"it is {Phrase.Quote(word)}; allowed are {string.Join(", ", allowed.Select(choice => choice.Word))}");
        return null;
    }

    public IReadOnlyList<DocumentValue> List(string property) => Take(property) is { } value && Is(value, DocumentValueKind.List, "a list") ? value.Items : [];

    /// <summary>The objects of a list, each with its place in it.</summary>
    public IEnumerable<(int Index, DocumentObject Item)> Objects(string property, DocumentSchema schema)
    {
        foreach ((int index, DocumentValue item) in List(property).Index())
        {
            if (Open(item, schema, _context) is { } opened) yield return (index, opened);
        }
    }

    public DocumentObject? Object(string property, DocumentSchema schema) => Take(property) is { } value ? Open(value, schema, _context) : null;

    public Reference? Id(string property) => Text(property) is { } id ? new Reference(id, ById: true) { Source = Value.Member(property) } : null;

    public IEnumerable<Reference> Ids(string property)
    {
        HashSet<string> met = new(StringComparer.Ordinal);
        foreach (DocumentValue item in List(property))
        {
            if (!Is(item, DocumentValueKind.Text, "an id")) continue;
            if (met.Add(item.Content)) yield return new Reference(item.Content, ById: true) { Source = item };
            else _context.AddFault(item, $"{Phrase.Quote(item.Content)} is in the list twice; once is enough");
        }
    }

    /// <summary>
    /// Ends the object: what was not read is carried if it is an extension (<c>x-…</c>) or of a newer minor version; anything else is a fault, which lenient reading carries, too.
    /// </summary>
    /// <param name="carried">Takes what is kept.</param>
    public void End(Carried carried)
    {
        foreach ((string name, DocumentValue value) in Value.Members)
        {
            int place = _schema.PlaceOf(name);
            if (place >= 0 ? (_read & (1UL << place)) != 0 : _readExtensions?.Contains(name) == true) continue;
            bool isAllowed = place >= 0 || name.StartsWith("x-", StringComparison.Ordinal) || _context.IsNewer;
            if (!isAllowed) _context.AddFault(value, $"{_schema.What} has no property {Phrase.Quote(name)}; allowed are {string.Join(", ", _schema.Properties)} and names that begin with x-");
            if (isAllowed || _context.IsLenient) carried.Add(name, value);
        }
    }

    public bool Is(DocumentValue value, DocumentValueKind kind, string allowed)
    {
        if (value.Kind == kind) return true;
        _context.Problems.AddUnreadable(value, $"it is {Describe(value)}; allowed is {allowed}");
        return false;
    }

    private TimeSpan? Duration(string property, Carried carried)
    {
        if (Text(property) is not { } text) return null;
        DocumentValue value = Value.Member(property)!;
        if (IsoDuration.Parse(text) is not { } duration)
        {
            _context.Problems.AddUnreadable(value, $"it is {Phrase.Quote(text)}; {IsoDuration.Rule}");
            return null;
        }

        if (!string.Equals(IsoDuration.ToText(duration), text, StringComparison.Ordinal)) carried.Spell(property, value);
        return duration;
    }

    private LocalizedText? ReadWords(DocumentValue value)
    {
        if (value.Kind != DocumentValueKind.Object) return Is(value, DocumentValueKind.Text, "a text, or an object of texts by language tag") ? ((LocalizedText)value.Content).InMap(_context.Language) : null;
        bool isReadable = true;
        foreach ((_, DocumentValue word) in value.Members) isReadable &= Is(word, DocumentValueKind.Text, "a text in the language named");
        return isReadable ? new LocalizedText([.. value.Members.Select(member => (member.Name, member.Value.Content))]).InMap(_context.Language) : null;
    }
}
