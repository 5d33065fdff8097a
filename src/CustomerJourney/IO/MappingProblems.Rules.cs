using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <content>Rules for rows that contradict themselves, or each other.</content>
internal static partial class MappingProblems
{
    private static void AddEvents(List<string> problems, EventMapping mapping)
    {
        if (mapping.DateColumns.Count > 0)
        {
            if (mapping.Event is not null && mapping.Time is null) problems.Add("Event needs Time: name the column of the time at which the event happened");
            if (mapping.Time is not null && mapping.Event is null) problems.Add($"Time needs Event: name the column of events, or make '{mapping.Time}' a date column");
        }

        if (mapping.Event is null)
        {
            string[] needing =
            [
                .. Given(mapping.EventPrefix is not null, nameof(mapping.EventPrefix)), .. Given(mapping.EventDetails.Count > 0, nameof(mapping.EventDetails)),
                .. Given(mapping.StartedAt is not null, nameof(mapping.StartedAt)), .. Given(mapping.Score is not null, nameof(mapping.Score)),
                .. Given(mapping.Value is not null, nameof(mapping.Value)), .. Given(mapping.Previous is not null, nameof(mapping.Previous)),
                .. Given(mapping.PresentStageOnly, nameof(mapping.PresentStageOnly)),
            ];
            problems.AddRange(needing.Select(role => $"{role} needs Event: it does not say to which of a row's DateColumns it belongs"));
        }

        if (mapping.PresentStageOnly && mapping.Previous is not null) problems.Add("PresentStageOnly says that earlier stages are unknown, but Previous names the column of the one before");
    }

    private static IEnumerable<string> Given(bool isGiven, string role) => isGiven ? [role] : [];

    private static void AddAttributeNames(List<string> problems, EventMapping mapping)
    {
        AddRepeated(problems, mapping.AttributeNames.Select(name => name.Column), nameof(mapping.AttributeNames));
        string[] eventColumns = [.. mapping.EventAttributes, .. Given(mapping.Previous is not null, mapping.Previous!)];
        foreach (AttributeName name in mapping.AttributeNames)
        {
            if (string.IsNullOrEmpty(name.Name)) problems.Add($"AttributeNames gives '{name.Column}' no name");
            if (!eventColumns.Contains(name.Column) && !mapping.CustomerAttributes.Contains(name.Column)) problems.Add($"AttributeNames names '{name.Column}', which is no attribute of the mapping");
        }

        // Columns that are listed twice have been told already.
        Dictionary<string, string> names = mapping.AttributeNames.Where(name => name.Column is not null && name.Name is not null)
            .DistinctBy(name => name.Column).ToDictionary(name => name.Column, name => name.Name, StringComparer.Ordinal);
        AddSharedNames(problems, [.. Names(eventColumns), .. Given(mapping.PresentStageOnly, EventMapping.EarlierStagesAttribute)], "event");
        AddSharedNames(problems, [.. Names(mapping.CustomerAttributes)], "customer");
        if (mapping.Previous is not null && mapping.EventAttributes.Contains(mapping.Previous)) problems.Add($"EventAttributes names '{mapping.Previous}', which Previous makes an attribute already");

        IEnumerable<string> Names(IEnumerable<string> columns) => columns.Where(column => column is not null).Distinct().Select(column => names.GetValueOrDefault(column, column));
    }

    private static void AddSharedNames(List<string> problems, string[] names, string kind) =>
        problems.AddRange(names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"{group.Count()} {kind} attributes are called '{group.Key}'; AttributeNames gives them names of their own"));

    private static void AddDates(List<string> problems, EventMapping mapping)
    {
        AddRepeated(problems, mapping.DateColumns.Select(date => date.Column), nameof(mapping.DateColumns));
        foreach (DateColumn date in mapping.DateColumns)
        {
            if (string.IsNullOrEmpty(date.Event)) problems.Add($"the date column '{date.Column}' names no event");
            if (date.Column?.Count(character => character == '*') > 1) problems.Add($"the date column '{date.Column}' has more than one *; a family of columns has one");
            if (date.Except.Count > 0 && !ColumnRole.IsFamily(date)) problems.Add($"the date column '{date.Column}' has exceptions, but no *; only a family of columns has exceptions");
            if (date.Event?.Contains('*', StringComparison.Ordinal) == true && !ColumnRole.IsFamily(date)) problems.Add($"the event '{date.Event}' has a *, but its date column '{date.Column}' has none");
        }
    }

    private static void AddFallbacks(List<string> problems, EventMapping mapping)
    {
        AddRepeated(problems, mapping.Fallbacks.Select(fallback => fallback.Column), nameof(mapping.Fallbacks));
        HashSet<string?> read = [.. ColumnRole.Of(mapping).Where(role => role.Role != nameof(mapping.Fallbacks)).Select(role => role.Column)];
        foreach (ColumnFallback fallback in mapping.Fallbacks)
        {
            if (!read.Contains(fallback.Column)) problems.Add($"Fallbacks names '{fallback.Column}', which nothing in the mapping reads");
            if (fallback.Others.Count == 0) problems.Add($"the fallback of '{fallback.Column}' names no other column");
            if (fallback.Others.Contains(fallback.Column)) problems.Add($"the fallback of '{fallback.Column}' is itself");
        }
    }

    private static void AddOptional(List<string> problems, EventMapping mapping)
    {
        AddRepeated(problems, mapping.OptionalColumns, nameof(mapping.OptionalColumns));
        ILookup<string?, string> roles = ColumnRole.Of(mapping).ToLookup(role => role.Column, role => role.Role);
        string[] needed = [nameof(mapping.Customer), nameof(mapping.Event), nameof(mapping.Time), nameof(mapping.Filters), nameof(mapping.AliasWhen)];
        foreach (string column in mapping.OptionalColumns.Distinct())
        {
            if (!roles.Contains(column)) problems.Add($"OptionalColumns names '{column}', which nothing in the mapping reads");
            string[] uses = [.. roles[column].Intersect(needed)];
            if (uses.Length > 0) problems.Add($"OptionalColumns names '{column}', without which no row can be read ({string.Join(", ", uses)})");
        }
    }

    private static void AddFilters(List<string> problems, EventMapping mapping)
    {
        foreach (RowFilter filter in mapping.Filters.Concat(mapping.AliasWhen is { } when ? [when] : []))
        {
            if (filter.Values.Count == 0) problems.Add($"the filter of '{filter.Column}' has no values, so that no row passes it");
            if (filter.Values.Contains(null)) problems.Add($"the filter of '{filter.Column}' has a value that is null; the empty text means rows with nothing there");
        }
    }

    private static void AddIdentity(List<string> problems, EventMapping mapping)
    {
        if (mapping.AliasWhen is not null && mapping.Alias is null) problems.Add("AliasWhen needs Alias: name the column of the id that is replaced");
        if (mapping.Anonymous == mapping.Customer) problems.Add($"Anonymous names '{mapping.Anonymous}', the column of Customer: an id cannot be linked to itself");
        if (mapping.Alias == mapping.Customer) problems.Add($"Alias names '{mapping.Alias}', the column of Customer: an id cannot replace itself");
    }
}
