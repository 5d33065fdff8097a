using System.Text.Json;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>
/// Every metric name that the library can answer for, with the call that does. To add metrics, write a class beside this one with a
/// <c>Register</c> method and name it in <see cref="All"/>.
/// </summary>
internal static class MetricTable
{
    public static IReadOnlyDictionary<string, Func<JsonElement, Answer>> All { get; } = Make();

    private static Dictionary<string, Func<JsonElement, Answer>> Make()
    {
        Dictionary<string, Func<JsonElement, Answer>> table = new(StringComparer.Ordinal);
        NpsMetrics.Register(table);
        ProportionMetrics.Register(table);
        ProportionDifferenceMetrics.Register(table);
        MeanMetrics.Register(table);
        MultiplicityMetrics.Register(table);
        ProportionTestMetrics.Register(table);
        ContingencyMetrics.Register(table);
        PowerMetrics.Register(table);
        RankMetrics.Register(table);
        BayesMetrics.Register(table);
        RetentionMetrics.Register(table);
        SurveyMetrics.Register(table);
        EvaluationMetrics.Register(table);
        ClassificationModelMetrics.Register(table);
        InformationMetrics.Register(table);
        MarkovMetrics.Register(table);
        SurvivalMetrics.Register(table);
        QuantileMetrics.Register(table);
        LifetimeMetrics.Register(table);
        DriverMetrics.Register(table);
        ControlMetrics.Register(table);
        WeightedMetrics.Register(table);
        AttributionMetrics.Register(table);
        CustomerBaseMetrics.Register(table);
        return table;
    }
}
