using CustomerJourney.Events;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.IO;

/// <summary>Facts of real files, counted by other software; the sources stand beside the figures.</summary>
public class CsvRealDataTests
{
    /// <summary>Figures: shared/data/facts/trivago_clickstream.json.</summary>
    [SharedFact("data", "trivago_clickstream", "trivago_events.csv.gz")]
    public async Task The_trivago_clickstream_has_the_counts_of_its_fact_sheet()
    {
        EventMapping mapping = new() { Customer = "user_id", Event = "action_type", Time = "timestamp", TimeFormat = TimeFormat.UnixSeconds, Channel = "device", EventAttributes = ["city"] };
        JourneyLog log = await JourneyLog.ReadCsvAsync(SharedFolder.File("data", "trivago_clickstream", "trivago_events.csv.gz"), mapping);
        Assert.Equal((100_003L, 6_593, 0L), (log.EventCount, log.CustomerCount, log.Quality.Rejected));
        Assert.Equal(new DateTimeOffset(2018, 11, 7, 0, 2, 19, TimeSpan.Zero), log.Range!.Value.Start);
        Assert.Equal(new DateTimeOffset(2018, 11, 8, 23, 59, 42, TimeSpan.Zero).AddTicks(1), log.Range.Value.End);
        Assert.Equal(3_178, log.Columns.EventAttributes.Single().Values.Length);
        Assert.Equal(
            new Dictionary<string, int>
            {
                ["interaction item image"] = 68_538,
                ["clickout item"] = 13_597,
                ["filter selection"] = 5_303,
                ["search for destination"] = 3_060,
                ["change of sort order"] = 2_948,
                ["interaction item info"] = 1_829,
                ["interaction item rating"] = 1_445,
                ["interaction item deals"] = 1_159,
                ["search for poi"] = 1_080,
                ["search for item"] = 1_044,
            },
            log.Columns.Events.CountBy(code => log.Schema.Events[code]).ToDictionary());
        Assert.Equal(
            new Dictionary<string, int> { ["desktop"] = 48_514, ["mobile"] = 42_931, ["tablet"] = 8_558 },
            log.Columns.Channels!.CountBy(code => log.Schema.Channels[code]).ToDictionary());
    }

    /// <summary>Figures: shared/data/facts/olist_sample.json (reviews); comments hold quoted line breaks.</summary>
    [SharedFact("data", "olist_sample", "olist_order_reviews_dataset.csv")]
    public async Task Reviews_with_line_breaks_in_their_comments_are_read_row_by_row()
    {
        EventMapping mapping = new()
        {
            Customer = "order_id",
            Event = "review_score",
            Time = "review_answer_timestamp",
            StartedAt = "review_creation_date",
            Score = "review_score",
            ScoreKind = FeedbackKind.Csat,
            EventAttributes = ["review_comment_message"],
        };
        JourneyLog log = await JourneyLog.ReadCsvAsync(SharedFolder.File("data", "olist_sample", "olist_order_reviews_dataset.csv"), mapping);
        Assert.Equal((8_225L, 8_225L), (log.Quality.RowsRead, log.EventCount));
        Assert.Equal(
            new Dictionary<double, int> { [1] = 2_638, [2] = 382, [3] = 667, [4] = 1_184, [5] = 3_354 },
            log.Columns.Feedback!.Scores.CountBy(score => score).ToDictionary());
        Assert.Equal(4_113, log.Columns.EventAttributes.Single().Codes.Count(code => code >= 0));
        Assert.Contains(log.Columns.EventAttributes.Single().Values, comment => comment.Contains('\n', StringComparison.Ordinal));
    }

    /// <summary>Figures: shared/data/facts/online_retail.json (rows, missing_customer, customers_all, date_min, date_max).</summary>
    [SharedFact("data", "online_retail", "online_retail.csv.gz")]
    public async Task Rows_without_a_customer_are_rejected_and_counted()
    {
        EventMapping mapping = new() { Customer = "CustomerID", Event = "StockCode", Time = "InvoiceDate", Value = "UnitPrice", EventAttributes = ["Country"] };
        JourneyLog log = await JourneyLog.ReadCsvAsync(SharedFolder.File("data", "online_retail", "online_retail.csv.gz"), mapping);
        Assert.Equal((541_909L, 135_080L, 406_829L, 4_372), (log.Quality.RowsRead, log.Quality.Rejected, log.EventCount, log.CustomerCount));
        RejectionCount reason = Assert.Single(log.Quality.RejectedByReason);
        Assert.Equal(("CustomerID", "is empty", 135_080L), (reason.Column, reason.Reason, reason.Rows));
        Assert.Equal(new DateTimeOffset(2010, 12, 1, 8, 26, 0, TimeSpan.Zero), log.Range!.Value.Start);
        Assert.Equal(new DateTimeOffset(2011, 12, 9, 12, 50, 0, TimeSpan.Zero).AddTicks(1), log.Range.Value.End);
    }
}
