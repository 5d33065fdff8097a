using System.Globalization;
using System.Text;
using CustomerJourney.Building;

namespace CustomerJourney.Checks;

/// <summary>How findings write texts of the map: on one line, in quotes, and so that nothing in them does anything.</summary>
internal static class Wording
{
    private const int LongestQuote = 80;

    /// <summary>A letter may carry any number of marks, so letters alone do not bound a text.</summary>
    private const int MostCharacters = 1_000;

    /// <summary>A text of the map in quotes; a long one is cut.</summary>
    public static string Quote(string text)
    {
        StringInfo elements = new(text.Length <= MostCharacters ? text : text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)]);
        bool isShort = elements.LengthInTextElements <= LongestQuote;
        return $"“{VisibleText.Of(isShort ? elements.String : elements.SubstringByTextElements(0, LongestQuote - 1))}{(isShort && text.Length <= MostCharacters ? "" : "…")}”";
    }

    /// <summary>A number of things: 1 stage, 2 stages.</summary>
    public static string Count(int count, string thing) => $"{Phrase.Number(count)} {thing}{(count == 1 ? "" : "s")}";

    /// <summary>The words as a list: a, b and c.</summary>
    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}",
    };

    /// <summary>The room that a text takes in a cell, in letters: a Chinese, Japanese or Korean letter and an emoji count double.</summary>
    /// <remarks>Double are the wide and full-width ranges of Unicode Standard Annex #11, East Asian Width, joined where only unassigned or rare characters lie between.</remarks>
    public static int Width(string text)
    {
        int width = 0;
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            Rune.DecodeFromUtf16(elements.GetTextElement(), out Rune first, out _);
            width += IsWide(first.Value) ? 2 : 1;
        }

        return width;
    }

    public static bool IsWide(int character) => character
        is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x1F300 and <= 0x1F64F) or (>= 0x1F680 and <= 0x1F6FF) or (>= 0x1F900 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
