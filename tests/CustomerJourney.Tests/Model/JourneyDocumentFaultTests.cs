using System.Text;

namespace CustomerJourney.Tests.Model;

public class JourneyDocumentFaultTests
{
    private const string Smallest = """{"formatVersion":"1.0","language":"en","journey":{"id":"j","name":"J","type":"custom","state":"current","version":1,"stages":[{"id":"s","name":"S","touchpoints":[]}]}}""";

    [Fact]
    public void The_smallest_document_is_a_map()
    {
        Journey journey = Journey.Parse(Smallest);
        Assert.Equal("S", Assert.Single(journey.Stages).Name);
        Assert.Empty(journey.UnreadProperties);
    }

    [Fact]
    public void All_faults_of_a_document_are_told_at_once_with_path_and_line()
    {
        const string Json = """
            {
              "formatVersion": "1.0",
              "language": "en",
              "jurney": {},
              "journey": {
                "id": "Shop",
                "name": 7,
                "type": "purchase",
                "state": "now",
                "version": 1,
                "stages": [
                  {
                    "id": "buy",
                    "name": "Buy",
                    "name": "Purchase",
                    "metricIds": ["nps", "csat"],
                    "expectedDuration": { "min": "P9D", "max": "a week" },
                    "departmentIds": ["sales"],
                    "touchpoints": [
                      {
                        "id": "pay",
                        "name": "Pay",
                        "kind": "interaction",
                        "channelId": "web",
                        "importance": 6,
                        "emotions": [{ "value": "good" }, { "value": 2.5 }],
                        "painPoints": [{ "id": "slow", "text": " ", "severity": 0 }],
                        "eventBindings": [{ "eventType": "paid", "where": { "plan": ["pro"] } }]
                      }
                    ]
                  }
                ]
              },
              "metrics": [{ "id": "nps", "name": "NPS", "kind": "nps", "target": 101 }],
              "personas": {}
            }
            """;
        JourneyDefinitionException error = Assert.Throws<JourneyDefinitionException>(() => Journey.Parse(Json));
        string[] expected =
        [
            "$.jurney, line 4: the document has no property \"jurney\"; allowed are $schema, formatVersion, language, journey, personas, channels, departments, metrics, evidence and names that begin with x-",
            "$.journey.id, line 6: journey without a name: the id is \"Shop\"; allowed are lower-case letters a-z, digits and single hyphens between them, at most 64 characters",
            "$.journey.name, line 7: it is the number 7; allowed is a text, or an object of texts by language tag",
            "$.journey.state, line 9: it is \"now\"; allowed are current, ideal",
            "$.journey.stages[0].name, line 15: the property \"name\" is there twice; each is allowed once",
            "$.journey.stages[0].metricIds[1], line 16: stage \"Buy\": there is no metric \"csat\"; known metrics: \"nps\"",
            "$.journey.stages[0].expectedDuration.max, line 17: it is \"a week\"; allowed is an ISO 8601 duration in whole numbers such as P7D or PT1H30M",
            "$.journey.stages[0].departmentIds[0], line 18: stage \"Buy\": there is no department \"sales\"; the map has no departments",
            "$.journey.stages[0].touchpoints[0], line 20: a touchpoint needs the property \"initiator\"",
            "$.journey.stages[0].touchpoints[0].channelId, line 24: touchpoint \"Pay\": there is no channel \"web\"; the map has no channels",
            "$.journey.stages[0].touchpoints[0].importance, line 25: touchpoint \"Pay\": the importance is 6; allowed is 1 to 5",
            "$.journey.stages[0].touchpoints[0].emotions[0].value, line 26: it is the text \"good\"; allowed is a number",
            "$.journey.stages[0].touchpoints[0].emotions[1].value, line 26: touchpoint \"Pay\", feeling 2.5: the score is 2.5; allowed is -2 to +2",
            "$.journey.stages[0].touchpoints[0].painPoints[0].severity, line 27: it is the number 0; allowed is a whole number, 1 to 4",
            "$.journey.stages[0].touchpoints[0].painPoints[0].text, line 27: pain point \" \": the text is blank; write something",
            "$.metrics[0], line 34: a metric needs the property \"unit\"",
            "$.metrics[0], line 34: a metric needs the property \"direction\"",
            "$.metrics[0].target, line 34: metric \"NPS\": the target is 101; allowed for Nps is -100 to 100",
            "$.personas, line 35: it is an object; allowed is a list",
        ];
        Assert.Equal(expected, error.Problems);
    }

