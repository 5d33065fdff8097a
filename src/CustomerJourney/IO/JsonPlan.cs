using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>A mapping laid over JSON: its columns as ways through objects, level by level. A level is a record (0) or the items of a list of <see cref="EventMapping.Rows"/> (1, 2 …).</summary>
internal sealed class JsonPlan
{
    private int _nodes;

    private JsonPlan(string[] columns, IReadOnlyList<JsonStep> rows)
    {
        Columns = columns;
        RowLevel = rows.Count(step => step.Kind == JsonStepKind.Each);
        Roots = new JsonNode[RowLevel + 1];
        for (int level = 0; level <= RowLevel; level++) Roots[level] = new JsonNode(_nodes++, level, []);
        JsonNode node = Roots[0];
        int reached = 0;
        foreach (JsonStep step in rows)
        {
            if (step.Kind == JsonStepKind.Each)
            {
                node.HoldsRows = true;
                node = Roots[++reached];
            }
            else
            {
                node = node.After(step, ref _nodes);
            }
        }
    }

    /// <summary>The names of the columns, each once, as the mapping writes them. Their places are those of <see cref="ColumnPlan"/>.</summary>
    public string[] Columns { get; }

    /// <summary>For each level, what is read of its objects.</summary>
    public JsonNode[] Roots { get; }

    /// <summary>The level of the objects that are rows.</summary>
    public int RowLevel { get; }

    /// <summary>The number of nodes.</summary>
    public int NodeCount => _nodes;

    /// <summary>The level of each column.</summary>
    public required int[] LevelOf { get; init; }

    /// <summary>The level whose objects are held in memory as a whole, one at a time: the outermost one that a row needs. What lies around it may be of any length.</summary>
    public required int UnitLevel { get; init; }

    /// <summary>The way from a record to the objects of <see cref="UnitLevel"/>: keys and lists.</summary>
    public required IReadOnlyList<JsonStep> Descent { get; init; }

    /// <summary>Lays a mapping over JSON.</summary>
    /// <exception cref="JourneyDefinitionException">The mapping contradicts itself, or has columns that are no paths; all problems are listed.</exception>
    public static JsonPlan For(EventMapping mapping)
    {
        List<string> problems = MappingProblems.Of(mapping);
        JsonPath? rows = mapping.Rows is null ? null : Parse(nameof(mapping.Rows), mapping.Rows, problems);
        if (rows is { Parents: > 0 }) problems.Add($"Rows '{mapping.Rows}' begins with '^'; it is the way from a record down to the list of rows");
        if (rows is not null && rows.Steps[^1].Kind != JsonStepKind.Each) problems.Add($"Rows '{mapping.Rows}' does not end with []; it names the list whose items are rows, such as results[]");
        int levels = rows?.Steps.Count(step => step.Kind == JsonStepKind.Each) ?? 0;

        List<string> columns = [];
        List<JsonPath> paths = [];
        foreach (IGrouping<string, ColumnRole> uses in ColumnRole.Of(mapping).Where(role => !string.IsNullOrEmpty(role.Column)).GroupBy(role => role.Column!, StringComparer.Ordinal))
        {
            string role = string.Join(", ", uses.Select(use => use.Role).Distinct());
            if (Parse(role, uses.Key, problems) is not { } path) continue;
            if (path.Steps.Any(step => step.Kind == JsonStepKind.Each)) problems.Add($"{role} '{uses.Key}' has [], which means all items; name one, such as [0] or [key=page], or read the items as rows with {nameof(mapping.Rows)}");
            else if (path.Parents > 0 && mapping.Rows is null) problems.Add($"{role} '{uses.Key}' begins with '^', but {nameof(mapping.Rows)} names no list whose items are rows");
            else if (path.Parents > levels) problems.Add($"{role} '{uses.Key}' goes up {path.Parents} lists, but the rows lie in {levels}");
            columns.Add(uses.Key);
            paths.Add(path);
        }

        if (problems.Count > 0) throw new JourneyDefinitionException("The event mapping", problems);
        return Lay([.. columns], paths, rows?.Steps ?? []);
    }

    private static JsonPlan Lay(string[] columns, List<JsonPath> paths, IReadOnlyList<JsonStep> rows)
    {
        int rowLevel = rows.Count(step => step.Kind == JsonStepKind.Each);
        int[] levelOf = [.. paths.Select(path => rowLevel - path.Parents)];
        IReadOnlyList<JsonStep> descent = DescentTo(levelOf.Min(), rows);
        JsonPlan plan = new(columns, rows)
        {
            LevelOf = levelOf,
            Descent = descent,
            UnitLevel = descent.Count(step => step.Kind == JsonStepKind.Each),
        };
        for (int place = 0; place < columns.Length; place++)
        {
            JsonNode node = plan.Roots[levelOf[place]];
            foreach (JsonStep step in paths[place].Steps)
            {
                node = node.After(step, ref plan._nodes);
                node.Passed(place);
            }

            node.AddPlace(place);
        }

        return plan;
    }

    /// <summary>The beginning of the way to the rows that can be gone without looking ahead: up to the level that the columns need, and no further than the first chosen item.</summary>
    private static IReadOnlyList<JsonStep> DescentTo(int level, IReadOnlyList<JsonStep> rows)
    {
        int length = 0, lists = 0;
        for (int step = 0; step < rows.Count && lists < level; step++)
        {
            if (rows[step].Kind is JsonStepKind.Index or JsonStepKind.Choice) break;
            if (rows[step].Kind != JsonStepKind.Each) continue;
            lists++;
            length = step + 1;
        }

        return [.. rows.Take(length)];
    }

    private static JsonPath? Parse(string role, string text, List<string> problems)
    {
        if (text.Length == 0)
        {
            problems.Add($"{role} is empty: name a list, such as results[], or leave it out");
            return null;
        }

        JsonPath? path = JsonPathParser.Parse(text, out string? problem);
        if (problem is not null) problems.Add($"{role} '{text}' {problem}");
        return path;
    }
}
