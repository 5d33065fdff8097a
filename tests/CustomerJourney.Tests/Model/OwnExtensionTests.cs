using System.Text.Json.Nodes;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Model;

/// <summary>Names that begin with <c>x-</c> are the user's, but for those that begin with <c>x-customerjourney-</c>.</summary>
public class OwnExtensionTests
{
    private static readonly string[] Names = ["x-target", "x-observedAs", "x-personaAttribute", "x-", "x-a b", "x-id", "x-personaId", "x-customerjourney-later"];

    [Fact]
    public void Any_extension_of_any_shape_at_any_place_is_kept() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            Random random = new(seed);
            JsonObject document = SchemaDocument.Make(seed);
            foreach (JsonObject place in Places(document).ToArray())
            {
                foreach (string name in Names.Where(_ => random.Next(3) == 0)) place[name] = SchemaDocument.AnyJson(random, 2);
            }

            Journey read = Journey.Parse(document.ToJsonString());
            string written = read.ToJson();
            Assert.True(JsonNode.DeepEquals(SchemaDocument.Normalized(document), SchemaDocument.Normalized(JsonNode.Parse(written))), written);
            Assert.Empty(read.UnreadProperties);
            Assert.Equal(written, Journey.Parse(written, JourneyReadOptions.Lenient).With(_ => { }).ToJson());
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("personaAttribute", "7", "the number 7")]
    [InlineData("personaAttribute", "\"\"", "the text \"\"")]
    [InlineData("target", "\"high\"", "the text \"high\"")]
    [InlineData("target", "3", "the number 3")]
    [InlineData("observedAs", "{\"a\":1}", "an object")]
    [InlineData("observedAs", "[{\"attribute\":\"a\"}]", "a list")]
    public void What_is_the_librarys_own_and_has_another_shape_is_refused_strictly_and_carried_leniently(string name, string value, string what)
    {
        string extension = $",\"x-customerjourney-{name}\":{value}";
        string At(string place) => place == name ? extension : "";
        string json = $$"""{"formatVersion":"1.0","language":"en","journey":{"id":"j","name":"J","type":"custom","state":"current","version":1,"stages":[{"id":"s","name":"S","touchpoints":[{"id":"t","name":"T","kind":"action","emotions":[{"value":1{{At("target")}}}]}]}]{{At("personaAttribute")}}},"personas":[{"id":"p","name":"P"{{At("observedAs")}}}]}""";
        Assert.NotEmpty(SchemaCheck.OfJourney(json));
        string problem = Assert.Single(Assert.Throws<JourneyDefinitionException>(() => Journey.Parse(json)).Problems);
        Assert.Contains($"x-customerjourney-{name}, line 1: it is {what}; allowed is ", problem, StringComparison.Ordinal);
        Journey read = Journey.Parse(json, JourneyReadOptions.Lenient);
        Assert.Equal([problem], read.ReadWarnings);
        Assert.True(JsonNode.DeepEquals(SchemaDocument.Normalized(JsonNode.Parse(json)!), SchemaDocument.Normalized(JsonNode.Parse(read.With(_ => { }).ToJson())!)));
        Journey said = read.With(map => map.PersonasFrom("who").EditPersona("p", persona => persona.ObservedAs("a", "b")));
        Assert.Equal(("who", "b"), (said.PersonaAttribute, Journey.Parse(said.ToJson(), JourneyReadOptions.Lenient).Personas[0].ObservationRules[0].Value));
    }

    /// <summary>The objects of a document that may have extensions: all but texts by language, conditions, and what stands in extensions.</summary>
    private static IEnumerable<JsonObject> Places(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (JsonObject place in list.SelectMany(Places)) yield return place;
        }

        if (node is not JsonObject members) yield break;
        if (!members.Any(entry => SchemaDocument.Tags.Contains(entry.Key))) yield return members;
        foreach ((string name, JsonNode? value) in members)
        {
            if (name is not ("where" or "sourceNames") && !name.StartsWith("x-", StringComparison.Ordinal) && !(value is JsonObject text && text.Any(entry => SchemaDocument.Tags.Contains(entry.Key))))
            {
                foreach (JsonObject place in Places(value)) yield return place;
            }
        }
    }
}
