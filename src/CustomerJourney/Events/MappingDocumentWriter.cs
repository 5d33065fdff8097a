using CustomerJourney.Building;
using CustomerJourney.Building.Documents;

namespace CustomerJourney.Events;

/// <summary>Writes a mapping as a document: what differs from a mapping with nothing but a customer, in the order of its properties.</summary>
internal sealed class MappingDocumentWriter
{
    private readonly List<string> _problems = [];

    /// <summary>A mapping that says no more than it must.</summary>
    public static EventMapping Usual { get; } = new() { Customer = "" };

    /// <summary>The document of a mapping.</summary>
    /// <exception cref="JourneyDefinitionException">JSON cannot hold the mapping; all problems are listed.</exception>
    public DocumentValue Write(EventMapping mapping)
    {
        DocumentValue root = Begin(MappingSchema.Mapping)
            .Add("rows", Text(nameof(mapping.Rows), mapping.Rows))
            .Add("customer", Required(nameof(mapping.Customer), mapping.Customer))
            .Add("event", Text(nameof(mapping.Event), mapping.Event))
            .Add("eventPrefix", Text(nameof(mapping.EventPrefix), mapping.EventPrefix))
            .Add("eventDetails", Texts(nameof(mapping.EventDetails), mapping.EventDetails))
            .Add("eventSeparator", mapping.EventSeparator == Usual.EventSeparator ? null : Text(nameof(mapping.EventSeparator), mapping.EventSeparator))
            .Add("time", Text(nameof(mapping.Time), mapping.Time))
            .Add("timeFormat", mapping.TimeFormat == Usual.TimeFormat ? null : Write(mapping.TimeFormat))
            .Add("dateColumns", mapping.DateColumns, (date, _) => Begin(MappingSchema.DateColumn)
                .Add("column", Required(nameof(mapping.DateColumns), date.Column))
                .Add("event", Required(nameof(mapping.DateColumns), date.Event))
                .Add("except", Texts(nameof(mapping.DateColumns), date.Except))
                .End())
            .Add("startedAt", Text(nameof(mapping.StartedAt), mapping.StartedAt))
            .Add("recordedAt", Text(nameof(mapping.RecordedAt), mapping.RecordedAt))
            .Add("id", Text(nameof(mapping.Id), mapping.Id))
            .Add("idDetails", Texts(nameof(mapping.IdDetails), mapping.IdDetails))
            .Add("sequence", Text(nameof(mapping.Sequence), mapping.Sequence))
            .Add("sequenceDetails", Texts(nameof(mapping.SequenceDetails), mapping.SequenceDetails))
            .Add("channel", Text(nameof(mapping.Channel), mapping.Channel))
            .Add("score", Text(nameof(mapping.Score), mapping.Score))
            .Add("scoreKind", Write(mapping.ScoreKind))
            .Add("scoreKindColumn", Text(nameof(mapping.ScoreKindColumn), mapping.ScoreKindColumn))
            .Add("question", Text(nameof(mapping.Question), mapping.Question))
            .Add("about", Text(nameof(mapping.About), mapping.About))
            .Add("value", Text(nameof(mapping.Value), mapping.Value))
            .Add("roundAmounts", Flag(mapping.RoundAmounts))
            .Add("currency", Text(nameof(mapping.Currency), mapping.Currency))
            .Add("eventAttributes", Texts(nameof(mapping.EventAttributes), mapping.EventAttributes))
            .Add("customerAttributes", Texts(nameof(mapping.CustomerAttributes), mapping.CustomerAttributes))
            .Add("attributeNames", mapping.AttributeNames, (name, _) => Begin(MappingSchema.AttributeName)
                .Add("column", Required(nameof(mapping.AttributeNames), name.Column))
                .Add("name", Required(nameof(mapping.AttributeNames), name.Name))
                .End())
            .Add("fallbacks", mapping.Fallbacks, (fallback, _) => Begin(MappingSchema.Fallback)
                .Add("column", Required(nameof(mapping.Fallbacks), fallback.Column))
                .Add("others", List(nameof(mapping.Fallbacks), fallback.Others))
                .End())
            .Add("optionalColumns", Texts(nameof(mapping.OptionalColumns), mapping.OptionalColumns))
            .Add("filters", mapping.Filters, (filter, _) => Write(nameof(mapping.Filters), filter))
            .Add("previous", Text(nameof(mapping.Previous), mapping.Previous))
            .Add("presentStageOnly", Flag(mapping.PresentStageOnly))
            .Add("collapseRepeats", Flag(mapping.CollapseRepeats))
            .Add("anonymous", Text(nameof(mapping.Anonymous), mapping.Anonymous))
            .Add("alias", Text(nameof(mapping.Alias), mapping.Alias))
            .Add("aliasWhen", mapping.AliasWhen is { } when ? Write(nameof(mapping.AliasWhen), when) : null)
            .End();
        return _problems.Count == 0 ? root : throw new JourneyDefinitionException("The JSON of the event mapping", _problems);
    }

    private DocumentValue Write(string role, RowFilter filter) => Begin(MappingSchema.Filter)
        .Add("column", Required(role, filter.Column))
        .Add("values", List(role, filter.Values))
        .End();

    private DocumentValue Write(TimeFormat format)
    {
        if (TimeFormatWords.Of(format) is { } word) return DocumentValue.Text(word);
        string id = format.Zone.Id;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? found) || !found.Equals(format.Zone))
            _problems.Add($"{nameof(EventMapping.TimeFormat)} has the zone {Phrase.Quote(id)}, which the system does not find by its id; a document names zones by ids such as Europe/Berlin");
        return Begin(MappingSchema.TimeFormat)
            .Add("zone", Required(nameof(EventMapping.TimeFormat), id))
            .Add("pattern", Text(nameof(EventMapping.TimeFormat), format.Pattern))
            .End();
    }

    private DocumentValue? Write(FeedbackKind kind)
    {
        if (kind == FeedbackKind.None) return null;
        if (Enum.IsDefined(kind)) return DocumentValue.Text(DocumentWords<FeedbackKind>.Default[kind]);
        _problems.Add($"{nameof(EventMapping.ScoreKind)} {Phrase.Number((int)kind)} is not a kind of feedback");
        return null;
    }

    private static DocumentValue? Flag(bool value) => value ? DocumentValue.Flag(true) : null;

    private DocumentValue? Text(string role, string? text) => text is null ? null : Required(role, text);

    private DocumentValue? Texts(string role, IReadOnlyList<string> texts) => texts.Count == 0 ? null : List(role, texts);

    private DocumentValue List(string role, IReadOnlyList<string> texts) => DocumentValue.List([.. texts.Select(text => Required(role, text))]);

    private DocumentValue Required(string role, string? text)
    {
        if (text is null) _problems.Add($"{role} holds a text that is null");
        else if (!IsUnicode(text)) _problems.Add($"{role} holds half of a surrogate pair in {Phrase.Quote(text)}; allowed is any valid Unicode text");
        return DocumentValue.Text(text ?? "");
    }

    private static bool IsUnicode(string text)
    {
        for (int place = 0; place < text.Length; place++)
        {
            if (!char.IsSurrogate(text[place])) continue;
            if (place + 1 == text.Length || !char.IsSurrogatePair(text[place], text[place + 1])) return false;
            place++;
        }

        return true;
    }

    private static DocumentBuilder Begin(DocumentSchema schema) => new(schema, new Carried(), "$", new SortedSet<string>(StringComparer.Ordinal), isInOwnWords: true);
}
