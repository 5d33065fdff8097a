using System.Globalization;

namespace CustomerJourney.Building;

/// <summary>The words of problems: quoted values, lists of what is known, numbers.</summary>
internal static class Phrase
{
    private const int LongestQuote = 80;
    private const int LongestList = 12;

    /// <summary>A part and its name: <c>stage "Purchase"</c>.</summary>
    public static string Of(string kind, string? name) => name is null ? $"{kind} without a name" : $"{kind} {Quote(name)}";

    /// <summary>A value from outside in quotes, cut when it is very long.</summary>
    public static string Quote(string? value) => value switch
    {
        null => "null",
        { Length: > LongestQuote } => $"\"{value.AsSpan(0, char.IsHighSurrogate(value[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)}…\"",
        _ => $"\"{value}\"",
    };

    /// <summary>That a name does not say which of several parts is meant.</summary>
    public static string Several(string kinds, string? name, IEnumerable<string?> ids)
    {
        string?[] all = [.. ids];
        if (all.Contains(null)) return $"several {kinds} are called {Quote(name)}; give them ids, and name the id of the one that is meant";
        string more = all.Length > LongestList ? $" and {Number(all.Length - LongestList)} more" : "";
        return $"several {kinds} are called {Quote(name)}; name the id of the one that is meant: {string.Join(", ", all.Take(LongestList).Select(Quote))}{more}";
    }

    /// <summary>What could have been meant.</summary>
    public static string Known(string kinds, IEnumerable<string?> names)
    {
        int count = names.TryGetNonEnumeratedCount(out int known) ? known : names.Count();
        if (count == 0) return $"the map has no {kinds}";
        string listed = string.Join(", ", names.Take(LongestList).Select(Quote));
        return count > LongestList ? $"known {kinds}: {listed} and {Number(count - LongestList)} more" : $"known {kinds}: {listed}";
    }

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Date(DateOnly? date) => date?.ToString("O", CultureInfo.InvariantCulture) ?? "no day";

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
