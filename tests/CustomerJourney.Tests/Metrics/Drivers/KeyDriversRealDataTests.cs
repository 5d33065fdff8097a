using System.Globalization;
using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Drivers;
using CustomerJourney.Metrics.Surveys;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Metrics.Drivers;

public class KeyDriversRealDataTests
{
    [SharedFact("data", "nps_bank", "NPStimeseries.csv")]
    public void The_markets_of_the_bank_have_their_scores_and_explain_little()
    {
        JourneyLog log = JourneyLog.From(SharedTable.Rows("nps_bank", "NPStimeseries.csv").Select(row => One(
            row["ID"], DateTimeOffset.ParseExact(row["Survey date"], "dd/MM/yy", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), FeedbackKind.Nps, row["NPS"], ("market", row["Market"]))));
        KeyDriversResult drivers = log.Measure(new KeyDrivers(new Nps()) { Of = [Driver.Attribute("market", reference: "US")] });
        Assert.Equal((5000L, 11.8), (drivers.Customers, Math.Round(drivers.Outcome!.Value, 9)));
        JsonElement facts = SharedTable.Facts("nps_bank.json").GetProperty("by_market");
        foreach (JsonProperty market in facts.EnumerateObject())
        {
            KeyDriver driver = drivers["market", market.Name];
            Assert.Equal(market.Value.GetProperty("n").GetInt64(), driver.With);
            Assert.Equal(market.Value.GetProperty("nps").GetDouble(), driver.OutcomeWith!.Value, 1e-9);
        }

        // With levels alone the model is the means: a coefficient is the distance from the reference.
        Assert.Equal(drivers["market", "UK"].OutcomeWith!.Value - drivers["market", "US"].OutcomeWith!.Value, drivers["market", "UK"].Coefficient!.Value, 1e-8);
        Assert.InRange(drivers.RSquared!.Value, 0, 0.1);
        PoststratifiedSurveyResult weighted = log.Measure(new PoststratifiedSurvey(new Nps(), "market"));
        Assert.Equal(11.8, weighted.Value!.Value, 1e-9);
        Assert.Equal(1, weighted.DesignEffect!.Value, 1e-9);
    }

    [SharedFact("data", "olist_sample", "olist_order_reviews_dataset.csv")]
    public void Late_delivery_is_the_main_driver_of_satisfaction_with_orders()
    {
        Dictionary<string, Dictionary<string, string>> orders = SharedTable.Rows("olist_sample", "olist_orders_dataset.csv").ToDictionary(row => row["order_id"]);
        Dictionary<string, string> states = SharedTable.Rows("olist_sample", "olist_customers_dataset.csv").ToDictionary(row => row["customer_id"], row => row["customer_state"]);
        ILookup<string, string> payments = SharedTable.Rows("olist_sample", "olist_order_payments_dataset.csv").ToLookup(row => row["order_id"], row => row["payment_type"]);
        JourneyLog log = JourneyLog.From(SharedTable.Rows("olist_sample", "olist_order_reviews_dataset.csv").Where(row => Delivery(orders[row["order_id"]]) is not null).Select((row, index) => One(
            $"review {index:D5}", Time(row["review_answer_timestamp"])!.Value, FeedbackKind.Csat, row["review_score"],
            ("delivery", Delivery(orders[row["order_id"]])!), ("payment", payments[row["order_id"]].FirstOrDefault() ?? "unknown"), ("state", states[orders[row["order_id"]]["customer_id"]]))));
        KeyDriversResult drivers = log.Measure(new KeyDrivers(new Csat()) { Of = [Driver.Attribute("delivery", reference: "on time"), Driver.Attribute("payment"), Driver.Attribute("state")], MinimumCustomers = 30 });
        KeyDriver late = drivers["delivery", "late"];
        Assert.Equal((418L, 4814L), (late.With, late.Without));
        Assert.Equal(141 / 418.0, late.OutcomeWith!.Value, 1e-12);
        Assert.Equal(3960 / 4814.0, late.OutcomeWithout!.Value, 1e-12);
        Assert.Equal("late", drivers.Drivers[0].Name);
        Assert.True(late.Share > 0.8, late.ToString());
        Assert.True(late.Coefficient!.Upper < -0.4);
        Assert.Equal(DriverPriority.Improve, drivers.ImportancePerformance.Rows[0].Priority);
        Assert.True(drivers.ImportancePerformance.Rows[0].IsMomentOfTruthCandidate);
    }

    [SharedFact("data", "support_tickets", "customer_support_tickets.csv")]
    public void Made_up_ratings_of_tickets_have_no_drivers()
    {
        JourneyLog log = JourneyLog.From(SharedTable.Rows("support_tickets", "customer_support_tickets.csv").Where(row => row["Customer Satisfaction Rating"].Length > 0).Select(row => One(
            row["Ticket ID"], PlantedLog.Start, FeedbackKind.Csat, row["Customer Satisfaction Rating"],
            ("channel", row["Ticket Channel"]), ("type", row["Ticket Type"]), ("priority", row["Ticket Priority"]), ("gender", row["Customer Gender"]))));
        KeyDriversResult drivers = log.Measure(new KeyDrivers(CustomerOutcome.ScoreOf(new Csat()))
        {
            Of = [Driver.Attribute("channel"), Driver.Attribute("type"), Driver.Attribute("priority"), Driver.Attribute("gender")],
        });
        Assert.Equal(2769, drivers.Customers);
        Assert.Equal(12, drivers.Tests);
        Assert.InRange(drivers.RSquared!.Value, 0, 0.02);
        Assert.All(drivers.Drivers.Where(driver => driver.Test is not null), driver => Assert.True(driver.Test!.AdjustedPValue > 0.05, driver.ToString()));
        Assert.DoesNotContain(drivers.ImportancePerformance.Rows, row => row.IsMomentOfTruthCandidate);
    }

    private static JourneyEvent One(string customer, DateTimeOffset at, FeedbackKind kind, string score, params (string Name, string Value)[] attributes) => new()
    {
        Customer = customer,
        Event = "survey",
        At = at,
        Feedback = new(kind, double.Parse(score, CultureInfo.InvariantCulture)),
        CustomerAttributes = attributes.ToDictionary(pair => pair.Name, pair => pair.Value),
    };

    private static string? Delivery(Dictionary<string, string> order) =>
        order["order_status"] != "delivered" || Time(order["order_delivered_customer_date"]) is not { } delivered ? null : delivered > Time(order["order_estimated_delivery_date"]) ? "late" : "on time";

    private static DateTimeOffset? Time(string text) =>
        text.Length == 0 ? null : DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

}
