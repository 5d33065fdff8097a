using System.Text.Json;
using CustomerJourney.Statistics;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>proportion.weighted: a share of answers with survey weights.</summary>
internal static class WeightedMetrics
{
    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table) => table.Add("proportion.weighted", Share);

    private static Answer Share(JsonElement input)
    {
        double[] successes = input.Numbers("successes"), weights = input.Numbers("weights");
        bool[] hits = [.. successes.Select(success => success == 1)];
        WeightedMean? mean = WeightedMean.Of(successes, weights);
        Estimate? estimate = WeightedProportion.Logit(hits, weights, input.Number("confidence"));
        return new Answer
        {
            ["estimate"] = estimate?.Value,
            ["standardErrorLinearized"] = mean?.StandardError,
            ["kishEffectiveN"] = mean?.EffectiveN,
            ["logitLower"] = estimate?.Lower,
            ["logitUpper"] = estimate?.Upper,
        };
    }
}
