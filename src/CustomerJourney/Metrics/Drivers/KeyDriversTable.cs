using CustomerJourney.Events;
using static CustomerJourney.Events.ResultColumnKind;

namespace CustomerJourney.Metrics.Drivers;

/// <summary>Drivers as tables.</summary>
internal static class KeyDriversTable
{
    public static ResultTable Of(KeyDriversResult result)
    {
        string outcome = result.Definition.Outcome.Name;
        ResultColumnKind kind = result.Definition.Outcome.Kind;
        return new ResultTable
        {
            Columns =
            [
                Column("Kind", Text), Column("Driver", Text), Column("Measured", Text), Column("With", Count), Column("Without", Count),
                Column($"{outcome} with", kind), Column($"{outcome} without", kind), Column("Difference", kind), Column("Lower", kind), Column("Upper", kind), Column("p", PValue), Column("Corrected p", PValue),
                Column("Pearson", Number), Column("Pearson lower", Number), Column("Pearson upper", Number), Column("Spearman", Number), Column("Spearman lower", Number), Column("Spearman upper", Number),
                Column("Weight", Number), Column("Weight lower", Number), Column("Weight upper", Number), Column("Share of R²", Share), Column("Shapley", Number),
                Column("Effect beside the others", kind), Column("Effect lower", kind), Column("Effect upper", kind), Column("VIF", Number), Column("Note", Text),
            ],
            Rows = [.. result.Drivers.Select(Row)],
            BaseColumn = "With",
            Chart = new ResultChart { LabelColumns = ["Kind", "Driver", "Measured"], ValueColumn = "Share of R²" },
        };
    }

    public static ResultTable LeftOut(IReadOnlyList<LeftOutDriver> drivers) => new()
    {
        Columns = [Column("Kind", Text), Column("Driver", Text), Column("With", Count), Column("Reason", Text)],
        Rows = [.. drivers.Select(IReadOnlyList<object?> (driver) => [driver.Group, driver.Name, driver.Customers, driver.Reason])],
        BaseColumn = "With",
    };

    public static ResultColumn Column(string name, ResultColumnKind kind) => new() { Name = name, Kind = kind };

    public static string WordOf(DriverMeasure measure) => measure switch
    {
        DriverMeasure.Happened => "yes or no",
        DriverMeasure.Times => "times",
        DriverMeasure.Days => "days",
        DriverMeasure.Level => "level",
        _ => "number",
    };

    private static IReadOnlyList<object?> Row(KeyDriver driver) =>
    [
        driver.Group, driver.Name, WordOf(driver.Measure), driver.With, driver.Without,
        driver.OutcomeWith?.Value, driver.OutcomeWithout?.Value, driver.Difference?.Value, driver.Difference?.Lower, driver.Difference?.Upper, driver.Test?.PValue, driver.Test?.AdjustedPValue,
        driver.Pearson?.Value, driver.Pearson?.Estimate?.Lower, driver.Pearson?.Estimate?.Upper, driver.Spearman?.Value, driver.Spearman?.Estimate?.Lower, driver.Spearman?.Estimate?.Upper,
        driver.Weight, driver.WeightInterval?.Lower, driver.WeightInterval?.Upper, driver.Share, driver.Shapley,
        driver.Coefficient?.Value, driver.Coefficient?.Lower, driver.Coefficient?.Upper, driver.VarianceInflation, driver.WhyNoWeight,
    ];
}
