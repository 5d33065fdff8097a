namespace CustomerJourney.Building.Documents;

/// <summary>Lays a map out as a document of format 1.0, with what it carries from the document that it was read from.</summary>
internal sealed class JourneyDocument
{
    private readonly SortedSet<string> _unread = new(StringComparer.Ordinal);

    private JourneyDocument(Journey journey) => Root = Write(journey);

    public DocumentValue Root { get; }

    /// <summary>The paths of the properties that are carried and that the model does not hold, each once, in ordinal order.</summary>
    public IReadOnlyList<string> Unread => [.. _unread];

    public static JourneyDocument Of(Journey journey) => new(journey);

    private DocumentBuilder Begin(DocumentSchema schema, Carried carried, string path) => new(schema, carried, path, _unread);

    private DocumentValue Write(Journey journey) => Begin(DocumentSchema.Document, journey.CarriedDocument, "$")
        .Add("formatVersion", DocumentSchema.Version)
        .Add("language", "en")
        .Add("journey", WriteJourney(journey, "$.journey"))
        .Add("personas", journey.Personas, WritePersona)
        .Add("channels", journey.Channels, WriteChannel)
        .Add("metrics", journey.Metrics, WriteMetric)
        .End();

    private DocumentValue WriteJourney(Journey journey, string path) => Begin(DocumentSchema.Journey, journey.Carried, path)
        .Add("id", journey.Id)
        .Add("name", journey.Name)
        .Add("type", "custom")
        .Add("state", journey.State == JourneyState.Ideal ? "ideal" : "current")
        .Add("version", 1)
        .Add("personaIds", journey.Personas.Select(persona => persona.Id))
        .Add("stages", journey.Stages, WriteStage)
        .Add("opportunities", journey.Opportunities, WriteOpportunity)
        .Add("x-personaAttribute", journey.PersonaAttribute)
        .End();

    private DocumentValue WriteStage(Stage stage, string path) => Begin(DocumentSchema.Stage, stage.Carried, path)
        .Add("id", stage.Id)
        .Add("name", stage.Name)
        .Add("customerGoal", stage.CustomerGoal)
        .Add("expectedDuration", stage.ExpectedDuration is { } longest
            ? DocumentValue.Object([new DocumentMember("min", DocumentValue.Text(IsoDuration.Zero)), new DocumentMember("max", DocumentValue.Text(IsoDuration.ToText(longest)))])
            : null)
        .Add("metricIds", stage.Metrics.Select(metric => metric.Id))
        .Add("touchpoints", DocumentValue.List([.. stage.Touchpoints.Select(touchpoint => WriteTouchpoint(touchpoint, $"{path}.touchpoints[*]"))]))
        .End();

    private DocumentValue WriteTouchpoint(Touchpoint touchpoint, string path)
    {
        // A document that says that this is the customer's own action need not say who begins it.
        bool isInteraction = touchpoint.Carried["kind"] is null;
        return Begin(DocumentSchema.Touchpoint, touchpoint.Carried, path)
            .Add("id", touchpoint.Id)
            .Add("name", touchpoint.Name)
            .Add("kind", "interaction")
            .Add("channelId", touchpoint.Channel?.Id)
            .Add("initiator", isInteraction ? "customer" : null)
            .Add("importance", touchpoint.Importance)
            .Add("emotions", touchpoint.Emotions, WriteEmotion)
            .Add("targetEmotion", touchpoint.TargetEmotion)
            .Add("momentOfTruth", touchpoint.IsMomentOfTruth ? WriteMomentOfTruth(touchpoint) : null)
            .Add("painPoints", touchpoint.PainPoints, WritePainPoint)
            .Add("eventBindings", touchpoint.EventBindings.Select(WriteBinding))
            .End();
    }

    private DocumentValue WriteEmotion(Emotion emotion, string path) => Begin(DocumentSchema.Emotion, emotion.Carried, path)
        .Add("value", emotion.Score)
        .Add("personaId", emotion.Persona?.Id)
        .Add("x-target", emotion.OwnTarget)
        .End();

    private DocumentValue WritePainPoint(PainPoint pain, string path) => Begin(DocumentSchema.PainPoint, pain.Carried, path)
        .Add("id", pain.Id)
        .Add("text", pain.Text)
        .Add("severity", (int)pain.Severity + 1)
        .Add("affectedShare", pain.AffectedShare)
        .End();

    private DocumentValue WriteOpportunity(Opportunity opportunity, string path) => Begin(DocumentSchema.Opportunity, opportunity.Carried, path)
        .Add("id", opportunity.Id)
        .Add("title", opportunity.Title)
        .Add("painPointIds", opportunity.PainPoints.Select(pain => pain.Id))
        .Add("impact", opportunity.Impact)
        .Add("confidence", opportunity.Confidence)
        .Add("effort", opportunity.Effort)
        .Add("status", "idea")
        .End();

    private DocumentValue WritePersona(Persona persona, string path) => Begin(DocumentSchema.Persona, persona.Carried, path)
        .Add("id", persona.Id)
        .Add("name", persona.Name)
        .Add("isPrimary", DocumentValue.Flag(persona.IsPrimary))
        .Add("share", persona.Share)
        .Add("behavioural", Begin(DocumentSchema.Behaviour, persona.CarriedBehaviour, $"{path}.behavioural").Add("lookingFor", persona.LookingFor).EndOrNothing())
        .Add("x-observedAs", persona.ObservationRules.Select(rule => DocumentValue.Object(
            [new DocumentMember("attribute", DocumentValue.Text(rule.Attribute)), new DocumentMember("value", DocumentValue.Text(rule.Value))])))
        .End();

    private DocumentValue WriteChannel(TouchpointChannel channel, string path)
    {
        ChannelCategoryFacts facts = ChannelCategoryFacts.Of(channel.Category)!;
        return Begin(DocumentSchema.Channel, channel.Carried, path)
            .Add("id", channel.Id)
            .Add("name", channel.Name)
            .Add("category", facts.Spelling)
            .Add("medium", facts.Medium)
            .End();
    }

    private DocumentValue WriteMetric(Metric metric, string path)
    {
        MetricKindFacts facts = MetricKindFacts.Of(metric.Kind)!;
        return Begin(DocumentSchema.Metric, metric.Carried, path)
            .Add("id", metric.Id)
            .Add("name", metric.Name)
            .Add("kind", facts.Spelling)
            .Add("unit", facts.Unit)
            .Add("direction", facts.Direction)
            .Add("baseline", metric.Baseline)
            .Add("target", metric.Target)
            .End();
    }

    private static DocumentValue WriteMomentOfTruth(Touchpoint touchpoint)
    {
        List<DocumentMember> members = [new("type", DocumentValue.Text("custom"))];
        if (touchpoint.MomentOfTruthReason is { } why) members.Add(new DocumentMember("why", DocumentValue.Text(why)));
        return DocumentValue.Object(members);
    }

    private static DocumentValue WriteBinding(EventBinding binding)
    {
        List<DocumentMember> members = [new("eventType", DocumentValue.Text(binding.Event))];
        if (binding.Channel is { } channel) members.Add(new DocumentMember("where", DocumentValue.Object([new DocumentMember("channel", DocumentValue.Text(channel))])));
        return DocumentValue.Object(members);
    }
}
