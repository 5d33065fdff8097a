using System.Globalization;
using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>How a CSV file is written: separator, quote, header, encoding, compression, and the culture of its numbers. The defaults are those of RFC 4180 in UTF-8.</summary>
public sealed record CsvFormat
{
    /// <summary>Comma, double quote, a header, UTF-8 (or what a byte order mark says), a decimal point.</summary>
    public static CsvFormat Default { get; } = new();

    /// <summary>As <see cref="Default"/>, with a tab between the fields: tab-separated values as spreadsheets write them, with quotes.</summary>
    public static CsvFormat Tab { get; } = new() { Separator = '\t' };

    /// <summary>The character between fields: ASCII, and not a line break. A comma by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The character is not ASCII, or is a line break or NUL.</exception>
    public char Separator
    {
        get;
        init => field = Checked(value, nameof(Separator));
    } = ',';

    /// <summary>The character around fields that hold a separator, a quote or a line break; doubled, it stands for itself. ASCII; a double quote by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The character is not ASCII, or is white space or NUL.</exception>
    public char Quote
    {
        get;
        init => field = value is not (' ' or '\t')
            ? Checked(value, nameof(Quote))
            : throw new ArgumentOutOfRangeException(nameof(Quote), value, "The quote of a CSV file cannot be white space, which may stand around fields.");
    } = '"';

    /// <summary>
    /// The character at the beginning of lines that are comments, which are passed over like blank lines; ASCII. None by default. Inside of quotes a line is no comment.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The character is not ASCII, or is a line break or NUL.</exception>
    public char? Comment
    {
        get;
        init => field = value is char comment ? Checked(comment, nameof(Comment)) : null;
    }

    /// <summary>How many lines of the file stand before its table and are not read, such as a title; 0 by default. Lines are those of a text editor: quotes in them do not matter, blank ones count.</summary>
    /// <remarks>Blank lines before the table need not be skipped. Line numbers in messages stay those of the file.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int SkippedLines
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>Whether the first row names the columns. Without a header columns are named by their place: <c>1</c>, <c>2</c>, <c>3</c> …</summary>
    /// <remarks>
    /// With a header, a mapping may also name a column by its place: <c>#3</c> is the third column, unless a column of the header has that very name. So columns whose names are empty
    /// or stand twice can be read. Columns that are not read may have any name.
    /// </remarks>
    public bool HasHeader { get; init; } = true;

    /// <summary>The encoding of text that has no byte order mark; <see langword="null"/> means UTF-8. A mark goes before it, since no text in another encoding begins with one.</summary>
    /// <remarks>
    /// In UTF-8, names that are not valid are rejected row by row. Text in other encodings is turned into UTF-8 as it is read; bytes without a meaning become what the encoding's
    /// decoder fallback says, and with <see cref="DecoderFallback.ExceptionFallback"/> reading ends there. A mark keeps the fallback of an encoding of its kind.
    /// </remarks>
    public Encoding? Encoding { get; init; }

    /// <summary>How the file is compressed; by default seen from its first bytes, and from the name <c>.br</c> for brotli.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of the enumeration.</exception>
    public TextCompression Compression
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown kind of compression.");
    }

    /// <summary>The file inside of a zip archive that is read, with its folders, compared ordinally: <c>export/events.csv</c>. <see langword="null"/> means the only one.</summary>
    public string? Entry { get; init; }

    /// <summary>The culture in which scores and amounts are written, for its decimal separator; <see langword="null"/> means the invariant culture. Group separators are never accepted.</summary>
    public CultureInfo? Culture { get; init; }

    internal TextInputOptions ToInput(string source, ReadLimits limits) => new()
    {
        Source = source,
        Compression = Compression,
        Entry = Entry,
        Encoding = Encoding,
        SkippedLines = SkippedLines,
        Limits = limits,
    };

    private static char Checked(char value, string name) =>
        value is < (char)128 and not '\0' and not '\r' and not '\n'
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"The {name.ToLowerInvariant()} of a CSV file must be an ASCII character other than a line break.");
}
