namespace CustomerJourney.Statistics.Drivers;

/// <summary>Eigenvalues and orthonormal eigenvectors of a symmetric matrix, by Jacobi rotations.</summary>
/// <remarks>G. H. Golub &amp; C. F. Van Loan, Matrix Computations (2013), section 8.5.</remarks>
internal sealed class SymmetricEigen
{
    // A handful of sweeps is enough; far more than that means that the matrix was not finite.
    private const int MostSweeps = 100;

    private SymmetricEigen(double[] values, double[] vectors) => (Values, Vectors) = (values, vectors);

    public double[] Values { get; }

    /// <summary>Row by row; column k belongs to value k.</summary>
    public double[] Vectors { get; }

    /// <summary>Takes a matrix apart, row by row; its array is taken over.</summary>
    public static SymmetricEigen Of(double[] matrix, int size)
    {
        double[] vectors = new double[size * size];
        for (int i = 0; i < size; i++) vectors[i * size + i] = 1;
        bool rotated = true;
        for (int sweep = 0; rotated && sweep < MostSweeps; sweep++)
        {
            rotated = false;
            for (int p = 0; p < size; p++)
                for (int q = p + 1; q < size; q++) rotated |= Rotate(matrix, vectors, size, p, q);
        }

        return new SymmetricEigen([.. Enumerable.Range(0, size).Select(i => matrix[i * size + i])], vectors);
    }

    /// <summary>Makes one entry beside the diagonal 0; false where it is nothing beside the diagonal already.</summary>
    private static bool Rotate(double[] matrix, double[] vectors, int size, int p, int q)
    {
        double off = matrix[p * size + q], first = matrix[p * size + p], second = matrix[q * size + q];
        if (Math.Abs(off) <= 1e-17 * Math.Sqrt(Math.Abs(first * second))) return false;
        double half = (second - first) / (2 * off);
        double tangent = (half < 0 ? -1 : 1) / (Math.Abs(half) + Math.Sqrt(1 + half * half));
        double cosine = 1 / Math.Sqrt(1 + tangent * tangent), sine = tangent * cosine;
        for (int i = 0; i < size; i++)
        {
            if (i != p && i != q)
            {
                (double left, double right) = Turn(matrix[i * size + p], matrix[i * size + q], cosine, sine);
                matrix[i * size + p] = matrix[p * size + i] = left;
                matrix[i * size + q] = matrix[q * size + i] = right;
            }

            (vectors[i * size + p], vectors[i * size + q]) = Turn(vectors[i * size + p], vectors[i * size + q], cosine, sine);
        }

        matrix[p * size + p] = first - tangent * off;
        matrix[q * size + q] = second + tangent * off;
        matrix[p * size + q] = matrix[q * size + p] = 0;
        return true;
    }

    private static (double Left, double Right) Turn(double left, double right, double cosine, double sine) => (cosine * left - sine * right, sine * left + cosine * right);
}
