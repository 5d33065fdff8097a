using System.Text;

namespace CustomerJourney.Tests.IO;

/// <summary>A second opinion on CSV: character by character, as RFC 4180 reads, with LF and CR as line breaks too. Refuses text whose quotes are out of place.</summary>
internal static class ReferenceCsv
{
    /// <summary>The records with the lines on which they begin, blank lines left out; null if quotes are out of place.</summary>
    public static List<(long Line, string[] Fields)>? Parse(string text)
    {
        List<(long Line, string[] Fields)> records = [];
        List<string> fields = [];
        StringBuilder field = new();
        long line = 1, begin = 1;
        bool any = false;
        int index = 0;
        while (index < text.Length)
        {
            char character = text[index++];
            if (character == '"')
            {
                if (field.Length > 0 || !ReadQuoted(text, ref index, ref line, field)) return null;
                any = true;
                if (index < text.Length && text[index] is not (',' or '\r' or '\n')) return null;
            }
            else if (character == ',')
            {
                fields.Add(field.ToString());
                field.Clear();
                any = true;
            }
            else if (character is '\r' or '\n')
            {
                if (character == '\r' && index < text.Length && text[index] == '\n') index++;
                if (any) records.Add((begin, [.. fields, field.ToString()]));
                fields.Clear();
                field.Clear();
                any = false;
                begin = ++line;
            }
            else
            {
                field.Append(character);
                any = true;
            }
        }

        if (any) records.Add((begin, [.. fields, field.ToString()]));
        return records;
    }

    /// <summary>Reads from behind an opening quote to behind the closing one; false if there is none.</summary>
    private static bool ReadQuoted(string text, ref int index, ref long line, StringBuilder field)
    {
        while (index < text.Length)
        {
            char character = text[index++];
            if (character == '"')
            {
                if (index == text.Length || text[index] != '"') return true;
                index++;
            }
            else if (character == '\n' || (character == '\r' && (index == text.Length || text[index] != '\n')))
            {
                line++;
            }

            field.Append(character);
        }

        return false;
    }
}
