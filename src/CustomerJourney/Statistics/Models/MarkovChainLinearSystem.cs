namespace CustomerJourney.Statistics.Models;

/// <summary>A square system of linear equations, factored once and solved for any number of right sides: Gaussian elimination with partial pivoting.</summary>
/// <remarks>G. H. Golub &amp; C. F. Van Loan, Matrix Computations (2013), algorithm 3.4.1.</remarks>
internal sealed class MarkovChainLinearSystem
{
    private readonly double[] _factors;
    private readonly int[] _order;
    private readonly int _size;

    /// <summary>Factors a matrix that is known not to be singular; its array is taken over.</summary>
    public MarkovChainLinearSystem(double[] matrix, int size)
    {
        (_factors, _size) = (matrix, size);
        _order = [.. Enumerable.Range(0, size)];
        for (int column = 0; column < size; column++)
        {
            Pivot(column);
            double pivot = matrix[column * size + column];
            for (int row = column + 1; row < size; row++)
            {
                double factor = matrix[row * size + column] /= pivot;
                if (factor == 0) continue;
                for (int i = column + 1; i < size; i++) matrix[row * size + i] -= factor * matrix[column * size + i];
            }
        }
    }

    /// <summary>The x with A x = right.</summary>
    public double[] Solve(ReadOnlySpan<double> right)
    {
        double[] x = new double[_size];
        for (int row = 0; row < _size; row++)
        {
            double value = right[_order[row]];
            for (int i = 0; i < row; i++) value -= _factors[row * _size + i] * x[i];
            x[row] = value;
        }

        for (int row = _size - 1; row >= 0; row--)
        {
            double value = x[row];
            for (int i = row + 1; i < _size; i++) value -= _factors[row * _size + i] * x[i];
            x[row] = value / _factors[row * _size + row];
        }

        return x;
    }

    private void Pivot(int column)
    {
        int best = column;
        for (int row = column + 1; row < _size; row++)
            if (Math.Abs(_factors[row * _size + column]) > Math.Abs(_factors[best * _size + column])) best = row;
        if (best == column) return;
        (_order[column], _order[best]) = (_order[best], _order[column]);
        for (int i = 0; i < _size; i++)
            (_factors[column * _size + i], _factors[best * _size + i]) = (_factors[best * _size + i], _factors[column * _size + i]);
    }
}
