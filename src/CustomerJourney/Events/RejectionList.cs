namespace CustomerJourney.Events;

/// <summary>Counts bad rows by column and reason and keeps the first of them; in strict mode the first one throws.</summary>
internal sealed class RejectionList(ReadOptions options)
{
    private readonly ReadOptions _options = options;
    private const int LongestValue = 200;
    private readonly Dictionary<(string Column, string Reason), long> _counts = [];
    private readonly List<(long Run, RejectedRow Row)> _first = [];

    /// <summary>Where in the order of all sources the rows that come now stand.</summary>
    public long Run { get; set; }

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

    public void Add(long line, string column, string value, string reason)
    {
        RejectedRow row = new() { Line = line, Column = column, Value = Cut(value), Reason = reason };
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

    private static string Cut(string value)
    {
        if (value.Length <= LongestValue) return value;
        int length = char.IsHighSurrogate(value[LongestValue - 1]) ? LongestValue - 1 : LongestValue;
        return $"{value.AsSpan(0, length)}…";
    }
}
