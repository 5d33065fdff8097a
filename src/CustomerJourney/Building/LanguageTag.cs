using System.Text.RegularExpressions;

namespace CustomerJourney.Building;

/// <summary>Tags of languages, as the format allows them: a language of two or three letters and subtags (BCP 47).</summary>
internal static partial class LanguageTag
{
    public const string Rule = "allowed is a BCP 47 tag such as en, pt-BR or zh-Hans";

    public static bool IsValid(string tag) => Pattern().IsMatch(tag);

    [GeneratedRegex(@"\A[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
