using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using CustomerJourney.Analytics;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Analytics;

/// <summary>Cohorts counted by other people's software: pandas (shared/oracles/metrics/retention.json, shared/data/facts) and PostHog (shared/oracles/analytics).</summary>
public class RetentionOracleTests
{
    // 1 January 2024 is a Monday, so that weeks of the calendar are the sevens of the cases.
    private static readonly DateTimeOffset Monday = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // retention.cohort_matrix#006 and #007: pandas 1.5.3, brute force from the written definition.
    [Theory]
    [InlineData(2, "8 6|2", "1 0.75", "u05:0 u06:0 u05:1 u06:1 u05:2 u07:2 u08:2 u01:3 u02:3 u05:3 u07:3 u01:4 u03:4 u05:4 u07:4 u02:5 u05:5 u01:6 u02:6 u03:6 u05:6 u09:6 u00:7 u01:7 u02:7 u06:7 u02:8 u03:8 u06:8 u00:9 u04:9 u08:9 u04:10 u08:10 u09:10 u04:11 u08:11 u09:11 u01:12 u02:13 u03:13 u04:13 u06:13 u00:15 u01:15 u03:15 u04:15 u09:15 u04:16 u07:16 u02:17 u07:17 u03:18 u06:18 u07:19")]
    [InlineData(3, "10 5 7|8 7|", "1 0.6666666666666666 0.7", "u05:0 u04:1 u17:1 u10:2 u13:2 u16:2 u04:3 u04:4 u09:4 u00:5 u03:5 u05:6 u15:6 u16:6 u17:6 u02:7 u03:8 u07:8 u12:8 u15:8 u17:8 u02:9 u06:9 u07:9 u08:9 u15:9 u01:10 u02:10 u11:10 u12:10 u02:11 u07:11 u14:11 u07:12 u17:12 u00:13 u02:13 u05:13 u08:13 u12:13 u03:14 u06:14 u12:14 u15:14 u17:14 u03:15 u09:15 u00:16 u03:16 u07:16 u13:16 u15:16 u16:16 u00:17 u07:17 u08:17 u11:17 u12:17 u17:17 u02:18 u09:18 u13:18 u15:18 u16:18 u07:19 u14:19 u16:19 u14:20 u01:21 u04:22 u09:22 u14:22 u07:23 u10:23 u14:23")]
    public void Weekly_cohorts_are_those_of_pandas(int periods, string rows, string pooled, string events)
    {
        RetentionResult result = Weekly(events.Split(' ').Select(text => text.Split(':')).Select(pair => (pair[0], int.Parse(pair[1], CultureInfo.InvariantCulture))), periods);
        string[] expected = rows.Split('|', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected, result.Cohorts.Take(expected.Length).Select(cohort => string.Join(' ', cohort.Returned.TakeWhile(count => count is not null))));
        string[] curve = pooled.Split(' ');
        for (int period = 0; period < curve.Length; period++)
            Assert.Equal(double.Parse(curve[period], CultureInfo.InvariantCulture), result.Pooled[period]!.Value, 1e-12);
    }

