using System.Globalization;
using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>nps.*: net shares, on the scale −100…100.</summary>
internal static class NpsMetrics
{
    private delegate Estimate? Interval(long positive, long neutral, long negative, double level, bool clip);

    private delegate TwoSampleResult? Comparison(NetSample baseline, NetSample candidate, double level, bool clip);

    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table)
    {
        table.Add("nps.summary", input => Summary(Measured(input.Numbers("scores"))));
        table.Add("nps.from_counts", input => Summary(Counts(input)));
        table.Add("nps.ci.wald", input => Limits(input, NetShareInterval.Wald));
        table.Add("nps.ci.adjusted_wald", input => Limits(input, NetShareInterval.AdjustedWald));
        table.Add("nps.ci.agresti_min", input => Limits(input, NetShareInterval.AgrestiMin));
        table.Add("nps.ci.bonett_price", input => Limits(input, NetShareInterval.BonettPrice));
        table.Add("nps.ci.score_tango", input => Limits(input, (a, b, c, level, _) => NetShareInterval.Score(a, b, c, level)));
        table.Add("nps.ci.t_trinomial", input => Limits(input, (a, b, c, level, _) => NetShareInterval.StudentT(a, b, c, level, clip: false)));
        table.Add("nps.ci.bootstrap_percentile_exact", input => Limits(input, (a, b, c, level, _) => NetShareInterval.PercentileBootstrap(a, b, c, level)));
        table.Add("nps.diff.wald", input => Difference(input, NetShareDifference.Wald));
        table.Add("nps.diff.adjusted_wald", input => Difference(input, NetShareDifference.AdjustedWald));
        table.Add("nps.diff.welch_trinomial", input => Difference(input, NetShareDifference.Welch));
        table.Add("nps.weighted", Weighted);
        table.Add("nps.benchmark.adjusted_wald", Benchmark);
        table.Add("nps.samplesize.margin", input =>
        {
            SampleSize size = NetShareSampleSize.ForMargin(input.Number("marginOfErrorPoints") / 100, input.Number("indicatorVariance"), input.Number("confidence"));
            return new Answer { ["nExact"] = size.Exact, ["n"] = size.Count };
        });
        table.Add("nps.samplesize.two_groups", input =>
        {
            double variance = input.Number("indicatorVariancePerGroup");
            SampleSize size = NetShareSampleSize.ForDifference(input.Number("differencePoints") / 100, variance, variance, input.Number("confidence"), input.Number("power"));
            return new Answer { ["nPerGroupExact"] = size.Exact, ["nPerGroup"] = size.Count };
        });
        table.Add("nps.bayes_dirichlet", input =>
        {
            NetSharePosterior posterior = NetSharePosterior.Dirichlet(Counts(input), input.Number("priorEach"));
            return new Answer { ["posteriorMean"] = 100 * posterior.Mean, ["posteriorSd"] = 100 * posterior.StandardDeviation };
        });
    }

    private static Answer Summary(NetSample sample) => new()
    {
        ["n"] = sample.Count,
        ["detractors"] = sample.Negative,
        ["passives"] = sample.Neutral,
        ["promoters"] = sample.Positive,
        ["nps"] = 100 * sample.Value,
        ["indicatorVariance"] = sample.Variance,
        ["standardError"] = 100 * sample.StandardError,
    };

    private static Answer Limits(JsonElement input, Interval interval)
    {
        NetSample sample = Counts(input);
        double level = input.Number("confidence");
        Estimate? clipped = interval(sample.Positive, sample.Neutral, sample.Negative, level, clip: true);
        Estimate? unclipped = interval(sample.Positive, sample.Neutral, sample.Negative, level, clip: false);
        return new Answer
        {
            ["nps"] = 100 * clipped?.Value,
            ["adjustedNps"] = 50 * (unclipped?.Lower + unclipped?.Upper),
            ["lower"] = 100 * clipped?.Lower,
            ["upper"] = 100 * clipped?.Upper,
            ["lowerUnclipped"] = 100 * unclipped?.Lower,
            ["upperUnclipped"] = 100 * unclipped?.Upper,
        };
    }

    private static Answer Difference(JsonElement input, Comparison comparison)
    {
        TwoSampleResult? result = comparison(Counts(input.GetProperty("a")), Counts(input.GetProperty("b")), input.Number("confidence"), clip: false);
        return new Answer
        {
            ["difference"] = 100 * result?.Change.Value,
            ["adjustedDifference"] = 100 * result?.Center,
            ["standardError"] = 100 * result?.StandardError,
            ["z"] = result?.Test?.Statistic,
            ["t"] = result?.Test?.Statistic,
            ["df"] = result?.DegreesOfFreedom,
            ["pValue"] = result?.Test?.PValue,
            ["lower"] = 100 * result?.Change.Lower,
            ["upper"] = 100 * result?.Change.Upper,
        };
    }

    private static Answer Weighted(JsonElement input)
    {
        double[] indicator = [.. input.Numbers("scores").Select(score => (double?)Nps.IndicatorOf(score) ?? throw new FormatException($"{score} is not an answer from 0 to 10."))];
        WeightedMean? mean = WeightedMean.Of(indicator, input.Numbers("weights"));
        return new Answer
        {
            ["nps"] = 100 * mean?.Value,
            ["standardErrorLinearized"] = 100 * mean?.StandardError,
            ["kishEffectiveN"] = mean?.EffectiveN,
            ["kishDesignEffect"] = mean?.DesignEffect,
        };
    }

    private static Answer Benchmark(JsonElement input)
    {
        TestResult? test = NetShareTest.AgainstBenchmark(Counts(input), input.Number("benchmark") / 100);
        return new Answer { ["z"] = test?.Statistic, ["pValueGreater"] = test?.PValue };
    }

    private static NetSample Counts(JsonElement input) => new(input.Whole("promoters"), input.Whole("passives"), input.Whole("detractors"));

    /// <summary>The scores as answers of as many customers, measured on a log.</summary>
    private static NetSample Measured(double[] scores)
    {
        JourneyLog log = JourneyLog.From(scores.Select((score, index) => new JourneyEvent
        {
            Customer = index.ToString(CultureInfo.InvariantCulture),
            Event = "answer",
            At = DateTimeOffset.UnixEpoch,
            Feedback = new Feedback(FeedbackKind.Nps, score),
        }));
        NpsResult result = log.Measure(new Nps());
        return new NetSample(result.Promoters, result.Passives, result.Detractors);
    }
}
