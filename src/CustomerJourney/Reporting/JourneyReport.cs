using System.Text;

namespace CustomerJourney.Reporting;

/// <summary>
/// A report: a title and sections, not bound to a format until it is written. Immutable and thread-safe.
/// Every text in it may come from outside: each writer escapes all of it.
/// </summary>
public sealed class JourneyReport
{
    private JourneyReport(string title, IReadOnlyList<ReportSection> sections) => (Title, Sections) = (title, sections);

    /// <summary>The title of the report.</summary>
    public string Title { get; }

    /// <summary>The sections in the order of reading; empty for a report without any.</summary>
    public IReadOnlyList<ReportSection> Sections { get; }

    /// <summary>Makes a report.</summary>
    /// <param name="title">The title, plain text of any origin.</param>
    /// <param name="configure">Adds the sections, in the order of reading.</param>
    /// <exception cref="ArgumentException"><paramref name="title"/> is blank.</exception>
    public static JourneyReport Create(string title, Action<ReportBuilder> configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(configure);
        ReportBuilder builder = new();
        configure(builder);
        return new(title, builder.Build());
    }

    /// <summary>Writes the report as one HTML page; an existing file is replaced.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Language, color and small groups; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task WriteHtmlAsync(string path, ReportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        await File.WriteAllTextAsync(path, ToHtml(options), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the report as one HTML page in UTF-8 to a stream, which stays open.</summary>
    /// <param name="stream">Where to write.</param>
    /// <param name="options">Language, color and small groups; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task WriteHtmlAsync(Stream stream, ReportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(ToHtml(options)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Writes one CSV file for each table section into a folder, which is made where it is missing. Files are named by position and title
    /// (<c>02-nps-by-stage.csv</c>), of which only letters and digits are used; existing files of that name are replaced.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">Only <see cref="ReportOptions.SuppressGroupsBelow"/> counts: figures of hidden rows are empty. <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <remarks>UTF-8 with a byte order mark, without which spreadsheets misread names outside of ASCII; for the form of cells see <see cref="ReportingExtensions.ToCsv(CustomerJourney.Events.ResultTable)"/>.</remarks>
    public async Task WriteCsvAsync(string folder, ReportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Directory.CreateDirectory(folder);
        int position = 0;
        foreach (ReportSection section in Sections.Where(section => section.Table is not null))
        {
            VisibleTable table = VisibleTable.Of(section.Table!, options ?? ReportOptions.Default);
            string path = Path.Combine(folder, CsvFileName.Of(++position, section.Title!));
            await File.WriteAllTextAsync(path, CsvTableWriter.Write(table), Encoding.UTF8, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The report as one self-contained HTML page: no script, nothing loaded from elsewhere (a content security policy in the page forbids both),
    /// light and dark, printable, with contents, tables and bars. It is well-formed XML, too.
    /// </summary>
    /// <param name="options">Language, color and small groups; <see langword="null"/> for the defaults.</param>
    public string ToHtml(ReportOptions? options = null) => new HtmlReportWriter(options ?? ReportOptions.Default).Write(this);

    /// <summary>The report in GitHub's Markdown: headings, paragraphs and tables. Drawings are left out.</summary>
    /// <param name="options">Language and small groups; <see langword="null"/> for the defaults.</param>
    public string ToMarkdown(ReportOptions? options = null) => new MarkdownReportWriter(options ?? ReportOptions.Default).Write(this);

    /// <summary>
    /// The report as JSON: <c>{ "title", "sections": [ { "kind": "heading", "title" }, { "kind": "note", "text" }, { "kind": "table", "title", "table" } ] }</c>,
    /// where a table is <c>{ "columns": [ { "name", "kind" } ], "rows": [ [ … ] ] }</c>. Numbers are unrounded, durations are <c>[d.]hh:mm:ss[.fffffff]</c>,
    /// instants and dates ISO 8601, no data is null. A table that hides rows lists their positions as <c>hiddenRows</c>; their figures are null.
    /// </summary>
    /// <param name="options">Only <see cref="ReportOptions.SuppressGroupsBelow"/> counts; <see langword="null"/> for the defaults.</param>
    public string ToJson(ReportOptions? options = null) => JsonReportWriter.Write(this, options ?? ReportOptions.Default);
}
