using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Reporting;

/// <summary>Text that tries to break out of a format, mixed with whatever else FsCheck thinks of.</summary>
internal static class HostileText
{
    private static readonly string[] Fragments =
    [
        "<script>alert(1)</script>", "</td>", "</table>", "</svg>", "</title>", "</style>", "<!--", "-->", "]]>", "<![CDATA[", "\"", "'", "`", "&", "&lt;", "&#60;", "\" onload=\"x", "' onclick='x",
        "<img src=x onerror=alert(1)>", "javascript:alert(1)", "https://evil.example", "www.evil.example", "[a](b)", "![a](b)", "|", "\\", "\\|", "\\\\|", "\n", "\r\n", "\r", "\t", "\u2028", "\u0085",
        "# ", "---", "===", "1. ", "- ", "* ", "**", "__", "~~", "```", "$x$", "=1+1", "+1", "-1", "@x", "＝1", ",", ";", "\"\"", "\0", "\u0007", "\u001b[31m", "\ud800", "\udfff", "\ufffe", "\uffff", "\u202e", "电话", "😀", "e\u0301", " ", "a", "Purchase",
        "%s", "{0}", "{{", "}}",
    ];

    public static Gen<string> Text { get; } =
        from parts in Gen.OneOf(Gen.Elements(Fragments), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")).ListOf()
        select string.Concat(parts);

    /// <summary>Text that is allowed as a title.</summary>
    public static Gen<string> Title { get; } = Text.Select(text => string.IsNullOrWhiteSpace(text) ? text + "t" : text);

    public static Arbitrary<string[]> Texts(int count) => Title.ArrayOf(count).ToArbitrary();
}
