namespace CustomerJourney.Checks;

/// <summary>
/// Where the objects of a journey document name other parts, and where they hold objects that do. What stands anywhere else (texts by language, conditions of events, what other programs keep) is no reference, whatever it is called.
/// </summary>
internal sealed class DocumentShape
{
    private static readonly DocumentShape PainPoint = new("pain point") { References = { ["personaIds"] = "persona", ["evidenceIds"] = "evidence" } };

    private static readonly DocumentShape OfPersona = new() { References = { ["personaId"] = "persona" } };

    private static readonly DocumentShape Touchpoint = new("touchpoint")
    {
        References =
        {
            ["channelId"] = "channel", ["personaIds"] = "persona", ["departmentIds"] = "department", ["ownerDepartmentId"] = "department", ["metricIds"] = "metric", ["evidenceIds"] = "evidence",
        },
        Parts = { ["emotions"] = OfPersona, ["painPoints"] = PainPoint },
    };

    private static readonly DocumentShape Stage = new("stage")
    {
        References = { ["departmentIds"] = "department", ["metricIds"] = "metric" },
        Parts = { ["touchpoints"] = Touchpoint },
    };

    private static readonly DocumentShape Opportunity = new("opportunity")
    {
        References =
        {
            ["painPointIds"] = "pain point", ["stageIds"] = "stage", ["touchpointIds"] = "touchpoint", ["ownerDepartmentId"] = "department", ["metricIds"] = "metric",
        },
    };

    private static readonly DocumentShape Persona = new("persona")
    {
        References = { ["evidenceIds"] = "evidence" },
        Parts = { ["behavioural"] = new() { References = { ["preferredChannelIds"] = "channel" } } },
    };

    private DocumentShape(string? kind = null) => Kind = kind;

    /// <summary>The journey of a document.</summary>
    public static DocumentShape Journey { get; } = new("journey")
    {
        References = { ["personaIds"] = "persona" },
        Parts =
        {
            ["owner"] = new() { References = { ["departmentId"] = "department" } },
            ["stages"] = Stage,
            ["transitions"] = new() { References = { ["from"] = "stage", ["to"] = "stage" } },
            ["opportunities"] = Opportunity,
        },
    };

    /// <summary>What stands beside the journey.</summary>
    public static DocumentShape Libraries { get; } = new()
    {
        Parts =
        {
            ["personas"] = Persona,
            ["channels"] = new("channel"),
            ["departments"] = new("department"),
            ["metrics"] = new("metric") { Parts = { ["observations"] = OfPersona } },
            ["evidence"] = new("evidence"),
        },
    };

    /// <summary>What such an object is called that has an id; <see langword="null"/> for one that belongs to the object around it.</summary>
    public string? Kind { get; }

    private Dictionary<string, string> References { get; } = new(StringComparer.Ordinal);

    private Dictionary<string, DocumentShape> Parts { get; } = new(StringComparer.Ordinal);

    /// <summary>The kind of part that a member names by id; <see langword="null"/> where it names none.</summary>
    public string? KindOfReference(string member) => References.GetValueOrDefault(member);

    /// <summary>The shape of what a member holds, an object or a list of objects; <see langword="null"/> where no references are below it.</summary>
    public DocumentShape? Inner(string member) => Parts.GetValueOrDefault(member);
}
