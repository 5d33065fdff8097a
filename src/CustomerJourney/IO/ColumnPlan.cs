using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>A mapping laid over the columns that a source has: places instead of names, -1 for what the mapping leaves out.</summary>
internal sealed class ColumnPlan
{
    private readonly IReadOnlyList<string> _header;

    private ColumnPlan(EventMapping mapping, IReadOnlyList<string> header)
    {
        _header = header;
        Customer = PlaceOf(mapping.Customer);
        Event = PlaceOf(mapping.Event);
        Time = PlaceOf(mapping.Time);
        StartedAt = PlaceOf(mapping.StartedAt);
        RecordedAt = PlaceOf(mapping.RecordedAt);
        Id = PlaceOf(mapping.Id);
        Sequence = PlaceOf(mapping.Sequence);
        Channel = PlaceOf(mapping.Channel);
        Score = PlaceOf(mapping.Score);
        Question = PlaceOf(mapping.Question);
        About = PlaceOf(mapping.About);
        Value = PlaceOf(mapping.Value);
        Currency = PlaceOf(mapping.Currency);
        EventAttributes = [.. mapping.EventAttributes.Select(PlaceOf)];
        CustomerAttributes = [.. mapping.CustomerAttributes.Select(PlaceOf)];
        Names = [Customer, Event, Channel, Id, Question, About, Currency, .. EventAttributes, .. CustomerAttributes];
        Names = [.. Names.Where(place => place >= 0).Distinct()];
        Used = [.. Names, .. new[] { Time, StartedAt, RecordedAt, Sequence, Score, Value }.Where(place => place >= 0)];
        Used = [.. Used.Distinct().Order()];
        FieldsNeeded = Used[^1] + 1;
    }

    public int Customer { get; }

    public int Event { get; }

    public int Time { get; }

    public int StartedAt { get; }

    public int RecordedAt { get; }

    public int Id { get; }

    public int Sequence { get; }

    public int Channel { get; }

    public int Score { get; }

    public int Question { get; }

    public int About { get; }

    public int Value { get; }

    public int Currency { get; }

    public int[] EventAttributes { get; }

    public int[] CustomerAttributes { get; }

    /// <summary>The places of all columns that are read as names, each once.</summary>
    public int[] Names { get; }

    /// <summary>The places of all columns that are read, ascending.</summary>
    public int[] Used { get; }

    /// <summary>The number of fields that a row needs so that every column of the mapping has one.</summary>
    public int FieldsNeeded { get; }

    /// <summary>The number of columns of the source.</summary>
    public int FieldsAllowed => _header.Count;

    /// <summary>Lays a mapping over columns.</summary>
    /// <exception cref="JourneyDefinitionException">The source lacks columns, or has two of one name; all of them are listed.</exception>
    public static ColumnPlan For(EventMapping mapping, IReadOnlyList<string> header, string source)
    {
        List<string> problems = [];
        foreach (IGrouping<string, ColumnRole> uses in ColumnRole.Of(mapping).GroupBy(role => role.Column!, StringComparer.Ordinal))
        {
            int found = header.Count(name => name == uses.Key);
            string roles = string.Join(", ", uses.Select(use => use.Role).Distinct());
            if (found == 0) problems.Add($"column '{uses.Key}' ({roles}) is missing");
            if (found > 1) problems.Add($"column '{uses.Key}' ({roles}) stands {found} times in the header; a column that is read needs a name of its own");
        }

        if (problems.Count > 0)
        {
            const int Listed = 50;
            string more = header.Count > Listed ? $" and {header.Count - Listed} more" : "";
            problems.Add(header.Count == 0 ? "there are no columns at all" : $"the columns are {string.Join(", ", header.Take(Listed).Select(name => $"'{name}'"))}{more}");
            throw new JourneyDefinitionException($"The log of {source}", problems);
        }

        return new ColumnPlan(mapping, header);
    }

    /// <summary>The name of a column as the source writes it.</summary>
    public string NameOf(int place) => _header[place];

    private int PlaceOf(string? column)
    {
        for (int place = 0; place < _header.Count && column is not null; place++)
        {
            if (_header[place] == column) return place;
        }

        return -1;
    }
}
