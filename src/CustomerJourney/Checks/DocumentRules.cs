using System.Text.Json;
using CustomerJourney.Building;
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

    /// <summary>The findings of these rules, in document order.</summary>
    public static IEnumerable<Finding> FindIn(JsonElement root)
    {
        DocumentPart[] parts = [.. DocumentPart.AllOf(root)];
        HashSet<(string, string)> ids = [.. parts.Select(part => (part.Kind, part.Id))];
        HashSet<(string, string)> met = [];
        foreach (DocumentPart part in parts)
        {
            foreach ((string kind, string id, string path) in part.References)
            {
                if (!ids.Contains((kind, id))) yield return UnknownReference.At(new(part.Element, $"{Wording.Quote(path)} refers to {Wording.Quote(id)}, which does not exist."));
            }

            if (part.Id.Length > 0 && !met.Add((part.Kind, part.Id))) yield return DuplicateId.At(new(part.Element, $"Id {Wording.Quote(part.Id)} is used more than once: {Wording.Quote(part.Path)}."));
            if (SumOfWeights(part.Value) is { } sum && Math.Abs(sum - 1) > SumTolerance)
                yield return PhaseWeights.At(new(part.Element, $"Stage {Wording.Quote(part.Id)}: phase weights sum to {Phrase.Number(Math.Round(sum, ShownDecimals))}, not 1."));
        }
    }

    /// <summary>The sum of the <see cref="PhaseWeight"/>s of a stage; <see langword="null"/> where there is none that can be read.</summary>
    private static double? SumOfWeights(JsonElement value)
    {
        if (!value.TryGetProperty("phases", out JsonElement phases) || phases.ValueKind != JsonValueKind.Array) return null;
        double[] weights = [.. phases.EnumerateArray().Select(phase => phase.ValueKind == JsonValueKind.Object && phase.TryGetProperty("weight", out JsonElement weight) && weight.ValueKind == JsonValueKind.Number ? weight.GetDouble() : double.NaN)];
        return weights.Length == 0 || weights.Any(double.IsNaN) ? null : weights.Sum();
    }

    private static IEnumerable<Sighting> NoneInMaps(CheckedMap map) => [];
}
