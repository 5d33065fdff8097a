using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Lifetime;
using CustomerJourney.Statistics.Lifetime;
using CustomerJourney.Tests.Statistics;
using CustomerJourney.Tests.Statistics.Lifetime;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Metrics.Lifetime;

public class PurchaseModelTests
{
    private static readonly DateTimeOffset Calibrated = new(1997, 10, 1, 0, 0, 0, TimeSpan.Zero);

    [SharedFact("data", "cdnow", "CDNOW_master.txt")]
    public void Cdnow_read_purchase_by_purchase_gives_the_published_models()
    {
        JourneyLog log = CdnowSample();
        PurchaseModels models = log.FitPurchases(new PurchaseSummary { AsOf = Calibrated });
        Assert.Equal(CustomerSummaries.From(Cdnow.Customers().Select(Rounded)).Groups, CustomerSummaries.FromCounts(models.Summary.Customers.Groups.Select(group => group with { Summary = Rounded(group.Summary) })).Groups);
        BetaGeometricNegativeBinomial bg = models.BetaGeometric!.Model;
        Assert.Equal((0.243, 4.414, 0.793, 2.426), (Math.Round(bg.R, 3), Math.Round(bg.Alpha, 3), Math.Round(bg.A, 3), Math.Round(bg.B, 3)));
        Near.Equal(-9582.42920667, models.BetaGeometric.LogLikelihood, absolute: 1e-5);
        GammaGamma spend = models.Spend!.Model;
        Near.Equal(6.2495726, spend.P, 1e-3);
        Near.Equal(3.7442241, spend.Q, 1e-3);
        Near.Equal(15.443518, spend.Gamma, 1e-3);
        Near.Equal(-4055.9176948, models.Spend.LogLikelihood, absolute: 1e-3);
        Near.Equal(0.1139, models.SpendCorrelation, absolute: 1e-4);
        ParetoNegativeBinomial pareto = models.Pareto!.Model;
        // Published in Marketing Science 24 (2005), table 2.
        Assert.Equal((0.553, 10.58, 0.606, 11.67), (Math.Round(pareto.R, 3), Math.Round(pareto.Alpha, 2), Math.Round(pareto.S, 3), Math.Round(pareto.Beta, 2)));
        Assert.Empty(models.Warnings);
        Assert.Null(models.WhyNoModel);
        Assert.Equal(11, models.ToTable().Rows.Count);

        static CustomerSummary Rounded(CustomerSummary one) => CustomerSummary.Create(one.Frequency, Math.Round(one.Recency, 9), Math.Round(one.Age, 9));
    }

    [SharedFact("data", "cdnow", "CDNOW_master.txt")]
    public void What_cdnow_did_in_39_more_weeks_is_held_against_what_was_expected()
    {
        JourneyLog log = CdnowSample();
        PurchaseValidation validation = log.ValidatePurchases(new PurchaseSummary { AsOf = Calibrated }, new DateTimeOffset(1998, 7, 1, 0, 0, 0, TimeSpan.Zero))!;
        Assert.Equal(TimeSpan.FromDays(273), validation.Horizon);
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7+"], validation.ToTable().Rows.Select(row => row[0]));
        double[][] rows = Cdnow.Rows();
        BetaGeometricNegativeBinomial model = BetaGeometricNegativeBinomial.Fit(CustomerSummaries.From(Cdnow.Customers()))!.Model;
        for (int index = 0; index < validation.Rows.Count; index++)
        {
            double[][] same = [.. rows.Where(row => Math.Min(row[0], 7) == index)];
            Assert.Equal(same.Length, validation.Rows[index].Actual.Count);
            Assert.Equal(same.Sum(row => row[3]), validation.Rows[index].Actual.Numerator);
            Assert.Equal(same.Sum(row => row[3] * row[3]), validation.Rows[index].Actual.SquaredNumerators);
            Near.Equal(same.Average(row => model.ExpectedTransactions(CustomerSummary.Create((int)row[0], row[1], row[2]), 39)), validation.Rows[index].Expected, 1e-4);
        }

        Assert.Equal(rows.Sum(row => row[3]), validation.Actual);
        Assert.InRange(validation.Expected / validation.Actual, 0.8, 1.2);
    }

