using System.Globalization;
using System.Text;

namespace CustomerJourney.Building;

/// <summary>Text from outside on one line of a report.</summary>
internal static class VisibleText
{
    /// <summary>The text with line breaks, control characters, characters that turn the direction of writing and halves of surrogate pairs shown as escapes.</summary>
    public static string Of(string text)
    {
        StringBuilder visible = new(text.Length);
        for (int index = 0; index < text.Length; index++)
        {
            char character = text[index];
            if (index + 1 < text.Length && char.IsSurrogatePair(character, text[index + 1])) visible.Append(character).Append(text[++index]);
            else if (character == '\n') visible.Append("\\n");
            else if (character == '\r') visible.Append("\\r");
            else if (character == '\t') visible.Append("\\t");
            else if (IsHidden(character)) visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            else visible.Append(character);
        }

        return visible.ToString();
    }

    /// <summary>The text as a code span of Markdown, in which nothing is markup: fenced by more backticks than it holds in a row.</summary>
    /// <remarks>CommonMark 0.31, section 6.1. Not for cells of tables, where a bar would end the cell even in a code span.</remarks>
    public static string AsCode(string text)
    {
        string line = Of(text);
        if (line.Length == 0) return "(empty)";
        int longest = 0, run = 0;
        foreach (char character in line)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        string fence = new('`', longest + 1);
        // One space at both ends is taken away again, unless there is nothing else.
        string pad = line[0] is '`' or ' ' || line[^1] is '`' or ' ' ? " " : "";
        return line.AsSpan().IndexOfAnyExcept(' ') < 0 ? $"{fence}{line}{fence}" : $"{fence}{pad}{line}{pad}{fence}";
    }

    private static bool IsHidden(char character) =>
        char.IsControl(character) || char.IsSurrogate(character)
        || character is '\u2028' or '\u2029' or '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or >= '\uFFFE';
}
