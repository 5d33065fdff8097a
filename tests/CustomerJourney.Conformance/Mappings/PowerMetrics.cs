using System.Text.Json;
using CustomerJourney.Statistics;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>samplesize.* and power.*: plans for shares and means.</summary>
internal static class PowerMetrics
{
    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table)
    {
        table.Add("samplesize.proportions.arcsine", input => PerGroup(Shares(input, ProportionSampleSize.ForDifferenceByArcsine)));
        table.Add("samplesize.proportions.normal_pooled", input => PerGroup(Shares(input, ProportionSampleSize.ForDifference)));
        table.Add("samplesize.means.t", input => PerGroup(MeanSampleSize.ForDifference(input.Number("effectSizeD"), 1 - input.Number("alpha"), input.Number("power"))));
        table.Add("power.proportions.arcsine", input => new Answer
        {
            ["power"] = ProportionSampleSize.PowerByArcsine(input.Number("pA"), input.Number("pB"), input.Whole("nPerGroup"), 1 - input.Number("alpha")),
        });
        table.Add("samplesize.proportion.margin", input =>
        {
            long? population = input.GetProperty("population").ValueKind == JsonValueKind.Null ? null : input.Whole("population");
            SampleSize size = ProportionSampleSize.ForMargin(input.Number("marginOfError"), input.Number("p"), input.Number("confidence"), population);
            return new Answer { ["nExact"] = size.Exact, ["n"] = size.Count };
        });
    }

    private static SampleSize Shares(JsonElement input, Func<double, double, double, double, SampleSize> size) =>
        size(input.Number("pA"), input.Number("pB"), 1 - input.Number("alpha"), input.Number("power"));

    private static Answer PerGroup(SampleSize size) => new() { ["nPerGroupExact"] = size.Exact, ["nPerGroup"] = size.Count };
}
