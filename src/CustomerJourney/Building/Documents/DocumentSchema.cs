using System.Collections.Frozen;

namespace CustomerJourney.Building.Documents;

/// <summary>The properties of an object of a document, in the order in which they are written; here those of format 1.0 (<c>journey.schema.json</c>), elsewhere those of other documents.</summary>
internal sealed class DocumentSchema
{
    public const string Version = "1.0";

    /// <summary>What the names of extensions begin with that are the library's own; all other names with <c>x-</c> are the user's.</summary>
    public const string OwnPrefix = "x-customerjourney-";

    /// <summary>The extension that holds a persona's own target of an emotion: a number, -2 to +2.</summary>
    public const string EmotionTarget = OwnPrefix + "target";

    /// <summary>The extension that holds how a persona is recognized in data: a list of objects with attribute and value.</summary>
    public const string ObservedAs = OwnPrefix + "observedAs";

    /// <summary>The extension that holds the customer attribute that names the persona: a text.</summary>
    public const string PersonaAttribute = OwnPrefix + "personaAttribute";

    private readonly FrozenDictionary<string, int> _places;

    public DocumentSchema(string what, params string[] properties)
    {
        What = what;
        Properties = properties;
        _places = properties.Index().ToFrozenDictionary(property => property.Item, property => property.Index, StringComparer.Ordinal);
    }

    public static DocumentSchema Document { get; } = new("the document",
        "$schema", "formatVersion", "language", "journey", "personas", "channels", "departments", "metrics", "evidence");

    public static DocumentSchema Journey { get; } = new("a journey",
        "id", "name", "description", "type", "state", "counterpartId", "parentId", "basis", "status", "version", "createdAt", "updatedAt", "reviewedAt",
        "reviewEveryDays", "owner", "scope", "stageModelId", "personaIds", "stages", "transitions", "opportunities");

    public static DocumentSchema Owner { get; } = new("an owner", "name", "departmentId");

    public static DocumentSchema Scope { get; } = new("a scope", "trigger", "endState", "scenario", "businessGoal", "expectations");

    public static DocumentSchema Stage { get; } = new("a stage",
        "id", "name", "sourceNames", "phases", "customerGoal", "companyGoal", "entryCriterion", "exitCriterion", "expectedDuration", "customerActions",
        "customerQuestions", "needs", "expectations", "concerns", "companyActions", "departmentIds", "metricIds", "touchpoints", "subJourneyId");

    public static DocumentSchema Phase { get; } = new("a phase", "phase", "weight");

    public static DocumentSchema Transition { get; } = new("a transition", "from", "to", "kind", "when", "share");

    public static DocumentSchema Touchpoint { get; } = new("a touchpoint",
        "id", "name", "description", "kind", "channelId", "initiator", "importance", "doing", "questions", "emotions", "targetEmotion", "engagement",
        "momentOfTruth", "personaIds", "painPoints", "frontstage", "backstage", "systems", "physicalEvidence", "departmentIds", "ownerDepartmentId",
        "metricIds", "claims", "eventBindings", "evidenceIds", "subJourneyId", "expectedDuration");

    public static DocumentSchema Emotion { get; } = new("an emotion", "value", "label", "quote", "personaId", "source", "sampleSize");

    public static DocumentSchema PainPoint { get; } = new("a pain point", "id", "text", "severity", "category", "affectedShare", "personaIds", "evidenceIds");

    public static DocumentSchema MomentOfTruth { get; } = new("a moment of truth", "type", "why");

    public static DocumentSchema Claim { get; } = new("a claim", "key", "value");

    public static DocumentSchema EventBinding { get; } = new("an event binding", "eventType", "where");

    /// <summary>Conditions of an event binding: a channel, and any attribute by its name.</summary>
    public static DocumentSchema Conditions { get; } = new("a condition", "channel");

    public static DocumentSchema DurationRange { get; } = new("a duration", "min", "max");

    public static DocumentSchema Opportunity { get; } = new("an opportunity",
        "id", "title", "howMightWe", "painPointIds", "stageIds", "touchpointIds", "impact", "confidence", "effort", "reachPerQuarter", "importance",
        "satisfaction", "status", "ownerDepartmentId", "metricIds", "link");

    public static DocumentSchema Persona { get; } = new("a persona",
        "id", "name", "headline", "isPrimary", "share", "basis", "quote", "imageUri", "geographic", "demographic", "psychographic", "behavioural", "evidenceIds");

    public static DocumentSchema Geographic { get; } = new("a persona's place", "country", "place", "livingThere");

    public static DocumentSchema Demographic { get; } = new("a persona's demography", "ageMin", "ageMax", "gender", "occupation", "householdIncome", "education");

    public static DocumentSchema Psychographic { get; } = new("a persona's mind", "lifestyle", "values", "attitudes", "goals", "needs", "painPoints");

    public static DocumentSchema Behavioral { get; } = new("a persona's behavior",
        "lookingFor", "brandInteractions", "expectations", "interests", "preferredChannelIds", "devices");

    public static DocumentSchema PersonaRule { get; } = new("a persona rule", "attribute", "value");

    public static DocumentSchema Channel { get; } = new("a channel", "id", "name", "category", "medium", "ownership");

    public static DocumentSchema Department { get; } = new("a department", "id", "name");

    public static DocumentSchema Metric { get; } = new("a metric",
        "id", "name", "kind", "unit", "currency", "direction", "category", "formula", "range", "baseline", "target", "observations");

    public static DocumentSchema MetricRange { get; } = new("a range", "min", "max");

    public static DocumentSchema Observation { get; } = new("an observation", "at", "value", "sampleSize", "personaId", "source");

    public static DocumentSchema Evidence { get; } = new("evidence", "id", "type", "title", "sampleSize", "collectedOn", "uri");

    public static DocumentSchema StageModel { get; } = new("a stage model", "id", "name", "source", "order", "returnsTo", "note", "language", "originalLanguage", "stages", "covers");

    public static DocumentSchema StageModelStage { get; } = new("a stage of a model", "key", "name", "english", "original", "phases", "customerActions", "companyActions");

    /// <summary>What the object is called in problems.</summary>
    public string What { get; }

    public IReadOnlyList<string> Properties { get; }

    /// <summary>The place of a property in the order of the format; -1 for one that the format does not know.</summary>
    public int PlaceOf(string property) => _places.GetValueOrDefault(property, -1);

    /// <summary>The properties in the order of the format; those that it does not know come last, in the order given.</summary>
    public IReadOnlyList<DocumentMember> InOrder(IEnumerable<DocumentMember> members) =>
        [.. members.OrderBy(member => _places.GetValueOrDefault(member.Name, _places.Count))];
}
