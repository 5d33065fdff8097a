namespace CustomerJourney.Statistics.Drivers;

/// <summary>A column less its mean and divided by its length as a vector, so that products of two such columns sum to their correlation.</summary>
internal sealed class StandardizedColumn
{
    private StandardizedColumn(double[] values, double mean, double length) => (Values, Mean, Length) = (values, mean, length);

    /// <summary>The standardized values; their squares sum to 1.</summary>
    public double[] Values { get; }

    public double Mean { get; }

    /// <summary>The square root of the sum of squared distances from the mean, above 0.</summary>
    public double Length { get; }

    /// <summary>Standardizes a column; null where all its values are equal.</summary>
    public static StandardizedColumn? Of(ReadOnlySpan<double> column)
    {
        double largest = Models.Vectors.LargestSize(column);
        if (largest == 0 || !column.ContainsAnyExcept(column[0])) return null;

        // Relative to the largest, so that no square leaves the range of doubles; the mean of the rest takes back what the first one was rounded by.
        double[] values = new double[column.Length];
        for (int i = 0; i < values.Length; i++) values[i] = column[i] / largest;
        double mean = Center(values);
        mean += Center(values);
        ExactSum squares = new();
        foreach (double value in values) squares.AddProduct(value, value);
        double length = Math.Sqrt(squares.ToDouble());
        if (length == 0) return null;
        for (int i = 0; i < values.Length; i++) values[i] /= length;
        return new StandardizedColumn(values, mean * largest, length * largest);
    }

    private static double Center(double[] values)
    {
        ExactSum sum = new();
        foreach (double value in values) sum.Add(value);
        double mean = sum.ToDouble() / values.Length;
        for (int i = 0; i < values.Length; i++) values[i] -= mean;
        return mean;
    }
}
