using System.Text.Json;
using CustomerJourney.Statistics;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>information.*: entropy, divergence and mutual information; emotion.curve: the shape of an experience.</summary>
internal static class InformationMetrics
{
    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table)
    {
        table.Add("information.entropy", input =>
        {
            double[] counts = input.Numbers("counts");
            return new Answer
            {
                ["bits"] = Entropy.Bits(counts),
                ["nats"] = Entropy.Nats(counts),
                ["normalized"] = Entropy.Normalized(counts),
                ["giniSimpson"] = Entropy.GiniSimpson(counts),
            };
        });
        table.Add("information.divergence", input => new Answer
        {
            ["klNats"] = Divergence.KullbackLeibler(input.Numbers("p"), input.Numbers("q")),
            ["jensenShannonBits"] = Divergence.JensenShannon(input.Numbers("p"), input.Numbers("q")),
        });
        table.Add("information.mutual_information", input => new Answer { ["bits"] = MutualInformation.Bits(input.WholeRows("table")) });
        table.Add("emotion.curve", Curve);
    }

    private static Answer Curve(JsonElement input)
    {
        ValenceCurve? curve = ValenceCurve.Of(input.Numbers("valence"), input.Numbers("durationMinutes"));
        return new Answer
        {
            ["mean"] = curve?.Mean,
            ["durationWeightedMean"] = curve?.DurationWeightedMean,
            ["positivePeak"] = curve?.PositivePeak,
            ["negativePeak"] = curve?.NegativePeak,
            ["absolutePeak"] = curve?.AbsolutePeak,
            ["end"] = curve?.End,
            ["peakEndAbsolute"] = curve?.PeakEnd,
            ["peakEndPositive"] = curve?.PositivePeakEnd,
            ["slopePerStep"] = curve?.SlopePerStep,
            ["range"] = curve?.Range,
            ["largestDrop"] = curve?.LargestDrop,
            ["signChanges"] = (long?)curve?.SignChanges,
        };
    }
}
