using System.Globalization;
using System.Text;
using CustomerJourney.Building;

namespace CustomerJourney.Events;

/// <summary>What happened to every row that was read: rows read = accepted + rejected + skipped. Equal by value.</summary>
/// <remarks>A row that gives several events (<see cref="EventMapping.DateColumns"/>) counts once for each of them, so that one of its events can be accepted and another rejected.</remarks>
public sealed record DataQualityReport : IJourneyResult
{
    /// <summary>How many unknown names are listed in a table or a text.</summary>
    private const int MostNames = 50;

    /// <summary>The rows that the source had; a row that gives several events counts once for each.</summary>
    public required long RowsRead { get; init; }

    /// <summary>The rows that were understood. All are in the log, but for <see cref="DroppedDuplicates"/> and <see cref="Collapsed"/>.</summary>
    public required long Accepted { get; init; }

    /// <summary>The rows that were not understood or were refused.</summary>
    public required long Rejected { get; init; }

    /// <summary>The rejected rows by column and reason, most frequent first; the counts add up to <see cref="Rejected"/>.</summary>
    public required IReadOnlyList<RejectionCount> RejectedByReason { get; init => field = EquatableList.Of(value); }

    /// <summary>The first rejected rows in the order of reading, then the first rejected duplicates in the order of the log; as many as <see cref="ReadOptions.MaxListedRows"/> allows.</summary>
    public required IReadOnlyList<RejectedRow> FirstRejected { get; init => field = EquatableList.Of(value); }

    /// <summary>Events that repeat the id of another or equal another in every field, whatever was done with them.</summary>
    public required long Duplicates { get; init; }

    /// <summary>Accepted duplicates that were left out of the log, with <see cref="DuplicateEvents.Drop"/>.</summary>
    public required long DroppedDuplicates { get; init; }

    /// <summary>Rows that came after a later event of the same customer. The log is in order all the same.</summary>
    public required long Late { get; init; }

    /// <summary>Rows that the mapping leaves out: those that its <see cref="EventMapping.Filters"/> do not mean, and those none of whose <see cref="EventMapping.DateColumns"/> has a date.</summary>
    public long Skipped { get; init; }

    /// <summary>How often a row counted again in <see cref="RowsRead"/> because it gave more than one event.</summary>
    public long FurtherEvents { get; init; }

    /// <summary>The rows that the source had, each counted once.</summary>
    public long SourceRows => RowsRead - FurtherEvents;

    /// <summary>Accepted events that were left out of the log because they repeat the customer's event before, with <see cref="EventMapping.CollapseRepeats"/>.</summary>
    public long Collapsed { get; init; }

    /// <summary>Changes whose old value (<see cref="EventMapping.Previous"/>) is not the new value of the customer's change before: rows are missing, or two chains are mixed. Changes that tell no old value, and each customer's first, are not checked.</summary>
    public long BrokenChanges { get; init; }

    /// <summary>Ids whose events and profiles went to the customer of another id.</summary>
    public long LinkedIds { get; init; }

    /// <summary>Ids that were seen with more than one customer: anonymous ones, and those that aliases replace by several of which not all lie on the way to their customer.</summary>
    public long IdentityConflicts { get; init; }

    /// <summary>The first <see cref="IdentityConflicts"/> in ordinal order of ids; as many as <see cref="ReadOptions.MaxListedRows"/> allows.</summary>
    public IReadOnlyList<IdentityConflict> FirstIdentityConflicts { get; init => field = EquatableList.Of(value); } = EquatableList<IdentityConflict>.Empty;

    /// <summary>What the reader of a format counted besides rows (of XES: starts joined with their completion, attributes passed over …), in a fixed order; empty where there is nothing to tell.</summary>
    public IReadOnlyList<NameCount> SourceCounts { get; init => field = EquatableList.Of(value); } = EquatableList<NameCount>.Empty;

    /// <summary>Lines of JSON Lines that had nothing in them; they are no rows and are not in <see cref="RowsRead"/>.</summary>
    public long BlankLines { get; init; }

    /// <summary>Columns of the mapping that no row had, nor one that stands in for them, in sources that have no header to check first (JSON): paths that lead nowhere. <see cref="EventMapping.OptionalColumns"/> are not listed. Of merged logs, those that no row of one of them had.</summary>
    public IReadOnlyList<string> AbsentColumns { get; init => field = EquatableList.Of(value); } = EquatableList<string>.Empty;

