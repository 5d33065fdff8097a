using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>A column that a mapping names, and what for.</summary>
internal readonly record struct ColumnRole(string Role, string? Column, bool IsRequired)
{
    /// <summary>The columns of a mapping in the order of its properties; what it leaves out is left out.</summary>
    public static IEnumerable<ColumnRole> Of(EventMapping mapping)
    {
        yield return new(nameof(mapping.Customer), mapping.Customer, IsRequired: true);
        yield return new(nameof(mapping.Event), mapping.Event, IsRequired: true);
        yield return new(nameof(mapping.Time), mapping.Time, IsRequired: true);
        (string Role, string? Column)[] optional =
        [
            (nameof(mapping.StartedAt), mapping.StartedAt), (nameof(mapping.RecordedAt), mapping.RecordedAt), (nameof(mapping.Id), mapping.Id),
            (nameof(mapping.Sequence), mapping.Sequence), (nameof(mapping.Channel), mapping.Channel), (nameof(mapping.Score), mapping.Score),
            (nameof(mapping.Question), mapping.Question), (nameof(mapping.About), mapping.About), (nameof(mapping.Value), mapping.Value),
            (nameof(mapping.Currency), mapping.Currency),
        ];
        foreach ((string role, string? column) in optional)
        {
            if (column is not null) yield return new(role, column, IsRequired: false);
        }

        foreach (string attribute in mapping.EventAttributes) yield return new(nameof(mapping.EventAttributes), attribute, IsRequired: false);
        foreach (string attribute in mapping.CustomerAttributes) yield return new(nameof(mapping.CustomerAttributes), attribute, IsRequired: false);
    }
}
