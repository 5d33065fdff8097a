using System.Globalization;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>The names of the columns of a CSV file as a mapping may call them.</summary>
internal static class CsvHeader
{
    /// <summary>The names of columns without a header: their places, from 1.</summary>
    public static IReadOnlyList<string> Numbers(int count)
    {
        string[] names = new string[count];
        for (int place = 0; place < count; place++) names[place] = (place + 1).ToString(CultureInfo.InvariantCulture);
        return names;
    }

    /// <summary>
    /// The header, with the columns that the mapping calls by their place (<c>#3</c>) named so. A column whose own name is <c>#3</c> goes before that,
    /// so a header never means something else than it says.
    /// </summary>
    /// <exception cref="JourneyDefinitionException">A column is called by its name and by its place.</exception>
    public static IReadOnlyList<string> For(EventMapping mapping, IReadOnlyList<string> header, string source)
    {
        List<string> problems = [];
        HashSet<string> called = [.. ColumnRole.Of(mapping).Select(role => role.Column).OfType<string>()];
        string[] names = [.. header];
        foreach (string name in called.Where(name => !header.Contains(name, StringComparer.Ordinal)).Order(StringComparer.Ordinal))
        {
            if (PlaceOf(name) is not int place || place >= names.Length) continue;
            if (called.Contains(header[place]) && header.Count(other => other == header[place]) == 1) problems.Add($"the mapping calls column {place + 1} both '{header[place]}' and '{name}'; call it by one of them");
            names[place] = name;
        }

        return problems.Count == 0 ? names : throw new JourneyDefinitionException($"The log of {source}", problems);
    }

    /// <summary>The place, from 0, that a name such as <c>#3</c> means; null for other names.</summary>
    private static int? PlaceOf(string name) =>
        name is ['#', >= '1' and <= '9', ..] && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number - 1 : null;
}
