using System.Globalization;

namespace CustomerJourney.Building.Documents;

/// <summary>Reads a document of format 1.x into a draft, which is then checked and built like one filled by code.</summary>
internal sealed partial class DocumentReader
{
    private const string SupportedFormats = "allowed is 1.0 or a later 1.x";

    private static readonly (string, JourneyState)[] States = [("current", JourneyState.Current), ("ideal", JourneyState.Ideal)];
    private static readonly (string, MetricKind)[] MetricKinds = [.. MetricKindFacts.All.Select(facts => (facts.Spelling, facts.Kind))];

    private readonly DocumentContext _context;

    private DocumentReader(DocumentContext context) => _context = context;

    /// <summary>Reads and builds a map.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <param name="subject">What the document is called when it cannot be built.</param>
    public static Journey Read(ReadOnlySpan<byte> utf8, string subject)
    {
        DefinitionProblems problems = new();
        JourneyDraft? draft = null;
        if (DocumentParser.Parse(utf8, problems) is { } root)
            draft = new DocumentReader(new DocumentContext(root, problems)).ReadDocument(root);
        return draft is null ? throw new JourneyDefinitionException(subject, problems.All) : JourneyAssembler.Assemble(draft, subject);
    }

    private JourneyDraft? ReadDocument(DocumentValue root)
    {
        if (DocumentObject.Open(root, DocumentSchema.Document, _context) is not { } document) return null;
        Carried carried = new();
        document.Require("formatVersion", "journey");
        ReadFormat(document, carried);
        if (document.Text("language") is { } language)
        {
            _context.Language = language;
            if (language != "en") carried.Add("language", root.Member("language")!);
        }

        JourneyDraft? draft = document.Object("journey", DocumentSchema.Journey) is { } journey ? ReadJourney(journey) : null;
        PersonaDraft[] personas = [.. document.Objects("personas", DocumentSchema.Persona).Select(ReadPersona)];
        ChannelDraft[] channels = [.. document.Objects("channels", DocumentSchema.Channel).Select(ReadChannel)];
        MetricDraft[] metrics = [.. document.Objects("metrics", DocumentSchema.Metric).Select(ReadMetric)];
        document.End(carried);
        if (draft is null) return null;
        draft.Personas.AddRange(personas);
        draft.Channels.AddRange(channels);
        draft.Metrics.AddRange(metrics);
        draft.CarriedDocument.AddRange(carried);
        if (draft.Carried["personaIds"] is { } ids && ids.Items.Select(id => id.Content).SequenceEqual(personas.Select(persona => persona.Id ?? ""), StringComparer.Ordinal))
            draft.Carried.Drop("personaIds");
        return draft;
    }

    private void ReadFormat(DocumentObject document, Carried carried)
    {
        if (document.Text("formatVersion") is not { } version || version == DocumentSchema.Version) return;
        DocumentValue value = document.Value.Member("formatVersion")!;
        if (version.StartsWith("1.", StringComparison.Ordinal) && int.TryParse(version.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out int minor))
        {
            _context.IsNewer = minor > 0;
            carried.Add("formatVersion", value);
        }
        else
        {
            _context.Problems.AddUnreadable(value, $"the format version is {Phrase.Quote(version)}; {SupportedFormats}");
        }
    }

    private JourneyDraft ReadJourney(DocumentObject journey)
    {
        journey.Require("id", "name", "state", "stages");
        Carried carried = new();
        JourneyDraft draft = new(journey.Words("name", carried), _context.Problems)
        {
            Source = journey.Value,
            Id = journey.Text("id"),
            State = journey.OneOf("state", States) ?? JourneyState.Current,
            PersonaAttribute = journey.Text("x-personaAttribute"),
        };
        draft.Stages.AddRange(journey.Objects("stages", DocumentSchema.Stage).Select(ReadStage));
        draft.Opportunities.AddRange(journey.Objects("opportunities", DocumentSchema.Opportunity).Select(ReadOpportunity));
        journey.End(carried, ("type", "custom"), ("version", "1"));
        draft.Carried.AddRange(carried);
        return draft;
    }

    private OpportunityDraft ReadOpportunity(DocumentObject opportunity)
    {
        opportunity.Require("id", "title");
        Carried carried = new();
        OpportunityDraft draft = new(opportunity.Words("title", carried))
        {
            Source = opportunity.Value,
            Id = opportunity.Text("id"),
            Impact = opportunity.Whole("impact"),
            Effort = opportunity.Whole("effort"),
            Confidence = opportunity.Number("confidence"),
        };
        draft.Answers.AddRange(opportunity.Ids("painPointIds"));
        opportunity.End(carried, ("status", "idea"));
        draft.Carried.AddRange(carried);
        return draft;
    }

    private PersonaDraft ReadPersona(DocumentObject persona)
    {
        persona.Require("id", "name");
        Carried carried = new();
        PersonaDraft draft = new(persona.Words("name", carried))
        {
            Source = persona.Value,
            Id = persona.Text("id"),
            IsPrimary = persona.Flag("isPrimary") ?? false,
            Share = persona.Number("share"),
        };
        if (persona.Object("behavioural", DocumentSchema.Behaviour) is { } behaviour)
        {
            draft.LookingFor.AddRange(behaviour.ManyWords("lookingFor", draft.CarriedBehaviour));
            behaviour.End(draft.CarriedBehaviour);
        }

        foreach (DocumentObject rule in persona.Objects("x-observedAs", DocumentSchema.PersonaRule))
        {
            rule.Require("attribute", "value");
            if (rule.Text("attribute") is { } attribute && rule.Text("value") is { } value) draft.Rules.Add((attribute, value));
            if (rule.Value.Members.Any(member => member.Name is not ("attribute" or "value"))) rule.End(new Carried());
        }

        persona.End(carried);
        draft.Carried.AddRange(carried);
        return draft;
    }

    private ChannelDraft ReadChannel(DocumentObject channel)
    {
        channel.Require("id", "name", "category");
        Carried carried = new();
        string? spelling = channel.Text("category");
        ChannelCategoryFacts? facts = spelling is null ? null : ChannelCategoryFacts.Of(spelling);
        ChannelCategory category = facts?.Category ?? ChannelCategory.Other;
        if (spelling is not null && facts is null) carried.Add("category", channel.Value.Member("category")!);
        ChannelDraft draft = new(channel.Words("name", carried)) { Source = channel.Value, Id = channel.Text("id"), Category = category };
        channel.End(carried, ("medium", ChannelCategoryFacts.Of(category)!.Medium));
        draft.Carried.AddRange(carried);
        return draft;
    }

    private MetricDraft ReadMetric(DocumentObject metric)
    {
        metric.Require("id", "name", "kind");
        Carried carried = new();
        MetricKind kind = metric.OneOf("kind", MetricKinds) ?? MetricKind.Custom;
        MetricDraft draft = new(metric.Words("name", carried))
        {
            Source = metric.Value,
            Id = metric.Text("id"),
            MetricKind = kind,
            Baseline = metric.Number("baseline"),
            Target = metric.Number("target"),
        };
        MetricKindFacts facts = MetricKindFacts.Of(kind)!;
        metric.End(carried, ("unit", facts.Unit), ("direction", facts.Direction));
        draft.Carried.AddRange(carried);
        return draft;
    }
}
