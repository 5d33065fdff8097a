using CustomerJourney.Events;

namespace CustomerJourney.Tests.IO;

/// <summary>With <see cref="ReadLimits.RejectedValueLength"/> 0 nothing that a source says about people comes into reports or exceptions.</summary>
public class RejectedValueTests
{
    private const string Secret = "anna@example";
    private static readonly ReadOptions Silent = new() { Limits = new() { RejectedValueLength = 0 } };
    private static readonly ReadOptions Short = new() { Limits = new() { RejectedValueLength = 0, RecordBytes = 256 } };

    public static TheoryData<string> Documents =>
    [
        $$"""[{"customer":"{{Secret}}","event":"e" "time":"2026-03-01"}]""",
        $$"""[{"customer":"{{Secret}}","event":"e","time":"soon, {{Secret}}"}]""",
        $$"""["{{Secret}}"]""",
        $$"""[{"customer":"{{Secret}}","event":"{{Secret}}{{new string('x', 300)}}"}]""",
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task JSON(string document)
    {
        await SaysNothing(options => JsonTestText.ReadAsync(document, options: options));
        await SaysNothing(options => JsonTestText.ReadLinesAsync(document[1..^1], options: options));
    }

    [Theory]
    [InlineData("<log><trace><string key='concept:name' value='anna@example'></trace></log>")]
    [InlineData("<log><trace><string key='concept:name' value='anna@example'/><event><string key='concept:name' value='e'/><date key='time:timestamp' value='anna@example'/></event></trace></log>")]
    [InlineData("<log><trace><string key='concept:name' value='&anna@example;'/></trace></log>")]
    [InlineData("<log><trace><string key='concept:name' value='&annaexample;'/></trace></log>")]
    [InlineData("<log><trace><string key='annaexample' value='1'/><string key='b' value='1'/><string key='annaexample2' value='1'/></trace></log>")]
    [InlineData("<annaexample/>")]
    public Task XES(string document) => SaysNothing(options => XesText.ReadAsync(document, new() { MaxAttributes = 1 }, options));

    [Theory]
    [InlineData("anna@example,e,soon")]
    [InlineData("c,e,anna@example")]
    [InlineData("anna@example,\"e,2026-03-01")]
    [InlineData("anna@example,e")]
    [InlineData("anna@example,e,2026-03-01,more")]
    public Task CSV(string row) => SaysNothing(options => CsvText.ReadAsync($"customer,event,time\n{row}\n", options: options));

    [Fact]
    public async Task Names_that_are_too_many()
    {
        string channels = string.Concat(Enumerable.Range(0, 300).Select(row => $"c,e,2026-03-01,anna@example{row}\n"));
        await SaysNothing(options => CsvText.ReadAsync($"customer,event,time,channel\n{channels}", CsvText.Plain with { Channel = "channel" }, options: options));
        string events = string.Concat(Enumerable.Range(0, LogSchema.MaxEvents + 1).Select(row => $"c,anna@example{row},2026-03-01\n"));
        await SaysNothing(options => CsvText.ReadAsync($"customer,event,time\n{events}", options: options));
        await SaysNothing(_ => CsvText.ReadAsync($"customer,event,time\n{events}", options: new() { Limits = new() { RejectedValueLength = 0, DistinctNames = 1 } }));
    }

    private static async Task SaysNothing(Func<ReadOptions, Task<JourneyLog>> read)
    {
        bool told = false;
        foreach (ReadOptions options in new[] { Silent, Short, Silent with { Strict = true } })
        {
            string said;
            try
            {
                JourneyLog log = await read(options);
                if (log.Quality.Rejected == 0) continue;
                said = string.Join('\n', log.Quality.FirstRejected);
            }
            catch (JourneyDataException exception)
            {
                said = exception.ToString();
            }

            told = true;
            Assert.DoesNotContain("anna", said, StringComparison.Ordinal);
        }

        Assert.True(told);
    }
}
