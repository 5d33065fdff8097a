using System.Globalization;
using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Drivers;

/// <summary>The columns of a finished table: rare levels are put together, and columns in which (nearly) all customers are alike are left out and listed. Empty without customers.</summary>
internal sealed class DesignMatrix
{
    public const string RareLevels = "Other levels";

    private readonly List<DesignColumn> _columns = [];
    private readonly List<LeftOutDriver> _leftOut = [];
    private readonly List<string> _remarks = [];

    public IReadOnlyList<DesignColumn> Columns => _columns;

    public IReadOnlyList<LeftOutDriver> LeftOut => _leftOut;

    /// <summary>What was done otherwise than asked, in sentences.</summary>
    public IReadOnlyList<string> Remarks => _remarks;

    public static DesignMatrix Of(FeatureTable table, FeatureRow[] rows, IReadOnlyList<Driver> drivers, long minimum)
    {
        DesignMatrix matrix = new();
        if (rows.Length == 0) return matrix;
        (int Place, int Driver, GroupKey Key)[] columns = [.. table.SortedColumns()];
        long[] counts = new long[columns.Length];
        foreach (FeatureRow row in rows)
            foreach (FeatureCell cell in row.Cells) counts[cell.Column]++;
        for (int driver = 0; driver < drivers.Count; driver++)
        {
            (int Place, int Driver, GroupKey Key)[] own = [.. columns.Where(column => column.Driver == driver)];
            if (drivers[driver].Measure == DriverMeasure.Level) matrix.AddLevels(drivers[driver], rows, own, counts, minimum);
            else matrix.AddNumbers(drivers[driver], rows, own, counts, minimum);
        }

        return matrix;
    }

    private void AddNumbers(Driver driver, FeatureRow[] rows, (int Place, int Driver, GroupKey Key)[] columns, long[] counts, long minimum)
    {
        foreach ((int place, _, GroupKey key) in columns)
        {
            long with = counts[place], without = rows.Length - with;
            bool isNumber = driver.Source is not (DriverSource.Happenings or DriverSource.Stays);
            string? reason = with == 0 && !isNumber ? "no customer before the outcome"
                : without == 0 && driver.Measure == DriverMeasure.Happened ? "every customer before the outcome"
                : with < minimum && !isNumber ? Text($"only {with} of {rows.Length} customers, fewer than {minimum}")
                : without < minimum && driver.Measure == DriverMeasure.Happened ? Text($"all but {without} of {rows.Length} customers, fewer than {minimum}")
                : null;
            Add(driver, key.Name, reason ?? "", () => Filled(rows, column => column == place), with, false);
        }
    }

    private void AddLevels(Driver driver, FeatureRow[] rows, (int Place, int Driver, GroupKey Key)[] columns, long[] counts, long minimum)
    {
        HashSet<int> rare = [.. columns.Where(column => counts[column.Place] < minimum && column.Key.Name != driver.Reference).Select(column => column.Place)];
        long pooled = rare.Sum(place => counts[place]);
        List<(string Name, HashSet<int> Places, long With)> levels =
            [.. columns.Where(column => counts[column.Place] > 0 && !rare.Contains(column.Place)).Select(column => (column.Key.Name, new HashSet<int> { column.Place }, counts[column.Place]))];
        foreach ((int place, _, GroupKey key) in columns.Where(column => rare.Contains(column.Place) && counts[column.Place] > 0))
            _leftOut.Add(new LeftOutDriver { Group = driver.Group, Name = key.Name, Customers = counts[place], Reason = Text($"put into '{RareLevels}': fewer than {minimum} customers") });
        if (pooled > 0) levels.Add((RareLevels, rare, pooled));
        if (levels.Count == 1)
            _leftOut.Add(new LeftOutDriver { Group = driver.Group, Name = levels[0].Name, Customers = levels[0].With, Reason = "every customer is alike" });
        if (levels.Count < 2) return;

        int reference = driver.Reference is null ? -1 : levels.FindIndex(level => level.Name == driver.Reference);
        if (reference < 0)
        {
            if (driver.Reference is not null) _remarks.Add($"No customer has '{driver.Reference}', the reference level of {driver.Group}: the most frequent level is the reference.");
            reference = Enumerable.Range(0, levels.Count).MaxBy(index => (levels[index].With, -index));
        }

        for (int index = 0; index < levels.Count; index++)
        {
            (string name, HashSet<int> places, long with) = levels[index];
            Add(driver, name, "", () => Filled(rows, places.Contains), with, index == reference);
        }
    }

    private void Add(Driver driver, string name, string reason, Func<double[]> values, long with, bool isReference)
    {
        double[]? numbers = reason.Length == 0 ? values() : null;
        if (numbers is [var first, ..] && !numbers.AsSpan().ContainsAnyExcept(first))
        {
            reason = Text($"{first:R} for every customer");
            numbers = null;
        }

        if (numbers is null) _leftOut.Add(new LeftOutDriver { Group = driver.Group, Name = name, Customers = with, Reason = reason });
        else _columns.Add(new DesignColumn(driver, name, numbers) { With = with, IsReference = isReference });
    }

    private static double[] Filled(FeatureRow[] rows, Predicate<int> isColumn)
    {
        double[] values = new double[rows.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            foreach (FeatureCell cell in rows[row].Cells)
                if (isColumn(cell.Column)) values[row] = cell.Value;
        }

        return values;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
