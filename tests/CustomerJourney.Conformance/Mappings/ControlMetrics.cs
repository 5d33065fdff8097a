using System.Text.Json;
using CustomerJourney.Statistics.Control;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>control.*: control charts. The suite counts points from 1, and lists those above the limits before those below.</summary>
internal static class ControlMetrics
{
    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table)
    {
        table.Add("control.p_chart", Shares);
        table.Add("control.individuals", Individuals);
        table.Add("control.ewma", MovingAverage);
        table.Add("control.cusum", CumulativeSum);
    }

    private static Answer Shares(JsonElement input)
    {
        ControlChart? chart = ControlChart.Shares(input.Wholes("counts"), input.Wholes("sizes"), input.Number("sigmas"));
        return new Answer
        {
            ["center"] = chart?.Center,
            ["lower"] = chart?.Points.Select(point => point.Lower),
            ["upper"] = chart?.Points.Select(point => point.Upper),
            ["beyond"] = chart is null ? null : Beyond(chart),
        };
    }

    private static Answer Individuals(JsonElement input)
    {
        ControlChart? chart = ControlChart.Individuals(input.Numbers("values"), input.Number("sigmas"));
        return new Answer
        {
            ["center"] = chart?.Center,
            ["standardDeviation"] = chart?.StandardDeviation,
            ["lower"] = chart?.Points[0].Lower,
            ["upper"] = chart?.Points[0].Upper,
        };
    }

    private static Answer MovingAverage(JsonElement input)
    {
        ControlChart chart = ControlChart.MovingAverage(
            input.Numbers("values"), input.Number("center"), input.Number("standardDeviation"), input.Number("lambda"), input.Number("sigmas"));
        return new Answer
        {
            ["ewma"] = chart.Points.Select(point => point.Value),
            ["lower"] = chart.Points.Select(point => point.Lower),
            ["upper"] = chart.Points.Select(point => point.Upper),
            ["beyond"] = Beyond(chart),
        };
    }

    private static Answer CumulativeSum(JsonElement input)
    {
        CumulativeSumChart chart = CumulativeSumChart.Of(
            input.Numbers("values"), input.Number("center"), input.Number("standardDeviation"), input.Number("decisionInterval"), input.Number("shift"));
        return new Answer { ["positive"] = chart.Positive, ["negative"] = chart.Negative };
    }

    private static IEnumerable<long> Beyond(ControlChart chart) => chart.Above.Concat(chart.Below).Select(index => index + 1L);
}
