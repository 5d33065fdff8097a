using CustomerJourney.Events;

namespace CustomerJourney.Tests.IO;

/// <summary>Text of a hostile source that reports and messages show: it can neither add lines of its own nor steer a terminal nor fill the log with megabytes.</summary>
public class HostileNamesTests
{
    private const string Forged = "x\n0 duplicates, 0 of them dropped\u001b[2J\u202E";

    [Fact]
    public async Task A_rejected_value_stays_on_its_line()
    {
        JourneyLog log = await CsvText.ReadAsync($"customer,event,time\nc,e,\"{Forged}\"\n");
        string[] lines = log.Quality.ToText().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.StartsWith(@"  line 2, time 'x\n0 duplicates, 0 of them dropped\u001B[2J\u202E': is not an ISO 8601 time", lines[2], StringComparison.Ordinal);
        Assert.Equal(Forged, log.Quality.FirstRejected.Single().Value);
        JourneyDataException exception = await Assert.ThrowsAsync<JourneyDataException>(() => CsvText.ReadAsync($"customer,event,time\nc,e,\"{Forged}\"\n", options: new() { Strict = true }));
        Assert.DoesNotContain(exception.Message, char.IsControl);
    }

    [Fact]
    public async Task An_id_with_a_conflict_stays_on_its_line()
    {
        EventMapping mapping = CsvText.Plain with { Anonymous = "device" };
        JourneyLog log = await CsvText.ReadAsync($"customer,event,time,device\na,e,2026-03-01,\"{Forged}\"\nb,e,2026-03-02,\"{Forged}\"\n", mapping);
        Assert.Contains(@"  id 'x\n0 duplicates, 0 of them dropped\u001B[2J\u202E' went to customer 'a' and was seen with 'b', too", log.Quality.ToText().Split('\n'));
        Assert.Equal(Forged, log.Quality.FirstIdentityConflicts.Single().Id);
        Assert.DoesNotContain(log.CheckQuality().ToText().ReplaceLineEndings(""), char.IsControl);
    }

    [Fact]
    public async Task A_header_that_is_hostile_or_endless_is_shown_in_part()
    {
        string header = $"\"{Forged}\",\"{Forged}\",{new string('y', 1_000_000)}";
        JourneyDefinitionException exception = await Assert.ThrowsAsync<JourneyDefinitionException>(() => CsvText.ReadAsync($"{header}\n1,2,3\n", CsvText.Plain with { Channel = Forged }));
        Assert.All(exception.Problems, problem => Assert.DoesNotContain(problem, char.IsControl));
        Assert.All(exception.Problems, problem => Assert.InRange(problem.Length, 1, 1_000));
    }
}
