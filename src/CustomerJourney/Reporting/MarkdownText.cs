using System.Text;

namespace CustomerJourney.Reporting;

/// <summary>Plain text as Markdown that shows it and does nothing else.</summary>
/// <remarks>GitHub makes links of bare e-mail addresses after it has resolved all escapes: such an address stays a link to itself. Bare web addresses are broken up.</remarks>
internal static class MarkdownText
{
    private const string Special = "\\`*_[]|~!$";

    /// <summary>The text on one line, for headings and cells, where no block can begin.</summary>
    public static string OnOneLine(string text) => Escape(PlainText.OnOneLine(text));

    /// <summary>The text with its line breaks as hard breaks and its empty lines as paragraphs.</summary>
    public static string Paragraphs(string text)
    {
        StringBuilder markdown = new();
        bool afterText = false;
        foreach (string line in PlainText.WithoutControls(text).Split('\n').Select(PlainText.OnOneLine))
        {
            if (line.Length > 0)
            {
                int start = BlockStart(line);
                markdown.Append(markdown.Length == 0 ? "" : afterText ? "\\\n" : "\n\n");
                if (start < 0) markdown.Append(Escape(line));
                else markdown.Append(line.AsSpan(0, start)).Append('\\').Append(line[start]).Append(Escape(line[(start + 1)..]));
            }

            afterText = line.Length > 0;
        }

        return markdown.ToString();
    }

    private static string Escape(string line)
    {
        StringBuilder escaped = new(line.Length + 8);
        for (int i = 0; i < line.Length; i++)
        {
            char character = line[i];
            switch (character)
            {
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '&': escaped.Append("&amp;"); break;
                case var _ when Special.Contains(character) || EndsHeading(line, i) || BeginsWebAddress(line, i):
                    escaped.Append('\\').Append(character);
                    break;
                default: escaped.Append(character); break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>Where a line would begin a heading, list, rule or underline: at its first character, or behind the number of a list. -1 elsewhere.</summary>
    private static int BlockStart(string line)
    {
        if (line[0] is '#' or '+' or '-' or '=') return 0;
        int digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && line[digits] is ('.' or ')') ? digits : -1;
    }

    /// <summary>A heading drops the # at its end.</summary>
    private static bool EndsHeading(string line, int index) => line[index] == '#' && line.AsSpan(index).IndexOfAnyExcept('#') < 0;

    private static bool BeginsWebAddress(string line, int index) => line[index] switch
    {
        ':' => line.AsSpan(index).StartsWith("://", StringComparison.Ordinal),
        '.' => index >= 3 && line.AsSpan(index - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
