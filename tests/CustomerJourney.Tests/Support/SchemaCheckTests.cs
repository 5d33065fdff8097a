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
    public void The_schema_that_ships_differs_from_the_specified_one_only_in_that_phases_may_be_missing()
    {
        JsonNode specified = JsonNode.Parse(File.ReadAllText(SharedFolder.File("mapping", "journey.schema.json")))!;
        JsonNode stage = specified["$defs"]!["stage"]!;
        stage["required"]!.AsArray().RemoveAll(name => name!.GetValue<string>() == "phases");
        JsonNode ships = JsonNode.Parse(File.ReadAllText(Repository.File("docs", "journey.schema.json")))!;
        ships["$defs"]!["stage"]!["properties"]!["phases"]!.AsObject().Remove("description");
        Assert.True(JsonNode.DeepEquals(specified, ships));
    }
}