    [Theory]
    [InlineData("", "line 1, byte 1: it is no valid JSON.")]
    [InlineData("[]", "$, line 1: it is a list; the document is needed here, an object")]
    [InlineData("{\n\"journey\": {,}}", "line 2, byte 13: it is no valid JSON.")]
    [InlineData("{\"a\": 1} x", "line 1, byte 10: it is no valid JSON.")]
    [InlineData("{}", "$, line 1: the document needs the property \"formatVersion\"")]
    [InlineData("{\"formatVersion\":\"2.0\",\"journey\":{}}", "$.formatVersion, line 1: the format version is \"2.0\"; allowed is 1.0 or a later 1.x")]
    [InlineData("{\"x-note\":\"\\ud800\"}", "$.x-note, line 1: it is no valid Unicode text")]
    public void A_document_that_is_no_map_is_refused(string json, string problem)
    {
        JourneyDefinitionException error = Assert.Throws<JourneyDefinitionException>(() => Journey.Parse(json));
        Assert.Contains(error.Problems, told => told.StartsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_that_is_there_three_times_is_told_once() =>
        Assert.Equal(
            ["$.x-a, line 1: the property \"x-a\" is there 3 times; each is allowed once"],
            Assert.Throws<JourneyDefinitionException>(() => Journey.Parse(Smallest.Insert(1, "\"x-a\":1,\"x-a\":2,\"x-a\":3,"))).Problems);

    [Fact]
    public void Keys_that_are_there_twice_are_refused_in_parts_that_nobody_interprets_too()
    {
        string json = Smallest.Replace("\"journey\":", "\"x-a\":{\"b\":[{\"c\":1,\"c\":1}]},\"journey\":", StringComparison.Ordinal);
        JourneyDefinitionException error = Assert.Throws<JourneyDefinitionException>(() => Journey.Parse(json));
        Assert.Equal(["$.x-a.b[0].c, line 1: the property \"c\" is there twice; each is allowed once"], error.Problems);
    }

    [Fact]
    public void Deep_long_and_huge_documents_are_refused()
    {
        string deep = "{\"x-a\":" + new string('[', 10_000) + new string(']', 10_000) + "}";
        Assert.Equal(["line 1: it is nested deeper than 64 levels, which is the most that is read"], Assert.Throws<JourneyDefinitionException>(() => Journey.Parse(deep)).Problems);
        string many = "{\"x-a\":[0" + string.Concat(Enumerable.Repeat(",0", 1_000_000)) + "]}";
        Assert.Equal(["line 1: it has more than 1000000 values, which is the most that is read"], Assert.Throws<JourneyDefinitionException>(() => Journey.Parse(many)).Problems);
        string huge = new(' ', (16 * 1024 * 1024) + 1);
        Assert.Equal(["it has more than 16 MB, which is the most that is read"], Assert.Throws<JourneyDefinitionException>(() => Journey.Parse(huge)).Problems);
    }

    [Fact]
    public void A_document_of_a_hundred_thousand_faults_is_refused_in_little_time()
    {
        string json = Smallest.Replace("\"touchpoints\":[]", $"\"touchpoints\":[{string.Join(',', Enumerable.Repeat("{\"name\":\"T\",\"metricIds\":[\"x\"]}", 50_000))}]", StringComparison.Ordinal);
        long start = Environment.TickCount64;
        JourneyDefinitionException error = Assert.Throws<JourneyDefinitionException>(() => Journey.Parse(json));
        Assert.Equal(10_001, error.Problems.Count);
        Assert.Equal("there are 190000 more problems like these", error.Problems[^1]);

        // Quadratic work would take hours.
        Assert.InRange(Environment.TickCount64 - start, 0, 120_000);
    }

