using CustomerJourney.Events;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.IO;

/// <summary>Facts of real JSON files, counted by other software; the sources stand beside the figures.</summary>
public class JsonRealDataTests
{
    /// <summary>Figures: shared/data/facts/starbucks_offers.json.</summary>
    [SharedFact("data", "starbucks_offers", "transcript.json.gz")]
    public async Task The_offers_transcript_has_the_counts_of_its_fact_sheet()
    {
        EventMapping mapping = new()
        {
            Customer = "person", Event = "event", Time = "time", TimeFormat = TimeFormat.UnixSeconds, Value = "value.amount",
            EventAttributes = ["value.offer id"], Fallbacks = [ColumnFallback.For("value.offer id", "value.offer_id")],
        };
        JourneyLog log = await JourneyLog.ReadJsonLinesAsync(SharedFolder.File("data", "starbucks_offers", "transcript.json.gz"), mapping);
        Assert.Empty(log.Quality.FirstRejected);
        Assert.Empty(log.Quality.AbsentColumns);
        Assert.Equal((306_534L, 306_534L, 114L, 17_000), (log.Quality.RowsRead, log.EventCount, log.Quality.BlankLines, log.CustomerCount));
        Assert.Equal(
            new Dictionary<string, int> { ["transaction"] = 138_953, ["offer received"] = 76_277, ["offer viewed"] = 57_725, ["offer completed"] = 33_579 },
            log.Columns.Events.CountBy(code => log.Schema.Events[code]).ToDictionary());
        Assert.Equal((DateTime.UnixEpoch.Ticks, DateTime.UnixEpoch.AddSeconds(714).Ticks), (log.Columns.Ticks.Min(), log.Columns.Ticks.Max()));
        AttributeColumn offers = log.Columns.EventAttributes.Single();
        Assert.Equal(10, offers.Values.Length);
        Assert.Equal(76_277 + 57_725 + 33_579, offers.Codes.Count(code => code >= 0));
        int bogo = Array.IndexOf(offers.Values, "ae264e3637204a6fb9bb56bc8210ddfd");
        Assert.Equal(
            new Dictionary<string, int> { ["offer received"] = 7_658, ["offer viewed"] = 6_716, ["offer completed"] = 3_688 },
            log.Columns.Events.Zip(offers.Codes).Where(pair => pair.Second == bogo).CountBy(pair => log.Schema.Events[pair.First]).ToDictionary());

        // The sum of amounts in the sheet, in ten-thousandths.
        Assert.Equal(138_953, log.Columns.Money!.Units.Length);
        Assert.Equal(17_754_519_700, log.Columns.Money.Units.Sum());
    }
}
