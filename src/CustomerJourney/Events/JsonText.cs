using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace CustomerJourney.Events;

/// <summary>How results are written as JSON, whoever writes them.</summary>
internal static class JsonText
{
    // Letters of all languages stay readable; what means something in HTML is still escaped, so that the text may be put into a page.
    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>An object with the members that are written.</summary>
    public static string Write(Action<Utf8JsonWriter> members)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, Form))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>A text as UTF-8 can hold it: halves of surrogate pairs cannot be written.</summary>
    public static string Valid(string text)
    {
        StringBuilder valid = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes()) valid.Append(rune);
        return valid.ToString();
    }

    /// <summary>The name of an enumeration's member as JSON writes it.</summary>
    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
