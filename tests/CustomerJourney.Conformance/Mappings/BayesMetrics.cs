using System.Text.Json;
using CustomerJourney.Statistics;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>bayes.beta_binomial_ab: two shares compared by their posteriors.</summary>
internal static class BayesMetrics
{
    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table) => table.Add("bayes.beta_binomial_ab", input =>
    {
        BetaBinomialComparison comparison = BetaBinomialComparison.Of(
            new ShareSample(input.Whole("successesA"), input.Whole("trialsA")),
            new ShareSample(input.Whole("successesB"), input.Whole("trialsB")),
            input.Number("priorAlpha"),
            input.Number("priorBeta"));
        return new Answer
        {
            ["probabilityBBeatsA"] = comparison.ProbabilityCandidateIsBetter,
            ["expectedLossChoosingA"] = comparison.ExpectedLossOfBaseline,
            ["expectedLossChoosingB"] = comparison.ExpectedLossOfCandidate,
            ["posteriorMeanA"] = comparison.Baseline.Value,
            ["posteriorMeanB"] = comparison.Candidate.Value,
            ["credibleLowerB"] = comparison.Candidate.Lower,
            ["credibleUpperB"] = comparison.Candidate.Upper,
        };
    });
}
