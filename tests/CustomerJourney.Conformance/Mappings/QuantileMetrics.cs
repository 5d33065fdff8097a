using System.Text.Json;
using CustomerJourney.Statistics;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>quantile.*, dispersion.mad and ratio.delta_method: values without censoring.</summary>
internal static class QuantileMetrics
{
    private static readonly QuantileType[] Types =
    [
        QuantileType.InverseDistribution, QuantileType.AveragedInverseDistribution, QuantileType.NearestEven, QuantileType.InterpolatedInverseDistribution, QuantileType.Hazen,
        QuantileType.Weibull, QuantileType.Linear, QuantileType.MedianUnbiased, QuantileType.NormalUnbiased,
    ];

    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table)
    {
        for (int i = 0; i < Types.Length; i++)
        {
            QuantileType type = Types[i];
            table.Add($"quantile.type{i + 1}", input =>
            {
                OrderedSample sample = Sample(input);
                return new Answer { ["quantiles"] = input.Numbers("probabilities").Select(probability => sample.Quantile(probability, type)) };
            });
        }

        table.Add("quantile.tukey_hinges", input => new Answer { ["fivenum"] = Sample(input).FiveNumbers });
        table.Add("dispersion.mad", input =>
        {
            OrderedSample sample = Sample(input);
            return new Answer { ["median"] = sample.Median, ["mad"] = sample.MedianAbsoluteDeviation, ["iqrType7"] = sample.InterquartileRange };
        });
        table.Add("quantile.ci.median_exact", input =>
        {
            MedianInterval? interval = Sample(input).MedianInterval(input.Number("confidence"));
            return new Answer
            {
                ["median"] = interval?.Estimate.Value,
                ["lower"] = interval?.Estimate.Lower,
                ["upper"] = interval?.Estimate.Upper,
                ["lowerRank"] = (long?)interval?.LowerRank,
                ["upperRank"] = (long?)interval?.UpperRank,
                ["exactCoverage"] = interval?.Coverage,
            };
        });
        table.Add("ratio.delta_method", input =>
        {
            RatioOfMeans? ratio = RatioOfMeans.Of(input.Numbers("numerator"), input.Numbers("denominator"));
            Estimate? estimate = ratio?.Estimate(input.Number("confidence"));
            return new Answer
            {
                ["ratio"] = ratio?.Value,
                ["standardError"] = ratio?.StandardError,
                ["lower"] = estimate?.Lower,
                ["upper"] = estimate?.Upper,
                ["naiveBinomialStandardError"] = ratio?.BinomialStandardError,
            };
        });
    }

    private static OrderedSample Sample(JsonElement input) => OrderedSample.Of(input.Numbers("values"));
}
