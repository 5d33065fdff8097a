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

    /// <summary>The text cut to a width, where a wide (Chinese, Japanese, Korean, emoji) character counts two; what is cut is replaced by an ellipsis.</summary>
    public static string Shorten(string text, int width)
    {
        StringBuilder kept = new();
        int used = 0;
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            string element = elements.GetTextElement();
            used += IsWide(element) ? 2 : 1;
            if (used > width)
            {
                // The ellipsis needs room, too.
                while (kept.Length > 0 && used > width)
                {
                    int last = StringInfo.ParseCombiningCharacters(kept.ToString())[^1];
                    used -= IsWide(kept.ToString(last, kept.Length - last)) ? 2 : 1;
                    kept.Length = last;
                }

                return kept.Append('…').ToString();
            }

            kept.Append(element);
        }

        return text;
    }

    private static bool IsWide(string element) => Rune.GetRuneAt(element, 0).Value >= 0x1100;

    private static bool IsClean(string text)
    {
        foreach (char character in text)
            if (character is < ' ' or '\u007F' or (>= '\u0080' and <= '\u009F') or '\u2028' or '\u2029' or (>= '\uD800' and <= '\uDFFF') or >= '\uFFFE') return false;
        return true;
    }

    private static bool IsAllowed(Rune rune) =>
        rune.Value is '\t' or '\n' || (!Rune.IsControl(rune) && (rune.Value & 0xFFFE) != 0xFFFE);
}
