using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CustomerJourney.Analytics;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Lifetime;
using CustomerJourney.Tests.Statistics;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Metrics;

/// <summary>Facts of real shops, counted by other software (shared/data/facts and the cards beside the data).</summary>
public class RevenueFactTests
{
    /// <summary>Figures: shared/data/facts/online_retail.json, with an event for each invoice, at the time of its earliest line and with the sum of its lines.</summary>
    [SharedFact("data", "online_retail", "online_retail.csv.gz")]
    public void Online_retail_has_the_revenue_and_the_cohorts_of_its_fact_sheet()
    {
        JourneyLog log = JourneyLog.From(Invoices());
        JsonElement facts = SharedTable.Facts("online_retail.json"), purchases = facts.GetProperty("purchases");
        (RevenueResult revenue, AverageOrderValueResult order) = log.Measure(new Revenue(), new AverageOrderValue());
        Assert.Equal((4338L, 18532L), (revenue.Customers, order.Orders));
        Near.Equal(purchases.GetProperty("revenue").GetDouble(), revenue.Value, 1e-8);
        Near.Equal(purchases.GetProperty("revenue_per_invoice").GetProperty("mean").GetDouble(), order.Value, 1e-12);
        Near.Equal(purchases.GetProperty("revenue_per_invoice").GetProperty("median").GetDouble(), order.Median, 1e-12);
        Near.Equal(purchases.GetProperty("revenue_per_customer").GetProperty("mean").GetDouble(), log.Measure(new RevenuePerCustomer(CustomersCounted.Paying)).Value, 1e-12);
        Near.Equal(purchases.GetProperty("invoices_per_customer").GetProperty("mean").GetDouble(), log.Measure(new PurchaseFrequency()).Value, 1e-12);
        ShareResult repeat = log.Measure(new RepeatRate());
        Assert.Equal(purchases.GetProperty("customers_with_2_or_more_invoices").GetInt64(), repeat.Hits);
        Near.Equal(purchases.GetProperty("repeat_rate").GetDouble(), repeat.Value, 1e-12);

        Breakdown<RevenueResult> byMonth = log.Measure(new Revenue().By(Dimension.Calendar(CalendarUnit.Month)));
        Breakdown<ActiveCustomersResult> active = log.Measure(new ActiveCustomers().By(Dimension.Calendar(CalendarUnit.Month)));
        CustomerLifecycleResult life = log.Measure(new CustomerLifecycle(CalendarUnit.Month));
        foreach (JsonProperty month in purchases.GetProperty("revenue_by_month").EnumerateObject()) Near.Equal(month.Value.GetDouble(), byMonth[month.Name].Value, 0, 0.0051);
        foreach (JsonProperty month in purchases.GetProperty("active_customers_by_month").EnumerateObject())
        {
            Assert.Equal(month.Value.GetInt64(), active[month.Name].Customers);
            Assert.Equal(month.Value.GetInt64(), life.Periods.Single(period => period.Name == month.Name).Active);
        }

        // December 2011 ends on the 9th: what was seen of it is open.
        RetentionResult retention = log.Measure(new Retention(CalendarUnit.Month) { Periods = 12 });
        JsonProperty[] cohorts = [.. facts.GetProperty("monthly_cohorts").EnumerateObject()];
        Assert.Equal(13, cohorts.Length);
        Assert.Equal(cohorts.Select(cohort => cohort.Name), retention.Cohorts.Select(cohort => cohort.Name));
        for (int index = 0; index < cohorts.Length; index++)
        {
            long[] counts = [.. cohorts[index].Value.GetProperty("active_by_month_offset").EnumerateArray().Select(count => count.GetInt64())];
            Assert.Equal(counts, retention.Cohorts[index].ReturnedSoFar.Take(counts.Length).Select(count => count!.Value));
            Assert.Equal(cohorts[index].Value.GetProperty("size").GetInt64(), life.Periods[index].New);
            if (index < 12) Assert.Null(retention.Cohorts[index].Returned[counts.Length - 1]);
        }
    }

