using System.Text.Json;
using CustomerJourney.Statistics;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>proportion.ci.*: intervals for one share.</summary>
internal static class ProportionMetrics
{
    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table)
    {
        table.Add("proportion.ci.wald", input => Limits(input, ProportionInterval.Wald));
        table.Add("proportion.ci.wilson", input => Limits(input, ProportionInterval.Wilson));
        table.Add("proportion.ci.wilson_cc", input => Limits(input, ProportionInterval.WilsonContinuityCorrected));
        table.Add("proportion.ci.agresti_coull", input => Limits(input, ProportionInterval.AgrestiCoull));
        table.Add("proportion.ci.clopper_pearson", input => Limits(input, ProportionInterval.ClopperPearson));
        table.Add("proportion.ci.jeffreys", input => Limits(input, ProportionInterval.Jeffreys));
    }

    private static Answer Limits(JsonElement input, Func<long, long, double, Estimate?> interval)
    {
        Estimate? estimate = interval(input.Whole("successes"), input.Whole("trials"), input.Number("confidence"));
        return new Answer { ["estimate"] = estimate?.Value, ["lower"] = estimate?.Lower, ["upper"] = estimate?.Upper };
    }
}