    /// <summary>Events that no touchpoint of the map names; <see langword="null"/> before the log is classified.</summary>
    public long? UnknownEvents { get; init; }

    /// <summary>The names of <see cref="UnknownEvents"/>, most frequent first; empty before the log is classified.</summary>
    public IReadOnlyList<NameCount> UnknownEventNames { get; init => field = EquatableList.Of(value); } = EquatableList<NameCount>.Empty;

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
            .. Unless0("skipped by the mapping", Skipped),
            ["duplicates", Duplicates],
            ["duplicates left out", DroppedDuplicates],
            ["out of order", Late],
            .. Unless0("repeats of the event before, left out", Collapsed),
            .. Unless0("changes that do not fit the change before", BrokenChanges),
            .. Unless0("linked ids", LinkedIds),
            .. Unless0("ids seen with several customers", IdentityConflicts),
            .. SourceCounts.Select(count => (IReadOnlyList<object?>)[count.Name, count.Count]),
            .. Unless0("blank lines", BlankLines),
            .. AbsentColumns.Select(column => (IReadOnlyList<object?>)[$"without {column}", RowsRead]),
            .. UnknownEvents is long unknown ? (IReadOnlyList<object?>[])[["not known to the map", unknown]] : [],
            .. UnknownEventNames.Take(MostNames).Select(name => (IReadOnlyList<object?>)[$"not known to the map: {name.Name}", name.Count]),
            .. UnknownTouchpoints is long touchpoints ? (IReadOnlyList<object?>[])[["about touchpoints not known to the map", touchpoints]] : [],
        ],
    };

    /// <summary>The report as a few lines of text in the invariant culture.</summary>
    public string ToText()
    {
        StringBuilder text = new();
        string skipped = Skipped == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" + {Skipped:N0} skipped by the mapping");
        Line(text, $"{Counted(RowsRead, "row", "rows")} read = {Accepted:N0} accepted + {Rejected:N0} rejected{skipped}");
        if (FurtherEvents > 0) Line(text, $"  {Counted(SourceRows, "row", "rows")} of the source gave one event or several");
        foreach (RejectionCount reason in RejectedByReason) Line(text, $"  {reason.Rows:N0} rejected: {reason.Column} {reason.Reason}");
        foreach (RejectedRow row in FirstRejected) Line(text, $"  {row}");
        Line(text, $"{Counted(Duplicates, "duplicate", "duplicates")}, {DroppedDuplicates:N0} of them dropped; {Counted(Late, "row", "rows")} out of order");
        if (Collapsed > 0) Line(text, $"{Counted(Collapsed, "repeat", "repeats")} of the event before left out");
        if (BrokenChanges > 0) Line(text, $"{Counted(BrokenChanges, "change", "changes")} whose old value is not the new value of the change before");
        if (LinkedIds > 0 || IdentityConflicts > 0) Line(text, $"{Counted(LinkedIds, "id", "ids")} linked to another; {Counted(IdentityConflicts, "id", "ids")} seen with several customers");
        foreach (IdentityConflict conflict in FirstIdentityConflicts) Line(text, $"  {conflict}");
        foreach (NameCount count in SourceCounts) Line(text, $"  {count.Count:N0} {count.Name}");
        if (BlankLines > 0) Line(text, $"{Counted(BlankLines, "blank line", "blank lines")}");
        foreach (string column in AbsentColumns) Line(text, $"  no row has {column}");
        if (UnknownEvents is long unknown)
        {
            Line(text, $"{Counted(unknown, "event", "events")} that the map does not know");
            foreach (NameCount name in UnknownEventNames.Take(MostNames)) Line(text, $"  {name.Count:N0} {name.Name}");
        }

        if (UnknownTouchpoints is > 0 and long touchpoints) Line(text, $"{Counted(touchpoints, "answer", "answers")} about touchpoints that the map does not have");
        return text.ToString();
    }

    private static IReadOnlyList<IReadOnlyList<object?>> Unless0(string what, long rows) => rows == 0 ? [] : [[what, rows]];

    private static string Counted(long count, string one, string several) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : several)}");

    /// <summary>Adds one line, whatever is in the names and values in it.</summary>
    private static void Line(StringBuilder text, FormattableString line) => text.Append(VisibleText.Of(line.ToString(CultureInfo.InvariantCulture))).Append('\n');
}
