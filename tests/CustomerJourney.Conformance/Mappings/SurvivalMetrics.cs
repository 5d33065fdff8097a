using System.Text.Json;
using CustomerJourney.Statistics.Survival;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>survival.*: times to an event, some of them censored.</summary>
internal static class SurvivalMetrics
{
    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table)
    {
        foreach ((string name, SurvivalIntervalMethod method) in (ReadOnlySpan<(string, SurvivalIntervalMethod)>)
            [("loglog", SurvivalIntervalMethod.LogLog), ("log", SurvivalIntervalMethod.Log), ("plain", SurvivalIntervalMethod.Plain)])
        {
            table.Add($"survival.km.{name}", input => Curve(KaplanMeierCurve.Of(Sample(input), input.Number("confidence"), method)));
            table.Add($"survival.quantiles.{name}", input => Quantiles(input, KaplanMeierCurve.Of(Sample(input), input.Number("confidence"), method)));
        }

        table.Add("survival.km.left_truncated", input => Curve(KaplanMeierCurve.Of(SurvivalSample.Of(input.Numbers("entry"), input.Numbers("time"), Flags(input)))));
        table.Add("survival.at_times", AtTimes);
        table.Add("survival.nelson_aalen", NelsonAalen);
        table.Add("survival.rmst", input =>
        {
            RestrictedMean? mean = KaplanMeierCurve.Of(Sample(input))?.RestrictedMean(input.Number("tau"), carryForward: true);
            return new Answer { ["rmst"] = mean?.Estimate.Value, ["standardError"] = mean?.StandardError };
        });
        table.Add("survival.rmst_difference", RestrictedMeans);
        table.Add("survival.logrank", input => Test(LogRankTest.Compare(Groups(input))));
        table.Add("survival.peto_peto", input => Test(LogRankTest.Compare(Groups(input), LogRankWeights.PetoPeto)));
        table.Add("survival.logrank_stratified", input => Test(LogRankTest.CompareStratified(Strata(input))));
        table.Add("survival.cumulative_incidence", CumulativeIncidence);
    }

    private static Answer Curve(KaplanMeierCurve? curve) => new()
    {
        ["time"] = curve?.Points.Select(point => point.Time),
        ["atRisk"] = curve?.Points.Select(point => point.AtRisk),
        ["events"] = curve?.Points.Select(point => point.Events),
        ["survival"] = curve?.Points.Select(point => point.Survival),
        ["standardError"] = curve?.Points.Select(point => point.StandardError),
        ["lower"] = curve?.Points.Select(point => point.Lower),
        ["upper"] = curve?.Points.Select(point => point.Upper),
    };

    private static Answer Quantiles(JsonElement input, KaplanMeierCurve? curve)
    {
        SurvivalQuantile?[] quantiles = [.. input.Numbers("probabilities").Select(probability => curve?.Quantile(probability))];
        return new Answer
        {
            ["quantile"] = quantiles.Select(quantile => quantile?.Value),
            ["lower"] = quantiles.Select(quantile => quantile?.Lower),
            ["upper"] = quantiles.Select(quantile => quantile?.Upper),
        };
    }

    private static Answer AtTimes(JsonElement input)
    {
        KaplanMeierCurve? curve = KaplanMeierCurve.Of(Sample(input), input.Number("confidence"));
        KaplanMeierPoint?[] points = [.. input.Numbers("times").Select(time => curve?.At(time))];
        return new Answer
        {
            ["survival"] = points.Select(point => point?.Survival),
            ["lower"] = points.Select(point => point?.Lower),
            ["upper"] = points.Select(point => point?.Upper),
            ["atRisk"] = points.Select(point => point?.AtRisk),
        };
    }

    private static Answer NelsonAalen(JsonElement input)
    {
        NelsonAalenCurve? curve = NelsonAalenCurve.Of(Sample(input));
        return new Answer
        {
            ["time"] = curve?.Points.Select(point => point.Time),
            ["cumulativeHazard"] = curve?.Points.Select(point => point.CumulativeHazard),
            ["standardError"] = curve?.Points.Select(point => point.StandardError),
        };
    }

    private static Answer RestrictedMeans(JsonElement input)
    {
        IReadOnlyList<SurvivalSample> groups = Groups(input);
        RestrictedMeanDifference? result = RestrictedMeanDifference.Between(groups[0], groups[1], input.Number("tau"));
        return new Answer
        {
            ["rmstA"] = result?.Baseline.Estimate.Value,
            ["seA"] = result?.Baseline.StandardError,
            ["rmstB"] = result?.Candidate.Estimate.Value,
            ["seB"] = result?.Candidate.StandardError,
            ["difference"] = result?.Difference.Change.Value,
            ["lower"] = result?.Difference.Change.Lower,
            ["upper"] = result?.Difference.Change.Upper,
            ["pValue"] = result?.Difference.Test?.PValue,
        };
    }

    private static Answer Test(LogRankResult result) => new()
    {
        ["chiSquare"] = result.Test?.Statistic,
        ["df"] = (long)result.DegreesOfFreedom,
        ["pValue"] = result.Test?.PValue,
        ["observed"] = result.Groups.Select(group => group.Observed),
        ["expected"] = result.Groups.Select(group => group.Expected),
        ["n"] = result.Groups.Select(group => group.N),
    };

    private static Answer CumulativeIncidence(JsonElement input)
    {
        CompetingRisksSample sample = CompetingRisksSample.Of(input.Numbers("time"), Flags(input));
        CumulativeIncidenceCurve? convert = CumulativeIncidenceCurve.Of(sample, 1), abandon = CumulativeIncidenceCurve.Of(sample, 2);
        return new Answer
        {
            ["time"] = convert?.Points.Select(point => point.Time),
            ["convert"] = convert?.Points.Select(point => point.Incidence),
            ["abandon"] = abandon?.Points.Select(point => point.Incidence),
            ["convertStandardError"] = convert?.Points.Select(point => point.StandardError),
        };
    }

    private static SurvivalSample Sample(JsonElement input) => SurvivalSample.Of(input.Numbers("time"), Flags(input));

    private static int[] Flags(JsonElement input) => [.. input.Wholes("event").Select(flag => checked((int)flag))];

    private static IReadOnlyList<SurvivalSample> Groups(JsonElement input) => GroupsWhere(input, _ => true);

    private static IReadOnlyList<SurvivalSample>[] Strata(JsonElement input)
    {
        long[] strata = input.Wholes("strata");
        return [.. strata.Distinct().Order().Select(stratum => GroupsWhere(input, index => strata[index] == stratum))];
    }

    // Groups by ascending code, all of them in every stratum.
    private static IReadOnlyList<SurvivalSample> GroupsWhere(JsonElement input, Func<int, bool> counts)
    {
        double[] times = input.Numbers("time");
        int[] flags = Flags(input);
        long[] groups = input.Wholes("group");
        return [.. groups.Distinct().Order().Select(group =>
        {
            int[] members = [.. Enumerable.Range(0, times.Length).Where(index => groups[index] == group && counts(index))];
            return SurvivalSample.Of([.. members.Select(index => times[index])], (int[])[.. members.Select(index => flags[index])]);
        })];
    }
}
