using System.Text;
using CsvHelper;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.IO;

/// <summary>The reader agrees with CsvHelper's plain API, row by row and field by field as strings, and with a parser of a few lines.</summary>
public class CsvAgreementTests
{
    private const string Time = "2026-03-01";
    private const string First = "customer,event,time,note\nfirst,first,2026-03-01,first\n";

    private static readonly EventMapping Mapping = CsvText.Plain with { EventAttributes = ["note"] };

    private static readonly Gen<string> Plain = Gen.Elements("a", "b", "é", "世界", "🎉", " ", "'", "\u0000", "\uFEFF", ";", "\t", "=1").ArrayOf(2).Select(string.Concat);

    private static readonly Gen<string> Quoted =
        Gen.Elements("a", "é", "🎉", "\"\"", ",", "\r", "\n", "\r\n", "\n\n", " ", "\"\"\"\"").ArrayOf(3).Select(pieces => $"\"{string.Concat(pieces)}\"");

    private static readonly Gen<string> Broken = Gen.Elements("\"", "a\"", "\"a\"b", "\"\"\"", "\"a\" ", " \"a\"", "a\"\"b", "\"a\"b\"c\"", "\r", "\n");

    private static readonly Gen<string> Ends = Gen.Elements("\n", "\r\n", "\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\n\r", ",\n");

    private static Gen<string> Fields(int broken) => Gen.Frequency((4, Plain), (3, Quoted), (1, Gen.Constant("")), (broken, Broken));

    private static Gen<string> Texts(int broken) =>
        (from before in Fields(broken).ArrayOf(2)
         from time in Gen.Frequency((9, Gen.Elements(Time, $"\"{Time}\"")), (1, Fields(broken)))
         from after in Gen.Choose(0, 9).SelectMany(count => Fields(broken).ArrayOf(count < 7 ? 1 : count - 7))
         from end in Ends
         select string.Join(',', [.. before, time, .. after]) + end).ArrayOf(12).Select(string.Concat);

    [Fact]
    public void Rows_of_any_text_are_those_of_the_plain_api_with_their_lines() =>
        Prop.ForAll(Texts(broken: 1).ToArbitrary(), text =>
        {
            List<Row> rows = ByPlainApi(First + text);
            JourneyLog lines = Read(First + text, Mapping with { Time = "customer" });
            Assert.Equal(rows.Count, lines.Quality.Rejected);
            Assert.Equal(rows.Select(row => row.Line), lines.Quality.FirstRejected.Select(row => row.Line));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Events_of_any_text_are_the_good_rows_of_the_plain_api() =>
        Prop.ForAll(Texts(broken: 1).ToArbitrary(), text =>
        {
            List<Row> rows = ByPlainApi(First + text);
            JourneyLog log = Read(First + text, Mapping);
            HashSet<long> rejected = [.. log.Quality.FirstRejected.Select(row => row.Line)];
            foreach (Row row in rows)
            {
                // A quote inside of a field that is not quoted stands for itself, unless a worse fault follows it in the row.
                bool good = IsGood(row.Fields) && row.Fault is null;
                bool bad = !IsGood(row.Fields) || row.Fault is CsvMalformedReason.TextAfterClosingQuote or CsvMalformedReason.UnterminatedQuote;
                Assert.False(good && rejected.Contains(row.Line), $"line {row.Line} is good but was rejected");
                Assert.False(bad && !rejected.Contains(row.Line), $"line {row.Line} is bad but was accepted");
            }

            JourneyLog expected = JourneyLog.From(rows.Where(row => !rejected.Contains(row.Line)).Select(row => EventOf(row.Fields)));
            Assert.Null(LogColumnsComparer.Difference(expected, log));
            Assert.Equal(rows.Count, log.Quality.RowsRead);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Where_quotes_are_in_place_a_parser_of_a_few_lines_agrees() =>
        Prop.ForAll(Texts(broken: 0).ToArbitrary(), text =>
        {
            string file = First + text;
            List<(long Line, string[] Fields)> records = ReferenceCsv.Parse(file)!;
            JourneyLog log = Read(file, Mapping);
            Assert.Equal(records.Skip(1).Where(record => !IsGood(record.Fields)).Select(record => record.Line), log.Quality.FirstRejected.Select(row => row.Line));
            JourneyLog expected = JourneyLog.From(records.Skip(1).Where(record => IsGood(record.Fields)).Select(record => EventOf(record.Fields)));
            Assert.Null(LogColumnsComparer.Difference(expected, log));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_byte_order_mark_changes_nothing() =>
        Prop.ForAll(Texts(broken: 1).ToArbitrary(), text => CsvText.Content(Read(First + text, Mapping)) == CsvText.Content(Read("\uFEFF" + First + text, Mapping))).QuickCheckThrowOnFailure();

    private static bool IsGood(string[] fields) => fields.Length is 4 && fields[0].Length > 0 && fields[1].Length > 0 && fields[2] == Time;

    private static JourneyEvent EventOf(string[] fields) => new()
    {
        Customer = fields[0],
        Event = fields[1],
        At = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
        Attributes = fields[3].Length == 0 ? new Dictionary<string, string>() : new Dictionary<string, string> { ["note"] = fields[3] },
    };

    private static List<Row> ByPlainApi(string text)
    {
        CsvMalformedReason? fault = null;
        CsvReaderOptions options = new() { Separator = ',', TrackLineNumbers = true, OnMalformedRecord = record => fault = record.Reason };
        using CsvReader reader = CsvReader.FromText(text, options);
        List<Row> rows = [];
        while (reader.Read())
        {
            rows.Add(new Row(reader.LineNumber, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)], fault));
            fault = null;
        }

        return rows;
    }

    private static JourneyLog Read(string text, EventMapping mapping) =>
        Task.Run(() => JourneyLog.ReadCsvAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), mapping, options: new() { MaxListedRows = int.MaxValue })).GetAwaiter().GetResult();

    private sealed record Row(long Line, string[] Fields, CsvMalformedReason? Fault);
}
