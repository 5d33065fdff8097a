using System.Text;
using CustomerJourney.Building;
using CustomerJourney.Building.Documents;

namespace CustomerJourney.Events;

/// <summary>Reads the JSON of a mapping property by property, and gathers all that is wrong with it. Every object is closed: a misspelled property would change a log without a word.</summary>
internal sealed class MappingDocument
{
    private const string Subject = "The event mapping document";

    private readonly DefinitionProblems _problems = new();
    private readonly DocumentContext _context;

    private MappingDocument() => _context = new DocumentContext(_problems, isLenient: false);

    /// <summary>The document of a mapping.</summary>
    /// <exception cref="JourneyDefinitionException">JSON cannot hold the mapping.</exception>
    public static DocumentValue Write(EventMapping mapping) => new MappingDocumentWriter().Write(mapping);

    /// <summary>Reads a mapping.</summary>
    /// <exception cref="JourneyDefinitionException">The text is no mapping; all faults are listed.</exception>
    public static EventMapping Read(string json)
    {
        JourneyReadOptions limits = JourneyReadOptions.Strict;
        if (json.Length > limits.MaximumBytes) throw new JourneyDefinitionException(Subject, [DocumentParser.TooLarge(limits)]);
        MappingDocument document = new();
        EventMapping? mapping = null;
        try
        {
            byte[] utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(json);
            if (DocumentParser.Parse(utf8, document._problems, limits) is { } root) mapping = document.ReadMapping(root);
        }
        catch (EncoderFallbackException error)
        {
            throw new JourneyDefinitionException(Subject, [$"it holds half of a surrogate pair at position {Phrase.Number(error.Index)}; allowed is any valid Unicode text"]);
        }

        return mapping is null || document._problems.Any ? throw new JourneyDefinitionException(Subject, document._problems.All) : mapping;
    }

    private EventMapping? ReadMapping(DocumentValue root)
    {
        if (Open(root, MappingSchema.Mapping) is not { } mapping) return null;
        mapping.Require("customer");
        return new EventMapping
        {
            Rows = mapping.Text("rows"),
            Customer = mapping.Text("customer") ?? "",
            Event = mapping.Text("event"),
            EventPrefix = mapping.Text("eventPrefix"),
            EventDetails = Texts(mapping, "eventDetails"),
            EventSeparator = mapping.Text("eventSeparator") ?? MappingDocumentWriter.Usual.EventSeparator,
            Time = mapping.Text("time"),
            TimeFormat = mapping.Take("timeFormat") is { } format ? ReadTimeFormat(format) : TimeFormat.Iso8601,
            DateColumns = Objects(mapping, "dateColumns", MappingSchema.DateColumn, ReadDateColumn),
            StartedAt = mapping.Text("startedAt"),
            RecordedAt = mapping.Text("recordedAt"),
            Id = mapping.Text("id"),
            IdDetails = Texts(mapping, "idDetails"),
            Sequence = mapping.Text("sequence"),
            SequenceDetails = Texts(mapping, "sequenceDetails"),
            Channel = mapping.Text("channel"),
            Score = mapping.Text("score"),
            ScoreKind = mapping.OneOf<FeedbackKind>("scoreKind") ?? FeedbackKind.None,
            ScoreKindColumn = mapping.Text("scoreKindColumn"),
            Question = mapping.Text("question"),
            About = mapping.Text("about"),
            Value = mapping.Text("value"),
            RoundAmounts = mapping.Flag("roundAmounts") ?? false,
            Currency = mapping.Text("currency"),
            EventAttributes = Texts(mapping, "eventAttributes"),
            CustomerAttributes = Texts(mapping, "customerAttributes"),
            AttributeNames = Objects(mapping, "attributeNames", MappingSchema.AttributeName, ReadAttributeName),
            Fallbacks = Objects(mapping, "fallbacks", MappingSchema.Fallback, ReadFallback),
            OptionalColumns = Texts(mapping, "optionalColumns"),
            Filters = Objects(mapping, "filters", MappingSchema.Filter, ReadFilter),
            Previous = mapping.Text("previous"),
            PresentStageOnly = mapping.Flag("presentStageOnly") ?? false,
            CollapseRepeats = mapping.Flag("collapseRepeats") ?? false,
            Anonymous = mapping.Text("anonymous"),
            Alias = mapping.Text("alias"),
            AliasWhen = mapping.Take("aliasWhen") is { } when && Open(when, MappingSchema.Filter) is { } filter ? ReadFilter(filter) : null,
        };
    }

