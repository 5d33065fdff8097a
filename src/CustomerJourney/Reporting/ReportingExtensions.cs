using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Reporting;

namespace CustomerJourney;

/// <summary>Verbs: write what there is.</summary>
public static class ReportingExtensions
{
    /// <summary>
    /// A report of all that can be told of a log without asking: its quality, the map with the customers in each stage, the way from stage to stage, the surveys that it
    /// has answers for by stage and month, and monthly retention.
    /// </summary>
    /// <param name="staged">A classified log.</param>
    public static JourneyReport Report(this StagedLog staged)
    {
        ArgumentNullException.ThrowIfNull(staged);
        return StandardReport.Of(staged);
    }

    /// <summary>A result as JSON: <c>{ "title", "table": { "columns", "rows" } }</c>, in the form of <see cref="JourneyReport.ToJson"/>.</summary>
    /// <param name="result">The answer to an analysis.</param>
    /// <exception cref="JourneyDefinitionException">The table of the result contradicts itself.</exception>
    public static string ToJson(this IJourneyResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return JsonReportWriter.Write(result);
    }

    /// <summary>
    /// A table as CSV (RFC 4180: comma, CRLF, quotes where needed) with a line of column names. Numbers are unrounded and invariant, durations are
    /// <c>[d.]hh:mm:ss[.fffffff]</c>, instants and dates ISO 8601, yes and no are <c>true</c> and <c>false</c>, no data is an empty cell.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <remarks>
    /// A text that a spreadsheet would run as a formula (it begins with = + - @, one of their full-width forms, a tab or a line break, and is not a number)
    /// gets an apostrophe before it.
    /// </remarks>
    /// <exception cref="JourneyDefinitionException">The table contradicts itself.</exception>
    public static string ToCsv(this ResultTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return CsvTableWriter.Write(VisibleTable.Of(TableCheck.Copy(table, "table"), ReportOptions.Default));
    }

    /// <summary>
    /// A map as a table: one row a touchpoint in journey order, with all that the map says of it and its stage; a stage without touchpoints has one row with its own columns alone.
    /// What there are several of (personas, pain points, departments, events …) stands in one cell, parted by <c>; </c>. Texts are in the language of the map.
    /// </summary>
    /// <param name="journey">The map.</param>
    public static ResultTable ToTable(this Journey journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        return JourneyTable.Of(journey);
    }

    /// <summary>A map as CSV, the table of <see cref="ToTable"/> in the form of <see cref="ToCsv(ResultTable)"/>.</summary>
    /// <param name="journey">The map.</param>
    public static string ToCsv(this Journey journey) => journey.ToTable().ToCsv();
}
