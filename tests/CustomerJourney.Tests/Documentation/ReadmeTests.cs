using System.Text.RegularExpressions;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Documentation;

/// <summary>The README cannot rot: its program is a sample that is compiled, its links lead somewhere.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.File("README.md"));

    [Fact]
    public void The_program_is_the_sample_that_is_compiled()
    {
        string program = CodeBlock().Match(Readme).Groups["code"].Value;

        Assert.Equal(File.ReadAllText(Repository.File("samples", "FirstReport", "Program.cs")).TrimEnd(), program.TrimEnd());
    }

    [Fact]
    public void The_program_has_about_twenty_lines() =>
        Assert.InRange(CodeBlock().Match(Readme).Groups["code"].Value.Trim().Split('\n').Length, 15, 26);

    [Fact]
    public void The_two_commands_are_named()
    {
        Assert.Contains("\ndotnet run --project samples/QuickStart\n", Readme, StringComparison.Ordinal);
        Assert.Contains("\ndotnet test\n", Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_lead_to_files_of_the_checkout()
    {
        string[] links = [.. Link().Matches(Readme).Select(match => match.Groups["path"].Value).Where(path => !path.Contains("://", StringComparison.Ordinal))];

        Assert.NotEmpty(links);
        Assert.All(links, path => Assert.True(Path.Exists(Repository.File(path)), $"{path} does not exist"));
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\]\((?<path>[^)#]+)\)")]
    private static partial Regex Link();
}
