using CustomerJourney.Statistics.Models;

namespace CustomerJourney.Statistics.Drivers;

/// <summary>Standardized columns as a product of orthogonal ones and an upper triangle R, column after column: Gram-Schmidt, twice for full accuracy.</summary>
/// <remarks>L. Giraud, J. Langou &amp; M. Rozložník, Computers &amp; Mathematics with Applications 50 (2005): two passes are enough.</remarks>
internal sealed class OrthogonalColumns
{
    // As R's lm: a column of which less is left beside those before it depends on them.
    private const double Tolerance = 1e-7;

    private readonly List<double[]> _columns = [];
    private readonly List<double[]> _upper = [];

    /// <summary>Adds a column; false, and the column is not added, where it is a linear combination of those before, with the coefficients of that combination.</summary>
    public bool TryAdd(double[] column, out double[] combination)
    {
        (double[] rest, double[] coefficients) = Split(column);
        double length = Math.Sqrt(Vectors.Dot(rest, rest));
        if (length < Tolerance)
        {
            combination = Solve(coefficients);
            return false;
        }

        for (int i = 0; i < rest.Length; i++) rest[i] /= length;
        _columns.Add(rest);
        _upper.Add([.. coefficients, length]);
        combination = [];
        return true;
    }

    /// <summary>What is left of a column beside those added, and its products with the orthogonal ones.</summary>
    public (double[] Residuals, double[] Products) Split(double[] column)
    {
        double[] rest = [.. column], products = new double[_columns.Count];
        for (int pass = 0; pass < 2; pass++)
        {
            for (int j = 0; j < products.Length; j++)
            {
                double product = Vectors.Dot(_columns[j], rest);
                Vectors.AddScaled(rest, _columns[j], -product);
                products[j] += product;
            }
        }

        return (rest, products);
    }

    /// <summary>The x with R x = right.</summary>
    public double[] Solve(double[] right)
    {
        double[] x = [.. right];
        for (int row = x.Length - 1; row >= 0; row--)
        {
            x[row] /= _upper[row][row];
            for (int i = 0; i < row; i++) x[i] -= _upper[row][i] * x[row];
        }

        return x;
    }

    /// <summary>R⁻¹, by columns.</summary>
    public double[][] Inverse() => [.. Enumerable.Range(0, _columns.Count).Select(column => Solve([.. Enumerable.Range(0, _columns.Count).Select(i => i == column ? 1.0 : 0)]))];
}
