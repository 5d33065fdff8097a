using System.Text;
using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.IO;

namespace CustomerJourney.Tests.IO;

/// <summary>Ways to read CSV text in tests, and a correct writer of RFC 4180.</summary>
internal static class CsvText
{
    public static EventMapping Plain { get; } = new() { Customer = "customer", Event = "event", Time = "time" };

    public static Task<JourneyLog> ReadAsync(string text, EventMapping? mapping = null, CsvFormat? format = null, ReadOptions? options = null) =>
        ReadAsync(Encoding.UTF8.GetBytes(text), mapping, format, options);

    public static async Task<JourneyLog> ReadAsync(byte[] bytes, EventMapping? mapping = null, CsvFormat? format = null, ReadOptions? options = null) =>
        await JourneyLog.ReadCsvAsync(new MemoryStream(bytes), mapping ?? Plain, format, options);

    /// <summary>The only rejected row of a text with one bad row.</summary>
    public static async Task<RejectedRow> RejectedAsync(string text, EventMapping? mapping = null, CsvFormat? format = null)
    {
        JourneyLog log = await ReadAsync(text, mapping, format);
        Assert.Equal(log.Quality.RowsRead, log.Quality.Accepted + log.Quality.Rejected);
        return Assert.Single(log.Quality.FirstRejected);
    }

    /// <summary>A field as RFC 4180 wants it written; an event that needs no quotes gets some now and then.</summary>
    public static string Field(string? value, char separator = ',', char quote = '"')
    {
        value ??= "";
        bool needsQuotes = value.AsSpan().IndexOfAny([separator, quote, '\r', '\n']) >= 0 || value.Length % 3 == 1;
        return needsQuotes ? $"{quote}{value.Replace($"{quote}", $"{quote}{quote}", StringComparison.Ordinal)}{quote}" : value;
    }

    public static string Row(params IEnumerable<string?> cells) => string.Join(',', cells.Select(cell => Field(cell)));

    /// <summary>Everything that a log holds, as text that two equal logs share.</summary>
    public static string Content(JourneyLog log) =>
        JsonSerializer.Serialize(new { log.CustomerIds, log.Schema.Events, log.Schema.Channels, log.Columns, log.Quality }, IndentedJson);

    private static JsonSerializerOptions IndentedJson { get; } = new() { WriteIndented = true };
}
