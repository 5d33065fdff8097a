using CustomerJourney.Events;

namespace CustomerJourney.Reporting;

/// <summary>A section that a user adds to a report: a table, and a drawing if it has one. It is read once, when it is added.</summary>
public interface IReportSection
{
    /// <summary>The title above the table; not blank.</summary>
    string Title { get; }

    /// <summary>The figures of the section.</summary>
    ResultTable Table { get; }

    /// <summary>
    /// A complete SVG document (with <c>xmlns</c> and a <c>viewBox</c> or a size), or <see langword="null"/>. It is not trusted: the page shows it as an
    /// image (<c>&lt;img&gt;</c> with a data address), where scripts do not run, nothing is loaded from elsewhere and the page's styles do not reach it.
    /// Only HTML shows it. It is shown as it is: hiding small groups (<see cref="ReportOptions.SuppressGroupsBelow"/>) does not change it.
    /// </summary>
    string? Svg { get; }
}
