namespace CustomerJourney.Conformance;

/// <summary>The cases that the library does not meet on purpose, with the reason for each: the lines of <c>refused.txt</c>.</summary>
internal static class RefusedCases
{
    /// <summary>The list that is checked in beside this program.</summary>
    public static IReadOnlyDictionary<string, string> Read() => Parse(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "refused.txt")));

    /// <summary>Reasons by id. Lines that are empty or begin with # are left out; any other line must have an id, a tab and a reason.</summary>
    public static IReadOnlyDictionary<string, string> Parse(IEnumerable<string> lines)
    {
        SortedDictionary<string, string> reasons = new(StringComparer.Ordinal);
        foreach (string line in lines)
        {
            if (line.Length == 0 || line.StartsWith('#')) continue;
            string[] parts = line.Split('\t', 2);
            if (parts.Length < 2 || parts[0].Length == 0 || string.IsNullOrWhiteSpace(parts[1]))
                throw new FormatException($"The line '{line}' of refused.txt needs an id, a tab and a reason.");
            if (!reasons.TryAdd(parts[0], parts[1])) throw new FormatException($"The case {parts[0]} stands twice in refused.txt.");
        }

        return reasons;
    }
}
