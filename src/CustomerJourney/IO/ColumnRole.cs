using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>A column that a mapping names, and what for.</summary>
internal readonly record struct ColumnRole(string Role, string? Column, bool IsRequired)
{
    /// <summary>The columns of a mapping in the order of its properties, those that stand in for others last; what it leaves out is left out, families of date columns too.</summary>
    public static IEnumerable<ColumnRole> Of(EventMapping mapping)
    {
        yield return new(nameof(mapping.Customer), mapping.Customer, IsRequired: true);
        bool needsEvent = mapping.DateColumns.Count == 0;
        if (mapping.Event is not null || needsEvent) yield return new(nameof(mapping.Event), mapping.Event, needsEvent);
        if (mapping.Time is not null || needsEvent) yield return new(nameof(mapping.Time), mapping.Time, needsEvent);
        foreach ((string role, string? column) in Optional(mapping))
        {
            if (column is not null) yield return new(role, column, IsRequired: false);
        }

        foreach ((string role, IReadOnlyList<string?> columns) in Lists(mapping))
        {
            foreach (string? column in columns) yield return new(role, column, IsRequired: false);
        }
    }

    /// <summary>Whether a date column is a family of columns.</summary>
    public static bool IsFamily(DateColumn date) => date.Column?.Contains('*', StringComparison.Ordinal) == true;

    private static IEnumerable<(string Role, string? Column)> Optional(EventMapping mapping) =>
    [
        (nameof(mapping.StartedAt), mapping.StartedAt), (nameof(mapping.RecordedAt), mapping.RecordedAt), (nameof(mapping.Id), mapping.Id),
        (nameof(mapping.Sequence), mapping.Sequence), (nameof(mapping.Channel), mapping.Channel), (nameof(mapping.Score), mapping.Score),
        (nameof(mapping.ScoreKindColumn), mapping.ScoreKindColumn), (nameof(mapping.Question), mapping.Question), (nameof(mapping.About), mapping.About), (nameof(mapping.Value), mapping.Value),
        (nameof(mapping.Currency), mapping.Currency), (nameof(mapping.Previous), mapping.Previous),
        (nameof(mapping.Anonymous), mapping.Anonymous), (nameof(mapping.Alias), mapping.Alias),
    ];

    private static IEnumerable<(string Role, IReadOnlyList<string?> Columns)> Lists(EventMapping mapping) =>
    [
        (nameof(mapping.EventDetails), mapping.EventDetails), (nameof(mapping.IdDetails), mapping.IdDetails), (nameof(mapping.SequenceDetails), mapping.SequenceDetails),
        (nameof(mapping.DateColumns), [.. mapping.DateColumns.Where(date => !IsFamily(date)).Select(date => date.Column)]),
        (nameof(mapping.EventAttributes), mapping.EventAttributes), (nameof(mapping.CustomerAttributes), mapping.CustomerAttributes),
        (nameof(mapping.Filters), [.. mapping.Filters.Select(filter => filter.Column)]),
        (nameof(mapping.AliasWhen), mapping.AliasWhen is null ? [] : [mapping.AliasWhen.Column]),
        (nameof(mapping.Fallbacks), [.. mapping.Fallbacks.SelectMany(fallback => fallback.Others)]),
    ];
}
