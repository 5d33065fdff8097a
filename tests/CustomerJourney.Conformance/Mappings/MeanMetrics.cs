using System.Text.Json;
using CustomerJourney.Statistics;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>ttest.* and effect.cohens_d: means of values, B less A.</summary>
internal static class MeanMetrics
{
    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table)
    {
        table.Add("ttest.welch", input => Compare(input, MeanDifference.Welch));
        table.Add("ttest.student", input => Compare(input, MeanDifference.Student));
        table.Add("ttest.paired", Paired);
        table.Add("effect.cohens_d", Effects);
    }

    private static Answer Compare(JsonElement input, Func<MeanSample, MeanSample, double, TwoSampleResult?> compare)
    {
        TwoSampleResult? result = compare(MeanSample.Of(input.Numbers("a")), MeanSample.Of(input.Numbers("b")), 0.95);
        return new Answer
        {
            ["difference"] = result?.Change.Value,
            ["t"] = result?.Test?.Statistic,
            ["df"] = result?.DegreesOfFreedom,
            ["pValue"] = result?.Test?.PValue,
            ["lower"] = result?.Change.Lower,
            ["upper"] = result?.Change.Upper,
        };
    }

    // Each person is a cluster with one value on either side.
    private static Answer Paired(JsonElement input)
    {
        double[] before = input.Numbers("before"), after = input.Numbers("after");
        ClusterContribution[] people = [.. before.Zip(after, (a, b) => new ClusterContribution(a, 1, b, 1))];
        SampleDifference difference = SampleDifference.Clustered(MeanSample.Of(before), MeanSample.Of(after), people, 0.95);
        return new Answer
        {
            ["t"] = difference.Test?.Statistic,
            ["pValue"] = difference.Test?.PValue,
            ["df"] = difference.Test is null ? null : (long)people.Length - 1,
        };
    }

    private static Answer Effects(JsonElement input)
    {
        MeanSample a = MeanSample.Of(input.Numbers("a")), b = MeanSample.Of(input.Numbers("b"));
        return new Answer
        {
            ["d"] = EffectSize.CohensD(a, b)?.Value,
            ["hedgesGExact"] = EffectSize.HedgesG(a, b)?.Value,
            ["hedgesGApprox"] = EffectSize.HedgesGApproximate(a, b)?.Value,
        };
    }
}
