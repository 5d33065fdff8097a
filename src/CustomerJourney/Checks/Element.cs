using CustomerJourney.Building;

namespace CustomerJourney.Checks;

/// <summary>Parts of a map as findings name them: kind and id.</summary>
internal static class Element
{
    public static string Of(Journey journey) => $"journey {journey.Id}";

    public static string Of(Stage stage) => $"stage {stage.Id}";

    public static string Of(Touchpoint touchpoint) => $"touchpoint {touchpoint.Id}";

    public static string Of(PainPoint pain) => $"pain point {pain.Id}";

    public static string Of(Opportunity opportunity) => $"opportunity {opportunity.Id}";

    public static string Of(Persona persona) => $"persona {persona.Id}";

    public static string Of(Metric metric) => $"metric {metric.Id}";

    /// <summary>A claim has no id; its key, which may hold anything, is shown on one line.</summary>
    public static string OfClaim(string key) => $"claim {VisibleText.Of(key)}";

    /// <summary>All parts of a map that findings name, in the order in which a reader meets them.</summary>
    public static IEnumerable<string> InOrder(Journey journey)
    {
        yield return Of(journey);
        foreach (Stage stage in journey.Stages)
        {
            yield return Of(stage);
            foreach (Touchpoint touchpoint in stage.Touchpoints)
            {
                yield return Of(touchpoint);
                foreach (PainPoint pain in touchpoint.PainPoints) yield return Of(pain);
                foreach (TouchpointClaim claim in touchpoint.Claims) yield return OfClaim(claim.Key);
            }
        }

        foreach (Opportunity opportunity in journey.Opportunities) yield return Of(opportunity);
        foreach (Persona persona in journey.Personas) yield return Of(persona);
        foreach (Metric metric in journey.Metrics) yield return Of(metric);
    }

    /// <summary>The id in the words of a finding: what follows the kind.</summary>
    public static (string Kind, string Id) Parts(string element)
    {
        const string PainPoint = "pain point ";
        int space = element.StartsWith(PainPoint, StringComparison.Ordinal) ? PainPoint.Length - 1 : element.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? ("element", element) : (element[..space], element[(space + 1)..]);
    }
}
