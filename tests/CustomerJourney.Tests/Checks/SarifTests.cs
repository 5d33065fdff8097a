using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerJourney.Checks;
using CustomerJourney.Tests.Model;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Checks;

/// <summary>
/// What is written is SARIF 2.1.0, as far as a schema kept here can say: it was written for these tests, holds the objects that we write with their types, enumerations, limits and obligations, and is closed,
/// so that a property that nobody looked up fails. It is not the schema of OASIS, which is not kept in this repository.
/// </summary>
public class SarifTests
{
    private static readonly JsonObject Schema = JsonNode.Parse("""
        {
          "type": "object", "required": ["version", "runs"], "additionalProperties": false,
          "properties": {
            "$schema": { "type": "string", "format": "uri" },
            "version": { "const": "2.1.0" },
            "runs": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/run" } }
          },
          "$defs": {
            "text": { "type": "object", "required": ["text"], "additionalProperties": false, "properties": { "text": { "type": "string" } } },
            "level": { "enum": ["none", "note", "warning", "error"] },
            "run": {
              "type": "object", "required": ["tool", "results"], "additionalProperties": false,
              "properties": {
                "tool": { "type": "object", "required": ["driver"], "additionalProperties": false, "properties": { "driver": { "$ref": "#/$defs/driver" } } },
                "invocations": { "type": "array", "items": { "$ref": "#/$defs/invocation" } },
                "results": { "type": "array", "items": { "$ref": "#/$defs/result" } }
              }
            },
            "driver": {
              "type": "object", "required": ["name"], "additionalProperties": false,
              "properties": { "name": { "type": "string" }, "version": { "type": "string" }, "rules": { "type": "array", "uniqueItems": true, "items": { "$ref": "#/$defs/rule" } } }
            },
            "rule": {
              "type": "object", "required": ["id"], "additionalProperties": false,
              "properties": {
                "id": { "type": "string" },
                "shortDescription": { "$ref": "#/$defs/text" },
                "help": { "$ref": "#/$defs/text" },
                "defaultConfiguration": { "type": "object", "additionalProperties": false, "properties": { "level": { "$ref": "#/$defs/level" } } }
              }
            },
            "invocation": {
              "type": "object", "required": ["executionSuccessful"], "additionalProperties": false,
              "properties": {
                "executionSuccessful": { "type": "boolean" },
                "toolExecutionNotifications": { "type": "array", "items": {
                  "type": "object", "required": ["message"], "additionalProperties": false,
                  "properties": { "level": { "$ref": "#/$defs/level" }, "message": { "$ref": "#/$defs/text" } } } }
              }
            },
            "result": {
              "type": "object", "required": ["message"], "additionalProperties": false,
              "properties": {
                "ruleId": { "type": "string" },
                "ruleIndex": { "type": "integer", "minimum": 0 },
                "level": { "$ref": "#/$defs/level" },
                "message": { "$ref": "#/$defs/text" },
                "locations": { "type": "array", "items": { "$ref": "#/$defs/location" } },
                "suppressions": { "type": "array", "uniqueItems": true, "items": {
                  "type": "object", "required": ["kind"], "additionalProperties": false, "properties": { "kind": { "enum": ["inSource", "external"] } } } }
              }
            },
            "location": {
              "type": "object", "additionalProperties": false,
              "properties": {
                "physicalLocation": {
                  "type": "object", "required": ["artifactLocation", "region"], "additionalProperties": false,
                  "properties": {
                    "artifactLocation": { "type": "object", "required": ["uri"], "additionalProperties": false, "properties": { "uri": { "type": "string", "minLength": 1 } } },
                    "region": { "type": "object", "required": ["startLine"], "additionalProperties": false, "properties": { "startLine": { "type": "integer", "minimum": 1 } } }
                  }
                },
                "logicalLocations": { "type": "array", "uniqueItems": true, "items": {
                  "type": "object", "additionalProperties": false,
                  "properties": { "name": { "type": "string" }, "fullyQualifiedName": { "type": "string" }, "kind": { "type": "string" } } } }
              }
            }
          }
        }
        """)!.AsObject();

