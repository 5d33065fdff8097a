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
    /// Makes an id that is not yet taken and takes it: from the name where that is written in ASCII letters and digits,
    /// else <c>kind-number</c>, because an id that keeps only some letters of a name reads like a different name.
    /// A taken id gets <c>-2</c>, <c>-3</c> … The same names in the same order give the same ids.
    /// </summary>
    public static string Make(string? name, string kind, int number, HashSet<string> taken)
    {
        string first = FromName(name) ?? $"{kind.Replace(' ', '-')}-{number.ToString(CultureInfo.InvariantCulture)}";
        string id = first;
        for (int copy = 2; !taken.Add(id); copy++)
        {
            string suffix = $"-{copy.ToString(CultureInfo.InvariantCulture)}";
            id = string.Concat(first.AsSpan(0, Math.Min(first.Length, LongestId - suffix.Length)).TrimEnd('-'), suffix);
        }

        return id;
    }

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
}
