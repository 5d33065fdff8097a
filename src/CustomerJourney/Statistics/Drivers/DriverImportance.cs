using CustomerJourney.Statistics.Attribution;
using CustomerJourney.Statistics.Models;

namespace CustomerJourney.Statistics.Drivers;

/// <summary>How much of an outcome goes with each of several drivers that move together. Association, not cause.</summary>
public static class DriverImportance
{
    /// <summary>The most drivers that <see cref="Shapley"/> takes: it looks at every subset of them.</summary>
    public const int MostShapleyDrivers = 20;

    /// <summary>Johnson's relative weights: R² split by way of the orthogonal columns that are closest to the drivers.</summary>
    /// <param name="data">Drivers and outcome.</param>
    /// <returns>The weights; <see langword="null"/> where <see cref="DriverData.Problems"/> tell why not.</returns>
    /// <remarks>
    /// J. W. Johnson, "A heuristic method for estimating the relative weight of predictor variables in multiple regression", Multivariate Behavioral Research 35 (2000):
    /// with the correlation matrix V L Vᵀ of the drivers and Λ = V √L Vᵀ, β = Λ⁻¹ r and weight j = Σₖ Λ²(j,k) β²(k).
    /// </remarks>
    public static DriverWeights? RelativeWeights(DriverData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Outcome is not { } outcome) return null;
        int count = data.Names.Count;
        SymmetricEigen eigen = SymmetricEigen.Of(Correlations(data), count);
        double[] r = WithOutcome(data, outcome), roots = [.. eigen.Values.Select(value => Math.Sqrt(Math.Max(0, value)))];
        double[] near = new double[count * count], slopes = new double[count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                double inverse = 0;
                for (int k = 0; k < count; k++)
                {
                    double product = eigen.Vectors[i * count + k] * eigen.Vectors[j * count + k];
                    near[i * count + j] += product * roots[k];
                    inverse += product / roots[k];
                }

                slopes[i] += inverse * r[j];
            }
        }

        double[] weights = new double[count];
        for (int i = 0; i < count; i++)
            for (int k = 0; k < count; k++) weights[i] += near[i * count + k] * near[i * count + k] * slopes[k] * slopes[k];
        return Make(data, weights);
    }

    /// <summary>Shapley values of R², also known as LMG: what a driver adds to R², averaged over all orders in which the drivers can enter.</summary>
    /// <param name="data">Drivers and outcome; at most 20 drivers.</param>
    /// <returns>The weights; <see langword="null"/> where <see cref="DriverData.Problems"/> tell why not.</returns>
    /// <exception cref="ArgumentException">There are more drivers than <see cref="MostShapleyDrivers"/>.</exception>
    /// <remarks>
    /// R. H. Lindeman, P. F. Merenda &amp; R. Z. Gold, Introduction to Bivariate and Multivariate Analysis (1980); U. Grömping, Journal of Statistical Software 17(1) (2006).
    /// </remarks>
    public static DriverWeights? Shapley(DriverData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Names.Count > MostShapleyDrivers)
            throw new ArgumentException($"There are {data.Names.Count} drivers; Shapley values look at every subset and take at most {MostShapleyDrivers}: leave some out, or use relative weights.", nameof(data));
        if (data.Outcome is not { } outcome) return null;
        return Make(data, [.. ShapleyValue.Of(SubsetFits.Of(Correlations(data), WithOutcome(data, outcome)))]);
    }

    private static double[] Correlations(DriverData data) => [.. data.Columns.SelectMany(row => data.Columns.Select(column => Vectors.Dot(row.Values, column.Values)))];

    private static double[] WithOutcome(DriverData data, StandardizedColumn outcome) => [.. data.Columns.Select(column => Vectors.Dot(column.Values, outcome.Values))];

    private static DriverWeights Make(DriverData data, double[] weights) =>
        new() { Names = data.Names, Weights = Array.AsReadOnly(weights), RSquared = Math.Clamp(weights.Sum(), 0, 1) };
}