    [Fact]
    public void Reports_of_every_sort_are_valid()
    {
        CheckReport[] reports =
        [
            CleanMap.Map.Check(CleanMap.AsOf),
            Journey.CheckDocument("{", CleanMap.AsOf),
            Journey.CheckDocument("{\"journey\":{\"id\":\"\\ud800\"}}", CleanMap.AsOf),
            .. RuleCases.All.Select(one => Journey.CheckDocument(CleanMap.Changed(one.Breaks), one.AsOf, one.Options with { Suppress = ["CJ014", "CJ032"] })),
            .. Enumerable.Range(0, 40).Select(seed => Journey.CheckDocument(AnyMap.Make(seed).ToJson(), CleanMap.AsOf)),
        ];
        Assert.All(reports, report =>
        {
            Assert.Empty(SchemaCheck.Of(Schema, report.ToSarif()));
            Assert.Empty(SchemaCheck.Of(Schema, report.ToSarif("maps/a map.json")));
        });
    }

    [Fact]
    public void The_schema_of_this_test_refuses_what_is_wrong()
    {
        string sarif = TwoFindings().ToSarif("map.json");
        foreach ((string right, string wrong) in new[] { ("\"startLine\": 1", "\"startLine\": 0"), ("\"level\": \"error\"", "\"level\": \"severe\""), ("\"uri\"", "\"url\""), ("\"driver\"", "\"program\""), ("2.1.0\",\n", "2.0\",\n") })
        {
            Assert.Contains(right, sarif, StringComparison.Ordinal);
            Assert.NotEmpty(SchemaCheck.Of(Schema, sarif.Replace(right, wrong, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_result_stands_at_the_line_of_its_finding_and_at_the_first_where_none_is_known()
    {
        CheckReport report = TwoFindings();
        Assert.Equal([7, null], report.Findings.Select(finding => finding.Line));
        Assert.Equal([7, 1], Results(report.ToSarif("map.json")).Select(result => PhysicalLocation(result).GetProperty("region").GetProperty("startLine").GetInt32()));
        Assert.All(Results(report.ToSarif()), result => Assert.False(result.GetProperty("locations")[0].TryGetProperty("physicalLocation", out _)));
    }

    [Theory]
    [InlineData("maps/shop.journey.json", "maps/shop.journey.json")]
    [InlineData("maps/online shop #1.json", "maps/online%20shop%20%231.json")]
    [InlineData("maps\\shop.json", "maps/shop.json")]
    [InlineData("../maps/50%?.json", "../maps/50%25%3F.json")]
    [InlineData("shop: a map.json", "shop%3A%20a%20map.json")]
    [InlineData("mailto:shop", "mailto%3Ashop")]
    [InlineData("地图/店.json", "%E5%9C%B0%E5%9B%BE/%E5%BA%97.json")]
    public void A_path_becomes_a_relative_reference(string document, string expected)
    {
        string uri = UriOf(document);
        Assert.Equal(expected, uri);
        Assert.True(Uri.IsWellFormedUriString(uri, UriKind.Relative));
        Assert.False(Uri.IsWellFormedUriString(uri, UriKind.Absolute));
    }

    [Theory]
    [InlineData("https://example.com/a map.json", "https://example.com/a%20map.json")]
    [InlineData("/home/ana/a map.json", "file:///home/ana/a%20map.json")]
    [InlineData("C:\\maps\\a map.json", "file:///C:/maps/a%20map.json")]
    public void An_address_and_a_path_from_the_root_become_an_address(string document, string expected)
    {
        Assert.Equal(expected, UriOf(document));
        Assert.True(Uri.IsWellFormedUriString(expected, UriKind.Absolute));
    }

    [Fact]
    public void A_blank_path_is_refused() => Assert.Throws<ArgumentException>("document", () => TwoFindings().ToSarif(" "));

    private static CheckReport TwoFindings() => new()
    {
        JourneyId = "shop",
        Findings =
        [
            new() { Rule = "CJ030", Severity = FindingSeverity.Error, Element = "touchpoint pay", Message = "x", Path = "$.journey.stages[0].touchpoints[0]", Line = 7 },
            new() { Rule = "CJ010", Severity = FindingSeverity.Error, Element = "journey shop", Message = "y" },
        ],
    };

    private static string UriOf(string document) => PhysicalLocation(Results(TwoFindings().ToSarif(document))[0]).GetProperty("artifactLocation").GetProperty("uri").GetString()!;

    private static JsonElement PhysicalLocation(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation");

    private static JsonElement[] Results(string sarif) => [.. JsonDocument.Parse(sarif).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()];
}
