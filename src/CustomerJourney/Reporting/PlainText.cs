using System.Globalization;
using System.Text;

namespace CustomerJourney.Reporting;

/// <summary>Text from outside, before any format escapes it.</summary>
internal static class PlainText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text with line breaks as \n, and with characters that no document may hold (controls, non-characters, halves of pairs) replaced by U+FFFD.</summary>
    public static string WithoutControls(string text)
    {
        if (IsClean(text)) return text;
        StringBuilder clean = new(text.Length);
        foreach (Rune rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (IsAllowed(rune)) clean.Append(rune);
            else clean.Append(Replacement);
        }

        return clean.ToString();
    }

    /// <summary>The text on one line: every run of line breaks and other white space is one space, without any at the ends.</summary>
    public static string OnOneLine(string text) =>
        string.Join(' ', WithoutControls(text).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    /// <summary>How much room the text takes in letters; a wide (Chinese, Japanese, Korean, emoji) character takes that of two.</summary>
    public static int Width(string text) => Elements(text).Sum(element => element.Width);

    /// <summary>The text cut to a width in letters; an ellipsis stands for what is cut.</summary>
    public static string Shorten(string text, int width)
    {
        if (Width(text) <= width) return text;
        StringBuilder kept = new();
        int left = width - 1;
        foreach ((string element, int elementWidth) in Elements(text))
        {
            left -= elementWidth;
            if (left < 0) break;
            kept.Append(element);
        }

        return kept.Append('…').ToString();
    }

    /// <summary>What a reader takes for one character (a letter with its marks), and its width.</summary>
    private static IEnumerable<(string Element, int Width)> Elements(string text)
    {
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            string element = elements.GetTextElement();
            yield return (element, element[0] >= '\u1100' ? 2 : 1);
        }
    }

    private static bool IsClean(string text)
    {
        foreach (char character in text)
            if (character is < ' ' or '\u007F' or (>= '\u0080' and <= '\u009F') or '\u2028' or '\u2029' or (>= '\uD800' and <= '\uDFFF') or >= '\uFFFE') return false;
        return true;
    }

    private static bool IsAllowed(Rune rune) =>
        rune.Value is '\t' or '\n' || (!Rune.IsControl(rune) && (rune.Value & 0xFFFE) != 0xFFFE);
}
