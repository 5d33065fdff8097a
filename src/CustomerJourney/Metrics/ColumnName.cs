namespace CustomerJourney.Metrics;

/// <summary>Names of columns that users choose, kept apart from the others of a table: a chart, a JSON object or a data frame finds columns by name.</summary>
internal static class ColumnName
{
    public static string Apart(string name, params IEnumerable<string> taken)
    {
        HashSet<string> others = new(taken, StringComparer.Ordinal);
        while (others.Contains(name)) name += " (figure)";
        return name;
    }
}
