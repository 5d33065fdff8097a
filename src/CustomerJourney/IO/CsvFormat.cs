using System.Globalization;
using System.Text;

namespace CustomerJourney.IO;

/// <summary>How a CSV file is written: separator, quote, header, encoding, and the culture of its numbers. The defaults are those of RFC 4180 in UTF-8.</summary>
public sealed record CsvFormat
{
    /// <summary>Comma, double quote, a header, UTF-8 (or what a byte order mark says), a decimal point.</summary>
    public static CsvFormat Default { get; } = new();

    /// <summary>The character between fields: ASCII, and not a line break. A comma by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The character is not ASCII, or is a line break or NUL.</exception>
    public char Separator
    {
        get;
        init => field = Checked(value, nameof(Separator));
    } = ',';

    /// <summary>The character around fields that hold a separator, a quote or a line break; doubled, it stands for itself. ASCII; a double quote by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The character is not ASCII, or is a line break or NUL.</exception>
    public char Quote
    {
        get;
        init => field = Checked(value, nameof(Quote));
    } = '"';

    /// <summary>Whether the first row names the columns. Without a header columns are named by their place: <c>1</c>, <c>2</c>, <c>3</c> …</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>The encoding of the file; <see langword="null"/> means what its byte order mark says, and UTF-8 where it has none.</summary>
    /// <remarks>
    /// In UTF-8, names that are not valid are rejected row by row. In other encodings, bytes without a meaning are read as the encoding's decoder fallback says;
    /// with <see cref="DecoderFallback.ExceptionFallback"/> reading ends there.
    /// </remarks>
    public Encoding? Encoding { get; init; }

    /// <summary>The culture in which scores and amounts are written, for its decimal separator; <see langword="null"/> means the invariant culture. Group separators are never accepted.</summary>
    public CultureInfo? Culture { get; init; }

    private static char Checked(char value, string name) =>
        value is < (char)128 and not '\0' and not '\r' and not '\n'
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"The {name.ToLowerInvariant()} of a CSV file must be an ASCII character other than a line break.");
}