    /// <summary>Figures: shared/data/cdnow/README.md and shared/oracles/metrics/retention.json, retention.cohort_matrix.cdnow#001.</summary>
    [SharedFact("data", "cdnow", "CDNOW_master.txt")]
    public void Cdnow_has_its_transactions_and_its_three_cohorts()
    {
        JourneyLog log = JourneyLog.From(File.ReadLines(SharedFolder.File("data", "cdnow", "CDNOW_master.txt")).Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(cells => cells.Length == 4)
            .Select((cells, index) => new JourneyEvent
            {
                Customer = cells[0],
                Event = "purchase",
                At = new DateTimeOffset(DateTime.ParseExact(cells[1], "yyyyMMdd", CultureInfo.InvariantCulture), TimeSpan.Zero),
                Value = decimal.Parse(cells[3], CultureInfo.InvariantCulture),
                Sequence = index,
            }));
        PurchaseFrequencyResult frequency = log.Measure(new PurchaseFrequency());
        Assert.Equal((69659L, 23570L), (frequency.Purchases, frequency.Customers));
        CustomerLifecycleResult life = log.Measure(new CustomerLifecycle(CalendarUnit.Month) { ObservedUntil = new DateTimeOffset(1998, 7, 1, 0, 0, 0, TimeSpan.Zero) });
        Assert.Equal([7846, 8476, 7248, .. Enumerable.Repeat(0, 15)], life.Periods.Select(period => (int)period.New));
        // All first purchases lie in the first three months, so later ones are active by the sum of the cohorts of the oracle: 1157 of the first one in February, 964 + 1312 in March, 810 + 980 + 1032 in April.
        Assert.Equal([7846, 1157 + 8476, 964 + 1312 + 7248, 810 + 980 + 1032], life.Periods.Take(4).Select(period => (int)period.Active));
        Assert.Equal(498 + 551 + 457, life.Periods[^1].Active);
        Assert.Equal((1157L, 7846L - 1157), (life.Periods[1].Returning, life.Periods[1].Dormant));
    }

    /// <summary>Figures: shared/data/facts/olist_sample.json (payments, orders, customers, orders_per_customer).</summary>
    [SharedFact("data", "olist_sample", "olist_order_payments_dataset.csv")]
    public void Olist_has_its_payments_and_few_customers_who_come_back()
    {
        Dictionary<string, string> people = Rows("olist_customers_dataset.csv").ToDictionary(row => row[0], row => row[1]);
        Dictionary<string, decimal> paid = Rows("olist_order_payments_dataset.csv").GroupBy(row => row[0]).ToDictionary(order => order.Key, order => order.Sum(row => decimal.Parse(row[4], CultureInfo.InvariantCulture)));
        JourneyLog log = JourneyLog.From(Rows("olist_orders_dataset.csv").Select((row, index) => new JourneyEvent
        {
            Customer = people[row[1]],
            Event = "purchase",
            At = DateTimeOffset.ParseExact(row[3], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            Value = paid[row[0]],
            Currency = "BRL",
            Sequence = index,
        }));
        JsonElement facts = SharedTable.Facts("olist_sample.json");
        AverageOrderValueResult order = log.Measure(new AverageOrderValue());
        Assert.Equal((facts.GetProperty("orders").GetInt64(), facts.GetProperty("customers").GetInt64()), (order.Orders, order.Customers));
        Assert.Equal(facts.GetProperty("payments").GetProperty("sum_value").GetDecimal(), log.Measure(new Revenue()).Total);
        Assert.Equal(1428602.81 / 8135, order.Value!.Value, 1e-9);
        ShareResult repeat = log.Measure(new RepeatRate());
        JsonProperty[] perCustomer = [.. facts.GetProperty("orders_per_customer").EnumerateObject()];
        Assert.Equal(perCustomer.Where(count => count.Name != "1").Sum(count => count.Value.GetInt64()), repeat.Hits);
        Assert.Equal(perCustomer.Sum(count => int.Parse(count.Name, CultureInfo.InvariantCulture) * count.Value.GetInt64()), log.Measure(new PurchaseFrequency()).Purchases);

        static IEnumerable<string[]> Rows(string file) => File.ReadLines(SharedFolder.File("data", "olist_sample", file)).Skip(1).Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(','));
    }


    private static Dictionary<string, JourneyEvent>.ValueCollection Invoices()
    {
        Dictionary<string, JourneyEvent> invoices = [];
        using GZipStream file = new(File.OpenRead(SharedFolder.File("data", "online_retail", "online_retail.csv.gz")), CompressionMode.Decompress);
        using StreamReader reader = new(file, Encoding.UTF8);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            // Only descriptions hold quotes and commas, and they stand third.
            string[] cells = line.Split(',');
            (string invoice, string customer, string quantity, string price, string time) = (cells[0], cells[^2], cells[^5], cells[^3], cells[^4]);
            if (customer.Length == 0 || invoice.StartsWith('C')) continue;
            decimal count = decimal.Parse(quantity, CultureInfo.InvariantCulture), each = decimal.Parse(price, CultureInfo.InvariantCulture);
            if (count <= 0 || each <= 0) continue;
            DateTimeOffset at = DateTimeOffset.ParseExact(time, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            invoices[invoice] = invoices.TryGetValue(invoice, out JourneyEvent? known)
                ? known with { Value = known.Value + count * each, At = at < known.At ? at : known.At }
                : new JourneyEvent { Customer = customer, Event = "invoice", At = at, Value = count * each, Sequence = invoices.Count };
        }

        return invoices.Values;
    }
}
