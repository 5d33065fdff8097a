using CustomerJourney.Statistics.Drivers;

namespace CustomerJourney.Metrics.Drivers;

/// <summary>The drivers that stand in one model: not the reference levels, and not those that follow from drivers before them.</summary>
internal sealed class DriverModel
{
    private const string Reference = "The reference level, with which the other levels are compared.";

    // Combinations are told by the columns that carry them, not by rounding.
    private const double NegligibleCoefficient = 1e-6;

    private readonly int[] _places;
    private readonly string?[] _reasons;

    private DriverModel(int[] places, string?[] reasons) => (_places, _reasons) = (places, reasons);

    /// <summary>Drivers and outcome; null where there is no model.</summary>
    public DriverData? Data { get; private init; }

    /// <summary>The columns of <see cref="Data"/>.</summary>
    public IReadOnlyList<DesignColumn> Columns { get; private init; } = [];

    /// <summary>Why there is no model, in a sentence; null where there is one.</summary>
    public string? Problem { get; private init; }

    public static DriverModel Of(IReadOnlyList<DesignColumn> columns, double[] outcome)
    {
        int[] places = [.. columns.Select(_ => -1)];
        string?[] reasons = [.. columns.Select(column => column.IsReference ? Reference : null)];
        DesignColumn[] candidates = [.. columns.Where(column => !column.IsReference)];
        string? problem = outcome.Length == 0 ? "No customer has an outcome and all drivers."
            : !outcome.AsSpan().ContainsAnyExcept(outcome[0]) ? DriverSolver.Text($"All {outcome.Length} customers have the same outcome, so there is nothing that a driver could explain.")
            : candidates.Length == 0 ? "No driver differs between customers: look at what was left out."
            : outcome.Length < candidates.Length + 2 ? DriverSolver.Text($"There are {outcome.Length} customers for {candidates.Length} drivers; at least {candidates.Length + 2} are needed: take more customers or fewer drivers.")
            : null;
        if (problem is not null) return Without(problem);

        OrthogonalColumns orthogonal = new();
        List<DesignColumn> kept = [];
        for (int index = 0; index < columns.Count; index++)
        {
            if (columns[index].IsReference) continue;
            if (orthogonal.TryAdd(StandardizedColumn.Of(columns[index].Values)!.Values, out double[] combination))
            {
                places[index] = kept.Count;
                kept.Add(columns[index]);
            }
            else
            {
                reasons[index] = $"It follows from {string.Join(", ", kept.Where((_, other) => Math.Abs(combination[other]) > NegligibleCoefficient).Select(other => $"'{other.FullName}'"))}.";
            }
        }

        DriverData data = DriverData.Create(Distinct(kept), [.. kept.Select(column => column.Values)], outcome);
        return data.Problems.Count > 0 ? Without(data.Problems[0]) : new DriverModel(places, reasons) { Data = data, Columns = kept };

        DriverModel Without(string why) => new([.. columns.Select(_ => -1)], [.. columns.Select(column => column.IsReference ? Reference : why)]) { Problem = why };
    }

    /// <summary>The place of a column among those of the model; -1 if it is not in it.</summary>
    public int PlaceOf(int column) => _places[column];

    /// <summary>Why a column is not in the model.</summary>
    public string? WhyNot(int column) => _reasons[column] ?? Problem;

    /// <summary>Names of which none stands twice: an attribute may be called like something of the map.</summary>
    private static string[] Distinct(List<DesignColumn> columns)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        return [.. columns.Select(column =>
        {
            string name = column.FullName;
            for (int number = 2; !seen.Add(name); number++) name = DriverSolver.Text($"{column.FullName} [{number}]");
            return name;
        })];
    }
}
