using System.Globalization;
using System.Text;

namespace CustomerJourney.Building;

/// <summary>Ids: lower-case ASCII letters and digits in groups joined by single hyphens, at most 64 characters.</summary>
internal static class Slug
{
    public const int LongestId = 64;

    public const string Rule = "allowed are lower-case letters a-z, digits and single hyphens between them, at most 64 characters";

    public static bool IsValid(string id)
    {
        if (id.Length is 0 or > LongestId || id[0] == '-' || id[^1] == '-') return false;
        for (int i = 0; i < id.Length; i++)
        {
            char c = id[i];
            if (c == '-' ? id[i - 1] == '-' : !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c)) return false;
        }

        return true;
    }

    /// <summary>
    /// An id for a name, not yet told apart from others: from the name where that is written in ASCII letters and digits, else from its kind and a hash of the name,
    /// because an id that keeps only some letters of a name reads like a different name, and one that counts places would change with the order.
    /// </summary>
    public static string Of(string? name, string kind) => FromName(name) ?? $"{kind.Replace(' ', '-')}-{Hash(name ?? ""):x8}";

    private static string? FromName(string? name)
    {
        if (name is null) return null;
        StringBuilder slug = new();
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (rune.IsAscii && Rune.IsLetterOrDigit(rune)) slug.Append(char.ToLowerInvariant((char)rune.Value));
            else if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) return null;
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length > LongestId) break;
        }

        string id = slug.ToString(0, Math.Min(slug.Length, LongestId)).TrimEnd('-');
        return id.Length == 0 ? null : id;
    }

    /// <summary>FNV-1a, 32 bit, over the UTF-16 code units, low byte first (Fowler, Noll, Vo: http://www.isthe.com/chongo/tech/comp/fnv/).</summary>
    private static uint Hash(string text)
    {
        uint hash = 2_166_136_261;
        foreach (char unit in text)
        {
            hash = unchecked((hash ^ (byte)(unit & 0xFF)) * 16_777_619);
            hash = unchecked((hash ^ (byte)(unit >> 8)) * 16_777_619);
        }

        return hash;
    }
}
