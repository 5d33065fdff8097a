using System.Globalization;
using System.Text.Json;
using CustomerJourney.Statistics.Lifetime;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>bgnbd.*, paretonbd.*, gammagamma.*, sbg.*, clv.* and rfm.*: what customers are worth and who of them is left.</summary>
internal static class LifetimeMetrics
{
    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table)
    {
        table.Add("bgnbd.log_likelihood", input => Value(BetaGeometric(input).LogLikelihood(Customer(input))));
        table.Add("bgnbd.p_alive", input => Value(BetaGeometric(input).ProbabilityAlive(Customer(input))));
        foreach (string prefix in (string[])["bgnbd.", "bgnbd.published."])
        {
            table.Add(prefix + "expected_transactions", input => Value(BetaGeometric(input).ExpectedTransactions(input.Number("horizon"))));
            table.Add(prefix + "conditional_expected_transactions", input => Value(BetaGeometric(input).ExpectedTransactions(Customer(input), input.Number("horizon"))));
            table.Add(prefix + "pmf", input => Value(BetaGeometric(input).Probability((int)input.Whole("count"), input.Number("horizon"))));
        }

        table.Add("bgnbd.edge", Edge);
        table.Add("bgnbd.fit", BetaGeometricFit);
        table.Add("paretonbd.fit", ParetoFit);
        table.Add("gammagamma.expected_value", input => Value(Spending(input).ExpectedValue(Spend(input))));
        table.Add("gammagamma.log_likelihood", input => Value(Spending(input).LogLikelihood(Spend(input))));
        table.Add("gammagamma.published.expected_values", ExpectedValues);
        table.Add("gammagamma.fit", SpendingFit);
        table.Add("sbg.fit", ContractFit);
        table.Add("sbg.survival", ContractSurvival);
        table.Add("sbg.derl", input => new Answer
        {
            ["derl"] = input.Wholes("renewals").Select(renewal => Contract(input).DiscountedExpectedResidualLifetime(input.Number("discountRate"), (int)renewal)),
        });
        table.Add("clv.contractual", input => new Answer { ["firstPaymentNow"] = Contractual(input, FirstPayment.Now), ["firstPaymentNextPeriod"] = Contractual(input, FirstPayment.NextPeriod) });
        table.Add("clv.bgnbd_dcf", Discounted);
        table.Add("clv.customer_summary", Summaries);
        table.Add("rfm.scores", Scores);
    }

    private static Answer Value(double? value) => new() { ["value"] = value };

    private static BetaGeometricNegativeBinomial BetaGeometric(JsonElement input)
    {
        JsonElement parameters = input.GetProperty("params");
        return BetaGeometricNegativeBinomial.Create(parameters.Number("r"), parameters.Number("alpha"), parameters.Number("a"), parameters.Number("b"));
    }

    private static CustomerSummary Customer(JsonElement input)
    {
        JsonElement customer = input.GetProperty("customer");
        return CustomerSummary.Create((int)customer.Whole("x"), customer.Number("tx"), customer.Number("T"));
    }

    private static Answer Edge(JsonElement input) => new()
    {
        ["conditionalExpectedTransactions"] = BetaGeometric(input).ExpectedTransactions(Customer(input), input.Number("horizon")),
        ["pAlive"] = BetaGeometric(input).ProbabilityAlive(Customer(input)),
        ["logLikelihood"] = BetaGeometric(input).LogLikelihood(Customer(input)),
    };

    private static Answer BetaGeometricFit(JsonElement input)
    {
        LifetimeFit<BetaGeometricNegativeBinomial> fit = BetaGeometricNegativeBinomial.Fit(CustomersOf(input)) ?? throw new FormatException("There is nothing to fit.");
        return new Answer { ["r"] = fit.Model.R, ["alpha"] = fit.Model.Alpha, ["a"] = fit.Model.A, ["b"] = fit.Model.B, ["logLikelihood"] = fit.LogLikelihood };
    }

    private static Answer ParetoFit(JsonElement input)
    {
        LifetimeFit<ParetoNegativeBinomial> fit = ParetoNegativeBinomial.Fit(CustomersOf(input)) ?? throw new FormatException("There is nothing to fit.");
        return new Answer { ["r"] = fit.Model.R, ["alpha"] = fit.Model.Alpha, ["s"] = fit.Model.S, ["beta"] = fit.Model.Beta, ["logLikelihood"] = fit.LogLikelihood };
    }

    private static GammaGamma Spending(JsonElement input)
    {
        JsonElement parameters = input.GetProperty("params");
        return GammaGamma.Create(parameters.Number("p"), parameters.Number("q"), parameters.Number("gamma"));
    }

    private static SpendSummary Spend(JsonElement input) => SpendSummary.Create((int)input.Whole("frequency"), input.Number("averageValue"));

    private static Answer ExpectedValues(JsonElement input) => new()
    {
        ["values"] = input.Wholes("frequency").Zip(input.Numbers("averageValue"), (x, m) => Spending(input).ExpectedValue(SpendSummary.Create((int)x, m))),
    };

    private static Answer SpendingFit(JsonElement input)
    {
        IEnumerable<SpendSummary> customers = SharedData.Columns(input).Where(row => row[0] > 0).Select(row => SpendSummary.Create((int)row[0], row[1]));
        LifetimeFit<GammaGamma> fit = GammaGamma.Fit(customers) ?? throw new FormatException("There is nothing to fit.");
        return new Answer { ["p"] = fit.Model.P, ["q"] = fit.Model.Q, ["gamma"] = fit.Model.Gamma, ["logLikelihood"] = fit.LogLikelihood };
    }

    private static ShiftedBetaGeometric Contract(JsonElement input) => ShiftedBetaGeometric.Create(input.Number("alpha"), input.Number("beta"));

    private static Answer ContractFit(JsonElement input)
    {
        LifetimeFit<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.Fit(input.Wholes("surviving")) ?? throw new FormatException("There is nothing to fit.");
        return new Answer { ["alpha"] = fit.Model.A, ["beta"] = fit.Model.B, ["logLikelihood"] = fit.LogLikelihood };
    }

    private static Answer ContractSurvival(JsonElement input) => new()
    {
        ["survival"] = input.Wholes("periods").Select(period => Contract(input).Survival((int)period)),
        ["retention"] = input.Wholes("periods").Where(period => period > 0).Select(period => Contract(input).RetentionRate((int)period)),
    };

    private static double? Contractual(JsonElement input, FirstPayment firstPayment)
    {
        JsonElement periods = input.GetProperty("periods");
        return ContractualLifetimeValue.Of(
            input.Number("margin"), input.Number("retention"), input.Number("discountRate"), firstPayment, periods.ValueKind == JsonValueKind.Null ? null : periods.GetInt32());
    }

    private static Answer Discounted(JsonElement input)
    {
        BetaGeometricNegativeBinomial model = BetaGeometric(input);
        CustomerSummary customer = Customer(input);
        return new Answer
        {
            ["clv"] = DiscountedLifetimeValue.Of(
                time => model.ExpectedTransactions(customer, time), (int)input.Whole("months"), input.Number("weeksPerMonth"), input.Number("monthlyDiscountRate"), input.Number("expectedValuePerTransaction")),
        };
    }

    private static Answer Summaries(JsonElement input)
    {
        DateOnly end = Day(input.GetProperty("observationEnd"));
        double daysPerUnit = input.GetProperty("timeUnit").GetString() switch
        {
            "days" => 1,
            "weeks" => 7,
            string other => throw new FormatException($"There is no unit of time '{other}'."),
            null => throw new FormatException("The unit of time is null."),
        };
        return new Answer
        {
            ["customers"] = ByCustomer(input.GetProperty("events")).Select(group =>
            {
                CustomerPurchases customer = CustomerPurchases.From(group, end, daysPerUnit)!;
                return new Answer
                {
                    ["customer"] = group.Key,
                    ["frequency"] = (long)customer.Summary.Frequency,
                    ["recency"] = customer.Summary.Recency,
                    ["T"] = customer.Summary.Age,
                    ["totalValue"] = customer.TotalValue,

                    // The library knows no mean of no transactions; the suite writes 0.
                    ["repeatValueMean"] = customer.RepeatMeanValue ?? 0,
                };
            }),
        };
    }

    private static Answer Scores(JsonElement input)
    {
        DateOnly asOf = Day(input.GetProperty("analysisDate"));
        IGrouping<string, Purchase>[] groups = [.. ByCustomer(input.GetProperty("orders"))];
        RecencyFrequencyMonetary[] customers = [.. groups.Select(group => RecencyFrequencyMonetary.From(group, asOf)!.Value)];
        RecencyFrequencyMonetaryScores scores = RecencyFrequencyMonetaryScores.Of(customers, (int)input.Whole("bins"))!;
        return new Answer
        {
            ["customers"] = groups.Select((group, i) => new Answer
            {
                ["customer"] = group.Key,
                ["recencyDays"] = customers[i].Recency,
                ["frequency"] = customers[i].Frequency,
                ["monetary"] = customers[i].Monetary,
                ["r"] = (long)scores.Scores[i].Recency,
                ["f"] = (long)scores.Scores[i].Frequency,
                ["m"] = (long)scores.Scores[i].Monetary,
            }),
        };
    }

    private static IEnumerable<IGrouping<string, Purchase>> ByCustomer(JsonElement events) =>
        events.EnumerateArray()
            .GroupBy(element => element.GetProperty("customer").GetString()!, element => new Purchase(Day(element.GetProperty("date")), element.Number("value")), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal);

    private static DateOnly Day(JsonElement element) => DateOnly.ParseExact(element.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static CustomerSummaries CustomersOf(JsonElement input) =>
        CustomerSummaries.From(SharedData.Columns(input).Select(row => CustomerSummary.Create((int)row[0], row[1], row[2])));
}