    [SharedFact("data", "cdnow", "CDNOW_master.txt")]
    public void Predictions_are_those_of_the_models_for_each_customer()
    {
        JourneyLog log = CdnowSample();
        PurchaseModels models = log.FitPurchases(new PurchaseSummary { AsOf = Calibrated });
        PurchaseForecast forecast = new() { Periods = 39, DiscountRatePerYear = 0.1, MarginShare = 0.3 };
        PurchasePredictions predictions = models.Predict(log, forecast)!;
        Assert.Equal(2357, predictions.Customers.Count);
        Assert.Equal(predictions.Customers.Select(one => one.Customer).Order(StringComparer.Ordinal), predictions.Customers.Select(one => one.Customer));
        PurchasePrediction some = predictions.Customers.First(one => one.Summary.Frequency == 2);
        BetaGeometricNegativeBinomial bg = models.BetaGeometric!.Model;
        Assert.Equal(bg.ProbabilityAlive(some.Summary), some.ProbabilityAlive);
        Assert.Equal(bg.ExpectedTransactions(some.Summary, 39), some.ExpectedPurchases);
        double rate = Math.Pow(1.1, 7 / 365.25) - 1;
        Near.Equal(DiscountedLifetimeValue.Of(time => bg.ExpectedTransactions(some.Summary, time), 39, 1, rate, some.ExpectedValue!.Value, 0.3), some.LifetimeValue, 1e-12);
        Assert.Equal(1, predictions.Customers.First(one => one.Summary.Frequency == 0).ProbabilityAlive);
        Near.Equal(models.Spend!.Model.PopulationMean!.Value, predictions.Customers.First(one => one.Summary.Frequency == 0).ExpectedValue, 1e-12);
        Near.Equal(predictions.Customers.Sum(one => one.ExpectedPurchases), predictions.ExpectedPurchases, 1e-12);
        Near.Equal(predictions.Customers.Sum(one => one.LifetimeValue!.Value), predictions.LifetimeValue, 1e-12);
        PurchasePredictions pareto = models.Predict(log, forecast with { Model = PurchaseModelKind.Pareto })!;
        Near.Equal(predictions.ExpectedPurchases, pareto.ExpectedPurchases, 0.1);
        Assert.InRange(pareto.Customers.First(one => one.Summary.Frequency == 0).ProbabilityAlive, 0.01, 0.99);
        Assert.Equal(2357, predictions.ToTable().Rows.Count);
    }

    [Fact]
    public void Without_repeat_purchases_there_is_no_model_and_a_reason()
    {
        JourneyLog log = JourneyLog.From([Orders.Of("a", 0, 1), Orders.Of("b", 1, 2)]);
        PurchaseModels models = log.FitPurchases();
        Assert.Null(models.BetaGeometric);
        Assert.Null(models.Pareto);
        Assert.Null(models.Spend);
        Assert.Null(models.Predict(log));
        Assert.Equal(NoValueReason.NotDetermined, models.WhyNoModel!.Reason);
        Assert.Equal(NoValueReason.NoData, JourneyLog.From([]).FitPurchases().WhyNoModel!.Reason);
        Assert.Null(log.ValidatePurchases(new PurchaseSummary { AsOf = Orders.Start.AddDays(1) }));
        Assert.Throws<ArgumentException>("calibration", () => log.ValidatePurchases(new PurchaseSummary()));
        Assert.Throws<ArgumentException>("calibration", () => log.ValidatePurchases(new PurchaseSummary { AsOf = Orders.Start.AddDays(9) }));
    }

