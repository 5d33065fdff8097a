using System.Globalization;
using System.Text;

namespace CustomerJourney.Building.Matching;

/// <summary>What stays of a name when spelling does not matter: letters and digits of any script, in compatible form and lower case, words apart by one space.</summary>
internal static class NormalizedName
{
    public static string Of(string name)
    {
        StringBuilder words = new(name.Length);
        foreach (Rune rune in name.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (IsKept(rune)) words.Append(Rune.ToLowerInvariant(rune));
            else if (words.Length > 0 && words[^1] != ' ') words.Append(' ');
        }

        // A name of signs alone is nothing but its spelling.
        return words.ToString().Trim() is { Length: > 0 } kept ? kept : name;
    }

    // Marks belong to the letters of many scripts (Devanagari, Thai).
    private static bool IsKept(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
