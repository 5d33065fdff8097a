using System.IO.Compression;
using System.Text;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.IO;

/// <summary>Facts of real files, counted by other software; the sources stand beside the figures.</summary>
public class CsvRealDataTests
{
    private static readonly EventMapping Teleclaims = new() { Customer = "case", Event = "activity", Time = "timestamp", EventAttributes = ["resource", "lifecycle"] };

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

    /// <summary>Figures: shared/data/process_logs/README.md. Almost half of the events share their time with the one before: only the order of the file tells which came first.</summary>
    [SharedFact("data", "process_logs", "teleclaims.csv.gz")]
    public async Task Events_of_one_instant_stay_in_the_order_of_the_file()
    {
        JourneyLog log = await JourneyLog.ReadCsvAsync(SharedFolder.File("data", "process_logs", "teleclaims.csv.gz"), Teleclaims);
        Assert.Equal((46_138L, 3_512, 11, 0L, 0L), (log.EventCount, log.CustomerCount, log.Schema.Events.Count, log.Quality.Rejected, log.Quality.Late));
        HashSet<string> variants = [];
        int ties = 0;
        for (int customer = 0; customer < log.CustomerCount; customer++)
        {
            int start = log.Columns.Offsets[customer], end = log.Columns.Offsets[customer + 1];
            variants.Add(string.Join(',', log.Columns.Events[start..end]));
            for (int position = start + 1; position < end; position++) ties += log.Columns.Ticks[position] == log.Columns.Ticks[position - 1] ? 1 : 0;
        }

        Assert.Equal((12, 19_704), (variants.Count, ties));
    }

    /// <summary>The same rows in four files, cut between any two lines and compressed in four ways.</summary>
    [SharedFact("data", "process_logs", "teleclaims.csv.gz")]
    public async Task A_file_cut_into_several_gives_the_same_log()
    {
        string path = SharedFolder.File("data", "process_logs", "teleclaims.csv.gz");
        await using GZipStream gzip = new(File.OpenRead(path), CompressionMode.Decompress);
        using StreamReader reader = new(gzip, Encoding.UTF8);
        string[] lines = (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        byte[] Part(int from, int to) => Encoding.UTF8.GetBytes(string.Join('\n', [lines[0], .. lines[from..to]]));
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cj");
        try
        {
            await File.WriteAllBytesAsync(Path.Join(folder.FullName, "1.csv"), Part(1, 10_000));
            await File.WriteAllBytesAsync(Path.Join(folder.FullName, "2.csv.br"), TextCompressor.Brotli(Part(10_000, 20_001)));
            await File.WriteAllBytesAsync(Path.Join(folder.FullName, "3.zip"), TextCompressor.Zip(("teleclaims.csv", Part(20_001, 20_002))));
            await File.WriteAllBytesAsync(Path.Join(folder.FullName, "4.csv.gz"), TextCompressor.Gzip(Part(20_002, lines.Length)));
            JourneyLog parts = await JourneyLog.ReadCsvAsync(Path.Join(folder.FullName, "*"), Teleclaims);
            LogColumnsComparer.Same(await JourneyLog.ReadCsvAsync(path, Teleclaims), parts);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
