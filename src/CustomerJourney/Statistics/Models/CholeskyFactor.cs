namespace CustomerJourney.Statistics.Models;

/// <summary>The lower triangle L with L·Lᵀ = A of a symmetric positive definite matrix.</summary>
internal sealed class CholeskyFactor
{
    private readonly double[] _lower;
    private readonly int _size;

    private CholeskyFactor(double[] lower, int size)
    {
        _lower = lower;
        _size = size;
    }

    /// <summary>Factors a matrix of which only the lower triangle is read.</summary>
    /// <param name="matrix">The matrix, row by row; left as it is.</param>
    /// <param name="size">Its rows.</param>
    /// <param name="tolerance">A row of which less than this part is left beside the rows above counts as depending on them.</param>
    /// <param name="ridge">What is added to the diagonal.</param>
    /// <param name="dependentRow">The first row that depends on those above; −1 when there is none.</param>
    /// <returns>The factor, or <see langword="null"/> when a row depends on those above.</returns>
    public static CholeskyFactor? Of(double[] matrix, int size, double tolerance, double ridge, out int dependentRow)
    {
        double[] lower = new double[matrix.Length];
        for (int i = 0; i < size; i++)
        {
            Span<double> row = lower.AsSpan(i * size, i + 1);
            for (int j = 0; j <= i; j++)
            {
                double sum = matrix[i * size + j];
                if (i == j) sum += ridge;
                double diagonal = sum;
                ReadOnlySpan<double> other = lower.AsSpan(j * size, j);
                for (int k = 0; k < other.Length; k++) sum -= row[k] * other[k];
                if (i > j)
                {
                    row[j] = sum / lower[j * size + j];
                }
                else if (sum > tolerance * diagonal)
                {
                    row[j] = Math.Sqrt(sum);
                }
                else
                {
                    dependentRow = i;
                    return null;
                }
            }
        }

        dependentRow = -1;
        return new CholeskyFactor(lower, size);
    }

    /// <summary>The x with A·x = <paramref name="right"/>.</summary>
    public double[] Solve(ReadOnlySpan<double> right)
    {
        double[] x = right.ToArray();
        for (int i = 0; i < _size; i++)
        {
            for (int j = 0; j < i; j++) x[i] -= _lower[i * _size + j] * x[j];
            x[i] /= _lower[i * _size + i];
        }

        for (int i = _size - 1; i >= 0; i--)
        {
            x[i] /= _lower[i * _size + i];
            for (int j = 0; j < i; j++) x[j] -= _lower[i * _size + j] * x[i];
        }

        return x;
    }
}
