using System.Text;
using CustomerJourney.Checks;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Documentation;

/// <summary>The page on checks lists the rules that there are; <c>UPDATE_GOLDEN=1</c> rewrites its table.</summary>
public sealed class ChecksDocumentTests
{
    private const string Begin = "<!-- rules -->\n";
    private const string End = "<!-- end of rules -->";

    [Fact]
    public void The_table_lists_every_rule()
    {
        string path = Repository.File("docs", "checks.md");
        string page = File.ReadAllText(path);
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, end = page.IndexOf(End, StringComparison.Ordinal);
        string rewritten = page[..begin] + Table() + page[end..];
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(path, rewritten);

        Assert.Equal(rewritten, File.ReadAllText(path));
        Assert.Equal(46, CheckRules.All.Count);
    }

    private static string Table()
    {
        StringBuilder table = new("| id | severity | finds | what to do |\n|---|---|---|---|\n");
        foreach (CheckRule rule in CheckRules.All) table.Append("| ").AppendJoin(" | ", rule.Id, rule.Severity, rule.Title, rule.Suggestion).Append(" |\n");
        return table.ToString();
    }
}
