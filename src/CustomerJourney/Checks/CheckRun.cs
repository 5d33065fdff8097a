using System.Text.Json;

namespace CustomerJourney.Checks;

/// <summary>Makes reports: asks the rules, orders what they find, sets apart what is suppressed.</summary>
internal static class CheckRun
{
    public static CheckReport OfMap(Journey journey, DateOnly asOf, CheckOptions options)
    {
        UserRules.CheckIds(options);
        Suppressions suppressions = new(options);
        CheckedMap map = new(journey, asOf, options);
        IEnumerable<Finding> findings = CheckRules.All.SelectMany(rule => rule.Find(map).Select(rule.At)).Concat(UserRules.Find(map));
        return Report(InOrder(findings, Element.InOrder(journey)), suppressions, options, asOf, journey.Id);
    }

    public static CheckReport OfDocument(string json, DateOnly asOf, CheckOptions options, JourneyReadOptions reading)
    {
        UserRules.CheckIds(options);
        Suppressions suppressions = new(options);
        Journey journey;
        try
        {
            journey = Journey.Parse(json, reading);
        }
        catch (JourneyDefinitionException error)
        {
            (string? id, IReadOnlyList<Finding> findings) = ReadFaults(json, reading);
            return Report(InOrder(findings, findings.Select(finding => finding.Element)), suppressions, options, asOf, id) with { Unreadable = error.Problems };
        }

        return OfMap(journey, asOf, options);
    }

    /// <summary>What the rules about documents find; nothing in what is too large, too deep or no JSON at all, which the problems of reading say.</summary>
    private static (string? Id, IReadOnlyList<Finding> Findings) ReadFaults(string json, JourneyReadOptions reading)
    {
        if (json.Length > reading.MaximumBytes) return (null, []);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = reading.MaximumDepth });
            return (DocumentPart.AllOf(document.RootElement).FirstOrDefault()?.Id, [.. DocumentRules.FindIn(document.RootElement)]);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // A text with half of a surrogate pair is valid JSON and no valid string: reading it is an invalid operation.
            return (null, []);
        }
    }

    /// <summary>By element in map order, then by rule; findings of one rule at one element stay as they were found, elements that the map does not know come last.</summary>
    private static Finding[] InOrder(IEnumerable<Finding> findings, IEnumerable<string> elements)
    {
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        foreach (string element in elements) places.TryAdd(element, places.Count);
        return
        [
            .. findings
                .OrderBy(finding => places.GetValueOrDefault(finding.Element, int.MaxValue))
                .ThenBy(finding => finding.Element, StringComparer.Ordinal)
                .ThenBy(finding => finding.Rule, StringComparer.Ordinal),
        ];
    }

    private static CheckReport Report(IReadOnlyList<Finding> all, Suppressions suppressions, CheckOptions options, DateOnly asOf, string? journeyId)
    {
        ILookup<bool, Finding> parted = all.ToLookup(suppressions.Suppresses);
        return new CheckReport
        {
            JourneyId = journeyId,
            AsOf = asOf,
            Findings = [.. parted[false]],
            Suppressed = [.. parted[true]],
            UnusedSuppressions = suppressions.Unused,
            UserRules = [.. options.Rules.Select(rule => rule.Id)],
        };
    }
}
