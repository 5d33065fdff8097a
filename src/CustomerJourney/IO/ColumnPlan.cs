using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>A mapping laid over the columns that a source has: places instead of names.</summary>
internal sealed partial class ColumnPlan
{
    private readonly IReadOnlyList<string> _header;
    private readonly Dictionary<string, IReadOnlyList<string>> _fallbacks;

    private ColumnPlan(EventMapping mapping, IReadOnlyList<string> header)
    {
        _header = header;
        _fallbacks = mapping.Fallbacks.ToDictionary(fallback => fallback.Column, fallback => fallback.Others, StringComparer.Ordinal);
        Customer = PlacesOf(mapping.Customer);
        Event = PlacesOf(mapping.Event);
        EventDetails = PlacesOf(mapping.EventDetails);
        Time = PlacesOf(mapping.Time);
        Dates = DatesOf(mapping);
        StartedAt = PlacesOf(mapping.StartedAt);
        RecordedAt = PlacesOf(mapping.RecordedAt);
        Id = PlacesOf(mapping.Id);
        IdDetails = PlacesOf(mapping.IdDetails);
        Sequence = PlacesOf(mapping.Sequence);
        SequenceDetails = PlacesOf(mapping.SequenceDetails);
        Channel = PlacesOf(mapping.Channel);
        Score = PlacesOf(mapping.Score);
        ScoreKind = PlacesOf(mapping.ScoreKindColumn);
        Question = PlacesOf(mapping.Question);
        About = PlacesOf(mapping.About);
        Value = PlacesOf(mapping.Value);
        Currency = PlacesOf(mapping.Currency);
        EventAttributes = PlacesOf(mapping.EventAttributes);
        CustomerAttributes = PlacesOf(mapping.CustomerAttributes);
        Filters = PlacesOf([.. mapping.Filters.Select(filter => filter.Column)]);
        Previous = PlacesOf(mapping.Previous);
        Anonymous = PlacesOf(mapping.Anonymous);
        Alias = PlacesOf(mapping.Alias);
        AliasWhen = PlacesOf(mapping.AliasWhen?.Column);
        ColumnPlaces[] names =
        [
            Customer, Event, .. EventDetails, Channel, Id, .. IdDetails, Question, About, Currency, .. EventAttributes, .. CustomerAttributes, Previous, Anonymous, Alias,
        ];
        ColumnPlaces[] others = [Time, .. Dates.Select(date => date.Places), StartedAt, RecordedAt, Sequence, .. SequenceDetails, Score, ScoreKind, Value, .. Filters, AliasWhen];
        Names = [.. names.SelectMany(places => places.All).Distinct()];
        Used = [.. Names.Concat(others.SelectMany(places => places.All)).Distinct().Order()];
        FieldsNeeded = Used[^1] + 1;
    }

    public ColumnPlaces Customer { get; }

    public ColumnPlaces Event { get; }

    public ColumnPlaces[] EventDetails { get; }

    public ColumnPlaces Time { get; }

    /// <summary>The columns of times that are events, in the order of the source.</summary>
    public DatePlace[] Dates { get; }

    public ColumnPlaces StartedAt { get; }

    public ColumnPlaces RecordedAt { get; }

    public ColumnPlaces Id { get; }

    public ColumnPlaces[] IdDetails { get; }

    public ColumnPlaces Sequence { get; }

    public ColumnPlaces[] SequenceDetails { get; }

    public ColumnPlaces Channel { get; }

    public ColumnPlaces Score { get; }

    public ColumnPlaces ScoreKind { get; }

    public ColumnPlaces Question { get; }

    public ColumnPlaces About { get; }

    public ColumnPlaces Value { get; }

    public ColumnPlaces Currency { get; }

    public ColumnPlaces[] EventAttributes { get; }

    public ColumnPlaces[] CustomerAttributes { get; }

    /// <summary>The columns of the filters of rows, in their order.</summary>
    public ColumnPlaces[] Filters { get; }

    public ColumnPlaces Previous { get; }

    public ColumnPlaces Anonymous { get; }

    public ColumnPlaces Alias { get; }

    public ColumnPlaces AliasWhen { get; }

    /// <summary>The places of all columns that are read as names, each once.</summary>
    public int[] Names { get; }

    /// <summary>The places of all columns that are read, ascending.</summary>
    public int[] Used { get; }

    /// <summary>The number of fields that a row needs so that every column of the mapping has one.</summary>
    public int FieldsNeeded { get; }

    /// <summary>The number of columns of the source.</summary>
    public int FieldsAllowed => _header.Count;

    /// <summary>The name of a column as the source writes it.</summary>
    public string NameOf(int place) => _header[place];

    private ColumnPlaces[] PlacesOf(IReadOnlyList<string> columns) => [.. columns.Select(PlacesOf)];

    private ColumnPlaces PlacesOf(string? column) => column is null
        ? ColumnPlaces.None
        : ColumnPlaces.Of([.. ((string[])[column, .. _fallbacks.GetValueOrDefault(column, [])]).Select(PlaceOf).Where(place => place >= 0).Distinct()]);

    private int PlaceOf(string column)
    {
        for (int place = 0; place < _header.Count; place++)
        {
            if (_header[place] == column) return place;
        }

        return -1;
    }

    /// <summary>The date columns of a mapping, families laid out, in the order of the source; a column named by itself does not belong to a family.</summary>
    private DatePlace[] DatesOf(EventMapping mapping)
    {
        HashSet<string> taken = [.. mapping.DateColumns.Select(date => date.Column)];
        List<DatePlace> dates = [];
        foreach (DateColumn date in mapping.DateColumns)
        {
            if (!ColumnRole.IsFamily(date))
            {
                if (PlacesOf(date.Column) is { IsNone: false } places) dates.Add(new(places, date.Event));
                continue;
            }

            foreach (string column in _header)
            {
                if (MemberOf(date, column) is { } member && taken.Add(column)) dates.Add(new(PlacesOf(column), date.Event.Replace("*", member, StringComparison.Ordinal)));
            }
        }

        return [.. dates.OrderBy(date => date.Places.First)];
    }

    /// <summary>What the <c>*</c> of a family stands for in a column; <see langword="null"/> if the column does not belong to it.</summary>
    private static string? MemberOf(DateColumn date, string column)
    {
        string family = date.Column;
        int star = family.IndexOf('*', StringComparison.Ordinal);
        string head = family[..star], tail = family[(star + 1)..];
        return column.Length >= family.Length && !date.Except.Contains(column) && column.StartsWith(head, StringComparison.Ordinal) && column.EndsWith(tail, StringComparison.Ordinal)
            ? column[star..^tail.Length]
            : null;
    }
}
