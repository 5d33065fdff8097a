using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Architecture;

public class PublicApiTests
{
    private static readonly string Approved = Repository.File("tests", "CustomerJourney.Tests", "Architecture", "PublicApi.approved.txt");

    /// <summary>A change of the public surface is meant: run the tests once with UPDATE_GOLDEN=1 and commit the new text with the change.</summary>
    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        string actual = PublicApi.ToText();
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(Approved, actual);
        string approved = File.Exists(Approved) ? File.ReadAllText(Approved).ReplaceLineEndings("\n") : "";
        string[] gone = [.. WithType(approved).Except(WithType(actual))], added = [.. WithType(actual).Except(WithType(approved))];
        Assert.True(approved == actual, $"The public surface has changed. If that is meant: UPDATE_GOLDEN=1 dotnet test --filter {nameof(PublicApiTests)}\n{string.Join('\n', gone.Select(line => $"- {line}").Concat(added.Select(line => $"+ {line}")).Take(60))}");
    }

    /// <summary>Each member with the type that it belongs to, so that a difference can be read alone.</summary>
    private static IEnumerable<string> WithType(string text)
    {
        string type = "";
        foreach (string line in text.Split('\n'))
        {
            if (line.Length == 0) continue;
            if (line[0] == ' ') yield return $"{type}:{line[3..]}";
            else yield return type = line;
        }
    }
}
