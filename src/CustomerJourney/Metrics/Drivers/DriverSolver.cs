using System.Globalization;
using CustomerJourney.Building;
using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Drivers;

namespace CustomerJourney.Metrics.Drivers;

/// <summary>Makes a result of the rows of customers, which come in canonical order.</summary>
internal static class DriverSolver
{
    public static KeyDriversResult Solve(KeyDrivers definition, FeatureTable table, long withoutOutcome, long invalid, NoValue? refusal)
    {
        FeatureRow[] all = table.SortedRows(), rows = Array.FindAll(all, row => !Array.Exists(row.Cells, cell => double.IsNaN(cell.Value)));
        if (refusal is not null) return Refused(definition, refusal, rows.Length, withoutOutcome, invalid, all.Length - rows.Length);
        double[] outcome = [.. rows.Select(row => row.Outcome)];
        DesignMatrix matrix = DesignMatrix.Of(table, rows, definition.Of, definition.MinimumCustomers);
        KeyDriver[] drivers = [.. matrix.Columns.Select(column => Alone(definition, column, outcome))];
        int tests = Correct(drivers, definition.Correction);

        DriverModel model = DriverModel.Of(matrix.Columns, outcome);
        DriverWeights? weights = model.Data is null ? null : DriverImportance.RelativeWeights(model.Data);
        DriverWeights? shapley = model.Data is { Names.Count: <= KeyDrivers.MostShapleyDrivers } ? DriverImportance.Shapley(model.Data) : null;
        LinearRegression? fit = model.Data is null ? null : LinearRegression.Fit(model.Data, definition.Level);
        IReadOnlyList<double>? inflation = model.Data?.VarianceInflation();
        DriverBootstrap? bootstrap = weights is null || definition.BootstrapReplicates == 0 ? null : DriverBootstrap.Of(definition, model, rows, outcome);
        for (int index = 0; index < drivers.Length; index++)
        {
            int place = model.PlaceOf(index);
            drivers[index] = weights is null || place < 0
                ? drivers[index] with { WhyNoWeight = model.WhyNot(index) }
                : drivers[index] with
                {
                    Weight = weights.Weights[place],
                    Share = weights.Shares?[place],
                    WeightInterval = bootstrap?.IntervalOf(place, weights.Weights[place], rows.Length, definition.Level),
                    Shapley = shapley?.Weights[place],
                    Coefficient = definition.Outcome.Shown(fit!.Terms[place + 1].Estimate),
                    VarianceInflation = inflation![place],
                };
        }

        return new KeyDriversResult
        {
            Definition = definition,
            Customers = rows.Length,
            WithoutOutcome = withoutOutcome,
            Invalid = invalid,
            Incomplete = all.Length - rows.Length,
            Outcome = definition.Outcome.IntervalOf(definition.Outcome.SampleOf(outcome), definition.Level),
            Drivers = EquatableList.Of<KeyDriver>([.. drivers.Select((driver, place) => (driver, place)).OrderByDescending(pair => pair.driver.Weight ?? -1).ThenBy(pair => pair.place).Select(pair => pair.driver)]),
            LeftOut = EquatableList.Of(matrix.LeftOut),
            RSquared = fit?.RSquared,
            AdjustedRSquared = fit?.AdjustedRSquared,
            Tests = tests,
            Problem = model.Problem,
            Cautions = EquatableList.Of<string>([.. matrix.Remarks, .. model.Data?.Warnings ?? [], .. bootstrap?.Cautions ?? []]),
        };
    }

    /// <summary>Answers on another scale have no score, so nothing can be said to move it.</summary>
    private static KeyDriversResult Refused(KeyDrivers definition, NoValue refusal, long customers, long withoutOutcome, long invalid, long incomplete) => new()
    {
        Definition = definition,
        Customers = customers,
        WithoutOutcome = withoutOutcome,
        Invalid = invalid,
        Incomplete = incomplete,
        Outcome = null,
        Drivers = [],
        LeftOut = [],
        RSquared = null,
        AdjustedRSquared = null,
        Tests = 0,
        Cautions = [],
        Refusal = refusal,
    };

    /// <summary>A driver without regard to the others.</summary>
    private static KeyDriver Alone(KeyDrivers definition, DesignColumn column, double[] outcome)
    {
        Sample with = definition.Outcome.SampleOf([.. outcome.Where((_, row) => column.Values[row] != 0)]);
        Sample without = definition.Outcome.SampleOf([.. outcome.Where((_, row) => column.Values[row] == 0)]);
        SampleDifference difference = SampleDifference.Between(without, with, definition.Level);
        CorrelationResult? pearson = Correlation.Pearson(column.Values, outcome, definition.Level), spearman = Correlation.Spearman(column.Values, outcome, definition.Level);
        // The t test of a perfect correlation says that chance cannot be it, however few the customers.
        TestResult? ofNumbers = pearson is { Value: 1 or -1 } ? spearman?.Test : pearson?.Test;
        return new KeyDriver
        {
            Group = column.Driver.Group,
            Name = column.Name,
            Measure = column.Driver.Measure,
            IsReference = column.IsReference,
            With = with.Count,
            Without = without.Count,
            OutcomeWith = definition.Outcome.IntervalOf(with, definition.Level),
            OutcomeWithout = definition.Outcome.IntervalOf(without, definition.Level),
            Difference = definition.Outcome.Shown(difference.Change),
            Test = column.IsReference ? null : column.IsYesOrNo ? difference.Test : ofNumbers,
            Pearson = pearson,
            Spearman = spearman,
        };
    }

    /// <summary>Corrects the p-values of all tests together; how many there are.</summary>
    private static int Correct(KeyDriver[] drivers, ManyTests correction)
    {
        int[] tested = [.. Enumerable.Range(0, drivers.Length).Where(index => drivers[index].Test is not null)];
        double[] adjusted = correction.Adjust([.. tested.Select(index => drivers[index].Test!.PValue)]);
        for (int index = 0; index < tested.Length; index++)
        {
            KeyDriver driver = drivers[tested[index]];
            drivers[tested[index]] = driver with { Test = driver.Test! with { AdjustedPValue = adjusted[index] } };
        }

        return tested.Length;
    }

    public static double[] Adjust(this ManyTests correction, double[] pValues) =>
        correction == ManyTests.Holm ? Multiplicity.Holm(pValues) : Multiplicity.BenjaminiHochberg(pValues);

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
