namespace CustomerJourney.Reporting;

/// <summary>What a section of a report is.</summary>
public enum ReportSectionKind
{
    /// <summary>A heading above the sections that follow it.</summary>
    Heading,

    /// <summary>A paragraph of plain text.</summary>
    Note,

    /// <summary>A titled table, drawn too where it has a chart.</summary>
    Table,
}
