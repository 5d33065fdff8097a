using System.Globalization;
using System.Text;

namespace CustomerJourney.Events;

/// <summary>What happened to every row that was read: rows read = accepted + rejected.</summary>
public sealed record DataQualityReport : IJourneyResult
{
    /// <summary>How many unknown names are listed in a table or a text.</summary>
    private const int MostNames = 50;

    /// <summary>The rows that the source had.</summary>
    public required long RowsRead { get; init; }

    /// <summary>The rows that were understood. All are in the log, but for <see cref="DroppedDuplicates"/>.</summary>
    public required long Accepted { get; init; }

    /// <summary>The rows that were not understood or were refused.</summary>
    public required long Rejected { get; init; }

    /// <summary>The rejected rows by column and reason, most frequent first; the counts add up to <see cref="Rejected"/>.</summary>
    public required IReadOnlyList<RejectionCount> RejectedByReason { get; init; }

    /// <summary>The first rejected rows in the order of reading, then the first rejected duplicates in the order of the log; as many as <see cref="ReadOptions.MaxListedRows"/> allows.</summary>
    public required IReadOnlyList<RejectedRow> FirstRejected { get; init; }

    /// <summary>Events that repeat the id of another or equal another in every field, whatever was done with them.</summary>
    public required long Duplicates { get; init; }

    /// <summary>Accepted duplicates that were left out of the log, with <see cref="DuplicateEvents.Drop"/>.</summary>
    public required long DroppedDuplicates { get; init; }

    /// <summary>Rows that came after a later event of the same customer. The log is in order all the same.</summary>
    public required long Late { get; init; }

    /// <summary>Lines of JSON Lines that had nothing in them; they are no rows and are not in <see cref="RowsRead"/>.</summary>
    public long BlankLines { get; init; }

    /// <summary>Columns of the mapping that no row had, in sources that have no header to check first (JSON): paths that lead nowhere.</summary>
    public IReadOnlyList<string> AbsentColumns { get; init; } = [];

    /// <summary>Events that no touchpoint of the map names; <see langword="null"/> before the log is classified.</summary>
    public long? UnknownEvents { get; init; }

    /// <summary>The names of <see cref="UnknownEvents"/>, most frequent first; empty before the log is classified.</summary>
    public IReadOnlyList<NameCount> UnknownEventNames { get; init; } = [];

    /// <summary>Survey answers about a touchpoint that the map does not have; <see langword="null"/> before the log is classified.</summary>
    public long? UnknownTouchpoints { get; init; }

    /// <inheritdoc/>
    public string Title => "Data quality";

    /// <inheritdoc/>
    public ResultTable ToTable() => new()
    {
        Columns = [new ResultColumn { Name = "What", Kind = ResultColumnKind.Text }, new ResultColumn { Name = "Rows", Kind = ResultColumnKind.Count }],
        Rows =
        [
            ["read", RowsRead],
            ["accepted", Accepted],
            ["rejected", Rejected],
            .. RejectedByReason.Select(reason => (IReadOnlyList<object?>)[$"rejected: {reason.Column} {reason.Reason}", reason.Rows]),
            ["duplicates", Duplicates],
            ["duplicates left out", DroppedDuplicates],
            ["out of order", Late],
            .. BlankLines > 0 ? (IReadOnlyList<object?>[])[["blank lines", BlankLines]] : [],
            .. AbsentColumns.Select(column => (IReadOnlyList<object?>)[$"without {column}", RowsRead]),
            .. UnknownEvents is long unknown ? (IReadOnlyList<object?>[])[["not known to the map", unknown]] : [],
            .. UnknownEventNames.Take(MostNames).Select(name => (IReadOnlyList<object?>)[$"not known to the map: {name.Name}", name.Count]),
        ],
    };

    /// <summary>The report as a few lines of text in the invariant culture.</summary>
    public string ToText()
    {
        StringBuilder text = new();
        Line(text, $"{RowsRead:N0} rows read = {Accepted:N0} accepted + {Rejected:N0} rejected");
        foreach (RejectionCount reason in RejectedByReason) Line(text, $"  {reason.Rows:N0} rejected: {reason.Column} {reason.Reason}");
        foreach (RejectedRow row in FirstRejected) Line(text, $"  {row}");
        Line(text, $"{Duplicates:N0} duplicates, {DroppedDuplicates:N0} of them dropped; {Late:N0} rows out of order");
        if (BlankLines > 0) Line(text, $"{BlankLines:N0} blank lines");
        foreach (string column in AbsentColumns) Line(text, $"  no row has {column}");
        if (UnknownEvents is long unknown)
        {
            Line(text, $"{unknown:N0} events that the map does not know");
            foreach (NameCount name in UnknownEventNames.Take(MostNames)) Line(text, $"  {name.Count:N0} {name.Name}");
        }

        if (UnknownTouchpoints is > 0 and long touchpoints) Line(text, $"{touchpoints:N0} answers about touchpoints that the map does not have");
        return text.ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
