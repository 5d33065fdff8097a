namespace CustomerJourney.Events;

/// <summary>Counts bad rows by column and reason and keeps the first of them; in strict mode the first one throws.</summary>
internal sealed class RejectionList(ReadOptions options)
{
    private readonly ReadOptions _options = options;
    private readonly Dictionary<(string Column, string Reason), long> _counts = [];
    private readonly List<(long Run, RejectedRow Row)> _first = [];

    /// <summary>Where in the order of all sources the rows that come now stand.</summary>
    public long Run { get; set; }

    /// <summary>Which of several sources gives the rows that come now; null where there is a single one.</summary>
    public string? Source { get; set; }

    public long Count { get; private set; }

    public IReadOnlyList<RejectedRow> First => [.. _first.Select(rejected => rejected.Row)];

    public IReadOnlyList<RejectionCount> ByReason =>
    [
        .. _counts
            .OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key.Column, StringComparer.Ordinal)
            .ThenBy(count => count.Key.Reason, StringComparer.Ordinal)
            .Select(count => new RejectionCount { Column = count.Key.Column, Reason = count.Key.Reason, Rows = count.Value }),
    ];

    public void Add(long line, string column, string value, string reason) => Add(Source, line, column, value, reason);

    /// <summary>Takes a row of a source that has been read before.</summary>
    public void Add(string? source, long line, string column, string value, string reason)
    {
        RejectedRow row = new() { Source = source, Line = line, Column = column, Value = _options.Limits.Shown(value), Reason = reason };
        if (_options.Strict) throw new JourneyDataException(row);
        Count++;
        _counts[(column, reason)] = _counts.GetValueOrDefault((column, reason)) + 1;
        if (_first.Count < _options.MaxListedRows) _first.Add((Run, row));
    }

    /// <summary>One list of the rows that the parts of a source rejected, in the order of the source.</summary>
    public static RejectionList Unite(IReadOnlyList<RejectionList> parts)
    {
        RejectionList all = new(parts[0]._options);
        foreach (RejectionList part in parts)
        {
            all.Count += part.Count;
            foreach ((var reason, long count) in part._counts) all._counts[reason] = all._counts.GetValueOrDefault(reason) + count;
        }

        // A run lies in one part, which lists its rows in their order; sorting is stable.
        all._first.AddRange(parts.SelectMany(part => part._first).OrderBy(rejected => rejected.Run).Take(all._options.MaxListedRows));
        return all;
    }
}
