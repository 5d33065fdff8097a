using System.Text;

namespace CustomerJourney.Tests.Model;

public class LenientReadingTests
{
    private const string Sloppy = """
        {
          "formatVersion": "1.0",
          "language": "en",
          "autor": { "from": "me" },
          "journey": {
            "id": "j",
            "name": "J",
            "state": "current",
            "version": 2,
            "personaIds": ["ana", "ana"],
            "stages": [
              {
                "id": "s",
                "name": "S",
                "mood": [1.50],
                "touchpoints": [
                  { "id": "t", "name": "T" }
                ]
              }
            ]
          },
          "personas": [{ "id": "ana", "name": "Ana" }],
          "channels": [{ "id": "w", "name": "W", "category": "phone" }]
        }
        """;

    private static readonly string[] Faults =
    [
        "$.autor, line 4: the document has no property \"autor\"; allowed are $schema, formatVersion, language, journey, personas, channels, departments, metrics, evidence and names that begin with x-",
        "$.journey, line 5: a journey needs the property \"type\"",
        "$.journey.personaIds[1], line 10: \"ana\" is in the list twice; once is enough",
        "$.journey.stages[0].mood, line 15: a stage has no property \"mood\"",
        "$.journey.stages[0].touchpoints[0], line 17: a touchpoint needs the property \"kind\"",
        "$.journey.stages[0].touchpoints[0], line 17: a touchpoint needs the property \"initiator\"",
        "$.channels[0], line 23: a channel needs the property \"medium\"",
    ];

    [Fact]
    public void What_strict_reading_refuses_lenient_reading_warns_of()
    {
        Assert.Equal(Faults, Assert.Throws<JourneyDefinitionException>(() => Journey.Parse(Sloppy)).Problems.Select(Begin));
        Journey read = Journey.Parse(Sloppy, JourneyReadOptions.Lenient);
        Assert.Equal(Faults, read.ReadWarnings.Select(Begin));
        Assert.Contains("; human is taken", read.ReadWarnings[^1], StringComparison.Ordinal);
        Assert.Equal((JourneyType.Custom, TouchpointInitiator.Customer, ChannelMedium.Human), (read.Type, read.Touchpoints[0].Initiator, read.Channels[0].Medium));
        Assert.Single(read.FollowedPersonas);

        static string Begin(string problem) => Faults.FirstOrDefault(fault => problem.StartsWith(fault, StringComparison.Ordinal)) ?? problem;
    }

    [Fact]
    public void What_nobody_knows_is_kept_and_listed()
    {
        Journey read = Journey.Parse(Sloppy, JourneyReadOptions.Lenient);
        Assert.Equal(["$.autor", "$.journey.stages[*].mood"], read.UnreadProperties);
        string json = read.ToJson();
        Assert.Contains("1.50", json, StringComparison.Ordinal);
        Assert.Equal(json, Journey.Parse(json, JourneyReadOptions.Lenient).ToJson());
        Journey copy = read.With(map => map.EditStage("S", stage => stage.Goal("g")));
        Assert.Contains("1.50", copy.ToJson(), StringComparison.Ordinal);
        Assert.Empty(copy.ReadWarnings);
        Assert.Empty(Shop.Map.ReadWarnings);
    }

    [Fact]
    public void What_cannot_be_understood_is_refused_all_the_same() =>
        Assert.Equal(["$.journey.stages[0].touchpoints[0].kind, line 17: it is \"call\"; allowed are interaction, action"],
            Assert.Throws<JourneyDefinitionException>(() => Journey.Parse(Sloppy.Replace("\"T\"", "\"T\", \"kind\": \"call\"", StringComparison.Ordinal), JourneyReadOptions.Lenient)).Problems);

    [Fact]
    public void Limits_are_options()
    {
        string json = Shop.Map.ToJson();
        Assert.Equal(["it has more than 100 bytes, which is the most that is read"], Problems(json, new() { MaximumBytes = 100 }));
        Assert.EndsWith("it is nested deeper than 3 levels, which is the most that is read", Problems(json, new() { MaximumDepth = 3 })[0], StringComparison.Ordinal);
        Assert.EndsWith("it has more than 10 values, which is the most that is read", Problems(json, new() { MaximumValues = 10 })[0], StringComparison.Ordinal);
        string deep = json.Replace("\"formatVersion\"", $"\"x-deep\": {new string('[', 500)}{new string(']', 500)}, \"formatVersion\"", StringComparison.Ordinal);
        Assert.Contains("64 levels", Problems(deep, JourneyReadOptions.Lenient)[0], StringComparison.Ordinal);
        Journey read = Journey.Parse(deep, new() { MaximumDepth = 512 });
        Assert.Equal(read.ToJson(), read.With(_ => { }).ToJson());
        foreach (Func<JourneyReadOptions> wrong in (Func<JourneyReadOptions>[])[() => new() { MaximumBytes = 0 }, () => new() { MaximumDepth = 0 }, () => new() { MaximumDepth = 513 }, () => new() { MaximumValues = -1 }])
            Assert.Throws<ArgumentOutOfRangeException>(wrong);

        static IReadOnlyList<string> Problems(string json, JourneyReadOptions options) => Assert.Throws<JourneyDefinitionException>(() => Journey.Parse(json, options)).Problems;
    }

    [Fact]
    public async Task A_document_of_100_MB_is_refused_before_it_is_walked()
    {
        byte[] huge = new byte[100 * 1024 * 1024];
        Array.Fill(huge, (byte)'[');
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<JourneyDefinitionException>(() => Journey.Parse(Encoding.ASCII.GetString(huge)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 250L * 1024 * 1024);
        await Assert.ThrowsAsync<JourneyDefinitionException>(() => Journey.LoadAsync(new MemoryStream(huge)));
    }

    [Fact]
    public void Warnings_are_as_many_as_people_can_read_and_the_rest_is_counted()
    {
        string json = $$"""{"formatVersion":"1.0","language":"en","journey":{"id":"j","name":"J","type":"custom","state":"current","version":1,"stages":[{"id":"s","name":"S","touchpoints":[]}]}{{string.Concat(Enumerable.Range(0, 10_007).Select(place => $",\"p{place}\":0"))}}}""";
        IReadOnlyList<string> warnings = Journey.Parse(json, JourneyReadOptions.Lenient).ReadWarnings;
        Assert.Equal((10_001, "there are 7 more warnings like these"), (warnings.Count, warnings[^1]));
    }
}
