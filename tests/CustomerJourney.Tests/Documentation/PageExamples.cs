using System.Text.RegularExpressions;
using CustomerJourney.Tests.Samples;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Documentation;

/// <summary>The examples of a sample that belongs to a page: their code as it is compiled, and what they print when they are run, all of them once.</summary>
public abstract partial class PageExamples
{
    /// <param name="sample">The name of the sample.</param>
    /// <param name="folder">Where in the sample's folder the code of examples lies; the sample is run in its folder.</param>
    protected PageExamples(string sample, string folder = "")
    {
        (int code, string output, string error) = SampleProgram.RunIn(Repository.File("samples", sample), sample);
        Assert.Equal((0, ""), (code, error));
        foreach (string part in output.ReplaceLineEndings("\n").Split("=== ", StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = part.Split('\n', 2);
            Outputs.Add((parts[0], parts[1].TrimEnd('\n')));
        }

        foreach (string file in Directory.GetFiles(Repository.File("samples", sample, folder), "*.cs"))
        {
            foreach (Match example in Example().Matches(File.ReadAllText(file).ReplaceLineEndings("\n")))
            {
                IEnumerable<string> lines = example.Groups["code"].Value.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? line : line[example.Groups["indent"].Length..]);
                Codes.Add(example.Groups["name"].Value, string.Join('\n', lines));
            }
        }
    }

    /// <summary>What each example prints, in the order in which they are run.</summary>
    public List<(string Name, string Output)> Outputs { get; } = [];

    /// <summary>The code of each example.</summary>
    public Dictionary<string, string> Codes { get; } = [];

    /// <summary>The blocks of code of a page, each with the block of text that follows it at once, or the empty text.</summary>
    public static IEnumerable<(string Code, string Output)> On(string page) =>
        Block().Matches(page).Select(block => (block.Groups["code"].Value, block.Groups["output"].Value));

    public static string Page(string name) => File.ReadAllText(Repository.File("docs", name)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^(?<indent> *)// Example: (?<name>[^\n]+)\n(?<code>.*?)^ *// End$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)\n```$(\n\n```text\n(?<output>.*?)\n```$)?", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
