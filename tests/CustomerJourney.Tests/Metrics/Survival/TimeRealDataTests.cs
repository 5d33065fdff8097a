using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Lifetime;
using CustomerJourney.Metrics.Survival;
using CustomerJourney.Tests.Statistics;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Metrics.Survival;

/// <summary>Times and lifetimes of real data sets, read from their files into logs, against figures computed by other software (shared/data/facts).</summary>
public class TimeRealDataTests
{
    private static readonly DateTimeOffset End = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [SharedFact("data", "telco_churn", "WA_Fn-UseC_-Telco-Customer-Churn.csv")]
    public void Telco_customers_stay_and_their_contracts_differ_as_other_software_says()
    {
        // A month of tenure is a day here: who joined so many days before the end, and left at it or did not.
        JourneyLog log = JourneyLog.From(SharedTable.Rows("telco_churn", "WA_Fn-UseC_-Telco-Customer-Churn.csv").SelectMany(row =>
        {
            JourneyEvent joined = new()
            {
                Customer = row["customerID"],
                Event = "joined",
                At = End.AddDays(-int.Parse(row["tenure"], CultureInfo.InvariantCulture)),
                CustomerAttributes = new Dictionary<string, string> { ["contract"] = row["Contract"], ["gender"] = row["gender"] },
            };
            return row["Churn"] == "Yes" ? [joined, new() { Customer = joined.Customer, Event = "left", At = End }] : (JourneyEvent[])[joined];
        }));
        TimeBetween churn = new("joined", "left") { Horizons = [TimeSpan.FromDays(12)] };
        (TimeToEventResult all, Breakdown<TimeToEventResult> byContract, Breakdown<TimeToEventResult> byGender) =
            log.Measure(churn, churn.By(Dimension.Attribute("contract")), churn.By(Dimension.Attribute("gender")));
        JsonElement facts = SharedTable.Facts("telco_churn.json");
        Assert.Equal((7043L, 1869L, 5174L), (all.Cases, all.Completed, all.Open));
        Assert.Null(all.Median);
        Assert.Equal(0.8432, Math.Round(all.Curve!.At(12)!.Value.Survival, 4));
        Near.Equal(1 - 0.8431995538158313, all.ShareWithin(TimeSpan.FromDays(12)).Share, 1e-12);
        foreach (JsonProperty fact in facts.GetProperty("kaplan_meier_all").GetProperty("at").EnumerateObject())
        {
            double time = double.Parse(fact.Name, CultureInfo.InvariantCulture);
            Near.Equal(fact.Value.GetProperty("survival").GetDouble(), all.Curve.At(time)!.Value.Survival, 1e-12);
            Near.Equal(fact.Value.GetProperty("greenwood_se").GetDouble(), all.Curve.At(time)!.Value.StandardError, 1e-12);
            Assert.Equal(fact.Value.GetProperty("at_risk").GetInt64(), all.Curve.At(time)!.Value.AtRisk);
        }

        Assert.Equal(35, byContract["Month-to-month"].Median);
        SurvivalComparison contracts = byContract.LogRank();
        Near.Equal(2352.872538259339, contracts.Test!.Statistic, 1e-10);
        Assert.Equal((2, 3), (contracts.DegreesOfFreedom, contracts.Pairs.Count));
        Assert.Equal([1655, 166, 48], contracts.Groups.Select(group => group.Observed));
        Assert.All(contracts.Pairs, pair => Assert.True(pair.Test!.AdjustedPValue < 1e-20));
        Near.Equal(0.5257069722256669, byGender.LogRank().Test!.Statistic, 1e-9);
    }

