using System.Text.Json;
using CustomerJourney.Statistics.Evaluation;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>classification.report, agreement.* and calibration.*: predictions against the truth, raters against each other.</summary>
internal static class EvaluationMetrics
{
    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table)
    {
        table.Add("classification.report", Report);
        table.Add("agreement.cohens_kappa", input =>
        {
            (_, ConfusionMatrix matrix) = Matrix(input.Texts("a"), input.Texts("b"));
            return new Answer { ["kappa"] = CohensKappa.Of(matrix) };
        });
        table.Add("agreement.cohens_kappa_interval", Interval);
        table.Add("agreement.weighted_kappa", WeightedKappa);
        table.Add("agreement.fleiss_kappa", input => new Answer { ["kappa"] = FleissKappa.Of(input.WholeRows("table")) });
        table.Add("calibration.binary", Binary);
        table.Add("calibration.multiclass", Multiclass);
    }

    // The suite counts 0/0 as 0 throughout; the library says "no value" for a correlation with a constant.
    private static Answer Report(JsonElement input)
    {
        (string[] labels, ConfusionMatrix matrix) = Matrix(input.Texts("actual"), input.Texts("predicted"));
        return new Answer
        {
            ["labels"] = labels,
            ["confusion"] = labels.Select((_, actual) => labels.Select((_, predicted) => matrix[actual, predicted]).ToArray()).ToArray(),
            ["precision"] = labels.Select((_, c) => matrix.PerClass[c].Precision).ToArray(),
            ["recall"] = labels.Select((_, c) => matrix.PerClass[c].Recall).ToArray(),
            ["f1"] = labels.Select((_, c) => matrix.PerClass[c].F1).ToArray(),
            ["support"] = labels.Select((_, c) => matrix.PerClass[c].Support).ToArray(),
            ["accuracy"] = matrix.Accuracy,
            ["macroF1"] = matrix.Macro?.F1,
            ["weightedF1"] = matrix.Weighted?.F1,
            ["microF1"] = matrix.Micro?.F1,
            ["balancedAccuracy"] = matrix.BalancedAccuracy,
            ["matthews"] = matrix.Matthews ?? 0,
        };
    }

    private static Answer Interval(JsonElement input)
    {
        KappaEstimate? estimate = CohensKappa.Estimate(ConfusionMatrix.Of(input.WholeRows("confusion")), input.Number("confidence"));
        return new Answer
        {
            ["kappa"] = estimate?.Kappa.Value,
            ["standardError"] = estimate?.StandardError,
            ["standardErrorNull"] = estimate?.NullStandardError,
            ["lower"] = estimate?.Kappa.Lower,
            ["upper"] = estimate?.Kappa.Upper,
        };
    }

    private static Answer WeightedKappa(JsonElement input)
    {
        long[] categories = input.Wholes("categories");
        int[] a = [.. input.Wholes("a").Select(value => Array.IndexOf(categories, value))], b = [.. input.Wholes("b").Select(value => Array.IndexOf(categories, value))];
        ConfusionMatrix matrix = ConfusionMatrix.Of(a, b, Math.Max(1, categories.Length));
        return new Answer { ["linear"] = CohensKappa.Of(matrix, KappaWeighting.Linear), ["quadratic"] = CohensKappa.Of(matrix, KappaWeighting.Quadratic) };
    }

    private static Answer Binary(JsonElement input)
    {
        bool[] actual = [.. input.Wholes("actual").Select(value => value == 1)];
        BinaryCalibration? calibration = BinaryCalibration.Of(actual, input.Numbers("probability"), (int)input.Whole("bins"));
        return new Answer
        {
            ["brier"] = calibration?.Brier,
            ["logLoss"] = calibration?.LogLoss,
            ["ece"] = calibration?.ExpectedCalibrationError,
            ["maximumCalibrationError"] = calibration?.MaximumCalibrationError,
            ["rocAuc"] = calibration?.RocAuc,
            ["averagePrecision"] = calibration?.AveragePrecision,
            ["reliability"] = calibration?.Reliability.Select(bin => new object[] { (long)bin.Index, bin.Count, bin.MeanProbability, bin.ObservedShare }).ToArray(),
        };
    }

    private static Answer Multiclass(JsonElement input)
    {
        double[][] rows = input.Rows("probabilities");
        int[] actual = [.. input.Wholes("actual").Select(value => (int)value)];
        MulticlassCalibration? calibration = MulticlassCalibration.Of(actual, rows.SelectMany(row => row).ToArray(), rows.Length == 0 ? 1 : rows[0].Length);
        return new Answer
        {
            ["brierMulticlass"] = calibration?.Brier,
            ["logLoss"] = calibration?.LogLoss,
            ["topLabelAccuracy"] = calibration?.TopLabelAccuracy,
        };
    }

    // A matrix has one class at least; without cases there is none to tell of.
    private static (string[] Labels, ConfusionMatrix Matrix) Matrix(string[] rows, string[] columns)
    {
        string[] labels = [.. rows.Concat(columns).Distinct().Order(StringComparer.Ordinal)];
        int[] Numbers(string[] names) => [.. names.Select(name => Array.IndexOf(labels, name))];
        return (labels, ConfusionMatrix.Of(Numbers(rows), Numbers(columns), Math.Max(1, labels.Length)));
    }
}
