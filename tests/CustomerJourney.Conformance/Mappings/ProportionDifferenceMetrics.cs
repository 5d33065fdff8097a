using System.Text.Json;
using CustomerJourney.Statistics;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>proportion.diff.*, proportion.ratio.*, proportion.oddsratio.*, effect.cohens_h and mcnemar.*: two shares compared, B less A or B over A.</summary>
internal static class ProportionDifferenceMetrics
{
    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table)
    {
        table.Add("proportion.diff.ci.wald", input => Limits(input, (xA, nA, xB, nB, level) => ProportionDifference.Wald(xA, nA, xB, nB, level, clip: false)));
        table.Add("proportion.diff.ci.newcombe_wilson", input => Limits(input, ProportionDifference.Newcombe));
        table.Add("proportion.diff.ci.agresti_caffo", input => Limits(input, (xA, nA, xB, nB, level) => ProportionDifference.AgrestiCaffo(xA, nA, xB, nB, level, clip: false)));
        table.Add("proportion.diff.ci.miettinen_nurminen", input => Limits(input, ProportionDifference.MiettinenNurminen));
        table.Add("proportion.diff.z_pooled", input => Test(input, ProportionDifference.PooledZ));
        table.Add("proportion.diff.z_unpooled", input => Test(input, ProportionDifference.UnpooledZ));
        table.Add("proportion.diff.chi2", input => ChiSquare(input, ProportionDifference.ChiSquare));
        table.Add("proportion.diff.chi2_yates", input => ChiSquare(input, ProportionDifference.ChiSquareYates));
        table.Add("proportion.diff.fisher_exact", Fisher);
        table.Add("proportion.ratio.ci.log", input => Ratio(input, ProportionRatio.Katz, "relativeRisk"));
        table.Add("proportion.oddsratio.ci.logit", input => Ratio(input, ProportionRatio.Woolf, "oddsRatio"));
        table.Add("effect.cohens_h", input => new Answer { ["h"] = EffectSize.CohensH(input.Number("pA"), input.Number("pB")).Value });
        table.Add("mcnemar.exact", input => new Answer { ["pValue"] = McNemarTest.Exact(input.Whole("b"), input.Whole("c")).PValue });
        table.Add("mcnemar.chi2_cc", input =>
        {
            TestResult? test = McNemarTest.ChiSquare(input.Whole("b"), input.Whole("c"));
            return new Answer { ["statistic"] = test?.Statistic, ["pValue"] = test?.PValue };
        });
    }

    private static Answer Limits(JsonElement input, Func<long, long, long, long, double, Estimate?> interval)
    {
        (ShareSample a, ShareSample b) = Groups(input);
        Estimate? change = interval(a.Hits, a.Total, b.Hits, b.Total, input.Number("confidence"));
        return new Answer { ["difference"] = change?.Value, ["lower"] = change?.Lower, ["upper"] = change?.Upper };
    }

    private static Answer Test(JsonElement input, Func<long, long, long, long, TestResult?> test)
    {
        (ShareSample a, ShareSample b) = Groups(input);
        TestResult? result = test(a.Hits, a.Total, b.Hits, b.Total);
        return new Answer { ["difference"] = b.Value - a.Value, ["z"] = result?.Statistic, ["pValue"] = result?.PValue };
    }

    private static Answer ChiSquare(JsonElement input, Func<long, long, long, long, CountTestResult?> test)
    {
        (ShareSample a, ShareSample b) = Groups(input);
        return ContingencyMetrics.Answer(test(a.Hits, a.Total, b.Hits, b.Total));
    }

    private static Answer Ratio(JsonElement input, Func<long, long, long, long, double, ZeroCellRule, Estimate?> interval, string name)
    {
        (ShareSample a, ShareSample b) = Groups(input);
        Estimate? ratio = interval(a.Hits, a.Total, b.Hits, b.Total, input.Number("confidence"), ZeroCellRule.Undefined);
        return new Answer { [name] = ratio?.Value, ["lower"] = ratio?.Lower, ["upper"] = ratio?.Upper, ["relativeLift"] = ratio?.Value - 1 };
    }

    // The alternative is about the odds ratio A : B, the library's about the candidate: A is the candidate here.
    private static Answer Fisher(JsonElement input)
    {
        (ShareSample a, ShareSample b) = Groups(input);
        TestResult? test = ProportionDifference.FisherExact(b.Hits, b.Total, a.Hits, a.Total, input.Alternative());
        return new Answer { ["sampleOddsRatio"] = EffectSize.OddsRatio(b, a)?.Value, ["pValue"] = test?.PValue };
    }

    private static (ShareSample A, ShareSample B) Groups(JsonElement input) => (
        new ShareSample(input.Whole("successesA"), input.Whole("trialsA")),
        new ShareSample(input.Whole("successesB"), input.Whole("trialsB")));
}
