using System.Text.Json;
using CustomerJourney.Statistics;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>proportion.test.* and proportion.multinomial.*: one group against a fixed share, and the shares of several categories.</summary>
internal static class ProportionTestMetrics
{
    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table)
    {
        table.Add("proportion.test.z_one_sample", input => Test(input, ProportionTest.Score));
        table.Add("proportion.test.binomial_exact", input => Test(input, ProportionTest.BinomialExact));
        table.Add("proportion.multinomial.goodman", input => Limits(MultinomialInterval.Goodman(input.Wholes("counts"), input.Number("confidence"))));
        table.Add("proportion.multinomial.sison_glaz", input => Limits(MultinomialInterval.SisonGlaz(input.Wholes("counts"), input.Number("confidence"))));
    }

    private static Answer Test(JsonElement input, Func<long, long, double, Alternative, TestResult?> test)
    {
        TestResult? result = test(input.Whole("successes"), input.Whole("trials"), input.Number("nullValue"), input.Alternative());
        return new Answer { ["z"] = result?.Statistic, ["pValue"] = result?.PValue };
    }

    private static Answer Limits(IReadOnlyList<Estimate>? estimates) => new()
    {
        ["lower"] = estimates?.Select(estimate => estimate.Lower).ToArray(),
        ["upper"] = estimates?.Select(estimate => estimate.Upper).ToArray(),
    };
}
