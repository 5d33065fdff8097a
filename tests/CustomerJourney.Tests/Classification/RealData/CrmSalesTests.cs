using System.Text.Json;
using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Classification.RealData;

/// <summary>Deals of a CRM that keeps only the stage of today and two dates. Figures: shared/data/facts/crm_sales.json.</summary>
public sealed class CrmSalesTests
{
    private static readonly Journey Pipeline = Journey.Create("Pipeline", map => map.AddStage("Prospecting").AddStage("Engaging").AddStage("Won").AddStage("Lost"));

    /// <summary>The day of engagement states its stage; what closing means, the column of today's stage says.</summary>
    private static readonly StageClassifier Classifier = StageClassifier.Create(Pipeline, rules => rules
        .EnterFromHistory("stage:")
        .Enter("Won", closed => closed.Event("closed").With("deal_stage", "Won"))
        .Enter("Lost", closed => closed.Event("closed").With("deal_stage", "Lost")));

    private static Task<JourneyLog> ReadAsync() => JourneyLog.ReadCsvAsync(SharedFolder.File("data", "crm_sales", "sales_pipeline.csv"), new EventMapping
    {
        Customer = "opportunity_id",
        DateColumns = [DateColumn.For("engage_date", "stage:Engaging"), DateColumn.For("close_date", "closed")],
        EventAttributes = ["deal_stage"],
        CustomerAttributes = ["product"],
    });

    [SharedFact("data", "crm_sales", "sales_pipeline.csv")]
    public async Task Won_lost_and_engaging_deals_are_counted_as_in_the_sheet()
    {
        JsonElement facts = FactSheet.Of("crm_sales");
        JourneyLog log = await ReadAsync();
        StageSummaryResult summary = Classifier.Classify(log).Measure(new StageSummary());
        long won = summary.Stages.Single(row => row.Stage == "Won").Current, lost = summary.Stages.Single(row => row.Stage == "Lost").Current;

        Assert.Equal((0, 0), (log.Quality.Rejected, summary.WithoutStage));
        Assert.Equal([0L, 1_589, 4_238, 2_473], summary.Stages.Select(row => row.Current));
        Assert.Equal([0L, 8_300, 4_238, 2_473], summary.Stages.Select(row => row.Customers));
        Assert.Equal(0.6315, (double)won / (won + lost), precision: 4);
        Assert.Equal(facts.GetProperty("overall").GetProperty("win_rate_won_over_won_plus_lost").GetDouble(), (double)won / (won + lost));
        foreach (string stage in new[] { "Won", "Lost", "Engaging" })
            Assert.Equal(facts.GetProperty("by_stage").GetProperty(stage).GetInt64(), summary.Stages.Single(row => row.Stage == stage).Current);
    }

    /// <summary>A deal that is only prospected has no date, so nothing of it ever happened as far as this export tells: its row is skipped and counted, and no stage is made up for it.</summary>
    [SharedFact("data", "crm_sales", "sales_pipeline.csv")]
    public async Task Deals_without_any_date_are_skipped_and_counted()
    {
        JsonElement facts = FactSheet.Of("crm_sales");
        JourneyLog log = await ReadAsync();

        Assert.Equal(facts.GetProperty("by_stage").GetProperty("Prospecting").GetInt64(), log.Quality.Skipped);
        Assert.Equal(facts.GetProperty("opportunities").GetInt64(), log.Quality.SourceRows);
        Assert.Equal(facts.GetProperty("opportunities").GetInt64(), log.CustomerCount + log.Quality.Skipped);
        Assert.Equal((8_300, 15_011L), (log.CustomerCount, log.EventCount));
    }

    /// <summary>Known deals without events can be given as customers: they are there, and in no stage.</summary>
    [Fact]
    public void A_deal_that_is_given_as_a_customer_without_events_is_in_no_stage()
    {
        JourneyEvent engaged = new() { Customer = "D-1", Event = "stage:Engaging", At = DateTimeOffset.UnixEpoch };
        StagedLog staged = Classifier.Classify(JourneyLog.From([engaged], [new CustomerProfile { Customer = "D-2" }]));

        Assert.Equal(1, staged.Measure(new StageSummary()).WithoutStage);
        Assert.Null(staged["D-2"].Current);
    }

    [SharedFact("data", "crm_sales", "sales_pipeline.csv")]
    public async Task Days_to_close_are_those_of_the_sheet()
    {
        JsonElement facts = FactSheet.Of("crm_sales").GetProperty("days_to_close");
        CustomerStage[] deals = [.. Classifier.Classify(await ReadAsync()).Customers];

        foreach (string stage in new[] { "Won", "Lost" })
        {
            CustomerStage[] closed = [.. deals.Where(deal => deal.Current?.Name == stage)];
            FactSheet.AssertSame(facts.GetProperty(stage), closed.Select(deal => deal.Of(stage).FirstEntered!.Value - deal.Of("Engaging").FirstEntered!.Value), TimeSpan.FromDays(1));
            // The time spent in the stage before is the same: nothing lies between.
            FactSheet.AssertSame(facts.GetProperty(stage), closed.Select(deal => deal.Of("Engaging").CumulativeTime), TimeSpan.FromDays(1));
        }
    }

    [SharedFact("data", "crm_sales", "sales_pipeline.csv")]
    public async Task Won_and_lost_deals_of_each_product_are_those_of_the_sheet()
    {
        JsonElement facts = FactSheet.Of("crm_sales").GetProperty("by_product");
        Breakdown<StageSummaryResult> products = Classifier.Classify(await ReadAsync()).Measure(new StageSummary().By(Dimension.Attribute("product")));

        foreach (JsonProperty product in facts.EnumerateObject())
        {
            Dictionary<string, long> current = products[product.Name].Stages.ToDictionary(row => row.Stage, row => row.Current);
            Assert.Equal(product.Value.GetProperty("won").GetInt64(), current["Won"]);
            Assert.Equal(product.Value.GetProperty("lost").GetInt64(), current["Lost"]);
        }
    }
}
