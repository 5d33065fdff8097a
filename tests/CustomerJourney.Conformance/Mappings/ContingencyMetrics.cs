using System.Text.Json;
using CustomerJourney.Statistics;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>contingency.*, gof.* and effect.cramers_v*: tables of counts.</summary>
internal static class ContingencyMetrics
{
    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table)
    {
        table.Add("contingency.chi2", input => Answer(ContingencyTest.ChiSquare(input.WholeRows("table"))));
        table.Add("contingency.g_test", input => Answer(ContingencyTest.GTest(input.WholeRows("table"))));
        table.Add("gof.chi2", GoodnessOfFitOf);
        table.Add("effect.cramers_v", input => new Answer { ["v"] = EffectSize.CramersV(input.WholeRows("table"))?.Value });
        table.Add("effect.cramers_v_bias_corrected", input => new Answer { ["v"] = EffectSize.CramersVCorrected(input.WholeRows("table"))?.Value });
    }

    public static Answer Answer(CountTestResult? result) => new()
    {
        ["statistic"] = result?.Test.Statistic,
        ["df"] = result?.DegreesOfFreedom,
        ["pValue"] = result?.Test.PValue,
        ["minExpected"] = result?.SmallestExpected,
    };

    // Without proportions all categories are expected equally often.
    private static Answer GoodnessOfFitOf(JsonElement input)
    {
        long[] observed = input.Wholes("observed");
        bool equal = input.GetProperty("expectedProportions").ValueKind == JsonValueKind.Null;
        return Answer(GoodnessOfFit.ChiSquare(observed, equal ? [.. observed.Select(_ => 1.0)] : input.Numbers("expectedProportions")));
    }
}
