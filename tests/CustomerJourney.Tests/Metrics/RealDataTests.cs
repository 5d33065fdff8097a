using System.Globalization;
using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Metrics;

public class RealDataTests
{
    [SharedFact("data", "nps_bank", "NPStimeseries.csv")]
    public void The_bank_has_an_NPS_of_11_point_8_and_its_markets_and_months_agree()
    {
        JourneyLog log = JourneyLog.From(SharedTable.Rows("nps_bank", "NPStimeseries.csv").Select(row => new JourneyEvent
        {
            Customer = row["ID"],
            Event = "survey",
            At = new DateTimeOffset(DateTime.ParseExact(row["Survey date"], "dd/MM/yy", CultureInfo.InvariantCulture), TimeSpan.Zero),
            Feedback = new(FeedbackKind.Nps, double.Parse(row["NPS"], CultureInfo.InvariantCulture)),
            CustomerAttributes = new Dictionary<string, string> { ["market"] = row["Market"] },
        }));
        NpsResult overall = log.Measure(new Nps());
        Assert.Equal(5000, overall.Customers);
        Assert.Equal(11.8, overall.Score!.Value, 1e-12);
        // The facts give the plain standard error; the adjusted interval is within a thousandth of it at 5,000 answers.
        Assert.Equal(1.2583131565711294 * 1.959964 * 2, overall.Estimate!.Upper - overall.Estimate.Lower, 0.005);

        JsonElement facts = SharedTable.Facts("nps_bank.json");
        Same(facts.GetProperty("by_market"), log.Measure(new Nps().By(Dimension.Attribute("market"))));
        Same(facts.GetProperty("by_month"), log.Measure(new Nps().By(Dimension.Calendar(CalendarUnit.Month))));
        Breakdown<NpsResult> crossed = log.Measure(new Nps().By(Dimension.Attribute("market"), Dimension.Calendar(CalendarUnit.Quarter)));
        foreach (JsonProperty fact in facts.GetProperty("by_market_and_quarter_from_date").EnumerateObject())
        {
            string[] names = fact.Name.Split(' ');
            SameCounts(fact.Value, crossed[names[0], $"2021-{names[1]}"]);
        }

        static void Same(JsonElement facts, Breakdown<NpsResult> rows)
        {
            Assert.Equal(facts.EnumerateObject().Select(fact => fact.Name), rows.Where(row => !row.IsNone).Select(row => row.Group));
            foreach (JsonProperty fact in facts.EnumerateObject()) Assert.Equal(fact.Value.GetProperty("nps").GetDouble(), rows[fact.Name].Score!.Value, 1e-9);
            foreach (JsonProperty fact in facts.EnumerateObject()) Assert.Equal(fact.Value.GetProperty("n").GetInt64(), rows[fact.Name].Responses);
            Assert.Equal(0, rows[^1].Result.Responses);
        }
    }

    [SharedFact("data", "nps_bank", "NPStimeseries.csv")]
    public void Markets_of_the_bank_that_weigh_alike_give_the_mean_of_their_scores()
    {
        JsonElement markets = SharedTable.Facts("nps_bank.json").GetProperty("by_market");
        JourneyLog log = JourneyLog.From(SharedTable.Rows("nps_bank", "NPStimeseries.csv").Select(row => new JourneyEvent
        {
            Customer = row["ID"],
            Event = "survey",
            At = Answers.Noon,
            Feedback = new(FeedbackKind.Nps, double.Parse(row["NPS"], CultureInfo.InvariantCulture)),
            CustomerAttributes = new Dictionary<string, string> { ["weight"] = (1.0 / markets.GetProperty(row["Market"]).GetProperty("n").GetInt64()).ToString("R", CultureInfo.InvariantCulture) },
        }));
        NpsResult result = log.Measure(new Nps { Weight = "weight" });
        Assert.Equal(markets.EnumerateObject().Average(market => market.Value.GetProperty("nps").GetDouble()), result.Score!.Value, 1e-9);
        // Kish: the square of the summed weights over the sum of their squares, three markets of weight 1 each.
        Assert.Equal(9 / markets.EnumerateObject().Sum(market => 1.0 / market.Value.GetProperty("n").GetInt64()), result.Weighting!.EffectiveN!.Value, 1e-6);
        Assert.InRange(result.Weighting.DesignEffect!.Value, 1.0001, 1.002);
    }

