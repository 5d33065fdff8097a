namespace CustomerJourney.Events;

/// <summary>Counts bad rows by column and reason and keeps the first of them; in strict mode the first one throws.</summary>
internal sealed class RejectionList(ReadOptions options)
{
    private const int LongestValue = 200;
    private readonly Dictionary<(string Column, string Reason), long> _counts = [];
    private readonly List<RejectedRow> _first = [];

    public long Count { get; private set; }

    public IReadOnlyList<RejectedRow> First => [.. _first];

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
        if (options.Strict) throw new JourneyDataException(row);
        Count++;
        _counts[(column, reason)] = _counts.GetValueOrDefault((column, reason)) + 1;
        if (_first.Count < options.MaxListedRows) _first.Add(row);
    }

    private static string Cut(string value)
    {
        if (value.Length <= LongestValue) return value;
        int length = char.IsHighSurrogate(value[LongestValue - 1]) ? LongestValue - 1 : LongestValue;
        return $"{value.AsSpan(0, length)}…";
    }
}
