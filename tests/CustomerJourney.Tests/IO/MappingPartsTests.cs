using System.Globalization;
using System.Text;
using CustomerJourney.Events;
using CustomerJourney.IO;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.IO;

/// <summary>Rules of mappings where a file is read in chunks by several threads, and where the rows come from JSON or a database.</summary>
public class MappingPartsTests
{
    private static readonly EventMapping Everything = new()
    {
        Customer = "user",
        Event = "new",
        EventPrefix = "stage:",
        Previous = "old",
        Time = "at",
        DateColumns = [DateColumn.For("in_*", "in:*")],
        Sequence = "page",
        SequenceDetails = ["place"],
        Anonymous = "device",
        Alias = "alias",
        CollapseRepeats = true,
        Filters = [RowFilter.OneOf("field", "stage", "")],
        Fallbacks = [ColumnFallback.For("user", "device")],
    };

    [Fact]
    public void A_file_cut_into_chunks_for_threads_gives_the_same_log_and_the_same_report() => Prop.ForAll(
        Arb.From(Gen.Choose(0, int.MaxValue).ArrayOf(9).ArrayOf(60)), ArbMap.Default.ArbFor<PositiveInt>(), (numbers, size) =>
        {
            StringBuilder text = new("user,device,alias,field,old,new,at,in_a,in_b,page,place\n");
            foreach (int[] row in numbers)
            {
                string user = row[0] % 3 == 0 ? "" : $"u{row[0] % 7}", device = $"d{row[1] % 5}", alias = row[2] % 9 == 0 ? $"u{row[2] % 5}" : "";
                string field = row[3] % 8 == 0 ? "owner" : "stage", at = row[4] % 11 == 0 ? "never" : Day(row[4]);
                text.Append(CultureInfo.InvariantCulture, $"{user},{device},{alias},{field},s{row[5] % 3},s{row[6] % 3},{at},{(row[7] % 2 == 0 ? Day(row[7]) : "")},,{row[8] % 3},{row[8] % 4}\n");
            }

            byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
            JourneyLog whole = Read(bytes, 1 << 20, 1), chunked = Read(bytes, 40 + (size.Get % 200), 3);
            LogColumnsComparer.Same(whole, chunked);
            Assert.Equal(whole.Quality.ToText(), chunked.Quality.ToText());
            LogLines.AddsUp(chunked);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Rules_hold_for_JSON_as_for_CSV()
    {
        EventMapping mapping = Everything with { DateColumns = [DateColumn.For("dates.a", "in:a")], OptionalColumns = ["alias"] };
        JourneyLog log = await JsonTestText.ReadLinesAsync(
            """
            {"device":"d1","field":"stage","new":"x","at":"2026-03-01","page":1,"place":2}
            {"user":"u1","device":"d1","field":"stage","old":"x","new":"y","at":"2026-03-02","dates":{"a":"2026-02-01"}}
            {"user":"u1","device":"d2","field":"owner","new":"z","at":"2026-03-03"}
            {"user":"u1","device":null,"field":null,"old":"w","new":"y","at":"2026-03-04","dates":{"a":"soon"}}
            """,
            mapping);
        Assert.Equal(["u1 2026-02-01 in:a", "u1 2026-03-01 stage:x", "u1 2026-03-02 stage:y old=x"], LogLines.Of(log, "old"));
        Assert.Equal((6, 4, 1, 1, 0, 1), Exports.Counts(log));
        Assert.Equal((1L, 1L), (log.Quality.LinkedIds, log.Quality.BrokenChanges));
        Assert.Empty(log.Quality.AbsentColumns);
        LogLines.AddsUp(log);
    }

    private static string Day(int number) => $"2026-03-{1 + (number % 20):D2}";

    private static JourneyLog Read(byte[] bytes, int chunkSize, int threads)
    {
        ReadOptions options = new() { MaxDegreeOfParallelism = threads, Duplicates = DuplicateEvents.Drop };
        CsvLogReader reader = new(Everything, CsvFormat.Default, options, "the text") { ChunkSize = chunkSize };
        return reader.ReadAsync(new MemoryStream(bytes), CancellationToken.None).GetAwaiter().GetResult();
    }
}
