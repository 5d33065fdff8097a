using CustomerJourney.Events;
using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Lifetime;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>What a model expected of customers after the end of calibration, held against what they did, by how often they had come back before.</summary>
/// <remarks>The comparison of Fader, Hardie &amp; Lee (2005), figure 4. Those who came for the first time after calibration are nobody's prediction and are left out.</remarks>
public sealed class PurchaseValidation : IJourneyResult
{
    private const int LastRow = 7;

    private PurchaseValidation(PurchaseModels models, PurchaseModelKind model, TimeSpan horizon, IReadOnlyList<PurchaseValidationRow> rows) =>
        (Models, Model, Horizon, Rows) = (models, model, horizon, rows);

    /// <summary>The models, fitted to the time before the end of calibration.</summary>
    public PurchaseModels Models { get; }

    /// <summary>Which of them is validated.</summary>
    public PurchaseModelKind Model { get; }

    /// <summary>How long customers were watched after calibration, in whole days.</summary>
    public TimeSpan Horizon { get; }

    /// <summary>By repeat transactions in calibration: 0 to 6, then 7 and more. Counts that nobody has are left out.</summary>
    public IReadOnlyList<PurchaseValidationRow> Rows { get; }

    /// <summary>The transactions of all customers after calibration.</summary>
    public double Actual => Rows.Sum(row => row.Actual.Numerator);

    /// <summary>The transactions that the model expected of all.</summary>
    public double Expected => Rows.Sum(row => row.Expected * row.Actual.Count);

    /// <inheritdoc/>
    public string Title => $"Validation of {(Model == PurchaseModelKind.Pareto ? "Pareto/NBD" : "BG/NBD")}";

    /// <inheritdoc/>
    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new ResultColumn { Name = "Repeat purchases before", Kind = ResultColumnKind.Text },
            new ResultColumn { Name = "Customers", Kind = ResultColumnKind.Count },
            new ResultColumn { Name = "Purchases after, each", Kind = ResultColumnKind.Number },
            new ResultColumn { Name = "Lower", Kind = ResultColumnKind.Number },
            new ResultColumn { Name = "Upper", Kind = ResultColumnKind.Number },
            new ResultColumn { Name = "Expected, each", Kind = ResultColumnKind.Number },
        ],
        BaseColumn = "Customers",
        Rows =
        [
            .. Rows.Select(row => (IReadOnlyList<object?>)
            [
                FormattableString.Invariant($"{row.Repeats}{(row.IsOrMore ? "+" : "")}"), row.Actual.Count, row.Actual.Value,
                row.Actual.Estimate(Models.Summary.Definition.Level)?.Lower, row.Actual.Estimate(Models.Summary.Definition.Level)?.Upper, row.Expected,
            ]),
        ],
    };

    internal static PurchaseValidation? Of(PurchaseModels models, IReadOnlyList<PurchaseHoldoutGroup> groups, PurchaseModelKind model, int days)
    {
        PurchaseSummary definition = models.Summary.Definition;
        double unit = definition.DaysPerUnit;
        if (models.ForecastBy(new PurchaseForecast { Model = model, Periods = 1, PeriodLength = TimeSpan.FromDays(days) }) is not { } of) return null;
        List<PurchaseValidationRow> rows = [];
        foreach (IGrouping<int, PurchaseHoldoutGroup> row in groups.GroupBy(group => Math.Min(group.Repeats, LastRow)).OrderBy(row => row.Key))
        {
            long customers = row.Sum(group => group.Customers), held = row.Sum(group => group.HeldOut);
            ExactSum expected = new();
            foreach (PurchaseHoldoutGroup group in row)
                expected.Add(group.Customers * of(CustomerSummary.Create(group.Repeats, group.Recency / unit, group.Age / unit)).Purchases);
            rows.Add(new PurchaseValidationRow
            {
                Repeats = row.Key,
                IsOrMore = row.Key == LastRow,
                Actual = new RatioSample(customers, held, customers, row.Sum(group => group.Squares), held, customers) { Lowest = 0 },
                Expected = expected.ToDouble() / customers,
            });
        }

        return new(models, model, TimeSpan.FromDays(days), rows.AsReadOnly());
    }
}
