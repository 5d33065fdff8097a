using System.Text.Json;
using CustomerJourney.Statistics;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>mannwhitney.*, ks.*, kruskal and effect.cliffs_delta: groups compared by the order of their values.</summary>
internal static class RankMetrics
{
    private delegate TestResult? Test(ReadOnlySpan<double> baseline, ReadOnlySpan<double> candidate);

    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table)
    {
        table.Add("mannwhitney.exact", input => MannWhitney(input, (b, a) => MannWhitneyTest.Exact(b, a)));
        table.Add("mannwhitney.asymptotic", input => MannWhitney(input, (b, a) => MannWhitneyTest.Asymptotic(b, a, continuity: false)));
        table.Add("mannwhitney.asymptotic_cc", input => MannWhitney(input, (b, a) => MannWhitneyTest.Asymptotic(b, a, input.Alternative())));
        table.Add("ks.two_sample.exact", input => KolmogorovSmirnov(input, KolmogorovSmirnovTest.Exact));
        table.Add("ks.two_sample.kolmogorov_limit", input => KolmogorovSmirnov(input, KolmogorovSmirnovTest.Asymptotic));
        table.Add("ks.two_sample.asymptotic_scipy", input => KolmogorovSmirnov(input, KolmogorovSmirnovTest.OneSampleApproximation));
        table.Add("kruskal", input =>
        {
            TestResult? result = KruskalWallisTest.Compare(input.Rows("groups"));
            return new Answer { ["h"] = result?.Statistic, ["pValue"] = result?.PValue };
        });
        table.Add("effect.cliffs_delta", input => new Answer
        {
            ["delta"] = EffectSize.CliffsDelta(input.Numbers("a"), input.Numbers("b"))?.Value,
            ["probabilityOfSuperiority"] = EffectSize.ProbabilityOfSuperiority(input.Numbers("a"), input.Numbers("b"))?.Value,
        });
    }

    // The alternative and u1 are about A, the library's are about the candidate: A is the candidate here.
    private static Answer MannWhitney(JsonElement input, Test test)
    {
        double[] a = input.Numbers("a"), b = input.Numbers("b");
        TestResult? result = test(b, a);
        return new Answer { ["u1"] = result?.Statistic, ["u2"] = (double)a.Length * b.Length - result?.Statistic, ["pValue"] = result?.PValue };
    }

    private static Answer KolmogorovSmirnov(JsonElement input, Test test)
    {
        TestResult? result = test(input.Numbers("a"), input.Numbers("b"));
        return new Answer { ["d"] = result?.Statistic, ["pValue"] = result?.PValue };
    }
}