    [Fact]
    public async Task A_huge_stream_is_refused_before_it_is_read_to_its_end()
    {
        using EndlessBlanks stream = new();
        await Assert.ThrowsAsync<JourneyDefinitionException>(() => Journey.LoadAsync(stream));
        Assert.InRange(stream.Given, 16L * 1024 * 1024, 17L * 1024 * 1024);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_a_fault()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Smallest.Replace("\"S\"", "\"#\"", StringComparison.Ordinal));
        bytes[Array.IndexOf(bytes, (byte)'#')] = 0xFF;
        JourneyDefinitionException error = await Assert.ThrowsAsync<JourneyDefinitionException>(() => Journey.LoadAsync(new MemoryStream(bytes)));
        Assert.Equal(["$.journey.stages[0].name, line 1: it is no valid Unicode text"], error.Problems);
    }

    [Fact]
    public void A_newer_minor_version_keeps_what_is_new()
    {
        string json = Smallest.Replace("1.0", "1.7", StringComparison.Ordinal).Replace("\"touchpoints\":[]", "\"touchpoints\":[],\"mood\":[1.50]", StringComparison.Ordinal);
        Journey journey = Journey.Parse(json);
        Assert.Contains("$.journey.stages[*].mood", journey.UnreadProperties);
        Assert.Contains("1.50", journey.ToJson(), StringComparison.Ordinal);
        Assert.Contains("\"1.7\"", journey.ToJson(), StringComparison.Ordinal);
        Assert.Throws<JourneyDefinitionException>(() => Journey.Parse(json.Replace("1.7", "1.0", StringComparison.Ordinal)));
    }

    [Fact]
    public void Texts_in_several_languages_are_read_in_the_language_of_the_document_and_kept()
    {
        string json = Smallest.Replace("\"S\"", "{\"ru\":\"Покупка\",\"zh\":\"购买\"}", StringComparison.Ordinal).Replace("\"language\":\"en\"", "\"language\":\"zh-Hans-CN\"", StringComparison.Ordinal);
        Journey journey = Journey.Parse(json);
        Assert.Equal("购买", journey.Stages[0].Name);
        Assert.Contains("Покупка", journey.ToJson(), StringComparison.Ordinal);
        Journey renamed = journey.With(map => map.EditStage("购买", stage => stage.Renamed("付款")));
        Assert.DoesNotContain("Покупка", renamed.ToJson(), StringComparison.Ordinal);
        Assert.Equal("s", renamed["付款"].Id);
    }

    [Fact]
    public void A_category_that_has_no_name_here_is_other_and_kept()
    {
        string json = Smallest.Replace("\"journey\":", "\"channels\":[{\"id\":\"h\",\"name\":\"H\",\"category\":\"hologram\",\"medium\":\"physical\"}],\"journey\":", StringComparison.Ordinal);
        Journey journey = Journey.Parse(json);
        Assert.Equal(ChannelCategory.Other, journey.Channels[0].Category);
        Assert.Contains("\"hologram\"", journey.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_map_is_saved_and_loaded()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.journey.json");
        try
        {
            await Shop.Map.SaveAsync(path);
            Assert.Equal(Shop.Map.ToJson(), (await Journey.LoadAsync(path)).ToJson());
            Assert.Equal((byte)'{', (await File.ReadAllBytesAsync(path))[0]);
            await File.WriteAllTextAsync(path, "\uFEFF" + Shop.Map.ToJson(), new UTF8Encoding(false));
            Assert.Equal(Shop.Map.ToJson(), (await Journey.LoadAsync(path)).ToJson());
            await File.WriteAllTextAsync(path, "{");
            JourneyDefinitionException error = await Assert.ThrowsAsync<JourneyDefinitionException>(() => Journey.LoadAsync(path));
            Assert.StartsWith($"The journey document \"{path}\" cannot be built: line 1", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed class EndlessBlanks : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
