using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CustomerJourney.Checks;
using CustomerJourney.Tests.IO;

namespace CustomerJourney.Tests.Checks;

public class DocumentTests
{
    [Fact]
    public void A_document_of_a_map_is_checked_as_the_map_and_says_where()
    {
        CheckReport report = Journey.CheckDocument(CleanMap.Map.ToJson(), new DateOnly(2027, 1, 1));
        Assert.NotEmpty(report.Findings);
        Assert.Equal(CleanMap.Map.Check(new DateOnly(2027, 1, 1)).Findings, report.Findings.Select(finding => finding with { Path = null, Line = null }));
        Assert.All(report.Findings, finding => Assert.Equal(("$.journey", 4), (finding.Path, finding.Line)));
    }

    [Fact]
    public void A_document_of_no_map_gives_what_can_be_found_and_says_why_the_rest_was_not_asked()
    {
        CheckReport report = Journey.CheckDocument(
            CleanMap.Changed(document =>
            {
                document.Touchpoint(1, 0)["ownerDepartmentId"] = "gone";
                document.Stage(1)["phases"]![0]!["weight"] = 0.9;
                document.Touchpoint(0, 0)["importance"] = 9;
            }),
            CleanMap.AsOf,
            new() { Suppress = ["CJ001"] });
        Assert.Equal("CJ003", Assert.Single(report.Findings).Rule);
        Assert.Equal("touchpoint payment", Assert.Single(report.Suppressed).Element);
        Assert.Contains(report.Unreadable, problem => problem.Contains("importance", StringComparison.Ordinal));
        Assert.True(report.HasErrors);
        Assert.Equal("bicycle", report.JourneyId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"journey\":[]}")]
    [InlineData("{\"journey\":{\"id\":\"\\ud800\",\"stages\":[{\"id\":7,\"phases\":[1,{\"weight\":\"1\"}],\"touchpoints\":{}},null]}}")]
    public void What_is_no_journey_document_is_an_error_and_no_exception(string json)
    {
        CheckReport report = Journey.CheckDocument(json, CleanMap.AsOf);
        Assert.NotEmpty(report.Unreadable);
        Assert.True(report.HasErrors);
        Assert.Contains("no map could be built", report.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_looks_like_a_reference_is_none()
    {
        CheckReport report = Journey.CheckDocument(
            CleanMap.Changed(document =>
            {
                JsonObject touchpoint = document.Touchpoint(0, 0).AsObject();
                touchpoint["importance"] = 9;
                touchpoint["eventBindings"] = JsonNode.Parse("""[{"eventType":"e","where":{"from":"mail","to":"shop","personaId":"7","stages":[{"id":"s","personaIds":["q"]}]}}]""");
                touchpoint["description"] = JsonNode.Parse("""{"en":"Here","to":"Heni"}""");
                touchpoint["x-flow"] = JsonNode.Parse("""{"from":"a","to":"b","personas":[{"id":"z"}]}""");
                document.Stage(0)["sourceNames"] = JsonNode.Parse("""{"to":"Heni","from":"x"}""");
            }),
            CleanMap.AsOf);
        Assert.Empty(report.Findings);
        Assert.Contains("importance", Assert.Single(report.Unreadable), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("journey.personaIds", "[\"gone\"]")]
    [InlineData("journey.owner", "{\"departmentId\":\"gone\"}")]
    [InlineData("journey.transitions", "[{\"from\":\"gone\",\"to\":\"gone\",\"kind\":\"next\"}]")]
    [InlineData("journey.opportunities", "[{\"id\":\"o\",\"title\":\"O\",\"status\":\"idea\",\"painPointIds\":[\"gone\"],\"stageIds\":[\"gone\"],\"touchpointIds\":[\"gone\"],\"metricIds\":[\"gone\"],\"ownerDepartmentId\":\"gone\"}]")]
    [InlineData("personas", "[{\"id\":\"p\",\"name\":\"P\",\"behavioural\":{\"preferredChannelIds\":[\"gone\"]},\"evidenceIds\":[\"gone\"]}]")]
    [InlineData("metrics", "[{\"id\":\"m\",\"name\":\"M\",\"kind\":\"nps\",\"unit\":\"score\",\"direction\":\"higherIsBetter\",\"observations\":[{\"at\":\"2026-01-01\",\"value\":1,\"personaId\":\"gone\"}]}]")]
    [InlineData("journey.stages", "[{\"id\":\"s\",\"name\":\"S\",\"departmentIds\":[\"gone\"],\"metricIds\":[\"gone\"],\"touchpoints\":[{\"id\":\"t\",\"name\":\"T\",\"kind\":\"action\",\"channelId\":\"gone\",\"personaIds\":[\"gone\"],\"departmentIds\":[\"gone\"],\"ownerDepartmentId\":\"gone\",\"metricIds\":[\"gone\"],\"evidenceIds\":[\"gone\"],\"emotions\":[{\"value\":1,\"personaId\":\"gone\"}],\"painPoints\":[{\"id\":\"x\",\"text\":\"X\",\"severity\":1,\"personaIds\":[\"gone\"],\"evidenceIds\":[\"gone\"]}]}]}]")]
    public void Every_reference_of_the_format_is_looked_up(string place, string value)
    {
        JsonNode document = JsonNode.Parse("""{"formatVersion":"1.0","language":"en","journey":{"id":"j","name":"J","type":"custom","state":"current","version":1,"stages":[{"id":"s","name":"S","touchpoints":[]}]}}""")!;
        string[] steps = place.Split('.');
        (steps.Length == 2 ? document["journey"]! : document)[steps[^1]] = JsonNode.Parse(value);
        CheckReport report = Journey.CheckDocument(document.ToJsonString(), CleanMap.AsOf);
        Assert.Equal(value.Split("gone").Length - 1, report.Findings.Count(finding => finding.Rule == "CJ001"));
        Assert.Equal(report.Findings.Count, report.Unreadable.Count);
    }

    [Fact]
    public void A_quote_is_short_however_many_marks_its_letters_carry()
    {
        string heavy = "a" + new string('\u0301', 2_000_000);
        Assert.InRange(CustomerJourney.Checks.Wording.Quote(heavy).Length, 10, 1_100);
        Assert.EndsWith("…”", CustomerJourney.Checks.Wording.Quote(heavy), StringComparison.Ordinal);
        Assert.Equal("“e\u0301”", CustomerJourney.Checks.Wording.Quote("e\u0301"));
    }

    [Fact]
    public void A_document_that_is_too_deep_or_too_large_is_refused_without_harm()
    {
        string deep = $"{{\"journey\":{new string('[', 10_000)}{new string(']', 10_000)}}}";
        Assert.NotEmpty(Journey.CheckDocument(deep, CleanMap.AsOf).Unreadable);
        Assert.NotEmpty(Journey.CheckDocument(CleanMap.Map.ToJson(), CleanMap.AsOf, reading: new JourneyReadOptions { MaximumBytes = 100 }).Unreadable);
    }

    [Theory]
    [InlineData("car-purchase", 8)]
    [InlineData("online-shop", 7)]
    [InlineData("saas-trial", 4)]
    public void Findings_name_the_path_and_line_of_their_element(string name, int count)
    {
        string file = File.ReadAllText(ExampleTests.MapFile($"{name}.journey.json"));
        string[] lines = file.Split('\n');
        CheckReport report = Journey.CheckDocument(file, new DateOnly(2026, 11, 15));
        Assert.Equal(count, report.Findings.Count);
        Assert.All(report.Findings, finding =>
        {
            JsonNode element = At(JsonNode.Parse(file)!, finding.Path!);
            string kind = finding.Element.Split(' ')[0], id = finding.Element.Split(' ')[^1];
            Assert.Equal(id, (kind == "claim" ? element["key"] : element["id"])!.GetValue<string>());
            Assert.Matches(kind == "journey" ? "\"journey\": *\\{" : "^ *\\{", lines[finding.Line!.Value - 1]);
            Assert.Contains(lines[(finding.Line.Value - 1)..(finding.Line.Value + 1)], line => line.Contains($"\"{id}\"", StringComparison.Ordinal));
            Assert.Contains($"{finding.Rule} {finding.Element} (line {finding.Line}): ", report.ToText(), StringComparison.Ordinal);
            Assert.Contains($"\"path\": \"{finding.Path}\",\n      \"line\": {finding.Line},", report.ToJson(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Findings_about_a_document_name_the_value_that_is_wrong()
    {
        string json = CleanMap.Map.ToJson().Replace("\"weight\": 0.4", "\"weight\": 0.3", StringComparison.Ordinal).Replace("\"channelId\": \"social-media\"", "\"channelId\": \"gone\"", StringComparison.Ordinal);
        json = json.Replace("\"id\": \"nps\"", "\"id\": \"csat\"", StringComparison.Ordinal);
        string[] lines = json.Split('\n');
        Finding[] findings = [.. Journey.CheckDocument(json, CleanMap.AsOf).Findings];
        Assert.Contains("\"channelId\": \"gone\"", lines[Line("CJ001", "$.journey.stages[0].touchpoints[0].channelId")], StringComparison.Ordinal);
        Assert.Contains("\"csat\"", lines[Line("CJ002", "$.metrics[1]") + 1], StringComparison.Ordinal);
        Assert.Contains("\"phases\"", lines[Line("CJ003", "$.journey.stages[1].phases")], StringComparison.Ordinal);

        int Line(string rule, string path) => findings.First(finding => finding.Rule == rule && finding.Path == path).Line!.Value - 1;
    }

    [Fact]
    public void A_finding_of_a_user_that_says_where_it_is_stays_there_and_an_unknown_element_is_nowhere()
    {
        Finding own = new() { Rule = "SHOP1", Severity = FindingSeverity.Info, Element = "touchpoint payment", Message = "x", Path = "$.journey.name", Line = 6 };
        CheckReport report = Journey.CheckDocument(CleanMap.Map.ToJson(), CleanMap.AsOf, new() { Rules = [new OwnRule(own), new OwnRule(own with { Rule = "SHOP2", Element = "the whole", Path = null, Line = null })] });
        Assert.Equal([("$.journey.name", 6), (null, null)], report.Findings.Select(finding => (finding.Path, finding.Line)));
    }

    [Fact]
    public async Task A_stream_is_checked_as_its_text()
    {
        string[] documents = [CleanMap.Map.ToJson(), CleanMap.Changed(document => document.Touchpoint(1, 0)["channelId"] = "gone"), "\uFEFF" + CleanMap.Map.ToJson(), "{", ""];
        CheckOptions options = new() { Suppress = ["CJ001"], ReviewEveryDays = 7 };
        foreach (string json in documents)
        {
            CheckReport expected = Journey.CheckDocument(json, CleanMap.AsOf, options);
            using MemoryStream stream = Stream(json);
            Assert.Equal(expected, Journey.CheckDocument(stream, CleanMap.AsOf, options));
            Assert.Equal(stream.Length, stream.Position);
            stream.Position = 0;
            Assert.Equal(expected, await Journey.CheckDocumentAsync(new ChunkedStream(stream.ToArray(), 7), CleanMap.AsOf, options));
        }
    }

    [Fact]
    public async Task A_stream_is_read_as_the_options_say_and_no_further_than_its_limit()
    {
        string unknown = CleanMap.Changed(document => document.Root()["mood"] = "good");
        Assert.NotEmpty(Journey.CheckDocument(Stream(unknown), CleanMap.AsOf).Unreadable);
        Assert.Empty(Journey.CheckDocument(Stream(unknown), CleanMap.AsOf, reading: JourneyReadOptions.Lenient).Unreadable);
        Assert.Empty((await Journey.CheckDocumentAsync(Stream(unknown), CleanMap.AsOf, reading: JourneyReadOptions.Lenient)).Unreadable);

        JourneyReadOptions small = new() { MaximumBytes = 100 };
        using MemoryStream large = new(new byte[10_000_000]);
        string refused = Assert.Single(Journey.CheckDocument(large, CleanMap.AsOf, reading: small).Unreadable);
        Assert.Contains("100 bytes", refused, StringComparison.Ordinal);
        Assert.InRange(large.Position, 101, 1_000_000);
        large.Position = 0;
        Assert.Equal(refused, Assert.Single((await Journey.CheckDocumentAsync(large, CleanMap.AsOf, reading: small)).Unreadable));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Journey.CheckDocumentAsync(Stream(unknown), CleanMap.AsOf, cancellationToken: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void References_of_every_kind_are_followed()
    {
        string[] references = ["personaIds", "channelId", "departmentIds", "ownerDepartmentId", "metricIds", "evidenceIds"];
        foreach (string reference in references)
        {
            CheckReport report = Journey.CheckDocument(
                CleanMap.Changed(document => document.Touchpoint(0, 0)[reference] = reference.EndsWith('s') ? new JsonArray("gone") : "gone"), CleanMap.AsOf);
            Finding finding = Assert.Single(report.Findings);
            Assert.Equal(("CJ001", "touchpoint advert"), (finding.Rule, finding.Element));
        }

        foreach (string reference in new[] { "painPointIds", "stageIds", "touchpointIds" })
            Assert.Equal("CJ001", Assert.Single(Journey.CheckDocument(CleanMap.Changed(document => document.Opportunity()[reference] = new JsonArray("gone")), CleanMap.AsOf).Findings).Rule);
        Assert.Equal("journey bicycle", Assert.Single(Journey.CheckDocument(CleanMap.Changed(document => document.Root()["transitions"]![0]!["to"] = "gone"), CleanMap.AsOf).Findings).Element);
    }

    private static MemoryStream Stream(string json) => new(Encoding.UTF8.GetBytes(json));

    private static JsonNode At(JsonNode root, string path) =>
        path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.').Skip(1)
            .Aggregate(root, (node, step) => node is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!);

    private sealed class OwnRule(Finding finding) : ICheckRule
    {
        public string Id => finding.Rule;

        public IEnumerable<Finding> Check(Journey journey, DateOnly asOf) => [finding];
    }
}
