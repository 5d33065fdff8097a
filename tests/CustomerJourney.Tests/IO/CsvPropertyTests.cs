using System.Text;
using CsvHelper;
using CustomerJourney.Events;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.IO;

public class CsvPropertyTests
{
    private static readonly EventMapping Mapping = CsvText.Plain with
    {
        StartedAt = "start",
        RecordedAt = "recorded",
        Id = "id",
        Sequence = "seq",
        Channel = "channel",
        Score = "score",
        ScoreKind = FeedbackKind.Csat,
        Question = "question",
        About = "about",
        Value = "value",
        Currency = "currency",
        EventAttributes = ["page, \"full\""],
        CustomerAttributes = ["plan\nname"],
    };

    private static readonly string[] Header =
        ["customer", "event", "time", "start", "recorded", "id", "seq", "channel", "score", "question", "about", "value", "currency", "page, \"full\"", "plan\nname"];

    private static readonly string[] Pieces = [",", "\"", "\r", "\n", "\r\n", ";", "'", " ", "\t", "a", "Ab", "é", "世界", "🎉", "=1+1", "\u0000", "long enough to leave the first eight bytes "];

    private static readonly Gen<string> Text = Gen.Choose(0, 4).SelectMany(count => Gen.Elements(Pieces).ArrayOf(count)).Select(string.Concat);

    private static readonly Gen<JourneyEvent> Events =
        from customer in Gen.Choose(0, 3)
        from names in Text.ArrayOf(8)
        from hours in Gen.Choose(0, 50).ArrayOf(2)
        from present in Gen.Choose(0, 1).ArrayOf(5)
        from number in Gen.Choose(-100_000, 100_000)
        let at = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddHours(hours[0]).AddTicks(number % 10)
        select new JourneyEvent
        {
            Customer = $"{names[0]}{customer}",
            Event = $"e{names[1]}",
            At = at,
            StartedAt = present[0] == 0 ? null : at.AddHours(-hours[1]),
            RecordedAt = present[1] == 0 ? null : at.AddHours(hours[1]),
            Id = names[2].Length == 0 ? null : names[2],
            Sequence = present[2] == 0 ? null : number,
            Channel = names[3],
            Feedback = present[3] == 0 ? null : new Feedback(FeedbackKind.Csat, number / 8.0, names[4], names[5]),
            Value = present[4] == 0 ? null : number / 10_000m,
            Currency = names[6],
            Attributes = new Dictionary<string, string> { [Header[13]] = $"{names[7]}x" },
            CustomerAttributes = new Dictionary<string, string> { [Header[14]] = $"{names[0]}y" },
        };

    private static readonly Gen<JourneyEvent[]> Tables = Gen.Choose(1, 30).SelectMany(count => Events.ArrayOf(count));

    [Fact]
    public void Any_table_is_read_back_as_it_was_written() =>
        Prop.ForAll(Tables.ToArbitrary(), events => CsvText.Content(Read(Write(events))) == CsvText.Content(JourneyLog.From(events))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_pieces_in_which_the_bytes_arrive_do_not_matter() =>
        Prop.ForAll(Tables.ToArbitrary(), Gen.Choose(1, 40).ArrayOf(5).ToArbitrary(), (events, sizes) =>
        {
            byte[] bytes = Write(events);
            JourneyLog whole = Read(bytes);
            JourneyLog pieces = Task.Run(() => JourneyLog.ReadCsvAsync(new ChunkedStream(bytes, sizes), Mapping)).GetAwaiter().GetResult();
            return CsvText.Content(whole) == CsvText.Content(pieces);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_at_all_is_accepted_or_rejected_row_by_row_as_the_tokenizer_finds_them() =>
        Prop.ForAll(Gen.Elements([.. Pieces, "\n", "\n", ",", ",", ",", "2026-03-01", "2026-03-01"]).ArrayOf(60).Select(string.Concat).ToArbitrary(), text =>
        {
            string file = $"customer,event,time\nc,e,2026-03-01\n{text}";
            JourneyLog log = Task.Run(() => CsvText.ReadAsync(file)).GetAwaiter().GetResult();
            DataQualityReport quality = log.Quality;
            using CsvReader rows = CsvReader.FromText(file, new CsvReaderOptions { Separator = ',', TrackLineNumbers = true });
            HashSet<string> customers = new(StringComparer.Ordinal);
            Dictionary<long, int> lines = [];
            int count = 0;
            while (rows.Read())
            {
                count++;
                lines.Add(rows.LineNumber, rows.FieldCount);
                customers.Add(rows.GetString(0));
            }

            return quality.RowsRead == count && quality.Accepted + quality.Rejected == count && log.EventCount == quality.Accepted
                && log.CustomerIds.All(customers.Contains)
                && quality.FirstRejected.All(row => lines.ContainsKey(row.Line))
                && quality.FirstRejected.Count(row => lines[row.Line] != 3) == lines.Values.Count(fields => fields != 3);
        }).QuickCheckThrowOnFailure();

    private static JourneyLog Read(byte[] bytes) => Task.Run(() => JourneyLog.ReadCsvAsync(new MemoryStream(bytes), Mapping)).GetAwaiter().GetResult();

    private static byte[] Write(JourneyEvent[] events)
    {
        StringBuilder text = new();
        text.Append(CsvText.Row(Header)).Append("\r\n");
        foreach (JourneyEvent e in events)
        {
            text.Append(CsvText.Row(
                e.Customer, e.Event, $"{e.At:O}", $"{e.StartedAt:O}", $"{e.RecordedAt:O}", e.Id, FormattableString.Invariant($"{e.Sequence}"), e.Channel,
                FormattableString.Invariant($"{e.Feedback?.Score:R}"), e.Feedback?.Question, e.Feedback?.About, FormattableString.Invariant($"{e.Value}"), e.Currency,
                e.Attributes[Header[13]], e.CustomerAttributes[Header[14]]));
            text.Append(e.Id?.Length % 2 == 0 ? "\n" : "\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
