using System.IO.Enumeration;

namespace CustomerJourney.IO;

/// <summary>Files by a pattern of their paths, such as <c>exports/**/events-*.csv</c>, for logs of several files.</summary>
public static class FilePattern
{
    private const string AnyFolders = "**";
    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>The files whose paths match a pattern.</summary>
    /// <param name="pattern">
    /// A path, relative to the current directory or absolute, in which <c>*</c> stands for any characters of a name, <c>?</c> for one, and a folder <c>**</c> for any number of folders, none included.
    /// Letter case matters, but on Windows. As in a shell, names that begin with a dot are found only where the pattern has the dot; links to folders are not followed for <c>**</c>.
    /// </param>
    /// <returns>The paths, each once, in ordinal order with <c>/</c> between folders: the same order on every machine. They begin as the pattern does. Empty if no file matches.</returns>
    /// <exception cref="ArgumentException">The pattern is empty.</exception>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be read.</exception>
    public static IReadOnlyList<string> Find(string pattern)
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        string root = Path.GetPathRoot(pattern)!;
        string[] parts = pattern[root.Length..].Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        List<string> found = [];
        if (parts.Length > 0) AddFrom(root, parts, found);
        return [.. found.Distinct(StringComparer.Ordinal).OrderBy(path => path.Replace(Path.DirectorySeparatorChar, '/'), StringComparer.Ordinal)];
    }

    /// <summary>Whether a path is a pattern: it has a <c>*</c> or <c>?</c>, and no file is called just so.</summary>
    internal static bool IsPattern(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0 && !File.Exists(path);

    private static void AddFrom(string folder, ReadOnlySpan<string> parts, List<string> found)
    {
        string part = parts[0];
        bool isLast = parts.Length == 1;
        if (part == AnyFolders)
        {
            // As the last part it stands for all files below.
            AddFrom(folder, isLast ? ["*"] : parts[1..], found);
            foreach (DirectoryInfo inner in Folders(folder).Where(inner => inner.LinkTarget is null && inner.Name[0] != '.')) AddFrom(Path.Join(folder, inner.Name), parts, found);
        }
        else if (part.AsSpan().IndexOfAny('*', '?') < 0)
        {
            string path = Path.Join(folder, part);
            if (!isLast && Directory.Exists(path)) AddFrom(path, parts[1..], found);
            if (isLast && File.Exists(path)) found.Add(path);
        }
        else if (isLast)
        {
            found.AddRange(In(folder).EnumerateFiles().Where(file => Matches(part, file.Name)).Select(file => Path.Join(folder, file.Name)));
        }
        else
        {
            foreach (DirectoryInfo inner in Folders(folder).Where(inner => Matches(part, inner.Name))) AddFrom(Path.Join(folder, inner.Name), parts[1..], found);
        }
    }

    private static DirectoryInfo In(string folder) => new(folder.Length == 0 ? "." : folder);

    private static DirectoryInfo[] Folders(string folder) => In(folder).GetDirectories();

    private static bool Matches(string part, string name) =>
        (name[0] != '.' || part[0] == '.') && FileSystemName.MatchesSimpleExpression(part, name, ignoreCase: OperatingSystem.IsWindows());
}
