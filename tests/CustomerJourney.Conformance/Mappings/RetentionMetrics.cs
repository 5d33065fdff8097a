using System.Text.Json;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>retention.*: customers kept, from counts.</summary>
internal static class RetentionMetrics
{
    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table) => table.Add("retention.crr", Kept);

    private static Answer Kept(JsonElement input)
    {
        Estimate? kept = CustomerRetention.FromCounts(
            input.Whole("customersAtStart"), input.Whole("customersAtEnd"), input.Whole("newCustomers"), input.Number("confidence"));
        return new Answer
        {
            ["retentionRate"] = kept?.Value,
            ["churnRate"] = 1 - kept?.Value,
            ["lower"] = kept?.Lower,
            ["upper"] = kept?.Upper,
        };
    }
}
