using CustomerJourney.Events;

namespace CustomerJourney.Reporting;

/// <summary>One section of a <see cref="JourneyReport"/>, not bound to a format. Immutable; made by a <see cref="ReportBuilder"/>.</summary>
public sealed class ReportSection
{
    private ReportSection(ReportSectionKind kind) => Kind = kind;

    /// <summary>What the section is.</summary>
    public ReportSectionKind Kind { get; }

    /// <summary>The text of a heading or the title of a table; <see langword="null"/> for a note.</summary>
    public string? Title { get; private init; }

    /// <summary>The text of a note; <see langword="null"/> for others.</summary>
    public string? Text { get; private init; }

    /// <summary>The figures of a table section, all of them: small groups are hidden when the report is written. <see langword="null"/> for others.</summary>
    public ResultTable? Table { get; private init; }

    /// <summary>What to heed when the table is read, in sentences; left out where the table hides rows, since they may tell of them, or cannot say which are small. Empty for others.</summary>
    public IReadOnlyList<string> Remarks { get; private init; } = [];

    /// <summary>What was asked, term by term: scale, period, currency, level. <see langword="null"/> for sections that have no such terms.</summary>
    public string? Definition { get; private init; }

    /// <summary>What the page shows above the table beside the table's own chart.</summary>
    internal IDrawing? Drawing { get; private init; }

    internal static ReportSection OfHeading(string text) => new(ReportSectionKind.Heading) { Title = text };

    internal static ReportSection OfNote(string text) => new(ReportSectionKind.Note) { Text = text };

    internal static ReportSection OfTable(string title, ResultTable table, IDrawing? drawing = null, IReadOnlyList<string>? remarks = null, string? definition = null) =>
        new(ReportSectionKind.Table) { Title = title, Table = TableCheck.Copy(table, title), Drawing = drawing, Definition = definition, Remarks = Array.AsReadOnly([.. remarks ?? []]) };
}
