using System.Globalization;

namespace CustomerJourney.Reporting;

/// <summary>How a report is written: language and number formats, color, and which groups are too small to be shown.</summary>
public sealed record ReportOptions
{
    internal static ReportOptions Default { get; } = new();

    /// <summary>
    /// The culture of numbers and of the few texts that a writer adds (English, simplified and traditional Chinese, Russian and Malay; English for all others).
    /// The default is the invariant culture. Dates and instants are written in ISO form in every culture.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public CultureInfo Culture
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = CultureInfo.InvariantCulture;

    /// <summary>The color of bars and rules on the page, as <c>#rrggbb</c>; <see langword="null"/> for the page's own.</summary>
    /// <exception cref="ArgumentException">The value is not # and six hexadecimal digits.</exception>
    public string? AccentColor
    {
        get;
        init
        {
            if (value is not null && !IsColor(value))
                throw new ArgumentException($"Accent color '{value}' is not a color: write # and six hexadecimal digits, for example #0f6f66.", nameof(value));
            field = value;
        }
    }

    /// <summary>
    /// Groups of fewer people than this are hidden; 0, the default, hides none. It concerns tables that name a <see cref="Events.ResultTable.BaseColumn"/>:
    /// of a row whose base is above 0 and below this limit, or that has no base and counts so few besides, only the text cells are shown. So that a hidden figure cannot be computed from a total,
    /// the next larger rows are hidden too, until the table hides at least two rows that rest on at least this many together. Remarks below such a table are left out, since they may tell of its
    /// rows, and so are those below a table that names no base, since nobody can say of how few they tell.
    /// </summary>
    /// <remarks>Every table is looked at alone: two reports, or two tables of one report, that cut the same people in different ways can still be subtracted from each other.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int SuppressGroupsBelow
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    private static bool IsColor(string text) => text.Length == 7 && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit);
}
