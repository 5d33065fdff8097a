using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Maps;

namespace CustomerJourney.Reporting;

/// <summary>Fills a report, in the order of reading. Only given to the lambda of <see cref="JourneyReport.Create"/>.</summary>
public sealed class ReportBuilder
{
    private readonly List<ReportSection> _sections = [];

    internal ReportBuilder() { }

    /// <summary>Adds a heading above the sections that follow.</summary>
    /// <param name="text">The heading, plain text of any origin.</param>
    /// <exception cref="ArgumentException"><paramref name="text"/> is blank.</exception>
    public ReportBuilder AddHeading(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        _sections.Add(ReportSection.OfHeading(text));
        return this;
    }

    /// <summary>Adds a paragraph of plain text; its line breaks are kept.</summary>
    /// <param name="text">The note, plain text of any origin: markup in it is shown, not obeyed.</param>
    /// <exception cref="ArgumentException"><paramref name="text"/> is blank.</exception>
    public ReportBuilder AddNote(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        _sections.Add(ReportSection.OfNote(text));
        return this;
    }

    /// <summary>Adds a journey map: its stages and touchpoints with channel, emotion, target, moments of truth and pain points, and the curve of its emotions.</summary>
    /// <param name="journey">The map; its name is the title.</param>
    public ReportBuilder AddMap(Journey journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        _sections.Add(JourneyMapSection.Of(journey));
        return this;
    }

    /// <summary>Adds a journey map as <see cref="AddMap(Journey)"/> does, and below it how many customers of the log are and were in each of its stages.</summary>
    /// <param name="staged">A log that was classified with the map.</param>
    public ReportBuilder AddMap(StagedLog staged)
    {
        ArgumentNullException.ThrowIfNull(staged);
        return AddMap(staged.Journey).Add(staged.Measure(new StageSummary()));
    }

    /// <summary>
    /// Adds all parts of what a map alone tells, each as a table: emotions in sum, moment by moment and as gaps, pain points, opportunities, personas, channels, channel breaks and departments; those that have no row are left out.
    /// One part alone is added by <see cref="Add(IJourneyResult, string?)"/>.
    /// </summary>
    /// <param name="analysis">The answer of <c>journey.Analyze()</c>.</param>
    public ReportBuilder AddAnalysis(MapAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        IJourneyResult[] parts =
        [
            analysis, analysis.Emotions, .. analysis.PersonaEmotions, analysis.Emotions.Gaps, analysis.PainPoints, analysis.Opportunities,
            analysis.Personas, analysis.Channels, analysis.ChannelBreaks, analysis.Departments,
        ];
        foreach (IJourneyResult part in parts)
        {
            if (part.ToTable() is { Rows.Count: > 0 } table) AddTable(part.Title, table);
        }

        return this;
    }

    /// <summary>Adds a result as a table, with bars where its table names a <see cref="ResultTable.Chart"/>, and a line with control limits for a trend; what was asked (period, scale, currency, level of a metric) and what to heed (<see cref="IJourneyResult.Remarks"/>) stand below.</summary>
    /// <param name="result">The answer to an analysis, or the report of a check.</param>
    /// <param name="title">The title; <see langword="null"/> takes the result's own.</param>
    /// <exception cref="ArgumentException">The title is blank.</exception>
    /// <exception cref="JourneyDefinitionException">The table of the result contradicts itself (a row with too few cells, a cell of another type than its column's …).</exception>
    public ReportBuilder Add(IJourneyResult result, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        ResultTable table = result.ToTable();
        return AddTable(title ?? result.Title, table, TrendChart.Of(result, table), result.Remarks, DefinitionText.Of(result));
    }

    /// <summary>Adds a section of your own.</summary>
    /// <param name="section">The section; it is read now and never again.</param>
    /// <exception cref="ArgumentException">The title is blank.</exception>
    /// <exception cref="JourneyDefinitionException">The table of the section contradicts itself.</exception>
    public ReportBuilder Add(IReportSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return AddTable(section.Title, section.Table, section.Svg is { Length: > 0 } svg ? new UserImage(svg) : null);
    }

    internal IReadOnlyList<ReportSection> Build() => [.. _sections];

    private ReportBuilder AddTable(string title, ResultTable table, IDrawing? drawing = null, IReadOnlyList<string>? remarks = null, string? definition = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(table);
        _sections.Add(ReportSection.OfTable(title, table, drawing, remarks, definition));
        return this;
    }
}
