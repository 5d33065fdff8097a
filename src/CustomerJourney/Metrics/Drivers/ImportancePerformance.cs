using CustomerJourney.Building;
using CustomerJourney.Events;
using static CustomerJourney.Events.ResultColumnKind;

namespace CustomerJourney.Metrics.Drivers;

/// <summary>
/// Drivers by how important they are for the outcome and how well those fare who have them: what to improve first. Importance is the share of R², performance the mean outcome of the customers with
/// the driver; the lines between high and low are the mean share and the mean outcome of all.
/// </summary>
/// <remarks>J. A. Martilla &amp; J. C. James, "Importance-performance analysis", Journal of Marketing 41 (1977). Importance is association, not cause.</remarks>
public sealed record ImportancePerformance : IJourneyResult
{
    private readonly CustomerOutcome _outcome;

    private ImportancePerformance(CustomerOutcome outcome) => _outcome = outcome;

    /// <inheritdoc/>
    public string Title => $"Importance and performance for {_outcome.Name}";

    /// <summary>Above this share of R² a driver is important: one over the number of drivers of the model; <see langword="null"/> without a model.</summary>
    public required double? ImportanceLine { get; init; }

    /// <summary>Below this outcome a driver performs badly: the mean of all customers analyzed.</summary>
    public required double? PerformanceLine { get; init; }

    /// <summary>The drivers of the model, the most important first.</summary>
    public required IReadOnlyList<ImportancePerformanceRow> Rows { get; init; }

    /// <inheritdoc/>
    public ResultTable ToTable() => new()
    {
        Columns =
        [
            KeyDriversTable.Column("Kind", Text), KeyDriversTable.Column("Driver", Text), KeyDriversTable.Column("Measured", Text), KeyDriversTable.Column("With", Count),
            KeyDriversTable.Column("Importance", Share), KeyDriversTable.Column(ColumnName.Apart(_outcome.Name, "Kind", "Driver", "Measured", "With", "Importance", "Corrected p", "Advice", "Moment of truth"), _outcome.Kind), KeyDriversTable.Column("Corrected p", PValue),
            KeyDriversTable.Column("Advice", Text), KeyDriversTable.Column("Moment of truth", Flag),
        ],
        Rows = [.. Rows.Select(IReadOnlyList<object?> (row) => [row.Group, row.Name, KeyDriversTable.WordOf(row.Measure), row.Customers, row.Importance, row.Performance, row.AdjustedPValue, WordOf(row.Priority), row.IsMomentOfTruthCandidate])],
        BaseColumn = "With",
        Chart = new ResultChart { LabelColumns = ["Kind", "Driver", "Measured"], ValueColumn = "Importance" },
    };

    internal static ImportancePerformance Of(KeyDriversResult result)
    {
        KeyDriver[] drivers = [.. result.Drivers.Where(driver => driver.Share is not null && driver.OutcomeWith is not null)];
        double error = 1 - result.Definition.Level;
        double? line = drivers.Length == 0 ? null : 1.0 / drivers.Length, mean = result.Outcome?.Value;
        return new ImportancePerformance(result.Definition.Outcome)
        {
            ImportanceLine = line,
            PerformanceLine = mean,
            Rows = EquatableList.Of<ImportancePerformanceRow>([.. drivers.Select(driver => new ImportancePerformanceRow
            {
                Group = driver.Group,
                Name = driver.Name,
                Measure = driver.Measure,
                Customers = driver.With,
                Importance = driver.Share!.Value,
                Performance = driver.OutcomeWith!.Value,
                AdjustedPValue = driver.Test?.AdjustedPValue,
                Priority = (driver.Share >= line, driver.OutcomeWith.Value < mean) switch
                {
                    (true, true) => DriverPriority.Improve,
                    (true, false) => DriverPriority.KeepUp,
                    (false, true) => DriverPriority.LowPriority,
                    (false, false) => DriverPriority.Sufficient,
                },
                IsMomentOfTruthCandidate = driver.Share >= line && driver.Test?.AdjustedPValue < error,
            })]),
        };
    }

    private static string WordOf(DriverPriority priority) => priority switch
    {
        DriverPriority.Improve => "improve first",
        DriverPriority.KeepUp => "keep up",
        DriverPriority.LowPriority => "low priority",
        _ => "sufficient",
    };
}
