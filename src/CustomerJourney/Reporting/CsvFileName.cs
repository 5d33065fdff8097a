using System.Globalization;
using System.Text;

namespace CustomerJourney.Reporting;

/// <summary>A file name from a title of any origin: letters and digits only, so that it can be no path, no device and no hidden file.</summary>
internal static class CsvFileName
{
    private const int LongestTitle = 60;

    public static string Of(int position, string title)
    {
        StringBuilder name = new();
        foreach (Rune rune in title.EnumerateRunes())
        {
            if (name.Length >= LongestTitle) break;
            if (IsKept(rune)) name.Append(Rune.ToLowerInvariant(rune));
            else if (name.Length > 0 && name[^1] != '-') name.Append('-');
        }

        string words = name.ToString().Trim('-');
        return string.Create(CultureInfo.InvariantCulture, $"{position:00}-{(words.Length == 0 ? "table" : words)}.csv");
    }

    // Marks belong to the letters of many scripts (Devanagari, Thai).
    private static bool IsKept(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
