using CustomerJourney.Events;
using CustomerJourney.IO;

namespace CustomerJourney.Tests.IO;

public class CsvMappingTests
{
    [Theory]
    [InlineData("'y' MM-dd HH:mm")]
    [InlineData("\"day\" MM-dd HH:mm")]
    [InlineData("\\y MM-dd HH:mm")]
    public async Task A_y_that_is_text_is_no_year(string pattern)
    {
        EventMapping mapping = new() { Customer = "c", Event = "e", Time = "t", TimeFormat = TimeFormat.Local(TimeZoneInfo.Utc, pattern) };
        JourneyDefinitionException fault = await Assert.ThrowsAsync<JourneyDefinitionException>(() => JourneyLog.ReadCsvAsync(Stream.Null, mapping));
        Assert.Contains($"the time pattern '{pattern}' has no year", fault.Problems);
        JourneyDefinitionException missing = await Assert.ThrowsAsync<JourneyDefinitionException>(
            () => JourneyLog.ReadCsvAsync(Stream.Null, mapping with { TimeFormat = TimeFormat.Local(TimeZoneInfo.Utc, $"yy {pattern}") }));
        Assert.DoesNotContain(missing.Problems, problem => problem.Contains("has no year", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_missing_columns_are_named_at_once_with_those_that_the_file_has()
    {
        EventMapping mapping = new() { Customer = "visitor", Event = "event", Time = "Time", Channel = "visitor" };
        JourneyDefinitionException exception = await Assert.ThrowsAsync<JourneyDefinitionException>(() => CsvText.ReadAsync("event,time,event,user\n", mapping));
        Assert.Equal(
            [
                "column 'visitor' (Customer, Channel) is missing",
                "column 'event' (Event) stands 2 times in the header; a column that is read needs a name of its own",
                "column 'Time' (Time) is missing",
                "the columns are 'event', 'time', 'event', 'user'",
            ],
            exception.Problems);
    }

    [Fact]
    public async Task A_repeated_column_that_is_not_read_does_no_harm() =>
        Assert.Equal(1, (await CsvText.ReadAsync("customer,note,event,note,time\nc,,e,,2026-03-01\n")).EventCount);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public async Task An_empty_file_has_no_columns(string text)
    {
        JourneyDefinitionException exception = await Assert.ThrowsAsync<JourneyDefinitionException>(() => CsvText.ReadAsync(text));
        Assert.Equal("there are no columns at all", exception.Problems[^1]);
        Assert.Equal(4, exception.Problems.Count);
    }

    [Fact]
    public async Task A_mapping_that_contradicts_itself_is_refused_with_all_its_faults_before_the_file_is_opened()
    {
        EventMapping mapping = new()
        {
            Customer = "",
            Event = "e",
            Time = "t",
            Question = "q",
            About = "a",
            Currency = "c",
            ScoreKind = FeedbackKind.Csat,
            EventAttributes = ["x", "y", "x"],
            CustomerAttributes = ["z", "z"],
            TimeFormat = TimeFormat.Local(TimeZoneInfo.Utc, "dd/MM HH:mm"),
        };
        JourneyDefinitionException exception = await Assert.ThrowsAsync<JourneyDefinitionException>(() => JourneyLog.ReadCsvAsync("no such file", mapping));
        Assert.Equal(
            [
                "Customer names no column: give the name of a column",
                "ScoreKind is Csat, but Score names no column",
                "Question needs Score: a question without a score is an event attribute",
                "About needs Score: it names the touchpoint that a score is about",
                "Currency needs Value: it names the currency of an amount",
                "EventAttributes names 'x' 2 times",
                "CustomerAttributes names 'z' 2 times",
                "the time pattern 'dd/MM HH:mm' has no year",
            ],
            exception.Problems);
    }

    [Fact]
    public async Task A_score_needs_a_kind()
    {
        JourneyDefinitionException exception = await Assert.ThrowsAsync<JourneyDefinitionException>(() => CsvText.ReadAsync("", CsvText.Plain with { Score = "s" }));
        Assert.Equal("Score has no ScoreKind: say what the scores answer, for example FeedbackKind.Nps", Assert.Single(exception.Problems));
    }

    [Fact]
    public async Task A_format_is_checked_where_it_is_given()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Separator", () => new CsvFormat { Separator = '·' });
        Assert.Throws<ArgumentOutOfRangeException>("Quote", () => new CsvFormat { Quote = '\n' });
        await Assert.ThrowsAsync<ArgumentException>("format", () => CsvText.ReadAsync("", format: new() { Separator = '"' }));
        await Assert.ThrowsAsync<ArgumentNullException>("mapping", () => JourneyLog.ReadCsvAsync("x.csv", null!));
        await Assert.ThrowsAsync<ArgumentNullException>("stream", () => JourneyLog.ReadCsvAsync((Stream)null!, CsvText.Plain));
        await Assert.ThrowsAsync<FileNotFoundException>(() => JourneyLog.ReadCsvAsync("no such file.csv", CsvText.Plain));
    }
}
