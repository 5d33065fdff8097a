using System.Globalization;
using System.Text;

namespace CustomerJourney.Building.Mermaid;

/// <summary>Names as the <c>journey</c> diagram of Mermaid can hold them: on one line, without the signs of its grammar, which full-width forms stand for.</summary>
/// <remarks>
/// The grammar (journey.jison of mermaid-js/mermaid): a task name is <c>[^#:\n;]+</c> and must not begin with a keyword; <c>%%</c> begins a comment, a comma parts actors.
/// Angle brackets are replaced too, so that a diagram can stand in a page of HTML.
/// </remarks>
internal static class MermaidName
{
    /// <summary>Invisible: what stands before a name that begins with a keyword.</summary>
    public const char Guard = '\u2060';

    private const char Replacement = '\uFFFD';

    private static readonly string[] Keywords = ["journey", "title", "section", "accTitle", "accDescr"];

    public static bool BeginsWithKeyword(ReadOnlySpan<char> name)
    {
        foreach (string keyword in Keywords)
        {
            if (name.StartsWith(keyword, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>A title or the name of a stage.</summary>
    public static string Escape(string name)
    {
        StringBuilder escaped = new(name.Length);
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || rune.Value == '\uFEFF')
            {
                if (escaped.Length > 0 && escaped[^1] != ' ') escaped.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control || (rune.Value & 0xFFFE) == 0xFFFE) escaped.Append(Replacement);
            else if (rune.Value is '#' or ':' or ';' or '<' or '>') escaped.Append(FullWidth((char)rune.Value));
            else if (rune.Value == '%' && escaped.Length > 0 && escaped[^1] is '%' or '％') escaped.Append('％');
            else escaped.Append(rune);
        }

        string line = escaped.ToString().TrimEnd(' ');
        return line.Length == 0 ? Replacement.ToString() : line;
    }

    /// <summary>The name of a touchpoint, which begins a line.</summary>
    public static string EscapeTask(string name) => Escape(name) is var line && BeginsWithKeyword(line) ? Guard + line : line;

    /// <summary>The name of a persona, which stands between commas.</summary>
    public static string EscapeActor(string name) => Escape(name).Replace(',', FullWidth(','));

    /// <summary>A name without the guard before its keyword.</summary>
    public static string Unguard(string name) => name.Length > 0 && name[0] == Guard && BeginsWithKeyword(name.AsSpan(1)) ? name[1..] : name;

    /// <summary>The form of an ASCII sign as wide as a Chinese character (Unicode, Halfwidth and Fullwidth Forms).</summary>
    private static char FullWidth(char sign) => (char)(sign + 0xFEE0);
}
