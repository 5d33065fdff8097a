using System.Text.Json.Nodes;

namespace CustomerJourney.Tests.Support;

/// <summary>A check that lets everything pass would prove nothing.</summary>
public class SchemaCheckTests
{
    private const string Map = """{"formatVersion":"1.0","language":"en","journey":{"id":"j","name":"J","type":"custom","state":"current","version":1,"stages":[{"id":"s","name":"S","touchpoints":[{"id":"t","name":"T","kind":"interaction","initiator":"customer"}]}]}}""";

    [Fact]
    public void A_map_is_valid() => Assert.Empty(SchemaCheck.OfJourney(Map));

    [Theory]
    [InlineData("\"1.0\"", "\"2.0\"")]
    [InlineData("\"language\":\"en\",", "")]
    [InlineData("\"J\"", "\"\"")]
    [InlineData("\"J\"", "{}")]
    [InlineData("\"J\"", "{\"english\":\"J\"}")]
    [InlineData("\"j\"", "\"J\"")]
    [InlineData("\"custom\"", "\"other\"")]
    [InlineData("\"version\":1", "\"version\":0")]
    [InlineData("\"version\":1", "\"version\":1.5")]
    [InlineData(",\"initiator\":\"customer\"", "")]
    [InlineData("\"id\":\"t\"", "\"id\":\"t\",\"mood\":1")]
    [InlineData("\"id\":\"t\"", "\"id\":\"t\",\"targetEmotion\":3")]
    [InlineData("\"id\":\"t\"", "\"id\":\"t\",\"personaIds\":[\"a\",\"a\"]")]
    [InlineData("\"id\":\"s\"", "\"id\":\"s\",\"phases\":[]")]
    [InlineData("\"id\":\"s\"", "\"id\":\"s\",\"phases\":[{\"phase\":\"need\",\"weight\":0}]")]
    [InlineData("\"id\":\"s\"", "\"id\":\"s\",\"expectedDuration\":{\"min\":\"P\",\"max\":\"P1D\"}")]
    [InlineData("\"id\":\"j\"", "\"id\":\"j\",\"createdAt\":\"2026-02-30\"")]
    public void A_broken_map_is_not(string before, string after)
    {
        Assert.Contains(before, Map, StringComparison.Ordinal);
        Assert.NotEmpty(SchemaCheck.OfJourney(Map.Replace(before, after, StringComparison.Ordinal)));
    }

    [SharedFact("mapping", "journey.schema.json")]
    public void What_the_specified_schema_allows_and_the_one_that_ships_does_not_is_known()
    {
        JsonNode specified = JsonNode.Parse(File.ReadAllText(SharedFolder.File("mapping", "journey.schema.json")))!, ships = JsonNode.Parse(File.ReadAllText(Repository.File("docs", "journey.schema.json")))!;
        // Phases may be missing, and languages have subtags of one letter: more is allowed. All else that differs bounds a value.
        string[] bounds = ["description", "pattern", "maximum", "maxItems", "minLength", "propertyNames", "format", "properties"];
        SortedSet<string> differences = new(StringComparer.Ordinal);
        Compare(specified, ships, "", differences);
        Assert.Equal("/$defs/stage/required/0 phases", Assert.Single(differences, difference => !bounds.Contains(difference.Split('/')[^1])));
        Assert.All(differences.Where(difference => difference.EndsWith("properties", StringComparison.Ordinal)), difference => Assert.StartsWith("/$defs/eventBinding/", difference, StringComparison.Ordinal));
    }

    private static void Compare(JsonNode? before, JsonNode? after, string path, SortedSet<string> differences)
    {
        if (path.EndsWith("stage/required", StringComparison.Ordinal))
        {
            differences.UnionWith(before!.AsArray().Select(name => name!.GetValue<string>()).Except(after!.AsArray().Select(name => name!.GetValue<string>())).Select((name, index) => $"{path}/{index} {name}"));
            return;
        }

        if (before is JsonObject one && after is JsonObject other)
        {
            foreach (string name in one.Select(member => member.Key).Union(other.Select(member => member.Key)).Where(name => !name.StartsWith("x-customerjourney-", StringComparison.Ordinal)))
                Compare(one[name], other[name], $"{path}/{name}", differences);
        }
        else if (before is JsonArray list && after is JsonArray otherList && list.Count == otherList.Count)
        {
            for (int i = 0; i < list.Count; i++) Compare(list[i], otherList[i], $"{path}/{i}", differences);
        }
        else if (!JsonNode.DeepEquals(before, after))
        {
            differences.Add(path);
        }
    }
}
