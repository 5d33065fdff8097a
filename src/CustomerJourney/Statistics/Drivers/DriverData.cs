using System.Collections.ObjectModel;
using System.Globalization;

namespace CustomerJourney.Statistics.Drivers;

/// <summary>
/// Columns that may drive an outcome: for each respondent (row) the rating of each touchpoint, stage or attribute (column) and the outcome, for example an NPS or CSAT answer.
/// Regression, variance inflation, relative weights and Shapley values are computed from it. Immutable.
/// </summary>
/// <remarks>What moves together with an outcome need not cause it: derived importance is association.</remarks>
public sealed class DriverData
{
    // Combinations are told by the columns that carry them, not by rounding.
    private const double NegligibleCoefficient = 1e-6;

    private const double HighVarianceInflation = 10;

    private DriverData(IReadOnlyList<string> names, int rows) => (Names, Rows) = (names, rows);

    /// <summary>The names of the drivers, in the order given.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How many rows there are, not negative.</summary>
    public int Rows { get; }

    /// <summary>
    /// Why nothing can be computed, one sentence each that names the column: a column (or the outcome) has one value only, a column is a linear combination of others,
    /// or there are fewer than two rows more than drivers. Empty for data that can be analyzed; otherwise every analysis gives <see langword="null"/>.
    /// </summary>
    public IReadOnlyList<string> Problems { get; private init; } = [];

    /// <summary>What makes the results shaky, one sentence each: fewer than ten rows for each driver, or a driver that the others nearly determine (variance inflation above 10).</summary>
    public IReadOnlyList<string> Warnings { get; private init; } = [];

    internal StandardizedColumn[] Columns { get; private init; } = [];

    internal StandardizedColumn? Outcome { get; private init; }

    internal OrthogonalColumns? Orthogonal { get; private init; }

    /// <summary>Takes columns.</summary>
    /// <param name="names">The name of each driver, all different; at least one.</param>
    /// <param name="columns">For each driver its value in every row, finite.</param>
    /// <param name="outcome">The outcome in every row, finite.</param>
    /// <exception cref="ArgumentException">There is no driver, names are empty or repeated, a column is <see langword="null"/>, missing or not as long as the outcome, or a value is not finite.</exception>
    public static DriverData Create(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<double>> columns, IReadOnlyList<double> outcome)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(outcome);
        CheckNames(names, columns);
        CheckColumn(outcome, "the outcome", outcome.Count, nameof(outcome));
        for (int j = 0; j < names.Count; j++) CheckColumn(columns[j], $"driver '{names[j]}'", outcome.Count, nameof(columns));

        StandardizedColumn?[] standardized = [.. columns.Select(column => StandardizedColumn.Of(column.ToArray()))];
        StandardizedColumn? standardizedOutcome = StandardizedColumn.Of(outcome.ToArray());
        string[] copy = [.. names];
        List<string> problems = [];
        if (outcome.Count < names.Count + 2)
            problems.Add(Text($"There are {outcome.Count} rows for {names.Count} drivers; at least {names.Count + 2} are needed: take more rows or fewer drivers."));
        if (outcome.Count > 0 && standardizedOutcome is null) problems.Add(Text($"The outcome is {outcome[0]:R} in every row, so there is nothing to explain."));
        OrthogonalColumns orthogonal = new();
        if (problems.Count == 0) AddColumns(copy, columns, standardized, orthogonal, problems);

        DriverData data = new(Array.AsReadOnly(copy), outcome.Count);
        return problems.Count > 0
            ? new DriverData(data.Names, data.Rows) { Problems = problems.AsReadOnly() }
            : new DriverData(data.Names, data.Rows) { Columns = standardized!, Outcome = standardizedOutcome, Orthogonal = orthogonal, Warnings = Shaky(copy, outcome.Count, orthogonal) };
    }

    /// <summary>How strongly each driver is determined by the others: 1/(1 − R²) of its regression on them, at least 1; above 10 weights and coefficients are unstable.</summary>
    /// <returns>A figure for each of <see cref="Names"/>; <see langword="null"/> where <see cref="Problems"/> tell why not.</returns>
    /// <remarks>D. W. Marquardt, Technometrics 12 (1970): the diagonal of the inverse correlation matrix.</remarks>
    public IReadOnlyList<double>? VarianceInflation() => Orthogonal is null ? null : Array.AsReadOnly(Inflation(Orthogonal, Names.Count));

    private static double[] Inflation(OrthogonalColumns orthogonal, int count)
    {
        double[][] inverse = orthogonal.Inverse();
        return [.. Enumerable.Range(0, count).Select(j => inverse.Sum(column => column[j] * column[j]))];
    }

    private static void AddColumns(string[] names, IReadOnlyList<IReadOnlyList<double>> columns, StandardizedColumn?[] standardized, OrthogonalColumns orthogonal, List<string> problems)
    {
        List<string> added = [];
        for (int j = 0; j < names.Length; j++)
        {
            if (standardized[j] is not { } column)
            {
                problems.Add(Text($"Driver '{names[j]}' is {columns[j][0]:R} in every row: leave it out."));
            }
            else if (orthogonal.TryAdd(column.Values, out double[] combination))
            {
                added.Add(names[j]);
            }
            else
            {
                IEnumerable<string> others = added.Where((_, i) => Math.Abs(combination[i]) > NegligibleCoefficient).Select(name => $"'{name}'");
                problems.Add($"Driver '{names[j]}' is a linear combination of {string.Join(", ", others)}: leave one of them out.");
            }
        }
    }

    private static ReadOnlyCollection<string> Shaky(string[] names, int rows, OrthogonalColumns orthogonal)
    {
        List<string> warnings = [];
        if (rows < 10 * names.Length) warnings.Add(Text($"There are {rows} rows for {names.Length} drivers; below ten rows a driver the weights are unstable."));
        double[] inflation = Inflation(orthogonal, names.Length);
        for (int j = 0; j < names.Length; j++)
            if (inflation[j] > HighVarianceInflation) warnings.Add(Text($"Driver '{names[j]}' is nearly determined by the others (variance inflation {inflation[j]:G4})."));
        return warnings.AsReadOnly();
    }

    private static void CheckNames(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<double>> columns)
    {
        if (names.Count == 0) throw new ArgumentException("There is no driver: give at least one column.", nameof(names));
        if (columns.Count != names.Count) throw new ArgumentException($"There are {names.Count} names and {columns.Count} columns: name every column.", nameof(columns));
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (string.IsNullOrWhiteSpace(name)) throw new ArgumentException("A driver has no name: name every column.", nameof(names));
            if (!seen.Add(name)) throw new ArgumentException($"Two drivers are named '{name}': give every column its own name.", nameof(names));
        }
    }

    private static void CheckColumn(IReadOnlyList<double>? column, string what, int rows, string parameter)
    {
        if (column is null) throw new ArgumentException($"The column of {what} is null.", parameter);
        if (column.Count != rows) throw new ArgumentException($"There are {column.Count} values of {what} and {rows} of the outcome: give one value for each row.", parameter);
        for (int i = 0; i < rows; i++)
            if (!double.IsFinite(column[i])) throw new ArgumentException(Text($"Row {i} of {what} is {column[i]:R}: leave out rows with a missing value."), parameter);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