    private static void SameCounts(JsonElement fact, NpsResult result) => Assert.Equal(
        (fact.GetProperty("promoters").GetInt64(), fact.GetProperty("passives").GetInt64(), fact.GetProperty("detractors").GetInt64()),
        (result.Promoters, result.Passives, result.Detractors));

    [SharedFact("data", "olist_sample", "olist_order_reviews_dataset.csv")]
    public void Orders_that_came_late_satisfy_a_third_of_their_customers_and_others_four_in_five()
    {
        Dictionary<string, string> customers = SharedTable.Rows("olist_sample", "olist_customers_dataset.csv").ToDictionary(row => row["customer_id"], row => row["customer_unique_id"]);
        Dictionary<string, Dictionary<string, string>> orders = SharedTable.Rows("olist_sample", "olist_orders_dataset.csv").ToDictionary(row => row["order_id"]);
        JourneyLog log = JourneyLog.From(SharedTable.Rows("olist_sample", "olist_order_reviews_dataset.csv").Select((row, index) => new JourneyEvent
        {
            Customer = customers[orders[row["order_id"]]["customer_id"]],
            Event = "review",
            At = Time(row["review_answer_timestamp"])!.Value,
            Sequence = index,
            Feedback = new(FeedbackKind.Csat, double.Parse(row["review_score"], CultureInfo.InvariantCulture)),
            Attributes = new Dictionary<string, string> { ["delivery"] = DeliveryOf(orders[row["order_id"]]), ["status"] = orders[row["order_id"]]["order_status"] },
        }));
        Csat csat = new() { Counting = AnswerCounting.All };
        (CsatResult overall, Breakdown<CsatResult> byDelivery, Breakdown<CsatResult> byStatus) = log.Measure(csat, csat.By(Dimension.EventAttribute("delivery")), csat.By(Dimension.EventAttribute("status")));
        JsonElement facts = SharedTable.Facts("olist_sample.json");
        Assert.Equal((8225L, 4538L), (overall.Responses, overall.Satisfied));
        Assert.Equal((4814L, 3960L), (byDelivery["on time"].Responses, byDelivery["on time"].Satisfied));
        Assert.Equal((418L, 141L), (byDelivery["late"].Responses, byDelivery["late"].Satisfied));
        Assert.Equal(0.8226007478, byDelivery["on time"].Share!.Value, 1e-9);
        Assert.Equal(0.3373205742, byDelivery["late"].Share!.Value, 1e-9);
        Assert.True(byDelivery["late"].Estimate!.Upper < byDelivery["on time"].Estimate!.Lower);
        foreach (JsonProperty fact in facts.GetProperty("csat_by_status").EnumerateObject())
            Assert.Equal((fact.Value.GetProperty("n").GetInt64(), fact.Value.GetProperty("satisfied").GetInt64()), (byStatus[fact.Name].Responses, byStatus[fact.Name].Satisfied));
        Assert.True(overall.Customers < overall.Responses);

        // The interval over customers, from the files: the variance of a ratio by customer, and Wilson's interval at the answers that have the same variance.
        double share = overall.Share!.Value, answers = overall.Responses;
        (double Sum, double Count)[] own =
        [
            .. SharedTable.Rows("olist_sample", "olist_order_reviews_dataset.csv")
                .GroupBy(row => customers[orders[row["order_id"]]["customer_id"]])
                .Select(rows => ((double)rows.Count(row => row["review_score"] is "4" or "5"), (double)rows.Count())),
        ];
        double variance = own.Sum(one => Math.Pow(one.Sum - (share * one.Count), 2)) / (answers * answers) * own.Length / (own.Length - 1.0);
        double effective = Math.Min(answers, answers * (share * (1 - share) / (answers - 1)) / variance), z = 1.959963984540054;
        double center = (share * effective + (z * z / 2)) / (effective + (z * z)), half = z * Math.Sqrt((effective * share * (1 - share)) + (z * z / 4)) / (effective + (z * z));
        Assert.Equal(center - half, overall.Estimate!.Lower, 1e-9);
        Assert.Equal(center + half, overall.Estimate.Upper, 1e-9);
    }

    private static string DeliveryOf(Dictionary<string, string> order)
    {
        if (order["order_status"] != "delivered" || Time(order["order_delivered_customer_date"]) is not { } delivered) return "unknown";
        return delivered > Time(order["order_estimated_delivery_date"]) ? "late" : "on time";
    }

    private static DateTimeOffset? Time(string text) =>
        text.Length == 0 ? null : DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
