using System.Buffers;

namespace CustomerJourney.IO;

/// <summary>Writes the elements of an XES document, each on a line of its own.</summary>
internal sealed class XesOutput(TextOutput output)
{
    // Tabs and line breaks would be read as spaces in an attribute of XML.
    private static readonly SearchValues<char> Escaped = SearchValues.Create("&<>\"\t\r\n");

    public TextOutput Output => output;

    public void Line(ReadOnlySpan<byte> text)
    {
        output.Add(text);
        output.Add((byte)'\n');
    }

    public void Open(string element, int depth)
    {
        Indent(depth);
        output.Add((byte)'<');
        output.Add(element.AsSpan());
        Line(">"u8);
    }

    public void Close(string element, int depth)
    {
        Indent(depth);
        output.Add("</"u8);
        output.Add(element.AsSpan());
        Line(">"u8);
    }

    public void Extension(string name, string prefix, string address)
    {
        Indent(1);
        output.Add($"<extension name=\"{name}\" prefix=\"{prefix}\" uri=\"{address}\"/>".AsSpan());
        output.Add((byte)'\n');
    }

    public void Attribute(string type, string key, string value, int depth)
    {
        Begin(type, key, depth);
        Escape(value);
        Line("\"/>"u8);
    }

    public void Instant(string key, long ticks, int depth)
    {
        Begin("date", key, depth);
        output.AddInstant(ticks);
        Line("\"/>"u8);
    }

    private void Begin(string type, string key, int depth)
    {
        Indent(depth);
        output.Add((byte)'<');
        output.Add(type.AsSpan());
        output.Add(" key=\""u8);
        Escape(key);
        output.Add("\" value=\""u8);
    }

    private void Escape(string text)
    {
        ReadOnlySpan<char> rest = text;
        for (int place = rest.IndexOfAny(Escaped); place >= 0; place = rest.IndexOfAny(Escaped))
        {
            output.Add(rest[..place]);
            output.Add(rest[place] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '"' => "&quot;"u8,
                '\t' => "&#x9;"u8,
                '\r' => "&#xD;"u8,
                _ => "&#xA;"u8,
            });
            rest = rest[(place + 1)..];
        }

        output.Add(rest);
    }

    private void Indent(int depth) => output.Add("\t\t\t\t"u8[..depth]);
}
