using System.Text;
using System.Text.RegularExpressions;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Architecture;

/// <summary>A source file of the library: where it lies and what it says, with and without its comments and texts.</summary>
internal sealed partial class SourceFile
{
    private SourceFile(string path)
    {
        Path = path;
        Text = File.ReadAllText(System.IO.Path.Combine(Folder, path));
        Code = WithoutCommentsAndTexts(Text);
    }

    public static string Folder { get; } = Repository.File("src", "CustomerJourney");

    public static IReadOnlyList<SourceFile> All { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path)),
    ];

    /// <summary>The path below the project, with slashes.</summary>
    public string Path { get; }

    public string Text { get; }

    /// <summary>The text without comments, and with empty texts and characters.</summary>
    public string Code { get; }

    public int Lines => Text.Count(character => character == '\n');

    /// <summary>The folders of the file joined by dots; empty at the root.</summary>
    public string FolderName => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/').Replace('/', '.');

    public string Room => Rooms.RoomOfFolder(FolderName);

    /// <summary>The name of the file up to the aspect or the type parameters: JourneyLog of JourneyLog.Cut.cs.</summary>
    public string TypeName => System.IO.Path.GetFileName(Path).Split('.', '{')[0];

    public string Namespace => NamespaceLine().Match(Code).Groups[1].Value;

    /// <summary>The types that are declared at the top level, public ones and others.</summary>
    public IEnumerable<(string Name, bool IsPublic)> Types =>
        TypeLine().Matches(Code).Select(match => (match.Groups["name"].Value, match.Groups["access"].Value == "public"));

    /// <summary>Comments gone; texts empty, but for the code in their holes, which stays.</summary>
    internal static string WithoutCommentsAndTexts(string text)
    {
        StringBuilder code = new(text.Length);
        int index = 0;
        Copy(text, ref index, code, untilBrace: false);
        return code.ToString();
    }

    private static void Copy(string text, ref int index, StringBuilder code, bool untilBrace)
    {
        int depth = 0;
        while (index < text.Length)
        {
            char character = text[index];
            if (Starts(text, index, "//"))
            {
                while (index < text.Length && text[index] != '\n') index++;
            }
            else if (Starts(text, index, "/*"))
            {
                index = text.IndexOf("*/", index, StringComparison.Ordinal) + 2;
            }
            else if (character == '\'')
            {
                index += text[index + 1] == '\\' ? text.IndexOf('\'', index + 3) - index + 1 : 3;
                code.Append("' '");
            }
            else if (TextStart().Match(text, index) is { Success: true } start && start.Index == index)
            {
                SkipText(text, ref index, start.Value, code);
            }
            else
            {
                if (character == '{') depth++;
                if (character == '}' && depth-- == 0 && untilBrace) return;
                code.Append(character);
                index++;
            }
        }
    }

    private static void SkipText(string text, ref int index, string start, StringBuilder code)
    {
        int quotes = start.Count(character => character == '"'), holes = start.Count(character => character == '$');
        bool verbatim = start.Contains('@', StringComparison.Ordinal) || quotes >= 3;
        string end = new('"', quotes >= 3 ? quotes : 1), open = new('{', Math.Max(1, holes));
        index += start.Length;
        if (quotes == 2)
        {
            code.Append("\"\"");
            return;
        }

        code.Append('"');
        while (index < text.Length && !Starts(text, index, end))
        {
            if (!verbatim && text[index] == '\\') index += 2;
            else if (holes > 0 && quotes < 3 && (Starts(text, index, "{{") || Starts(text, index, "}}"))) index += 2;
            else if (holes > 0 && Starts(text, index, open))
            {
                index += open.Length;
                code.Append('{');
                Copy(text, ref index, code, untilBrace: true);
                index += open.Length;
                code.Append('}');
            }
            else index++;
            if (verbatim && quotes == 1 && Starts(text, index, "\"\"")) index += 2;
        }

        index += end.Length;
        code.Append('"');
    }

    private static bool Starts(string text, int index, string with) => string.CompareOrdinal(text, index, with, 0, with.Length) == 0;

    [GeneratedRegex("""\G[$@]*("{3,}|""(?!")|")""")]
    private static partial Regex TextStart();

    [GeneratedRegex(@"^namespace\s+([\w.]+)\s*;", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^(?<access>public|internal|file)\s+(?:(?:static|sealed|abstract|partial|readonly|ref|unsafe)\s+)*(?:record\s+struct|record\s+class|record|class|struct|interface|enum|delegate\s+[\w<>?,.\s\[\]]+?)\s+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeLine();
}
