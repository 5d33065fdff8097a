using System.Text.Json;
using CustomerJourney.Statistics.Drivers;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>correlation, regression.ols, driver.* and reliability.cronbach_alpha: what moves together with an outcome.</summary>
internal static class DriverMetrics
{
    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table)
    {
        table.Add("correlation", Correlated);
        table.Add("regression.ols", Regression);
        table.Add("driver.vif", Inflation);
        table.Add("driver.relative_weights", RelativeWeights);
        table.Add("driver.shapley_lmg", Shapley);
        table.Add("reliability.cronbach_alpha", Alpha);
    }

    private static Answer Correlated(JsonElement input)
    {
        double[] x = input.Numbers("x"), y = input.Numbers("y");
        double level = input.Number("confidence");
        CorrelationResult? pearson = Correlation.Pearson(x, y, level);
        return new Answer
        {
            ["pearson"] = pearson?.Value,
            ["t"] = pearson?.Test?.Statistic,
            ["pValue"] = pearson?.Test?.PValue,
            ["lower"] = pearson?.Estimate?.Lower,
            ["upper"] = pearson?.Estimate?.Upper,
            ["spearman"] = Correlation.Spearman(x, y, level)?.Value,
            ["kendallTauB"] = Correlation.KendallTauB(x, y, level)?.Value,
        };
    }

    private static Answer Regression(JsonElement input)
    {
        LinearRegression? fit = LinearRegression.Fit(Data(input));
        return new Answer
        {
            ["terms"] = fit?.Terms.Select(term => term.Name),
            ["coefficients"] = fit?.Terms.Select(term => term.Estimate.Value),
            ["standardErrors"] = fit?.Terms.Select(term => term.StandardError),
            ["t"] = fit?.Terms.Select(term => term.Test?.Statistic),
            ["pValues"] = fit?.Terms.Select(term => term.Test?.PValue),
            ["rSquared"] = fit?.RSquared,
            ["adjustedRSquared"] = fit?.AdjustedRSquared,
            ["standardizedBetas"] = fit?.Terms.Skip(1).Select(term => term.StandardizedCoefficient),
        };
    }

    private static Answer Inflation(JsonElement input)
    {
        DriverData data = Data(input);
        return new Answer { ["predictors"] = data.Names, ["vif"] = data.VarianceInflation() };
    }

    private static Answer RelativeWeights(JsonElement input)
    {
        DriverWeights? weights = DriverImportance.RelativeWeights(Data(input));
        return new Answer
        {
            ["predictors"] = weights?.Names,
            ["rawWeights"] = weights?.Weights,
            ["rescaledPercent"] = weights?.Shares?.Select(share => 100 * share),
            ["rSquared"] = weights?.RSquared,
        };
    }

    private static Answer Shapley(JsonElement input)
    {
        DriverWeights? weights = DriverImportance.Shapley(Data(input));
        return new Answer { ["predictors"] = weights?.Names, ["lmg"] = weights?.Weights, ["rSquared"] = weights?.RSquared };
    }

    private static Answer Alpha(JsonElement input)
    {
        double[][] rows = input.Rows("rows");
        CronbachAlpha? alpha = CronbachAlpha.Of([.. input.Texts("columns").Select((_, column) => Column(rows, column))]);
        return new Answer { ["rawAlpha"] = alpha?.Raw, ["standardizedAlpha"] = alpha?.Standardized };
    }

    private static DriverData Data(JsonElement input)
    {
        string[] columns = input.Texts("columns");
        double[][] rows = input.Rows("rows");
        int outcome = Array.IndexOf(columns, input.GetProperty("outcome").GetString());
        int[] drivers = [.. Enumerable.Range(0, columns.Length).Where(column => column != outcome)];
        return DriverData.Create([.. drivers.Select(column => columns[column])], [.. drivers.Select(column => Column(rows, column))], Column(rows, outcome));
    }

    private static double[] Column(double[][] rows, int column) => [.. rows.Select(row => row[column])];
}
