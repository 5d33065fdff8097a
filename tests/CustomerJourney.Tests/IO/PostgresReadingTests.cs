using CustomerJourney.Events;
using Npgsql;

namespace CustomerJourney.Tests.IO;

public class PostgresReadingTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    [PostgresFact]
    public async Task Columns_of_every_common_type_are_read()
    {
        JourneyLog log = await ReadAsync(
            """
            CREATE TYPE pg_temp.mood AS ENUM ('glad', 'sad');
            CREATE TEMP TABLE t (id bigint, who uuid, what varchar(20), at timestamptz, began timestamp, learned date, rating smallint, price numeric(12,4), currency char(3), plan text, mood pg_temp.mood, ok boolean, size real, detail jsonb);
            INSERT INTO t VALUES
              (9007199254740993, '0f8fad5b-d9cb-469f-a165-70867728950e', 'buy', '2026-03-02 12:00:00.123456+02', '2026-03-02 09:00', '2026-03-04', 9, 12.3400, 'EUR', 'pro', 'glad', true, 0.1, '{"a": 1}'),
              (2, '0f8fad5b-d9cb-469f-a165-70867728950e', 'visit', '2026-03-01 12:00:00', NULL, NULL, NULL, NULL, NULL, '', NULL, NULL, NULL, NULL);
            """,
            "SELECT * FROM t",
            new EventMapping
            {
                Customer = "who", Event = "what", Time = "at", StartedAt = "began", RecordedAt = "learned", Id = "id", Score = "rating", ScoreKind = FeedbackKind.Nps, Value = "price", Currency = "currency",
                EventAttributes = ["mood", "ok", "size", "detail"], CustomerAttributes = ["plan"],
            });
        Assert.Empty(log.Quality.FirstRejected);
        JourneyLog expected = JourneyLog.From(
        [
            new JourneyEvent
            {
                Customer = "0f8fad5b-d9cb-469f-a165-70867728950e", Event = "buy", At = new DateTimeOffset(2026, 3, 2, 10, 0, 0, 123, 456, TimeSpan.Zero), StartedAt = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
                RecordedAt = new(2026, 3, 4, 0, 0, 0, TimeSpan.Zero), Id = "9007199254740993", Feedback = new(FeedbackKind.Nps, 9), Value = 12.34m, Currency = "EUR",
                Attributes = new Dictionary<string, string> { ["mood"] = "glad", ["ok"] = "true", ["size"] = "0.1", ["detail"] = "{\"a\": 1}" },
                CustomerAttributes = new Dictionary<string, string> { ["plan"] = "pro" },
            },
            // The server's zone is Asia/Kuala_Lumpur, so its noon is 04:00 UTC.
            new JourneyEvent { Customer = "0f8fad5b-d9cb-469f-a165-70867728950e", Event = "visit", At = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero), Id = "2" },
        ]);
        Assert.Equal(CsvText.Content(expected), CsvText.Content(log));
    }

    [PostgresFact]
    public async Task Values_that_dotnet_cannot_hold_are_rejected_and_the_rows_after_them_are_read()
    {
        JourneyLog log = await ReadAsync(
            """
            CREATE TEMP TABLE t (who text, at timestamp, a numeric, b text[], c bytea, d inet);
            INSERT INTO t VALUES
              ('1', '2026-03-01', 1e200, NULL, NULL, NULL), ('2', '2026-03-01', NULL, '{a,b}', NULL, NULL), ('3', '2026-03-01', NULL, NULL, 'x', NULL),
              ('4', '4000-01-01 BC', NULL, NULL, NULL, NULL), ('5', '2026-03-01', 1.5, NULL, NULL, '10.0.0.1'), (NULL, '2026-03-01', 1, NULL, NULL, NULL), ('7', '2026-03-01', 1, NULL, NULL, NULL);
            """,
            "SELECT who, 'e' AS what, at, a, b, c, d FROM t ORDER BY who NULLS LAST",
            new EventMapping { Customer = "who", Event = "what", Time = "at", EventAttributes = ["a", "b", "c", "d"] });
        Assert.Equal(["5", "7"], log.CustomerIds);
        Assert.Equal([(1L, "a"), (2L, "b"), (3L, "c"), (4L, "at"), (7L, "who")], log.Quality.FirstRejected.Select(row => (row.Line, row.Column)));
    }

    [PostgresFact]
    public async Task A_long_result_is_read_and_a_canceled_token_ends_it()
    {
        const string Query = "SELECT (i * 7919) % 1000 AS who, 'e' || i % 13 AS what, 1767225600 + i AS at FROM generate_series(1, 50000) AS i";
        EventMapping mapping = new() { Customer = "who", Event = "what", Time = "at", TimeFormat = TimeFormat.UnixSeconds };
        JourneyLog log = await ReadAsync("SELECT 1", Query, mapping);
        JourneyLog expected = JourneyLog.From(Enumerable.Range(1, 50_000).Select(i => new JourneyEvent
        {
            Customer = $"{i * 7919L % 1000}", Event = $"e{i % 13}", At = DateTimeOffset.FromUnixTimeSeconds(1767225600 + i),
        }));
        Assert.Equal(CsvText.Content(expected), CsvText.Content(log));

        using CancellationTokenSource stop = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAsync("SELECT 1", "SELECT i AS who, 'e' AS what, i AS at FROM generate_series(1, 1000000) AS i", mapping, new() { Progress = new Stopper(stop) }, stop.Token));
    }

    [PostgresFact]
    public async Task A_query_that_fails_on_the_way_gives_no_smaller_log() =>
        await Assert.ThrowsAsync<PostgresException>(() => ReadAsync("SELECT 1", "SELECT 10 / (20000 - i) AS who, 'e' AS what, i AS at FROM generate_series(1, 50000) AS i", new EventMapping { Customer = "who", Event = "what", Time = "at", TimeFormat = TimeFormat.UnixSeconds }));

    private async Task<JourneyLog> ReadAsync(string script, string query, EventMapping mapping, ReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        await using NpgsqlConnection connection = await server.ConnectAsync();
        await using (NpgsqlCommand prepare = new(script, connection)) await prepare.ExecuteNonQueryAsync(CancellationToken.None);
        await connection.ReloadTypesAsync(CancellationToken.None);
        await using NpgsqlCommand command = new(query, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(CancellationToken.None);
        return await JourneyLog.ReadDatabaseAsync(reader, mapping, options, cancellationToken);
    }

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<long>
    {
        public void Report(long value) => stop.Cancel();
    }
}
