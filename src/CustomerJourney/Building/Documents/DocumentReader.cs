namespace CustomerJourney.Building.Documents;

/// <summary>Reads a document of format 1.x into a draft, which is then checked and built like one filled by code.</summary>
internal sealed partial class DocumentReader
{
    private const string SupportedFormats = "allowed is 1.0 or a later 1.x";

    private readonly DocumentContext _context;

    private DocumentReader(DocumentContext context) => _context = context;

    /// <summary>Reads and builds a map.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <param name="subject">What the document is called when it cannot be built.</param>
    /// <param name="options">How strictly to read, and how much.</param>
    public static Journey Read(ReadOnlySpan<byte> utf8, string subject, JourneyReadOptions options)
    {
        DefinitionProblems problems = new();
        JourneyDraft? draft = null;
        if (DocumentParser.Parse(utf8, problems, options) is { } root)
            draft = new DocumentReader(new DocumentContext(problems, options.IsLenient)).ReadDocument(root);
        if (draft is null) throw new JourneyDefinitionException(subject, problems.All);
        if (draft.StageModelId is { } model) draft.StageModel = options.StageModels.Find(model);
        return JourneyAssembler.Assemble(draft, subject);
    }

    /// <summary>
    /// Turns a finished map back into a draft, so that a copy can be changed: by its document, which says all that a map holds. Parts keep their ids and point to each other by id.
    /// </summary>
    public static JourneyDraft Copy(Journey journey)
    {
        DocumentContext context = new(new DefinitionProblems(), isLenient: false) { IsNewer = true, IsCopy = true };
        JourneyDraft draft = new DocumentReader(context).ReadDocument(JourneyDocument.Of(journey).Root)!;
        draft.StageModel = journey.StageModel;
        return draft;
    }

    private JourneyDraft? ReadDocument(DocumentValue root)
    {
        if (DocumentObject.Open(root, DocumentSchema.Document, _context) is not { } document) return null;
        Carried carried = new();
        document.Require("formatVersion", "journey");
        document.Expect("language", JourneyDraft.DefaultLanguage);
        ReadFormat(document, carried);
        _context.Language = document.Text("language") ?? JourneyDraft.DefaultLanguage;
        JourneyDraft? draft = document.Object("journey", DocumentSchema.Journey) is { } journey ? ReadJourney(journey, carried) : null;
        PersonaDraft[] personas = [.. document.Objects("personas", DocumentSchema.Persona).Select(ReadPersona)];
        ChannelDraft[] channels = [.. document.Objects("channels", DocumentSchema.Channel).Select(ReadChannel)];
        DepartmentDraft[] departments = [.. document.Objects("departments", DocumentSchema.Department).Select(ReadDepartment)];
        MetricDraft[] metrics = [.. document.Objects("metrics", DocumentSchema.Metric).Select(ReadMetric)];
        EvidenceDraft[] evidence = [.. document.Objects("evidence", DocumentSchema.Evidence).Select(ReadEvidence)];
        document.End(carried);
        if (draft is null) return null;
        draft.Personas.AddRange(personas);
        draft.Channels.AddRange(channels);
        draft.Departments.AddRange(departments);
        draft.Metrics.AddRange(metrics);
        draft.Evidence.AddRange(evidence);
        return draft;
    }

    private void ReadFormat(DocumentObject document, Carried carried)
    {
        if (document.Text("formatVersion") is not { } version || version == DocumentSchema.Version) return;
        DocumentValue value = document.Value.Member("formatVersion")!;
        if (version.StartsWith("1.", StringComparison.Ordinal) && version.Length > 2 && version.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            _context.IsNewer |= version.AsSpan(2).IndexOfAnyExcept('0') >= 0;
            carried.Spell("formatVersion", value);
        }
        else
        {
            _context.Problems.AddUnreadable(value, $"the format version is {Phrase.Quote(version)}; {SupportedFormats}");
        }
    }