    private TimeFormat ReadTimeFormat(DocumentValue value)
    {
        if (value.Kind == DocumentValueKind.Text)
        {
            if (TimeFormatWords.Find(value.Content) is { } format) return format;
            _problems.AddUnreadable(value, $"it is {Phrase.Quote(value.Content)}; allowed are {TimeFormatWords.All}, or an object with a zone and a pattern");
        }
        else if (value.Kind != DocumentValueKind.Object)
        {
            _problems.AddUnreadable(value, $"it is {DocumentObject.Describe(value)}; allowed are {TimeFormatWords.All}, or an object with a zone and a pattern");
        }
        else if (Open(value, MappingSchema.TimeFormat) is { } local)
        {
            local.Require("zone");
            TimeZoneInfo? zone = null;
            if (local.Text("zone") is { } id && !TimeZoneInfo.TryFindSystemTimeZoneById(id, out zone))
                _problems.AddUnreadable(value.Member("zone")!, $"the system has no time zone {Phrase.Quote(id)}; allowed are ids such as Europe/Berlin and UTC");
            string? pattern = local.Text("pattern");
            if (pattern is not null && string.IsNullOrWhiteSpace(pattern))
                _problems.AddUnreadable(value.Member("pattern")!, "it is blank; write a .NET pattern such as dd.MM.yyyy HH:mm, or leave it out for ISO 8601");
            return TimeFormat.Local(zone ?? TimeZoneInfo.Utc, string.IsNullOrWhiteSpace(pattern) ? null : pattern);
        }

        return TimeFormat.Iso8601;
    }

    private DateColumn ReadDateColumn(DocumentObject date)
    {
        date.Require("column", "event");
        return new DateColumn { Column = date.Text("column") ?? "", Event = date.Text("event") ?? "", Except = Texts(date, "except") };
    }

    private static AttributeName ReadAttributeName(DocumentObject name)
    {
        name.Require("column", "name");
        return AttributeName.For(name.Text("column") ?? "", name.Text("name") ?? "");
    }

    private static ColumnFallback ReadFallback(DocumentObject fallback)
    {
        fallback.Require("column", "others");
        return ColumnFallback.For(fallback.Text("column") ?? "", Texts(fallback, "others"));
    }

    private static RowFilter ReadFilter(DocumentObject filter)
    {
        filter.Require("column", "values");
        return RowFilter.OneOf(filter.Text("column") ?? "", Texts(filter, "values"));
    }

    private static IReadOnlyList<string> Texts(DocumentObject part, string property) =>
        [.. part.List(property).Where(item => part.Is(item, DocumentValueKind.Text, "a text")).Select(item => item.Content)];

    private T[] Objects<T>(DocumentObject part, string property, DocumentSchema schema, Func<DocumentObject, T> read) =>
        [.. part.List(property).Select(item => Open(item, schema)).OfType<DocumentObject>().Select(read)];

    /// <summary>Opens an object, and tells the properties that it should not have.</summary>
    private DocumentObject? Open(DocumentValue value, DocumentSchema schema)
    {
        if (DocumentObject.Open(value, schema, _context) is not { } opened) return null;
        foreach ((string name, DocumentValue member) in value.Members)
        {
            if (schema.PlaceOf(name) < 0) _problems.AddUnreadable(member, $"{schema.What} has no property {Phrase.Quote(name)}; allowed are {string.Join(", ", schema.Properties)}");
        }

        return opened;
    }
}
