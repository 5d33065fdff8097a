using System.Text.Json;
using CustomerJourney.Statistics;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>mean.ci.t, ttest.* and effect.cohens_d: means of values, B less A.</summary>
internal static class MeanMetrics
{
    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table)
    {
        table.Add("mean.ci.t", Interval);
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

    private static Answer Interval(JsonElement input)
    {
        MeanSample sample = MeanSample.Of(input.Numbers("values"));
        Estimate? estimate = sample.Estimate(input.Number("confidence"));
        return new Answer
        {
            ["mean"] = sample.Value,
            ["standardDeviation"] = sample.Variance is { } variance ? Math.Sqrt(variance) : null,
            ["standardError"] = sample.StandardError,
            ["lower"] = estimate?.Lower,
            ["upper"] = estimate?.Upper,
        };
    }

    // Both ways to a paired test: by the differences, and with each person as a cluster that has one value on either side.
    private static Answer Paired(JsonElement input)
    {
        double[] before = input.Numbers("before"), after = input.Numbers("after");
        TwoSampleResult? paired = MeanDifference.Paired(before, after);
        ClusterContribution[] people = [.. before.Zip(after, (a, b) => new ClusterContribution(a, 1, b, 1))];
        SampleDifference difference = SampleDifference.Clustered(MeanSample.Of(before), MeanSample.Of(after), people, 0.95);
        if (Math.Abs((difference.Test?.PValue ?? 1) - (paired?.Test?.PValue ?? 1)) > 1e-9) throw new InvalidOperationException("The two ways to a paired test disagree.");
        return new Answer
        {
            ["t"] = paired?.Test?.Statistic,
            ["pValue"] = paired?.Test?.PValue,
            ["df"] = paired?.DegreesOfFreedom,
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
