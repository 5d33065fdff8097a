using System.Globalization;
using CustomerJourney.Building;
using CustomerJourney.Building.Documents;
using CustomerJourney.StageModels;

namespace CustomerJourney.Checks;

/// <summary>CJ001 to CJ003: faults of a document that no map can have, because it is not built then. They are looked for in the document itself.</summary>
internal static class DocumentRules
{
    private const double SumTolerance = 1e-9;
    private const int ShownDecimals = 6;

    private static readonly CheckRule UnknownReference = new("CJ001", FindingSeverity.Error, "Unknown reference", "Correct the id, or add the part that it names.", NoneInMaps);
    private static readonly CheckRule DuplicateId = new("CJ002", FindingSeverity.Error, "Duplicate id", "Give one of them another id; history and comparisons depend on ids.", NoneInMaps);
    private static readonly CheckRule PhaseWeights = new("CJ003", FindingSeverity.Error, "Phase weights do not add up", "Make the weights of the stage's phases sum to 1.", NoneInMaps);

    public static IReadOnlyList<CheckRule> All { get; } = [UnknownReference, DuplicateId, PhaseWeights];

    /// <summary>The findings of these rules, in document order, each at the value that is wrong.</summary>
    public static IEnumerable<Finding> FindIn(IReadOnlyList<DocumentPart> parts)
    {
        HashSet<(string, string)> ids = [.. parts.Select(part => (part.Kind, part.Id))];
        HashSet<(string, string)> met = [];
        foreach (DocumentPart part in parts)
        {
            foreach ((string kind, DocumentValue id) in part.References)
            {
                if (!ids.Contains((kind, id.Content))) yield return At(UnknownReference, part, id, $"{Wording.Quote(id.Path)} refers to {Wording.Quote(id.Content)}, which does not exist.");
            }

            if (part.Id.Length > 0 && !met.Add((part.Kind, part.Id))) yield return At(DuplicateId, part, part.Value, $"Id {Wording.Quote(part.Id)} is used more than once: {Wording.Quote(part.Value.Path)}.");
            if (part.Kind == "stage" && SumOfWeights(part.Value) is { } sum && Math.Abs(sum - 1) > SumTolerance)
                yield return At(PhaseWeights, part, part.Value.Member("phases")!, $"Stage {Wording.Quote(part.Id)}: phase weights sum to {Phrase.Number(Math.Round(sum, ShownDecimals))}, not 1.");
        }
    }

    private static Finding At(CheckRule rule, DocumentPart part, DocumentValue value, string message) => DocumentPlaces.Put(rule.At(new(part.Element, message)), value);

    /// <summary>The sum of the <see cref="PhaseWeight"/>s of a stage; <see langword="null"/> where there is none that can be read.</summary>
    private static double? SumOfWeights(DocumentValue value)
    {
        if (value.Member("phases") is not { Items: { Count: > 0 } phases }) return null;
        double sum = 0;
        foreach (DocumentValue phase in phases)
        {
            if (phase.Member("weight") is not { Kind: DocumentValueKind.Number } weight) return null;
            sum += double.Parse(weight.Content, CultureInfo.InvariantCulture);
        }

        return sum;
    }

    private static IEnumerable<Sighting> NoneInMaps(CheckedMap map) => [];
}