    [SharedFact("oracles", "metrics", "retention.json")]
    public void Every_cohort_matrix_of_the_shared_cases_is_reproduced()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(SharedFolder.File("oracles", "metrics", "retention.json")));
        int cases = 0;
        foreach (JsonElement item in file.RootElement.GetProperty("cases").EnumerateArray())
        {
            if (item.GetProperty("metric").GetString() != "retention.cohort_matrix") continue;
            cases++;
            JsonElement input = item.GetProperty("input"), expected = item.GetProperty("expected");
            Assert.Equal(7, input.GetProperty("periodLength").GetInt32());
            RetentionResult result = Weekly(
                input.GetProperty("events").EnumerateArray().Select(pair => (pair[0].GetString()!, pair[1].GetInt32())), input.GetProperty("completePeriods").GetInt32());
            JsonElement counts = expected.GetProperty("counts"), rates = expected.GetProperty("rates"), pooled = expected.GetProperty("weightedAverage");
            for (int row = 0; row < counts.GetArrayLength(); row++)
            {
                long[] wanted = [.. counts[row].EnumerateArray().Select(count => count.GetInt64())];
                if (row >= result.Cohorts.Count)
                {
                    // Here the last cohort is the last one in which somebody began.
                    Assert.All(wanted, count => Assert.Equal(0, count));
                    continue;
                }

                Assert.Equal(wanted, result.Cohorts[row].Returned.TakeWhile(count => count is not null).Select(count => count!.Value));
                for (int period = 0; period < wanted.Length; period++)
                {
                    double? rate = rates[row][period].ValueKind == JsonValueKind.Null ? null : rates[row][period].GetDouble();
                    Assert.Equal(rate, result.Cohorts[row].Share(period));
                }
            }

            for (int period = 0; period < pooled.GetArrayLength(); period++) Assert.Equal(pooled[period].GetDouble(), result.Pooled[period]!.Value, 1e-12);
        }

        Assert.True(cases >= 4);
    }

    // retention.cohort_matrix.cdnow#001: pandas 1.5.3 on CDNOW_master (P. Fader, B. Hardie), 69,659 transactions.
    [SharedFact("data", "cdnow", "CDNOW_master.txt")]
    public void Monthly_cohorts_of_CDNOW_are_those_of_pandas()
    {
        JourneyLog log = JourneyLog.From(File.ReadLines(SharedFolder.File("data", "cdnow", "CDNOW_master.txt"))
            .Where(line => line.Length > 0 && char.IsAsciiDigit(line.TrimStart()[0]))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(cells => new JourneyEvent
            {
                Customer = cells[0],
                Event = "purchase",
                At = DateTimeOffset.ParseExact(cells[1], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            }));
        Assert.Equal((23_570, 69_659), (log.CustomerCount, log.EventCount));
        RetentionResult result = log.Measure(new Retention(CalendarUnit.Month) { Periods = 17, ObservedUntil = new(1998, 7, 1, 0, 0, 0, TimeSpan.Zero) });
        long?[][] expected =
        [
            [7846, 1157, 964, 810, 679, 736, 720, 582, 559, 594, 673, 634, 528, 511, 664, 472, 497, 498],
            [8476, 1312, 980, 783, 847, 786, 626, 619, 666, 721, 661, 545, 568, 718, 545, 548, 551, null],
            [7248, 1032, 752, 756, 674, 564, 561, 579, 634, 569, 464, 472, 678, 420, 443, 457, null, null],
        ];
        Assert.Equal(["1997-01", "1997-02", "1997-03"], result.Cohorts.Select(cohort => cohort.Name));
        Assert.Equal(expected, result.Cohorts.Select(cohort => cohort.Returned));
    }

    [SharedFact("data", "online_retail", "online_retail.csv.gz")]
    public void Monthly_cohorts_of_the_online_retailer_are_those_of_the_facts()
    {
        JourneyLog log = JourneyLog.From(Purchases());
        Assert.Equal((4338, 397_884), (log.CustomerCount, log.EventCount));
        RetentionResult result = log.Measure(new Retention(CalendarUnit.Month));

        using JsonDocument facts = JsonDocument.Parse(File.ReadAllText(SharedFolder.File("data", "facts", "online_retail.json")));
        JsonProperty[] cohorts = [.. facts.RootElement.GetProperty("monthly_cohorts").EnumerateObject()];
        Assert.Equal(cohorts.Select(cohort => cohort.Name), result.Cohorts.Select(cohort => cohort.Name));
        for (int row = 0; row < cohorts.Length; row++)
        {
            long?[] active = [.. cohorts[row].Value.GetProperty("active_by_month_offset").EnumerateArray().Select(count => (long?)count.GetInt64())];
            Assert.Equal(cohorts[row].Value.GetProperty("size").GetInt64(), result.Cohorts[row].Size);

            // The last month ends on the 9th: what was seen of it counts only as seen so far, except in the month's own cohort.
            Assert.Equal(active, result.Cohorts[row].ReturnedSoFar.Take(active.Length));
            Assert.All(result.Cohorts[row].ReturnedSoFar.Skip(active.Length), Assert.Null);
            int closed = Math.Max(1, active.Length - 1);
            Assert.Equal(active.Take(closed), result.Cohorts[row].Returned.Take(closed));
            Assert.All(result.Cohorts[row].Returned.Skip(closed), Assert.Null);
        }

        Assert.Equal([885, 324, 286, 340], result.Cohorts[0].Returned.Take(4));
    }

    // test_retention_query_runner.py, test_first_time_retention: a customer is only in the cohort of the first start of all time. The end of the range there is 15 June.
    [Fact]
    public void First_time_retention_is_that_of_PostHog()
    {
        JourneyLog log = RandomLog.Of(
            "c0 signup 2020-06-05T05:00Z", "c0 signup 2020-06-09T05:00Z", "c1 signup 2020-06-09T05:00Z", "c1 signup 2020-06-11T05:00Z", "c1 signup 2020-06-12T05:00Z",
            "c1 signup 2020-06-13T05:00Z", "c1 signup 2020-06-14T05:00Z", "c2 signup 2020-06-09T05:00Z", "c1 page 2020-06-10T05:00Z", "c1 page 2020-06-11T05:00Z",
            "c1 page 2020-06-12T05:00Z", "c1 page 2020-06-15T05:00Z", "c1 page 2020-06-15T09:00Z", "c1 page 2020-06-16T05:00Z", "c2 page 2020-06-11T05:00Z",
            "c2 page 2020-06-12T05:00Z", "c2 page 2020-06-13T05:00Z", "c2 page 2020-06-16T05:00Z", "c3 signup 2020-06-10T05:00Z", "c3 page 2020-06-11T05:00Z",
            "c3 page 2020-06-13T05:00Z", "c3 page 2020-06-14T05:00Z", "c3 page 2020-06-15T05:00Z", "c4 signup 2020-06-12T05:00Z", "c4 page 2020-06-13T05:00Z", "c4 page 2020-06-15T05:00Z");
        RetentionResult result = log.Measure(new Retention(CalendarUnit.Day) { Start = Step.Event("signup"), Return = Step.Event("page") });
        Dictionary<string, RetentionCohort> cohorts = result.Cohorts.ToDictionary(cohort => cohort.Name);
        Assert.Equal([2, 1, 2, 2, 1, 0, 1], cohorts["2020-06-09"].Returned.Take(7));
        Assert.Equal([1, 1, 0, 1, 1, 1], cohorts["2020-06-10"].Returned.Take(6));
        Assert.Equal([0, 0, 0, 0, 0], cohorts["2020-06-11"].Returned.Take(5));
        Assert.Equal([1, 1, 0, 1], cohorts["2020-06-12"].Returned.Take(4));
    }

    // test_month_interval: PostHog counts a customer in the cohort of every period; all begin in January, so that row is ours.
    [Fact]
    public void The_first_cohort_of_recurring_retention_is_that_of_PostHog()
    {
        string[] first = ["01", "02", "03", "05", "06", "09"], second = ["01", "02", "03", "06", "07", "11"];
        JourneyLog log = RandomLog.Of([.. first.Select(month => $"c1 page 2020-{month}-10T05:00Z"), .. second.Select(month => $"c2 page 2020-{month}-10T05:00Z")]);
        RetentionCohort cohort = Assert.Single(log.Measure(new Retention(CalendarUnit.Month) { Periods = 10 }).Cohorts);
        Assert.Equal([2, 2, 2, 0, 1, 2, 1, 0, 1, 0, 1], cohort.ReturnedSoFar);
    }

    // test_retention_with_breakdown_with_person_properties, first rows; the property is a channel here.
    [Fact]
    public void A_breakdown_by_country_is_that_of_PostHog()
    {
        JourneyLog log = RandomLog.Of(
            "c1 page 2020-06-10T05:00Z US", "c1 page 2020-06-11T05:00Z US", "c1 page 2020-06-13T05:00Z US", "c3 page 2020-06-10T05:00Z US", "c3 page 2020-06-12T05:00Z US",
            "c2 page 2020-06-10T05:00Z UK", "c2 page 2020-06-11T05:00Z UK", "c2 page 2020-06-14T05:00Z UK", "c4 page 2020-06-10T05:00Z DE", "c4 page 2020-06-15T05:00Z DE");
        Breakdown<RetentionResult> answer = log.Measure(new Retention(CalendarUnit.Day) { Periods = 5 }.By(Dimension.Channel.First));
        Assert.Equal([2, 1, 1, 1, 0, 0], answer["US"].Cohorts[0].ReturnedSoFar);
        Assert.Equal([1, 1, 0, 0, 1, 0], answer["UK"].Cohorts[0].ReturnedSoFar);
        Assert.Equal([1, 0, 0, 0, 0, 1], answer["DE"].Cohorts[0].ReturnedSoFar);
    }

    private static RetentionResult Weekly(IEnumerable<(string Customer, int Day)> events, int completePeriods) =>
        JourneyLog.From(events.Where(e => e.Day < 7 * completePeriods).Select(e => new JourneyEvent { Customer = e.Customer, Event = "active", At = Monday.AddDays(e.Day) }))
            .Measure(new Retention(CalendarUnit.Week) { Periods = completePeriods, ObservedUntil = Monday.AddDays(7 * completePeriods) });

    private static IEnumerable<JourneyEvent> Purchases()
    {
        // Only the description, the third of eight fields, holds commas, so the fields that matter are counted from either end.
        using StreamReader text = new(new GZipStream(File.OpenRead(SharedFolder.File("data", "online_retail", "online_retail.csv.gz")), CompressionMode.Decompress));
        Assert.Equal("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country", text.ReadLine());
        while (text.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            string customer = cells[^2];
            if (customer.Length == 0 || line.StartsWith('C')) continue;
            if (int.Parse(cells[^5], CultureInfo.InvariantCulture) <= 0 || decimal.Parse(cells[^3], CultureInfo.InvariantCulture) <= 0) continue;
            yield return new JourneyEvent
            {
                Customer = customer,
                Event = "purchase",
                At = DateTimeOffset.ParseExact(cells[^4], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            };
        }
    }
}
