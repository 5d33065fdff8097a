using CustomerJourney.Building;
using CustomerJourney.Building.Documents;

namespace CustomerJourney.Checks;

/// <summary>Makes reports: asks the rules, orders what they find, sets apart what is suppressed.</summary>
internal static class CheckRun
{
    public static CheckReport OfMap(Journey journey, DateOnly asOf, CheckOptions options) => OfMap(journey, asOf, options, findings => findings);

    /// <summary>Checks a document.</summary>
    /// <param name="read">Gives the document in UTF-8.</param>
    /// <param name="asOf">The day of the check.</param>
    /// <param name="options">What to check.</param>
    /// <param name="reading">How strictly and how much is read.</param>
    public static CheckReport OfDocument(Func<ReadOnlyMemory<byte>> read, DateOnly asOf, CheckOptions options, JourneyReadOptions reading)
    {
        UserRules.CheckIds(options);
        Suppressions suppressions = new(options);
        ReadOnlyMemory<byte> utf8 = default;
        Journey journey;
        try
        {
            utf8 = read();
            journey = DocumentReader.Read(utf8.Span, DocumentInput.Unnamed, reading);
        }
        catch (JourneyDefinitionException error)
        {
            IReadOnlyList<DocumentPart> parts = PartsOf(utf8, reading);
            (Finding[] findings, int left) = Most(DocumentRules.FindIn(parts));
            return Report(InOrder(findings, findings.Select(finding => finding.Element)), suppressions, options, asOf, parts is [var map, ..] ? map.Id : null) with
            {
                Unreadable = [.. error.Problems, .. left == 0 ? (ReadOnlySpan<string>)[] : [$"there are {Phrase.Number(left)} more findings like these"]],
            };
        }

        return OfMap(journey, asOf, options, findings => findings.Length == 0 ? findings : new DocumentPlaces(PartsOf(utf8, reading)).Put(findings));
    }

    private static CheckReport OfMap(Journey journey, DateOnly asOf, CheckOptions options, Func<Finding[], Finding[]> place)
    {
        UserRules.CheckIds(options);
        Suppressions suppressions = new(options);
        CheckedMap map = new(journey, asOf, options);
        IEnumerable<Finding> findings = CheckRules.All.SelectMany(rule => rule.Find(map).Select(rule.At)).Concat(UserRules.Find(map));
        return Report(place(InOrder(findings, Element.InOrder(journey))), suppressions, options, asOf, journey.Id);
    }

    /// <summary>The findings that are kept: a hostile document can have a million, and nobody reads them. The rest is counted.</summary>
    private static (Finding[] Kept, int Left) Most(IEnumerable<Finding> findings)
    {
        List<Finding> kept = [];
        int left = 0;
        foreach (Finding finding in findings)
        {
            if (kept.Count < DefinitionProblems.MostKept) kept.Add(finding);
            else left++;
        }

        return ([.. kept], left);
    }

    /// <summary>The parts of a document and where they stand, which a map does not keep; none in what is too large, too deep or no JSON at all, as the problems of reading say.</summary>
    private static IReadOnlyList<DocumentPart> PartsOf(ReadOnlyMemory<byte> utf8, JourneyReadOptions reading) =>
        DocumentParser.Parse(utf8.Span, new DefinitionProblems(), reading) is { } root ? DocumentPart.AllOf(root) : [];

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