    [SharedFact("data", "support_tickets", "customer_support_tickets.csv")]
    public void Support_tickets_that_were_resolved_before_they_were_answered_are_invalid()
    {
        // Resolution and response at one instant stand in this order, so that these are invalid too, as in the facts.
        JourneyLog log = JourneyLog.From(SharedTable.Rows("support_tickets", "customer_support_tickets.csv").SelectMany(row => (JourneyEvent[])
        [
            .. Time(row["Time to Resolution"]) is { } resolved ? (JourneyEvent[])[Event(row["Customer Email"], "resolved", resolved, row["Ticket ID"], 0)] : [],
            .. Time(row["First Response Time"]) is { } replied ? (JourneyEvent[])[Event(row["Customer Email"], "replied", replied, row["Ticket ID"], 1)] : [],
        ]));
        TimeToEventResult result = log.Measure(new TimeBetween("replied", "resolved") { CaseAttribute = "ticket" });
        JsonElement facts = SharedTable.Facts("support_tickets.json"), positive = facts.GetProperty("hours_first_response_to_resolution_only_positive");
        Assert.Equal(8469 - 2819, result.Cases + result.Invalid);
        Assert.Equal((1402L, 2769L - 1402), (result.Completed, result.Invalid));
        foreach ((string name, double probability) in ((string, double)[])[("min", 0), ("p25", 0.25), ("median", 0.5), ("p75", 0.75), ("p90", 0.9), ("max", 1)])
            Near.Equal(positive.GetProperty(name).GetDouble() / 24, result.CompletedTimes.Quantile(probability), 1e-12);
        Assert.Contains(result.Warnings, warning => warning.Kind == MetricWarningKind.ManyInvalid);
        // Two in three tickets have no resolution yet, so the median is not that of those that have.
        Assert.True(result.Median is null || result.Median > result.CompletedTimes.Median);

        static DateTimeOffset? Time(string text) => text.Length == 0 ? null : DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    [SharedFact("data", "olist_sample", "olist_orders_dataset.csv")]
    public void Olist_orders_take_as_long_as_other_software_says()
    {
        Dictionary<string, string> customers = SharedTable.Rows("olist_sample", "olist_customers_dataset.csv").ToDictionary(row => row["customer_id"], row => row["customer_unique_id"]);
        (string Column, string Event)[] steps = [("order_purchase_timestamp", "purchased"), ("order_approved_at", "approved"), ("order_delivered_carrier_date", "shipped"), ("order_delivered_customer_date", "delivered")];
        List<Dictionary<string, string>> orders = [.. SharedTable.Rows("olist_sample", "olist_orders_dataset.csv")];
        JourneyLog log = JourneyLog.From(orders.SelectMany(row => steps.Where(step => row[step.Column].Length > 0).Select((step, index) => Event(customers[row["customer_id"]], step.Event, Time(row[step.Column]), row["order_id"], index))));
        JsonElement facts = SharedTable.Facts("olist_sample.json"), hours = facts.GetProperty("step_hours");
        Same(hours.GetProperty("purchase_timestamp -> approved_at"), log.Measure(new TimeBetween("purchased", "approved") { CaseAttribute = "ticket" }));
        TimeToEventResult delivery = log.Measure(new TimeBetween("purchased", "delivered") { CaseAttribute = "ticket" });
        Same(hours.GetProperty("purchase_timestamp -> delivered_customer_date"), delivery);
        Assert.Equal((8135L, 2965L, 8016L), (delivery.Cases, delivery.Open, delivery.Customers));
        Assert.True(delivery.Median > delivery.CompletedTimes.Median);
        // 77 orders were shipped before they were approved.
        TimeToEventResult shipped = log.Measure(new TimeBetween("approved", "shipped") { CaseAttribute = "ticket" });
        Assert.Equal(6353 - 77, shipped.Completed);
        Assert.True(shipped.Invalid >= 77);

        JourneyLog reviews = JourneyLog.From(SharedTable.Rows("olist_sample", "olist_order_reviews_dataset.csv").SelectMany((row, index) => (JourneyEvent[])
        [
            Event(row["review_id"], "asked", Time(row["review_creation_date"]), $"{index}", 0), Event(row["review_id"], "answered", Time(row["review_answer_timestamp"]), $"{index}", 1),
        ]));
        Same(facts.GetProperty("reviews_hours_creation_to_answer"), reviews.Measure(TimeBetween.FirstResponse("asked", "answered", "ticket")));

        static void Same(JsonElement fact, TimeToEventResult result)
        {
            Assert.Equal((fact.GetProperty("n").GetInt64(), 0L), (result.Completed, result.Invalid));
            foreach ((string name, double probability) in ((string, double)[])[("min", 0), ("p25", 0.25), ("median", 0.5), ("p75", 0.75), ("p90", 0.9), ("max", 1)])
                Near.Equal(fact.GetProperty(name).GetDouble() / 24, result.CompletedTimes.Quantile(probability), 1e-12);
        }

        static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    [SharedFact("data", "online_retail", "online_retail.csv.gz")]
    public void Online_retail_customers_come_back_and_spend_as_other_software_says()
    {
        JourneyLog log = JourneyLog.From(Invoices());
        JsonElement facts = SharedTable.Facts("online_retail.json"), purchases = facts.GetProperty("purchases"), second = facts.GetProperty("kaplan_meier_days_to_second_invoice").GetProperty("result");
        TimeToEventResult result = log.Measure(new TimeBetween("invoice", "invoice"));
        Assert.Equal((4338L, 2845L, 1493L), (result.Cases, result.Completed, result.Open));
        Near.Equal(second.GetProperty("median_survival_first_time_S_le_0.5").GetDouble(), result.Median, 1e-12);
        foreach (JsonProperty fact in second.GetProperty("at").EnumerateObject())
        {
            double day = double.Parse(fact.Name, CultureInfo.InvariantCulture);
            Near.Equal(fact.Value.GetProperty("survival").GetDouble(), result.Curve!.At(day)!.Value.Survival, 1e-12);
            Assert.Equal(fact.Value.GetProperty("at_risk").GetInt64(), result.Curve.At(day)!.Value.AtRisk);
        }

        TimeToEventResult between = log.Measure(new TimeBetween("invoice", "invoice") { Cases = TimeBetweenCases.Every });
        JsonElement days = purchases.GetProperty("days_between_consecutive_invoices");
        Assert.Equal(days.GetProperty("n").GetInt64(), between.Completed);
        Near.Equal(days.GetProperty("median").GetDouble(), between.CompletedTimes.Median, 1e-12);
        Near.Equal(days.GetProperty("p90").GetDouble(), between.CompletedTimes.Quantile(0.9), 1e-12);

        HistoricLifetimeValueResult value = log.Measure(new HistoricLifetimeValue());
        Assert.Equal((4338L, 8911407.904m), (value.Customers, value.Revenue));
        Near.Equal(purchases.GetProperty("revenue_per_customer").GetProperty("mean").GetDouble(), value.Value, 1e-9);
        RecencyFrequencyMonetaryResult rfm = log.Measure(new RecencyFrequencyMonetarySegments());
        Assert.Equal(4338, rfm.Customers.Count);
        Assert.Equal(209, rfm.Customers.Max(one => one.Figures.Frequency));
        Near.Equal(280206.02, rfm.Customers.Max(one => one.Figures.Monetary), 1e-12);
        Near.Equal(purchases.GetProperty("invoices_per_customer").GetProperty("mean").GetDouble(), rfm.Customers.Average(one => one.Figures.Frequency), 1e-12);
    }

    /// <summary>Invoices of lines with a customer, a positive quantity and price, that are not cancellations; the time is that of the earliest line.</summary>
    private static IEnumerable<JourneyEvent> Invoices()
    {
        using FileStream file = File.OpenRead(SharedFolder.File("data", "online_retail", "online_retail.csv.gz"));
        using GZipStream plain = new(file, CompressionMode.Decompress);
        using StreamReader reader = new(plain);
        Dictionary<(string Customer, string Invoice), (DateTime At, decimal Value)> invoices = [];
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            string[] cells = SharedTable.Cells(line + "\n").First();
            if (cells[6].Length == 0 || cells[0].StartsWith('C')) continue;
            decimal quantity = decimal.Parse(cells[3], CultureInfo.InvariantCulture), price = decimal.Parse(cells[5], CultureInfo.InvariantCulture);
            if (quantity <= 0 || price <= 0) continue;
            DateTime at = DateTime.ParseExact(cells[4], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            (DateTime earliest, decimal value) = invoices.GetValueOrDefault((cells[6], cells[0]), (at, 0));
            invoices[(cells[6], cells[0])] = (at < earliest ? at : earliest, value + (quantity * price));
        }

        return invoices.Select(one => new JourneyEvent { Customer = one.Key.Customer, Event = "invoice", At = new DateTimeOffset(one.Value.At, TimeSpan.Zero), Value = one.Value.Value, Currency = "GBP" });
    }

    private static JourneyEvent Event(string customer, string name, DateTimeOffset at, string ticket, int sequence) =>
        new() { Customer = customer, Event = name, At = at, Sequence = sequence, Attributes = new Dictionary<string, string> { ["ticket"] = ticket } };
}