    private JourneyDraft ReadJourney(DocumentObject journey, Carried carriedDocument)
    {
        journey.Require("id", "name", "state", "stages");
        journey.Expect("type", "custom");
        journey.Expect("version", "1");
        JourneyDraft draft = new(journey.Words("name"), _context.Problems)
        {
            Source = journey.Value,
            Id = journey.Text("id"),
            CarriedDocument = carriedDocument,
            Language = _context.Language,
            About = journey.Words("description"),
            Type = journey.OneOf<JourneyType>("type") ?? JourneyType.Custom,
            State = journey.OneOf<JourneyState>("state") ?? JourneyState.Current,
            CounterpartId = journey.Text("counterpartId"),
            ParentId = journey.Text("parentId"),
            Basis = journey.OneOf<ResearchBasis>("basis"),
            Status = journey.OneOf<JourneyStatus>("status") ?? JourneyStatus.Draft,
            Version = journey.Whole("version") ?? 1,
            Dates = new JourneyDates
            {
                Created = journey.Date("createdAt"),
                Updated = journey.Date("updatedAt"),
                Reviewed = journey.Date("reviewedAt"),
                ReviewEveryDays = journey.Whole("reviewEveryDays"),
            },
            StageModelId = journey.Note("stageModelId"),
            Followed = new DraftList<Reference>(),
            PersonaAttribute = journey.Own(DocumentSchema.PersonaAttribute, IsName, "the name of an attribute of customers, a text that is not empty") is { } attribute ? attribute.Content : null,
        };
        ReadOwner(journey, draft);
        ReadScope(journey, draft);
        draft.Followed.Inherit(journey.Ids("personaIds"));
        draft.Stages.AddRange(journey.Objects("stages", DocumentSchema.Stage).Select(ReadStage));
        draft.Transitions.AddRange(journey.Objects("transitions", DocumentSchema.Transition).Select(ReadTransition).OfType<TransitionDraft>());
        draft.Opportunities.AddRange(journey.Objects("opportunities", DocumentSchema.Opportunity).Select(ReadOpportunity));
        journey.End(draft.Carried);
        return draft;
    }

    private static void ReadOwner(DocumentObject journey, JourneyDraft draft)
    {
        if (journey.Object("owner", DocumentSchema.Owner) is not { } owner) return;
        draft.OwnerName = owner.Note("name");
        draft.OwnerDepartment = owner.Id("departmentId");
        owner.End(draft.Carried.Part("owner"));
    }

    private static void ReadScope(DocumentObject journey, JourneyDraft draft)
    {
        if (journey.Object("scope", DocumentSchema.Scope) is not { } scope) return;
        draft.Scope = new JourneyScope
        {
            Trigger = scope.Words("trigger"),
            EndState = scope.Words("endState"),
            Scenario = scope.Words("scenario"),
            BusinessGoal = scope.Words("businessGoal"),
            Expectations = [.. scope.ManyWords("expectations").OfType<LocalizedText>()],
        };
        scope.End(draft.Carried.Part("scope"));
    }

    private static TransitionDraft? ReadTransition((int Index, DocumentObject Item) at)
    {
        DocumentObject transition = at.Item;
        transition.Require("from", "to", "kind");
        if (transition.Id("from") is not { } from || transition.Id("to") is not { } to) return null;
        TransitionDraft draft = new(from, to)
        {
            Source = transition.Value,
            Kind = transition.OneOf<TransitionKind>("kind") ?? TransitionKind.Next,
            When = transition.Words("when"),
            Share = transition.Number("share"),
        };
        transition.End(draft.Carried);
        return draft;
    }

    private static OpportunityDraft ReadOpportunity((int Index, DocumentObject Item) at)
    {
        DocumentObject opportunity = at.Item;
        opportunity.Require("id", "title");
        opportunity.Expect("status", "idea");
        OpportunityDraft draft = new(opportunity.Words("title"))
        {
            Source = opportunity.Value,
            Id = opportunity.Text("id"),
            HowMightWe = opportunity.Words("howMightWe"),
            Impact = opportunity.Whole("impact"),
            Confidence = opportunity.Number("confidence"),
            Effort = opportunity.Whole("effort"),
            ReachPerQuarter = opportunity.LargeWhole("reachPerQuarter"),
            Importance = opportunity.Number("importance"),
            Satisfaction = opportunity.Number("satisfaction"),
            Status = opportunity.OneOf<OpportunityStatus>("status") ?? OpportunityStatus.Idea,
            Owner = opportunity.Id("ownerDepartmentId"),
            Link = opportunity.Uri("link", mayBeEmpty: false),
        };
        draft.Answers.Inherit(opportunity.Ids("painPointIds"));
        draft.Stages.Inherit(opportunity.Ids("stageIds"));
        draft.Touchpoints.Inherit(opportunity.Ids("touchpointIds"));
        draft.Metrics.Inherit(opportunity.Ids("metricIds"));
        opportunity.End(draft.Carried);
        return draft;
    }
}
