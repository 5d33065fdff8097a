using CustomerJourney.Events;

namespace CustomerJourney.Reporting;

/// <summary>The report as one page.</summary>
internal sealed class HtmlReportWriter(ReportOptions options)
{
    private readonly PageContext _context = new(options);
    private readonly Markup _page = new();

    public string Write(JourneyReport report)
    {
        string language = _context.Culture.Name.Length == 0 ? "en" : _context.Culture.Name;
        _page.Append($"""
            <!DOCTYPE html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <meta name="generator" content="CustomerJourney"/>
            <title>{report.Title}</title>

            """);
        PageStyle.Write(_page, _context.Options.AccentColor);
        _page.Append($"</head>\n<body>\n<header>\n<h1>{report.Title}</h1>\n</header>\n");
        WriteContents(report);
        _page.Append($"<main>\n");
        bool below = false;
        for (int i = 0; i < report.Sections.Count; i++)
        {
            WriteSection(report.Sections[i], i + 1, below);
            below |= report.Sections[i].Kind == ReportSectionKind.Heading;
        }

        _page.Append($"</main>\n<footer>{_context.Texts.GeneratedBy}</footer>\n</body>\n</html>\n");
        return _page.ToString();
    }

    private void WriteContents(JourneyReport report)
    {
        (ReportSection Section, int Number)[] entries = [.. report.Sections.Select((section, index) => (section, index + 1)).Where(entry => entry.section.Title is not null)];
        if (entries.Length < 2) return;
        _page.Append($"<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">{_context.Texts.Contents}</h2>\n<ul>\n");
        bool below = false;
        foreach ((ReportSection section, int number) in entries)
        {
            bool heading = section.Kind == ReportSectionKind.Heading;
            if (below && !heading) _page.Append($"<li class=\"below\"><a href=\"#s{number}\">{section.Title}</a></li>\n");
            else _page.Append($"<li><a href=\"#s{number}\">{section.Title}</a></li>\n");
            below |= heading;
        }

        _page.Append($"</ul>\n</nav>\n");
    }

    private void WriteSection(ReportSection section, int number, bool belowHeading)
    {
        switch (section.Kind)
        {
            case ReportSectionKind.Heading: _page.Append($"<h2 id=\"s{number}\">{section.Title}</h2>\n"); break;
            case ReportSectionKind.Note: _page.Append($"<p class=\"note\">{section.Text}</p>\n"); break;
            default:
                _page.Append($"<section aria-labelledby=\"s{number}\">\n");
                if (belowHeading) _page.Append($"<h3 id=\"s{number}\">{section.Title}</h3>\n");
                else _page.Append($"<h2 id=\"s{number}\">{section.Title}</h2>\n");
                TableText table = new(VisibleTable.Of(section.Table!, _context.Options), _context);
                section.Drawing?.Write(_page, $"d{number}", section.Title!, _context);
                BarChart.Write(_page, $"c{number}", section.Title!, table, _context);
                WriteTable(section.Title!, table, number);
                if (section.Definition is { } definition) _page.Append($"<p class=\"small\">{definition}</p>\n");
                WriteRemarks(table.Table.RemarksOf(section));
                _page.Append($"</section>\n");
                break;
        }
    }

    private void WriteTable(string title, TableText text, int number)
    {
        ResultTable table = text.Table.Table;
        // The region can be scrolled by keyboard; the caption repeats the heading for those who jump from table to table.
        _page.Append($"<div class=\"scroll\" role=\"region\" aria-labelledby=\"s{number}\" tabindex=\"0\">\n<table>\n<caption>{title}</caption>\n<thead>\n<tr>");
        foreach (ResultColumn column in table.Columns)
        {
            if (column.Kind == ResultColumnKind.Text) _page.Append($"<th scope=\"col\">{column.Name}</th>");
            else _page.Append($"<th scope=\"col\" class=\"figure\">{column.Name}</th>");
        }

        _page.Append($"</tr>\n</thead>\n<tbody>\n");
        for (int row = 0; row < table.Rows.Count; row++)
        {
            _page.Append($"<tr>");
            for (int column = 0; column < table.Columns.Count; column++) WriteCell(text[row, column], table.Columns[column].Kind, isFirst: column == 0);
            _page.Append($"</tr>\n");
        }

        _page.Append($"</tbody>\n</table>\n</div>\n");
        if (text.HiddenNote is { } note) _page.Append($"<p class=\"small\">{note}</p>\n");
    }

    private void WriteRemarks(IReadOnlyList<string> remarks)
    {
        if (remarks.Count == 0) return;
        _page.Append($"<ul class=\"remarks small\">\n");
        foreach (string remark in remarks) _page.Append($"<li>{remark}</li>\n");
        _page.Append($"</ul>\n");
    }

    private void WriteCell(CellText cell, ResultColumnKind kind, bool isFirst)
    {
        switch (cell.State)
        {
            case CellState.NoData when kind == ResultColumnKind.Text: _page.Append($"<td><abbr title=\"{_context.Texts.NoData}\">{cell.Text}</abbr></td>"); break;
            case CellState.NoData: _page.Append($"<td class=\"figure\"><abbr title=\"{_context.Texts.NoData}\">{cell.Text}</abbr></td>"); break;
            case CellState.Hidden: _page.Append($"<td class=\"figure\"><abbr title=\"{_context.Texts.Hidden}\">{cell.Text}</abbr></td>"); break;
            case CellState.Value when kind == ResultColumnKind.Text && isFirst: _page.Append($"<th scope=\"row\">{cell.Text}</th>"); break;
            case CellState.Value when kind == ResultColumnKind.Text: _page.Append($"<td>{cell.Text}</td>"); break;
            default: _page.Append($"<td class=\"figure\">{cell.Text}</td>"); break;
        }
    }
}
