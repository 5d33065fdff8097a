using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Lifetime;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>What is expected of every customer, in ordinal order of their ids.</summary>
public sealed class PurchasePredictions : IJourneyResult
{
    internal PurchasePredictions(PurchaseModels models, PurchaseForecast forecast, PurchaseCustomerTable table, Func<CustomerSummary, (double Alive, double Purchases, double Discounted)> of)
    {
        (Models, Forecast) = (models, forecast);
        double unit = models.Summary.Definition.DaysPerUnit;
        int end = Math.Max(PurchaseEnd.DayOf(table.Last, models.Summary.Definition), models.Summary.LastDay.DayNumber);
        string[] others = [.. table.Reader.Currencies.Except(models.Summary.Currencies)];
        GammaGamma? spend = others.Length == 0 ? models.Spend?.Model : null;
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
            double? value = ValueOf(spend, one);
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
        WhyNoValue = LifetimeValue is null ? Reason(models, others, customers.Length) : null;
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

    /// <summary>Why no value is expected of anybody; <see langword="null"/> where one is.</summary>
    public NoValue? WhyNoValue { get; }

    /// <inheritdoc/>
    public string Title => "Predictions by customer";

    /// <summary>Why no value is expected, where none is, and what to heed of the models.</summary>
    public IReadOnlyList<string> Remarks => WhyNoValue is { } reason ? [reason.Message, .. Models.Remarks] : Models.Remarks;

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

    /// <summary>In a line, in the invariant culture: how many customers are expected to buy how often, and what that is worth.</summary>
    public override string ToString()
    {
        string unit = Models.Summary.Definition.Unit == CalendarUnit.Day ? "days" : "weeks";
        string worth = LifetimeValue is { } value ? string.Create(CultureInfo.InvariantCulture, $"worth {value:#,0.00} {string.Join(' ', Models.Summary.Currencies)}").TrimEnd() : $"no value. {WhyNoValue}";
        return string.Create(CultureInfo.InvariantCulture, $"{Customers.Count:#,0} customers are expected to make {ExpectedPurchases:#,0.0} purchases in {Forecast.Periods} {unit}: {worth}");
    }

    private static NoValue Reason(PurchaseModels models, string[] others, int customers)
    {
        if (customers == 0) return new NoValue { Reason = NoValueReason.NoData, Message = "Nobody bought anything." };
        if (PurchaseCurrencies.Mixed(models.Summary.Currencies, "The model of values") is { } mixed) return mixed;
        if (models.Spend is null)
            return new NoValue { Reason = NoValueReason.NotDetermined, Message = "There is no model of values: too few came back with purchases that carry amounts, or all of these are worth the same." };
        if (others.Length > 0)
        {
            return new NoValue
            {
                Reason = NoValueReason.MixedCurrencies,
                Message = $"The log has amounts in {PurchaseCurrencies.Names(others)}, which the model of values was not fitted to: fit it to purchases of one Currency, or predict a log in the same.",
            };
        }

        return new NoValue { Reason = NoValueReason.NotDetermined, Message = "The model of values has no mean for any of these customers: values differ too much, or purchases carry no amounts." };
    }

    private static double? ValueOf(GammaGamma? model, PurchaseTransactions one) => !one.RepeatsHaveAmounts ? null
        : model?.ExpectedValue(SpendSummary.Create(one.Repeats, one.Repeats == 0 ? 0 : MoneyUnits.ToDouble(one.RepeatUnits) / one.Repeats));
}
