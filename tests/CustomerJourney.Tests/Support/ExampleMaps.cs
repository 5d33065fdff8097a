using System.Text.Encodings.Web;
using System.Text.Json;

namespace CustomerJourney.Tests.Support;

/// <summary>The example maps of the specification: copies, so that a fresh clone can check itself.</summary>
internal static class ExampleMaps
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllBytes(Repository.File("docs", "journey.schema.json"))).RootElement.Clone();

    public static TheoryData<string> Names => ["car-purchase", "online-shop", "saas-trial"];

    public static string Path(string name) => Repository.File("tests", "CustomerJourney.Tests", "Data", "Maps", $"{name}.journey.json");

    /// <summary>
    /// A map document as the library has to write it, made without the library: properties in the order of the schema, extensions after them as they came, two spaces, line feeds.
    /// Numbers of the format have the fewest digits (2 for 2.0), those of extensions the digits that they had. Nothing else is spelled otherwise, nothing added or left out.
    /// </summary>
    public static byte[] Normalized(byte[] utf8)
    {
        using JsonDocument document = JsonDocument.Parse(utf8);
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(writer, document.RootElement, Schema);
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, JsonElement? schema)
    {
        JsonElement? rules = Resolve(schema);
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                JsonElement? known = rules?.TryGetProperty("properties", out JsonElement properties) == true ? properties : null;
                List<string> order = known is { } all ? [.. all.EnumerateObject().Select(property => property.Name)] : [];
                writer.WriteStartObject();
                foreach (JsonProperty property in value.EnumerateObject().OrderBy(property => order.IndexOf(property.Name) is >= 0 and int place ? place : order.Count))
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value, known?.TryGetProperty(property.Name, out JsonElement rule) == true ? rule : null);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                JsonElement? items = rules?.TryGetProperty("items", out JsonElement each) == true ? each : null;
                writer.WriteStartArray();
                foreach (JsonElement item in value.EnumerateArray()) Write(writer, item, items);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number when rules is not null:
                writer.WriteNumberValue(value.GetDouble());
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static JsonElement? Resolve(JsonElement? schema) =>
        schema?.ValueKind == JsonValueKind.Object && schema.Value.TryGetProperty("$ref", out JsonElement reference)
            ? Schema.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..])
            : schema;
}
