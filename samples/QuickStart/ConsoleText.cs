namespace QuickStart;

/// <summary>Text for the console. Names from files are shown as they are, but for control characters, which could take the terminal over.</summary>
internal static class ConsoleText
{
    /// <summary>Colors are for people who look at a terminal, and not for those who turned them off (https://no-color.org).</summary>
    private static readonly bool Colored =
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    public static string Heading(string text) => Styled("1", text);

    public static string Alarm(string text) => Styled("1;31", text);

    public static string Faint(string text) => Styled("2", text);

    /// <summary>One line without control characters.</summary>
    public static string Plain(string text) => string.Concat(text.ReplaceLineEndings(" ").Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));

    /// <summary>Plain, and cut where it is longer than a width.</summary>
    public static string Cut(string text, int width)
    {
        string plain = Plain(text);
        return plain.Length <= width ? plain : string.Concat(plain.AsSpan(0, width - 1), "…");
    }

    /// <summary>Plain, and exactly as wide as its column.</summary>
    public static string Fit(string text, int width) => Cut(text, width).PadRight(width);

    private static string Styled(string code, string text) => Colored ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
