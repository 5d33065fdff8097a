using CustomerJourney.Events;
using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Lifetime;

namespace CustomerJourney.Metrics;

/// <summary>What is expected of every customer, in ordinal order of their ids.</summary>
public sealed class PurchasePredictions : IJourneyResult
{
    internal PurchasePredictions(PurchaseModels models, PurchaseForecast forecast, PurchaseCustomerTable table, Func<CustomerSummary, (double Alive, double Purchases, double Discounted)> of)
    {
        (Models, Forecast) = (models, forecast);
        double unit = models.Summary.Definition.DaysPerUnit;
        int end = PurchaseEnd.DayOf(table.Last, models.Summary.Definition);
        PurchaseCustomer[] customers = table.ToSorted();
        PurchasePrediction[] predictions = new PurchasePrediction[customers.Length];

        // Many customers have the same numbers, and a hypergeometric function takes longer than a look-up.
        Dictionary<CustomerSummary, (double Alive, double Purchases, double Discounted)> known = [];
        ExactSum purchases = new(), values = new();
        for (int index = 0; index < customers.Length; index++)
        {
            PurchaseTransactions one = customers[index].Transactions;
            CustomerSummary summary = CustomerSummary.Create(one.Repeats, (one.LastDay - one.FirstDay) / unit, (end - one.FirstDay) / unit);
            if (!known.TryGetValue(summary, out (double Alive, double Purchases, double Discounted) expected)) known[summary] = expected = of(summary);
            double? value = ValueOf(models.Spend?.Model, one);
            predictions[index] = new PurchasePrediction
            {
                Customer = customers[index].Id,
                Summary = summary,
                ProbabilityAlive = expected.Alive,
                ExpectedPurchases = expected.Purchases,
                ExpectedValue = value,
                LifetimeValue = value * expected.Discounted * forecast.MarginShare,
            };
            purchases.Add(expected.Purchases);
            if (predictions[index].LifetimeValue is { } worth) values.Add(worth);
        }

        Customers = Array.AsReadOnly(predictions);
        ExpectedPurchases = purchases.ToDouble();
        LifetimeValue = Array.Exists(predictions, one => one.LifetimeValue is not null) ? values.ToDouble() : null;
    }

    /// <summary>The models.</summary>
    public PurchaseModels Models { get; }

    /// <summary>How far ahead, and by which model.</summary>
    public PurchaseForecast Forecast { get; }

    /// <summary>The customers who bought.</summary>
    public IReadOnlyList<PurchasePrediction> Customers { get; }

    /// <summary>The purchases expected of all of them together.</summary>
    public double ExpectedPurchases { get; }

    /// <summary>What those are worth today, over customers of whom a value is expected; <see langword="null"/> where there is none.</summary>
    public double? LifetimeValue { get; }

    /// <inheritdoc/>
    public string Title => "Predictions by customer";

    /// <summary>A row for each customer; his id is a text column.</summary>
    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new ResultColumn { Name = "Customer", Kind = ResultColumnKind.Text },
            new ResultColumn { Name = "Repeat purchases", Kind = ResultColumnKind.Count },
            new ResultColumn { Name = "Probability alive", Kind = ResultColumnKind.Share },
            new ResultColumn { Name = "Expected purchases", Kind = ResultColumnKind.Number },
            new ResultColumn { Name = "Expected value", Kind = ResultColumnKind.Number },
            new ResultColumn { Name = "Lifetime value", Kind = ResultColumnKind.Number },
        ],
        Rows =
        [
            .. Customers.Select(one => (IReadOnlyList<object?>)[one.Customer, (long)one.Summary.Frequency, one.ProbabilityAlive, one.ExpectedPurchases, one.ExpectedValue, one.LifetimeValue]),
        ],
    };

    private static double? ValueOf(GammaGamma? model, PurchaseTransactions one) => !one.RepeatsHaveAmounts ? null
        : model?.ExpectedValue(SpendSummary.Create(one.Repeats, one.Repeats == 0 ? 0 : MoneyUnits.ToDouble(one.RepeatUnits) / one.Repeats));
}
