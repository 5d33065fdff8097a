namespace CustomerJourney.Comparison;

/// <summary>The kinds of parts, and the properties of the format that point to them by id.</summary>
internal static class MapPartKind
{
    public const string Journey = "journey";
    public const string Stage = "stage";
    public const string Touchpoint = "touchpoint";
    public const string PainPoint = "pain point";
    public const string Persona = "persona";
    public const string Channel = "channel";
    public const string Department = "department";
    public const string Metric = "metric";
    public const string Evidence = "evidence";
    public const string Opportunity = "opportunity";

    /// <summary>The kind that a property points to; <see langword="null"/> for one that holds no id of this map.</summary>
    public static string? Of(string property) => property switch
    {
        "from" or "to" or "stageIds" => Stage,
        "touchpointIds" => Touchpoint,
        "painPointIds" => PainPoint,
        "personaId" or "personaIds" => Persona,
        "channelId" or "preferredChannelIds" => Channel,
        "departmentId" or "departmentIds" or "ownerDepartmentId" => Department,
        "metricIds" => Metric,
        "evidenceIds" => Evidence,
        _ => null,
    };
}
