using System.Globalization;

namespace CustomerJourney.IO;

/// <summary>The one rule by which text from outside is kept from being a formula when a spreadsheet opens it.</summary>
internal static class FormulaText
{
    // With their full-width forms, which spreadsheets of East Asian languages take for the same.
    private const string Starts = "=+-@\t\r\n＝＋－＠";

    /// <summary>The text with an apostrophe before it if a spreadsheet could take it for a formula; a number is none.</summary>
    public static string Safe(string text) => IsFormula(text) ? "'" + text : text;

    public static bool IsFormula(string text) => text.Length > 0 && Starts.Contains(text[0], StringComparison.Ordinal) && !IsNumber(text);

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number);
}
