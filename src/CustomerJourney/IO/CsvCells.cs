using System.Buffers;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Writes the cells of CSV rows as RFC 4180 wants them.</summary>
internal sealed class CsvCells(TextOutput output, CsvFormat format, bool formulaSafe)
{
    private const string InInstants = "0123456789-:.TZ";

    // Semicolon and tab separate cells, too, where a spreadsheet's language says so: a quoted text stays one cell there.
    private readonly SearchValues<char> _quoted = SearchValues.Create([',', ';', '\t', '"', '\r', '\n', format.Separator, format.Quote, .. format.Comment is char comment ? [comment] : (ReadOnlySpan<char>)[]]);
    private readonly byte _separator = (byte)format.Separator;
    private readonly byte _quote = (byte)format.Quote;
    private readonly string _quoteText = format.Quote.ToString();
    private readonly string _quoteTwice = new(format.Quote, 2);

    // A strange format may separate or quote with a character that instants hold.
    private readonly bool _quotesInstants = InInstants.Contains(format.Separator, StringComparison.Ordinal) || InInstants.Contains(format.Quote, StringComparison.Ordinal);
    private bool _hasCell;

    /// <summary>How many cells got an apostrophe before them.</summary>
    public long MadeSafe { get; private set; }

    /// <summary>Adds a text that comes from outside; nothing for <see langword="null"/>.</summary>
    public void Add(string? text)
    {
        if (formulaSafe && text is not null && FormulaText.IsFormula(text))
        {
            MadeSafe++;
            text = "'" + text;
        }

        AddExactly(text ?? "");
    }

    /// <summary>Adds a text that is no name: a number, or one that has been made safe.</summary>
    public void AddExactly(string text)
    {
        Separate();
        if (!NeedsQuotes(text))
        {
            output.Add(text.AsSpan());
            return;
        }

        output.Add(_quote);
        output.Add((text.Contains(format.Quote, StringComparison.Ordinal) ? text.Replace(_quoteText, _quoteTwice, StringComparison.Ordinal) : text).AsSpan());
        output.Add(_quote);
    }

    /// <summary>Adds an instant; nothing where there is none.</summary>
    public void AddInstant(long ticks)
    {
        if (ticks == EventRow.None || _quotesInstants)
        {
            AddExactly(ticks == EventRow.None ? "" : TextOutput.InstantText(ticks));
            return;
        }

        Separate();
        output.AddInstant(ticks);
    }

    public void EndRow()
    {
        output.Add("\r\n"u8);
        _hasCell = false;
    }

    private void Separate()
    {
        if (_hasCell) output.Add(_separator);
        _hasCell = true;
    }

    // Spaces at the ends are part of the cell, and some readers trim them unless it is quoted.
    private bool NeedsQuotes(string text) =>
        text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.AsSpan().ContainsAny(_quoted));
}
