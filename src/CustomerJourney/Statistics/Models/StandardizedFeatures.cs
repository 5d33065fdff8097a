namespace CustomerJourney.Statistics.Models;

/// <summary>
/// Features with mean 0 and standard deviation 1 and a leading column of ones, so that the solver sees the same problem whatever the units are;
/// and the way back to coefficients of the features as given.
/// </summary>
internal sealed class StandardizedFeatures
{
    // Squares of smaller deviations leave the range of doubles.
    private const double SmallestDeviation = 1e-140;

    // A column of whose variance less than this part is its own is the sum of others but for rounding.
    private const double DependenceTolerance = 1e-10;

    private readonly double[] _values;
    private readonly double[] _means;
    private readonly double[] _scales;

    private StandardizedFeatures(int count, double[] means, double[] scales)
    {
        Count = count;
        Width = means.Length + 1;
        _values = new double[count * Width];
        _means = means;
        _scales = scales;
    }

    /// <summary>How many cases there are.</summary>
    public int Count { get; }

    /// <summary>How many columns there are, the ones included.</summary>
    public int Width { get; }

    public static StandardizedFeatures Of(TrainingData data, string name)
    {
        int n = data.Labels.Length, d = data.FeatureCount;
        double[] means = new double[d], scales = new double[d];
        for (int j = 0; j < d; j++) (means[j], scales[j]) = Scale(data, j, name);
        StandardizedFeatures features = new(n, means, scales);
        for (int i = 0; i < n; i++)
        {
            Span<double> row = features._values.AsSpan(i * features.Width, features.Width);
            ReadOnlySpan<double> values = data.Case(i);
            row[0] = 1;
            for (int j = 0; j < d; j++) row[j + 1] = scales[j] == 0 ? 0 : (values[j] - means[j]) / scales[j];
        }

        return features;
    }

    public ReadOnlySpan<double> Row(int index) => _values.AsSpan(index * Width, Width);

    /// <summary>By how much half the square of a standardized coefficient counts in a penalty on the coefficient as given.</summary>
    public double PenaltyWeight(int column) => column == 0 ? 0 : _scales[column - 1] == 0 ? 1 : 1 / (_scales[column - 1] * _scales[column - 1]);

    /// <summary>The standardized direction whose product with coefficients gives the one of a column (0: the intercept) for the features as given.</summary>
    public double[] WayBack(int column)
    {
        double[] direction = new double[Width];
        if (column > 0)
        {
            direction[column] = _scales[column - 1] == 0 ? 0 : 1 / _scales[column - 1];
            return direction;
        }

        direction[0] = 1;
        for (int j = 1; j < Width; j++) direction[j] = _scales[j - 1] == 0 ? 0 : -_means[j - 1] / _scales[j - 1];
        return direction;
    }

    /// <summary>Refuses features that are constant or follow from others: their coefficients would not be determined.</summary>
    public void CheckIndependent(string name)
    {
        int d = Width - 1;
        double[] products = new double[d * d];
        for (int i = 0; i < Count; i++)
        {
            ReadOnlySpan<double> row = Row(i)[1..];
            for (int j = 0; j < d; j++) Vectors.AddScaled(products.AsSpan(j * d, j + 1), row[..(j + 1)], row[j]);
        }

        if (CholeskyFactor.Of(products, d, DependenceTolerance, 0, out int dependent) is null)
        {
            throw new ArgumentException(
                $"Feature {dependent} is constant or a linear combination of the features before it, so its coefficient is not determined: leave it out, or fit with a penalty.", name);
        }
    }

    private static (double Mean, double Scale) Scale(TrainingData data, int column, string name)
    {
        int n = data.Labels.Length;
        ExactSum sum = new(), squares = new();
        for (int i = 0; i < n; i++) sum.Add(data.Case(i)[column] / n);
        double mean = sum.ToDouble(), farthest = 0;
        for (int i = 0; i < n; i++) farthest = Math.Max(farthest, Math.Abs(data.Case(i)[column] - mean));

        // A constant that is no exact mean of itself is off by rounding only.
        if (farthest <= 4e-16 * Math.Abs(mean) || farthest < SmallestDeviation) return (mean, 0);
        for (int i = 0; i < n; i++)
        {
            double distance = (data.Case(i)[column] - mean) / farthest;
            squares.Add(distance * distance);
        }

        double scale = farthest * Math.Sqrt(squares.ToDouble() / n);
        if (!(scale < 1 / SmallestDeviation)) throw new ArgumentOutOfRangeException(name, farthest, $"Feature {column} varies too much to be squared: check its unit.");
        return (mean, scale);
    }
}
