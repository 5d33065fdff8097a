using System.Text.Json.Nodes;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Model;

/// <summary>What <c>docs/journey.schema.json</c> allows is read strictly and written back.</summary>
public class SchemaDocumentTests
{
    [Fact]
    public void Every_document_that_the_schema_allows_is_read_strictly_and_comes_back() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            JsonObject document = SchemaDocument.Make(seed);
            string json = document.ToJsonString();
            Assert.Equal([], SchemaCheck.OfJourney(json));
            string written = Journey.Parse(json).ToJson();
            Assert.True(JsonNode.DeepEquals(SchemaDocument.Normalized(document), SchemaDocument.Normalized(JsonNode.Parse(written))), $"{json}\n{written}");
            Assert.Equal([], SchemaCheck.OfJourney(written));
            Assert.Equal(written, Journey.Parse(written).ToJson());
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("\"where\":{\"a\":[1,\"b\"],\"n\":null,\"o\":{\"to\":1},\"f\":true}", "a = [\n  1,\n  \"b\"\n]; n = null; o = {\n  \"to\": 1\n}; f = true")]
    public void Conditions_of_any_value_are_kept_as_their_JSON(string where, string conditions)
    {
        Journey map = Journey.Parse(Map(touchpoint: $",\"eventBindings\":[{{\"eventType\":\"e\",{where}}},{{\"eventType\":\"e\"}},{{\"eventType\":\"e\"}}]"));
        Assert.Equal(conditions, string.Join("; ", map.Touchpoints[0].EventBindings[0].Conditions.Select(condition => $"{condition.Attribute} = {condition.Value}")));
        Assert.Equal(3, map.Touchpoints[0].EventBindings.Count);
        Assert.Contains("\"n\": null", map.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(",\"opportunities\":[{\"id\":\"o\",\"title\":\"O\",\"status\":\"idea\",\"reachPerQuarter\":3000000000}]", "\"reachPerQuarter\": 3000000000")]
    [InlineData(",\"owner\":{\"name\":\"\"}", "\"name\": \"J\"")]
    [InlineData(",\"stageModelId\":\"\"", "\"name\": \"J\"")]
    public void What_says_nothing_or_much_is_read(string journey, string written) => Assert.Contains(written, Journey.Parse(Map(journey)).ToJson(), StringComparison.Ordinal);

    [Fact]
    public void More_stages_than_a_log_can_tell_apart_are_refused_by_schema_and_library()
    {
        string json = Map().Replace("\"stages\":[", "\"stages\":[" + string.Concat(Enumerable.Range(0, 254).Select(stage => $"{{\"id\":\"s{stage}\",\"name\":\"S\",\"touchpoints\":[]}},")), StringComparison.Ordinal);
        Assert.NotEmpty(SchemaCheck.OfJourney(json));
        Assert.Contains("at most 254", Assert.Throws<JourneyDefinitionException>(() => Journey.Parse(json)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"language\":\"en\"", "\"language\":\"deutsch\"")]
    [InlineData("\"name\":\"J\"", "\"name\":\" \"")]
    [InlineData("\"version\":1", "\"version\":2147483648")]
    [InlineData("\"kind\":\"action\"", "\"kind\":\"action\",\"claims\":[{\"key\":\" \",\"value\":\"v\"}]")]
    [InlineData("\"kind\":\"action\"", "\"kind\":\"action\",\"eventBindings\":[{\"eventType\":\"e\",\"where\":{\"channel\":1}}]")]
    [InlineData("\"kind\":\"action\"", "\"kind\":\"action\",\"eventBindings\":[{\"eventType\":\"e\",\"where\":{\"\":1}}]")]
    public void What_the_library_refuses_the_schema_refuses(string before, string after)
    {
        string json = Map().Replace(before, after, StringComparison.Ordinal);
        Assert.NotEmpty(SchemaCheck.OfJourney(json));
        Assert.Throws<JourneyDefinitionException>(() => Journey.Parse(json));
    }

    private static string Map(string journey = "", string touchpoint = "") =>
        $$"""{"formatVersion":"1.0","language":"en","journey":{"id":"j","name":"J","type":"custom","state":"current","version":1,"stages":[{"id":"s","name":"S","touchpoints":[{"id":"t","name":"T","kind":"action"{{touchpoint}} }]}]{{journey}} } }""";
}
