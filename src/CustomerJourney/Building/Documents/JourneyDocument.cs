namespace CustomerJourney.Building.Documents;

/// <summary>Lays a map out as a document of format 1.0, with what it carries from the document that it was read from.</summary>
internal sealed partial class JourneyDocument
{
    /// <summary>What may change in a published map without an edit of it.</summary>
    private static readonly string[] Circumstances = ["status", "version", "updatedAt", "reviewedAt"];

    private readonly SortedSet<string> _unread = new(StringComparer.Ordinal);

    private readonly bool _isInOwnWords;

    private JourneyDocument(Journey journey, bool isInOwnWords)
    {
        _isInOwnWords = isInOwnWords;
        Root = Write(journey);
    }

    public DocumentValue Root { get; }

    /// <summary>The paths of the properties that are carried and that the model does not hold, each once, in ordinal order.</summary>
    public IReadOnlyList<string> Unread => [.. _unread];

    /// <summary>The document as it is written: what was spelled otherwise than the model does is spelled so again.</summary>
    public static JourneyDocument Of(Journey journey) => new(journey, isInOwnWords: false);

    /// <summary>The document in the model's own spelling, so that the same facts are the same values.</summary>
    public static DocumentValue InOwnWords(Journey journey) => new JourneyDocument(journey, isInOwnWords: true).Root;

    /// <summary>Whether two maps say the same but for version, status and the dates of change and review.</summary>
    public static bool HaveSameContent(Journey one, Journey other) => Content(one).AsSpan().SequenceEqual(Content(other));

    private static byte[] Content(Journey journey) => DocumentWriter.Write(DocumentValue.Object(
    [
        .. Of(journey).Root.Members.Select(member => member.Name == "journey"
            ? member with { Value = DocumentValue.Object([.. member.Value.Members.Where(fact => !Circumstances.Contains(fact.Name))]) }
            : member),
    ]));

    private DocumentBuilder Begin(DocumentSchema schema, Carried carried, string path) => new(schema, carried, path, _unread, _isInOwnWords);

    private DocumentValue Write(Journey journey) => Begin(DocumentSchema.Document, journey.CarriedDocument, "$")
        .Add("formatVersion", DocumentSchema.Version)
        .Add("language", journey.Language)
        .Add("journey", WriteJourney(journey, "$.journey"))
        .Add("personas", journey.Personas, WritePersona)
        .Add("channels", journey.Channels, WriteChannel)
        .Add("departments", journey.Departments, WriteDepartment)
        .Add("metrics", journey.Metrics, WriteMetric)
        .Add("evidence", journey.Evidence, WriteEvidence)
        .End();

    private DocumentValue WriteJourney(Journey journey, string path) => Begin(DocumentSchema.Journey, journey.Carried, path)
        .Add("id", journey.Id)
        .Add("name", journey.Names)
        .Add("description", journey.Description)
        .Add<JourneyType>("type", journey.Type)
        .Add<JourneyState>("state", journey.State)
        .Add("counterpartId", journey.CounterpartId)
        .Add("parentId", journey.ParentId)
        .Add("basis", journey.Basis)
        .Add<JourneyStatus>("status", journey.Status)
        .Add("version", journey.Version)
        .Add("createdAt", journey.Dates.Created)
        .Add("updatedAt", journey.Dates.Updated)
        .Add("reviewedAt", journey.Dates.Reviewed)
        .Add("reviewEveryDays", journey.Dates.ReviewEveryDays)
        .AddObject("owner", DocumentSchema.Owner, owner => owner.Add("name", journey.Owner?.Name).Add("departmentId", journey.Owner?.Department?.Id))
        .AddObject("scope", DocumentSchema.Scope, scope => scope
            .Add("trigger", journey.Scope.Trigger)
            .Add("endState", journey.Scope.EndState)
            .Add("scenario", journey.Scope.Scenario)
            .Add("businessGoal", journey.Scope.BusinessGoal)
            .Add("expectations", journey.Scope.Expectations))
        .Add("stageModelId", journey.StageModelId)
        .AddIds("personaIds", journey.FollowedPersonas, persona => persona.Id)
        .Add("stages", journey.Stages, WriteStage)
        .Add("transitions", journey.Transitions, WriteTransition)
        .Add("opportunities", journey.Opportunities, WriteOpportunity)
        .Add(DocumentSchema.PersonaAttribute, journey.PersonaAttribute)
        .End();

    private DocumentValue WriteTransition(StageTransition transition, string path) => Begin(DocumentSchema.Transition, transition.Carried, path)
        .Add("from", transition.From.Id)
        .Add("to", transition.To.Id)
        .Add<TransitionKind>("kind", transition.Kind)
        .Add("when", transition.When)
        .Add("share", transition.Share)
        .End();

    private DocumentValue WriteOpportunity(Opportunity opportunity, string path) => Begin(DocumentSchema.Opportunity, opportunity.Carried, path)
        .Add("id", opportunity.Id)
        .Add("title", opportunity.Titles)
        .Add("howMightWe", opportunity.HowMightWe)
        .AddIds("painPointIds", opportunity.PainPoints, pain => pain.Id)
        .AddIds("stageIds", opportunity.Stages, stage => stage.Id)
        .AddIds("touchpointIds", opportunity.Touchpoints, touchpoint => touchpoint.Id)
        .Add("impact", opportunity.Impact)
        .Add("confidence", opportunity.Confidence)
        .Add("effort", opportunity.Effort)
        .Add("reachPerQuarter", opportunity.ReachPerQuarter)
        .Add("importance", opportunity.Importance)
        .Add("satisfaction", opportunity.Satisfaction)
        .Add<OpportunityStatus>("status", opportunity.Status)
        .Add("ownerDepartmentId", opportunity.Owner?.Id)
        .AddIds("metricIds", opportunity.Metrics, metric => metric.Id)
        .Add("link", opportunity.Link)
        .End();
}
