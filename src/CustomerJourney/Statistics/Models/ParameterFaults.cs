namespace CustomerJourney.Statistics.Models;

/// <summary>Collects everything that is wrong with parameters from which a model is to be made again.</summary>
internal sealed class ParameterFaults
{
    // Parameters that were written with a few digits may miss 1 by a little.
    private const double SumTolerance = 1e-6;

    private readonly List<string> _faults = [];

    public IReadOnlyList<string> All => _faults.AsReadOnly();

    /// <summary>A copy of one value for each of at least two classes.</summary>
    public double[] Vector(IReadOnlyList<double> values, string what, Func<double, bool> isValid, string rule)
    {
        if (values.Count < 2) _faults.Add($"{what}: there are {values.Count} values; a model has at least two classes.");
        double[] copy = [.. values];
        for (int i = 0; i < copy.Length; i++) Check(copy[i], $"{what}, class {i}", isValid, rule);
        return copy;
    }

    /// <summary>A copy of one row for each class with one value for each feature.</summary>
    public double[][] Matrix(IReadOnlyList<IReadOnlyList<double>> rows, int classes, string what, Func<double, bool> isValid, string rule)
    {
        if (rows.Count != classes) _faults.Add($"{what}: there are {rows.Count} rows for {classes} classes.");
        double[][] copy = [.. rows.Select(row => row is null ? [] : row.ToArray())];
        for (int i = 0; i < copy.Length; i++)
        {
            if (copy[i].Length == 0) _faults.Add($"{what}, class {i}: there is no value; a model has at least one feature.");
            else if (copy[i].Length != copy[0].Length) _faults.Add($"{what}, class {i}: there are {copy[i].Length} values, class 0 has {copy[0].Length}.");
            for (int j = 0; j < copy[i].Length; j++) Check(copy[i][j], $"{what}, class {i}, feature {j}", isValid, rule);
        }

        return copy;
    }

    public void SameWidth(double[][] first, double[][] second, string what)
    {
        if (first.Length > 0 && second.Length > 0 && first[0].Length != second[0].Length) _faults.Add($"{what}: there are {second[0].Length} features on one side and {first[0].Length} on the other.");
    }

    public void SumToOne(double[] logProbabilities, string what)
    {
        double sum = logProbabilities.Sum(Math.Exp);
        if (logProbabilities.Length > 0 && !(Math.Abs(sum - 1) <= SumTolerance)) _faults.Add(FormattableString.Invariant($"{what}: the probabilities sum to {sum:R}; they must sum to 1."));
    }

    public void ThrowIfAny(string name)
    {
        if (_faults.Count > 0) throw new ArgumentException($"The parameters make no model: {string.Join(" ", _faults)}", name);
    }

    private void Check(double value, string where, Func<double, bool> isValid, string rule)
    {
        if (!isValid(value)) _faults.Add(FormattableString.Invariant($"{where}: {value:R} is not {rule}."));
    }
}
