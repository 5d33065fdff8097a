using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <content>What keeps a mapping from being laid over a source: all of it at once.</content>
internal sealed partial class ColumnPlan
{
    /// <summary>Lays a mapping over columns.</summary>
    /// <exception cref="JourneyDefinitionException">The source lacks columns, or has two of one name; all of them are listed.</exception>
    public static ColumnPlan For(EventMapping mapping, IReadOnlyList<string> header, string source)
    {
        List<string> problems = [];
        foreach (IGrouping<string, ColumnRole> uses in ColumnRole.Of(mapping).GroupBy(role => role.Column!, StringComparer.Ordinal))
        {
            string[] roles = [.. uses.Select(use => use.Role).Distinct()];
            if (ProblemOf(mapping, header, uses.Key, roles) is { } problem) problems.Add(problem);
        }

        foreach (DateColumn family in mapping.DateColumns.Where(ColumnRole.IsFamily))
        {
            string[] members = [.. header.Where(name => MemberOf(family, name) is not null)];
            if (members.Length == 0) problems.Add($"no column belongs to '{family.Column}' ({nameof(mapping.DateColumns)}); a source without a header, such as JSON, needs its columns named one by one");
            problems.AddRange(members.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => Repeated(group.Key, nameof(mapping.DateColumns), group.Count())));
        }

        if (problems.Count > 0)
        {
            const int Listed = 50;
            string more = header.Count > Listed ? $" and {header.Count - Listed} more" : "";
            problems.Add(header.Count == 0 ? "there are no columns at all" : $"the columns are {string.Join(", ", header.Take(Listed).Select(Quoted))}{more}");
            throw new JourneyDefinitionException($"The log of {source}", problems);
        }

        return new ColumnPlan(mapping, header);
    }

    private static string? ProblemOf(EventMapping mapping, IReadOnlyList<string> header, string column, string[] roles)
    {
        int found = header.Count(name => name == column);
        string listed = string.Join(", ", roles);
        if (found == 1) return null;
        if (found > 1) return Repeated(column, listed, found);

        // A column that only stands in for others may be missing, too.
        if (roles is [nameof(mapping.Fallbacks)] || mapping.OptionalColumns.Contains(column)) return null;
        IReadOnlyList<string> others = mapping.Fallbacks.FirstOrDefault(fallback => fallback.Column == column)?.Others ?? [];
        if (others.Any(other => header.Contains(other, StringComparer.Ordinal))) return null;
        return others.Count == 0
            ? $"column '{column}' ({listed}) is missing"
            : $"column '{column}' ({listed}) is missing, and so is what stands in for it: {string.Join(", ", others.Select(other => $"'{other}'"))}";
    }

    private static string Repeated(string column, string roles, int found) =>
        $"column {Quoted(column)} ({roles}) stands {found} times in the header; a column that is read needs a name of its own";

    /// <summary>A name of the source for messages: a header may be one line of megabytes, or hold control characters.</summary>
    private static string Quoted(string name) => $"'{VisibleText.Of(ReadLimits.Default.Shown(name))}'";
}
