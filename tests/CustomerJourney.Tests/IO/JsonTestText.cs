using System.Text;
using System.Text.Json;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.IO;

/// <summary>Ways to read JSON text in tests, and writers of it.</summary>
internal static class JsonTestText
{
    public static EventMapping Plain { get; } = new() { Customer = "customer", Event = "event", Time = "time" };

    public static Task<JourneyLog> ReadLinesAsync(string text, EventMapping? mapping = null, ReadOptions? options = null) =>
        JourneyLog.ReadJsonLinesAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), mapping ?? Plain, options);

    public static Task<JourneyLog> ReadAsync(string text, EventMapping? mapping = null, ReadOptions? options = null) =>
        JourneyLog.ReadJsonAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), mapping ?? Plain, options);

    /// <summary>A good line, with more fields if wanted.</summary>
    public static string Line(string customer = "c", string more = "") => $$"""{"customer":"{{customer}}","event":"e","time":"2026-03-01"{{more}}}""";

    /// <summary>The values of the only event attribute, event by event; null where there is none.</summary>
    public static IEnumerable<string?> Attribute(JourneyLog log, int attribute = 0)
    {
        AttributeColumn column = log.Columns.EventAttributes[attribute];
        return [.. column.Codes.Select(code => code < 0 ? null : column.Values[code])];
    }

    /// <summary>Writes a text as JSON in one of several spellings that mean the same.</summary>
    public static string Quoted(string text, int spelling) => spelling switch
    {
        0 => JsonSerializer.Serialize(text),
        1 => JsonSerializer.Serialize(text, Relaxed),
        _ => $"\"{string.Concat(text.Select(character => $"\\u{(int)character:x4}"))}\"",
    };

    private static JsonSerializerOptions Relaxed { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
