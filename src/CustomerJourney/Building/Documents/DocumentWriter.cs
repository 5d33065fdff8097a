using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CustomerJourney.Building.Documents;

/// <summary>Writes values as JSON: UTF-8 without byte order mark, two spaces, line feeds, one at the end. The same value gives the same bytes.</summary>
internal static class DocumentWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(DocumentValue root)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Options)) Write(writer, root);
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, DocumentValue value)
    {
        switch (value.Kind)
        {
            case DocumentValueKind.Object:
                writer.WriteStartObject();
                foreach ((string name, DocumentValue member) in value.Members)
                {
                    writer.WritePropertyName(name);
                    Write(writer, member);
                }

                writer.WriteEndObject();
                break;
            case DocumentValueKind.List:
                writer.WriteStartArray();
                foreach (DocumentValue item in value.Items) Write(writer, item);
                writer.WriteEndArray();
                break;
            case DocumentValueKind.Text:
                writer.WriteStringValue(value.Content);
                break;
            case DocumentValueKind.Number:
                // As an element, because it keeps its digits; the writer does not indent raw values in lists.
                JsonElement.Parse(Encoding.ASCII.GetBytes(value.Content)).WriteTo(writer);
                break;
            case DocumentValueKind.Flag:
                writer.WriteBooleanValue(value.Content == "true");
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
