using System.Globalization;

namespace CustomerJourney.Statistics.Models;

/// <summary>Rows of probabilities: checks that tell every fault at once, and copies that nobody can change.</summary>
internal static class MarkovChainRows
{
    /// <summary>How far from 1 the sum of a row may lie: probabilities are often given with ten or more digits, not all of them.</summary>
    public const double SumTolerance = 1e-9;

    // A wrong matrix can have a million faults; the message shows the first of them.
    private const int MostFaults = 50;

    /// <summary>Adds what is wrong with rows of probabilities to a list of faults.</summary>
    public static void Check(IReadOnlyList<IReadOnlyList<double>> rows, string name, int height, int width, List<string> faults)
    {
        if (rows.Count != height) faults.Add(Text($"'{name}' has {rows.Count} rows; it needs one for each of the {height} states."));
        for (int i = 0; i < rows.Count; i++) Check(rows[i], Text($"Row {i} of '{name}'"), width, faults);
    }

    /// <summary>Adds what is wrong with one row of probabilities to a list of faults.</summary>
    public static void Check(IReadOnlyList<double>? row, string name, int width, List<string> faults)
    {
        if (row is null)
        {
            faults.Add($"{name} is null; give probabilities.");
            return;
        }

        if (row.Count != width) faults.Add(Text($"{name} has {row.Count} entries; it needs {width}."));
        bool numbers = true;
        double sum = 0;
        for (int i = 0; i < row.Count; i++)
        {
            sum += row[i];
            if (row[i] is >= 0 and <= 1 + SumTolerance) continue;
            numbers = false;
            faults.Add(Text($"{name} has {row[i]:R} at place {i}; a probability lies between 0 and 1."));
        }

        if (numbers && row.Count > 0 && Math.Abs(sum - 1) > SumTolerance) faults.Add(Text($"{name} sums to {sum:R}; probabilities of one row sum to 1."));
    }

    /// <summary>Throws one exception that tells all faults, where there are any.</summary>
    public static void ThrowIfAny(List<string> faults, string subject, string parameter)
    {
        if (faults.Count == 0) return;
        string rest = faults.Count > MostFaults ? Text($"{Environment.NewLine}  and {faults.Count - MostFaults} more") : "";
        string list = string.Concat(faults.Take(MostFaults).Select(fault => $"{Environment.NewLine}  - {fault}"));
        throw new ArgumentException(Text($"{subject} cannot be built, problems: {faults.Count}{list}{rest}"), parameter);
    }

    /// <summary>A copy of rows.</summary>
    public static IReadOnlyList<IReadOnlyList<double>> Copy(IReadOnlyList<IReadOnlyList<double>> rows) =>
        Array.AsReadOnly<IReadOnlyList<double>>([.. rows.Select(row => Array.AsReadOnly([.. row]))]);

    /// <summary>The rows of a matrix that lies in one array.</summary>
    public static IReadOnlyList<IReadOnlyList<double>> Of(double[] matrix, int width) =>
        Array.AsReadOnly<IReadOnlyList<double>>([.. matrix.Chunk(width).Select(Array.AsReadOnly)]);

    /// <summary>Weights divided by their sum; null where all are 0.</summary>
    public static double[]? Normalize(IReadOnlyList<double> weights)
    {
        ExactSum sum = new();
        foreach (double weight in weights) sum.Add(weight);
        double total = sum.ToDouble();
        return total > 0 ? [.. weights.Select(weight => weight / total)] : null;
    }

    public static bool Equal(IReadOnlyList<IReadOnlyList<double>> left, IReadOnlyList<IReadOnlyList<double>> right) =>
        left.Count == right.Count && left.Zip(right).All(pair => pair.First.SequenceEqual(pair.Second));

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
