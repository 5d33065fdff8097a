using CustomerJourney.Events;
using Microsoft.Data.Sqlite;

namespace CustomerJourney.Tests.IO;

/// <summary>Reading from a real SQLite database, whose values have a type in each row and whose columns have none.</summary>
public class SqliteReadingTests
{
    [Fact]
    public async Task Rows_of_a_query_become_events()
    {
        JourneyLog log = await ReadAsync(
            """
            CREATE TABLE t (id INTEGER, who TEXT, what TEXT, at TEXT, rating REAL, price NUMERIC, plan TEXT);
            INSERT INTO t VALUES
              (1, 'ann', 'visit', '2026-03-01T12:00:00Z', NULL, NULL, 'free'),
              (2, 'ann', 'buy', '2026-03-02 08:00:00', NULL, 12.5, 'pro'),
              (3, 'bob', 'survey', '2026-03-03', 9, NULL, NULL);
            """,
            "SELECT id AS nr, who, what, at, rating, price, plan FROM t ORDER BY at DESC",
            new EventMapping { Customer = "who", Event = "what", Time = "at", Id = "nr", Score = "rating", ScoreKind = FeedbackKind.Nps, Value = "price", CustomerAttributes = ["plan"] });
        Assert.Empty(log.Quality.FirstRejected);
        Assert.Equal(["ann", "bob"], log.CustomerIds);
        Assert.Equal(["1", "2", "3"], log.Columns.Ids!.AsEnumerable());
        Assert.Equal([9.0], log.Columns.Feedback!.Scores);
        Assert.Equal([125_000], log.Columns.Money!.Units);
        Assert.Equal(new DateTime(2026, 3, 2, 8, 0, 0).Ticks, log.Columns.Ticks[1]);
    }

    [Fact]
    public async Task Values_of_another_type_than_the_row_before_are_read_as_what_they_are()
    {
        JourneyLog log = await ReadAsync(
            "CREATE TABLE t (who, at, score); INSERT INTO t VALUES (1, 1767225600, 5), ('one', '1767225601', '6'), (2.5, 1767225602.5, 7.5), (x'01', 1767225603, 1), (3, 'never', 1), (3, 1767225604, 'much');",
            "SELECT who, 'e' AS what, at, score FROM t",
            new EventMapping { Customer = "who", Event = "what", Time = "at", TimeFormat = TimeFormat.UnixSeconds, Score = "score", ScoreKind = FeedbackKind.Csat });
        Assert.Equal(["1", "2.5", "one"], log.CustomerIds);
        Assert.Equal([5, 7.5, 6], log.Columns.Feedback!.Scores);
        Assert.Equal([(4L, "who", "Byte[]"), (5L, "at", "never"), (6L, "score", "much")], log.Quality.FirstRejected.Select(row => (row.Line, row.Column, row.Value)));
    }

    private static async Task<JourneyLog> ReadAsync(string script, string query, EventMapping mapping)
    {
        await using SqliteConnection connection = new("Data Source=:memory:");
        await connection.OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = script;
        await command.ExecuteNonQueryAsync();
        command.CommandText = query;
        await using SqliteDataReader reader = await command.ExecuteReaderAsync();
        return await JourneyLog.ReadDatabaseAsync(reader, mapping);
    }
}
