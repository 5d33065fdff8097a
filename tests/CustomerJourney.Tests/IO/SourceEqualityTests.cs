using System.Text;
using CustomerJourney.Events;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;

namespace CustomerJourney.Tests.IO;

/// <summary>The same events as CSV, JSON Lines, a JSON list, nested JSON, rows of SQLite and objects give one log.</summary>
public class SourceEqualityTests
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
        EventAttributes = ["page"],
        CustomerAttributes = ["plan"],
    };

    private static readonly string[] Header = ["customer", "event", "time", "start", "recorded", "id", "seq", "channel", "score", "question", "about", "value", "currency", "page", "plan"];

    private static readonly string[] Pieces = [",", "\"", "\r", "\n", "\\", "/", "{", "[", "]", "}", ":", " ", "\t", "\u0001", "\u007f", "a", "Ab", "é", "世界", "🎉", "\\u0041", "null", "long enough to leave the first eight bytes "];

    private static readonly Gen<string> Text = Gen.Choose(0, 4).SelectMany(count => Gen.Elements(Pieces).ArrayOf(count)).Select(string.Concat);

    private static readonly Gen<JourneyEvent> Event =
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
            Attributes = new Dictionary<string, string> { ["page"] = $"{names[7]}x" },
            CustomerAttributes = new Dictionary<string, string> { ["plan"] = $"{names[0]}y" },
        };

    private static readonly Gen<JourneyEvent[]> Tables = Gen.Choose(1, 25).SelectMany(count => Event.ArrayOf(count));

    [Fact]
    public void All_sources_of_the_same_events_give_one_log() =>
        Prop.ForAll(Tables.ToArbitrary(), Gen.Choose(0, 1_000_000).ToArbitrary(), (events, seed) => Task.Run(async () =>
        {
            string expected = Content(JourneyLog.From(events));
            string[] objects = [.. events.Select((e, row) => Object(e, new Random(seed + row)))];
            JourneyLog csv = await CsvText.ReadAsync(CsvText.Row(Header) + "\n" + string.Concat(events.Select(e => CsvText.Row(Cells(e)) + "\n")), Mapping);
            JourneyLog lines = await JsonTestText.ReadLinesAsync(string.Join('\n', objects), Mapping);
            JourneyLog list = await JsonTestText.ReadAsync($"[{string.Join(" , ", objects)}]", Mapping);
            JourneyLog nested = await JsonTestText.ReadAsync($$"""{"x":[],"pages":[{"rows":[{{string.Join(',', objects)}}]},{"rows":null}]}""", Mapping with { Rows = "pages[].rows[]" });
            JourneyLog database = await ReadSqliteAsync(events);
            return new[] { csv, lines, list, nested, database }.All(log => Content(log) == expected);
        }).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();

    [Fact]
    public void The_pieces_in_which_the_bytes_of_JSON_arrive_do_not_matter() =>
        Prop.ForAll(Tables.ToArbitrary(), Gen.Choose(1, 40).ArrayOf(5).ToArbitrary(), (events, sizes) => Task.Run(async () =>
        {
            string[] objects = [.. events.Select((e, row) => Object(e, new Random(row)))];
            string expected = Content(JourneyLog.From(events));
            byte[] lines = Encoding.UTF8.GetBytes(string.Join("\r\n", objects)), nested = Encoding.UTF8.GetBytes($$"""{"skip":[{{string.Join(',', objects)}}],"rows":[{{string.Join(',', objects)}}],"after":{"rows":[1] } }""");
            return Content(await JourneyLog.ReadJsonLinesAsync(new ChunkedStream(lines, sizes), Mapping)) == expected
                && Content(await JourneyLog.ReadJsonAsync(new ChunkedStream(nested, sizes), Mapping with { Rows = "rows[]" })) == expected;
        }).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();

    /// <summary>All that a log holds but for the columns that no row has: a JSON object may leave them out, a table cannot.</summary>
    private static string Content(JourneyLog log) => CsvText.Content(new JourneyLog(log.Schema, log.Columns, log.CustomerArray, log.Quality with { AbsentColumns = [] }));

    private static string?[] Cells(JourneyEvent e) =>
    [
        e.Customer, e.Event, $"{e.At:O}", $"{e.StartedAt:O}", $"{e.RecordedAt:O}", e.Id, FormattableString.Invariant($"{e.Sequence}"), e.Channel,
        FormattableString.Invariant($"{e.Feedback?.Score:R}"), e.Feedback?.Question, e.Feedback?.About, FormattableString.Invariant($"{e.Value}"), e.Currency, e.Attributes["page"], e.CustomerAttributes["plan"],
    ];

    /// <summary>An event as a JSON object: members in any order, texts in any spelling, numbers as numbers or texts, nothing as null, the empty text or no member, foreign members in between.</summary>
    private static string Object(JourneyEvent e, Random random)
    {
        string?[] cells = Cells(e);
        List<string> members = [];
        for (int place = 0; place < cells.Length; place++)
        {
            string? cell = cells[place];
            bool isNumber = Header[place] is "seq" or "score" or "value";
            string value = string.IsNullOrEmpty(cell) ? random.Next(2) == 0 ? "null" : "\"\"" : isNumber && random.Next(2) == 0 ? cell : JsonTestText.Quoted(cell, random.Next(3));
            if (string.IsNullOrEmpty(cell) && random.Next(3) == 0) continue;
            members.Add($"{JsonTestText.Quoted(Header[place], random.Next(3))} : {value}");
        }

        members.Add("""  "other":{"customer":["deep",{"time":null}]}""");
        members.Add("\"other\":1");
        string[] shuffled = [.. members];
        random.Shuffle(shuffled);
        return $"{{{string.Join(random.Next(2) == 0 ? "," : " ,\t", shuffled)}}}";
    }

    private static async Task<JourneyLog> ReadSqliteAsync(JourneyEvent[] events)
    {
        await using SqliteConnection connection = new("Data Source=:memory:");
        await connection.OpenAsync();
        await using SqliteCommand create = connection.CreateCommand();
        create.CommandText = "CREATE TABLE t (customer TEXT, event TEXT, time TEXT, start TEXT, recorded TEXT, id TEXT, seq INTEGER, channel TEXT, score REAL, question TEXT, about TEXT, value TEXT, currency TEXT, page TEXT, plan TEXT)";
        await create.ExecuteNonQueryAsync();
        foreach (JourneyEvent e in events)
        {
            await using SqliteCommand insert = connection.CreateCommand();
            insert.CommandText = $"INSERT INTO t VALUES ({string.Join(',', Header.Select(name => $"@{name}"))})";
            string?[] cells = Cells(e);
            for (int place = 0; place < cells.Length; place++)
            {
                object? value = Header[place] switch { "seq" => e.Sequence, "score" => e.Feedback?.Score, _ => string.IsNullOrEmpty(cells[place]) ? null : cells[place] };
                insert.Parameters.AddWithValue($"@{Header[place]}", value ?? DBNull.Value);
            }

            await insert.ExecuteNonQueryAsync();
        }

        await using SqliteCommand query = connection.CreateCommand();
        query.CommandText = "SELECT * FROM t ORDER BY rowid";
        await using SqliteDataReader reader = await query.ExecuteReaderAsync();
        return await JourneyLog.ReadDatabaseAsync(reader, Mapping);
    }
}
