using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.Reporting;

/// <summary>The report in GitHub's Markdown.</summary>
internal sealed class MarkdownReportWriter(ReportOptions options)
{
    private readonly PageContext _context = new(options);
    private readonly StringBuilder _text = new();

    public string Write(JourneyReport report)
    {
        Paragraph($"# {MarkdownText.OnOneLine(report.Title)}");
        string level = "##";
        foreach (ReportSection section in report.Sections)
        {
            switch (section.Kind)
            {
                case ReportSectionKind.Heading:
                    Paragraph($"## {MarkdownText.OnOneLine(section.Title!)}");
                    level = "###";
                    break;
                case ReportSectionKind.Note:
                    Paragraph(MarkdownText.Paragraphs(section.Text!));
                    break;
                default:
                    Paragraph($"{level} {MarkdownText.OnOneLine(section.Title!)}");
                    VisibleTable visible = VisibleTable.Of(section.Table!, _context.Options);
                    Table(new TableText(visible, _context));
                    if (section.Definition is { } definition) Paragraph(MarkdownText.OnOneLine(definition));
                    Remarks(visible.RemarksOf(section));
                    break;
            }
        }

        Paragraph($"*{MarkdownText.OnOneLine(_context.Texts.GeneratedBy)}*");
        _text.Length--;
        return _text.ToString();
    }

    private void Table(TableText table)
    {
        IReadOnlyList<ResultColumn> columns = table.Table.Table.Columns;
        Row(columns.Select(column => MarkdownText.OnOneLine(column.Name)));
        Row(columns.Select(column => column.Kind == ResultColumnKind.Text ? "---" : "---:"));
        for (int row = 0; row < table.Table.Table.Rows.Count; row++)
            Row(Enumerable.Range(0, columns.Count).Select(column => MarkdownText.OnOneLine(table[row, column].Text)));
        _text.Append('\n');
        if (table.HiddenNote is { } note) Paragraph(MarkdownText.OnOneLine(note));
    }

    private void Remarks(IReadOnlyList<string> remarks)
    {
        if (remarks.Count == 0) return;
        foreach (string remark in remarks) _text.Append("- ").Append(MarkdownText.OnOneLine(remark)).Append('\n');
        _text.Append('\n');
    }

    private void Row(IEnumerable<string> cells) => _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private void Paragraph(string markdown) => _text.Append(markdown).Append("\n\n");
}