    [Fact]
    public void Few_customers_and_values_that_grow_with_frequency_are_warned_of()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 60).SelectMany(customer => Enumerable.Range(0, 1 + (customer % 6)).Select(order => Orders.Of($"c{customer}", (order * (3 + (customer % 5))) + (customer % 11), 10 + (5 * (customer % 6)) + (customer % 3)))));
        IReadOnlyList<MetricWarning> warnings = log.FitPurchases(new PurchaseSummary { Unit = CalendarUnit.Day }).Warnings;
        Assert.Contains(warnings, warning => warning.Message.Contains("fewer than 500", StringComparison.Ordinal));
        Assert.Contains(warnings, warning => warning.Message.Contains("Frequency and value are correlated", StringComparison.Ordinal));
    }

    [Fact]
    public void Parts_of_a_log_give_the_same_models_as_the_whole()
    {
        JourneyEvent[] events = [.. LifetimeLog(400)];
        JourneyLog whole = JourneyLog.From(events);
        PurchaseSummary definition = new();
        PartialResult<PurchaseSummaryResult> one = JourneyLog.From(events.Where(e => e.Customer.Length % 2 == 0)).MeasurePart(definition), other = JourneyLog.From(events.Where(e => e.Customer.Length % 2 == 1)).MeasurePart(definition);
        PurchaseModels merged = PurchaseModels.Fit(other.Merge(one).ToResult()), direct = whole.FitPurchases();
        Assert.Equal(direct.BetaGeometric!.Model, merged.BetaGeometric!.Model);
        Assert.Equal(direct.Spend!.Model, merged.Spend!.Model);
        Assert.Equal(direct.Predict(whole)!.LifetimeValue, merged.Predict(whole)!.LifetimeValue);
    }

    private static IEnumerable<JourneyEvent> LifetimeLog(int customers)
    {
        Random random = new(7);
        for (int customer = 0; customer < customers; customer++)
        {
            double day = random.Next(60);
            for (bool alive = true; alive && day < 300; alive = random.Next(4) > 0)
            {
                yield return Orders.Of($"c{customer}", day, 5 + random.Next(40));
                day += 1 + (-30 * Math.Log(1 - random.NextDouble()));
            }
        }
    }

    /// <summary>The purchases of those customers of the whole file whose summaries are the sample's.</summary>
    private static JourneyLog CdnowSample()
    {
        DateOnly end = new(1997, 9, 30);
        Dictionary<(int, int, int, int), List<(double Mean, JourneyEvent[] Purchases)>> known = [];
        var rows = File.ReadLines(SharedFolder.File("data", "cdnow", "CDNOW_master.txt")).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(cells => cells.Length == 4 && char.IsDigit(cells[0][0]));
        foreach (var customer in rows.GroupBy(cells => cells[0]))
        {
            (DateOnly Day, decimal Value)[] purchases = [.. customer.Select(cells => (DateOnly.ParseExact(cells[1], "yyyyMMdd", CultureInfo.InvariantCulture), decimal.Parse(cells[3], CultureInfo.InvariantCulture)))];
            DateOnly first = purchases.Min(one => one.Day), last = purchases.Where(one => one.Day <= end).Max(one => one.Day);
            int repeats = purchases.Where(one => one.Day <= end).Select(one => one.Day).Distinct().Count() - 1;
            double mean = repeats == 0 ? 0 : (double)purchases.Where(one => one.Day > first && one.Day <= end).Sum(one => one.Value) / repeats;
            (int, int, int, int) key = (repeats, last.DayNumber - first.DayNumber, end.DayNumber - first.DayNumber, purchases.Where(one => one.Day > end).Select(one => one.Day).Distinct().Count());
            if (!known.TryGetValue(key, out var alike)) known.Add(key, alike = []);
            alike.Add((mean, [.. purchases.Select(one => new JourneyEvent { Customer = customer.Key, Event = "order", At = new DateTimeOffset(one.Day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero), Value = one.Value, Currency = "USD" })]));
        }

        List<JourneyEvent> events = [];
        foreach (double[] row in Cdnow.Rows())
        {
            var alike = known[((int)row[0], (int)Math.Round(row[1] * 7), (int)Math.Round(row[2] * 7), (int)row[3])];
            int index = alike.FindIndex(one => Math.Abs(one.Mean - row[4]) < 0.006);
            events.AddRange(alike[index].Purchases);
            alike.RemoveAt(index);
        }

        return JourneyLog.From(events);
    }
}
