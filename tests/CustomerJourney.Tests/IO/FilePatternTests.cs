using CustomerJourney.IO;

namespace CustomerJourney.Tests.IO;

public sealed class FilePatternTests : IDisposable
{
    private static readonly string[] Files =
    [
        "a.csv", "b.csv", "B.csv", "a.txt", ".hidden.csv", "2025/a.csv", "2025/01/a.csv", "2025/01/b.csv", "2025/02/a.csv", "2025/.git/a.csv", "2025-x/a.csv", "2026/01/a.csv", "2026/01/deep/er/a.csv",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cj");

    public FilePatternTests()
    {
        foreach (string file in Files)
        {
            string path = Path.Join(_folder.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "");
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("a.csv", "a.csv")]
    [InlineData("none.csv")]
    [InlineData("2025")]
    [InlineData("none/*.csv")]
    [InlineData("?.txt", "a.txt")]
    [InlineData(".*.csv", ".hidden.csv")]
    [InlineData("*/a.csv", "2025-x/a.csv", "2025/a.csv")]
    [InlineData("2025/*/a.csv", "2025/01/a.csv", "2025/02/a.csv")]
    [InlineData("2025/0?/[ab].csv")]
    [InlineData("202?/01/*", "2025/01/a.csv", "2025/01/b.csv", "2026/01/a.csv")]
    [InlineData("**/b.csv", "2025/01/b.csv", "b.csv")]
    [InlineData("2025/**/a.csv", "2025/01/a.csv", "2025/02/a.csv", "2025/a.csv")]
    [InlineData("2026/**", "2026/01/a.csv", "2026/01/deep/er/a.csv")]
    [InlineData("2026/**/**/a.*", "2026/01/a.csv", "2026/01/deep/er/a.csv")]
    [InlineData("**/deep/**/a.csv", "2026/01/deep/er/a.csv")]
    public void Files_are_found_in_ordinal_order(string pattern, params string[] expected) =>
        Assert.Equal(expected, FilePattern.Find($"{_folder.FullName}/{pattern}").Select(path => Path.GetRelativePath(_folder.FullName, path).Replace('\\', '/')));

    [Fact]
    public void Upper_case_comes_before_lower_case()
    {
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(["B.csv", "a.csv", "b.csv"], FilePattern.Find($"{_folder.FullName}/*.csv").Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public void A_link_back_to_a_folder_above_is_no_trap()
    {
        if (OperatingSystem.IsWindows()) return;
        Directory.CreateSymbolicLink(Path.Join(_folder.FullName, "2026/01/loop"), _folder.FullName);
        Assert.Equal(2, FilePattern.Find($"{_folder.FullName}/2026/**/a.csv").Count);
    }

    [Fact]
    public void A_relative_pattern_gives_relative_paths()
    {
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), _folder.FullName);
        Assert.Equal([Path.Join(relative, "2025", "02", "a.csv")], FilePattern.Find($"{relative}/2025/*2/*.csv"));
        Assert.Empty(FilePattern.Find("no-such-*.csv"));
        Assert.Throws<ArgumentException>(() => FilePattern.Find(""));
    }
}
