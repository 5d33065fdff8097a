using System.Text;
using CustomerJourney.Events;
using CustomerJourney.IO;

namespace CustomerJourney.Tests.IO;

/// <summary>What stands around the rows of a CSV file: lines before the table, headers, comments.</summary>
public class CsvTableTests
{
    [Theory]
    [InlineData("Report of \"March\n\nx,y\r", 3)]
    [InlineData("one\rtwo\r\n", 2)]
    [InlineData("\r\n", 1)]
    [InlineData("a\n\r\n", 2)]
    [InlineData("", 0)]
    public async Task Lines_before_the_table_are_skipped_and_counted(string before, int lines)
    {
        byte[] bytes = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes($"{before}customer,event,time\nc,e,2026-03-01\n,e,2026-03-01\n")];
        CsvFormat format = new() { SkippedLines = lines };
        JourneyLog whole = await CsvText.ReadAsync(bytes, format: format);
        Assert.Equal((1, lines + 3L), (whole.EventCount, Assert.Single(whole.Quality.FirstRejected).Line));
        foreach (int size in new[] { 1, 2, 3, 11 })
            Assert.Equal(CsvText.Content(whole), CsvText.Content(await JourneyLog.ReadCsvAsync(new ChunkedStream(bytes, size), CsvText.Plain, format)));
    }

    [Fact]
    public async Task Lines_are_skipped_without_a_header_and_in_any_encoding_too()
    {
        CsvFormat format = new() { SkippedLines = 1, HasHeader = false, Encoding = Encoding.Unicode };
        JourneyLog log = await CsvText.ReadAsync(Encoding.Unicode.GetBytes("title, \"\nc1,2026-03-01,open\n"), new() { Customer = "1", Event = "3", Time = "2" }, format);
        Assert.Equal(("c1", "open"), (log.CustomerIds[0], log.Schema.Events[0]));
    }

    [Fact]
    public async Task A_file_of_fewer_lines_than_are_skipped_has_no_columns()
    {
        JourneyDefinitionException exception = await Assert.ThrowsAsync<JourneyDefinitionException>(() => CsvText.ReadAsync("customer,event,time\n", format: new() { SkippedLines = 5 }));
        Assert.Equal("there are no columns at all", exception.Problems[^1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new CsvFormat { SkippedLines = -1 });
    }

    [Fact]
    public async Task Columns_may_be_called_by_their_place()
    {
        EventMapping mapping = new() { Customer = "id", Event = "#2", Time = "#4", EventAttributes = ["#5"] };
        JourneyLog log = await CsvText.ReadAsync("id,,x,,name,name\nc,e,1,2026-03-01,a,b\nc,,1,2026-03-02,a,b\n", mapping);
        Assert.Equal(("c", "e", "#5"), (log.CustomerIds[0], log.Schema.Events[0], log.Schema.EventAttributes[0]));
        Assert.Equal("a", Assert.Single(log.Columns.EventAttributes[0].Values));
        Assert.Equal("#2", Assert.Single(log.Quality.FirstRejected).Column);
    }

    [Fact]
    public async Task A_column_that_is_really_called_so_goes_before_the_place()
    {
        JourneyLog log = await CsvText.ReadAsync("#2,event,time,#1\nby name,e,2026-03-01,also\n", CsvText.Plain with { Customer = "#2", Channel = "#1" });
        Assert.Equal(("by name", "also"), (log.CustomerIds[0], log.Schema.Channels[0]));
    }

    [Theory]
    [InlineData("#0")]
    [InlineData("#4")]
    [InlineData("#")]
    [InlineData("#01")]
    [InlineData("#1x")]
    [InlineData("#99999999999")]
    public async Task A_place_that_the_header_does_not_have_is_missing(string name)
    {
        JourneyDefinitionException exception = await Assert.ThrowsAsync<JourneyDefinitionException>(() => CsvText.ReadAsync("customer,event,time\n", CsvText.Plain with { Channel = name }));
        Assert.Equal($"column '{name}' (Channel) is missing", exception.Problems[0]);
    }

    [Fact]
    public async Task A_column_has_one_name()
    {
        JourneyDefinitionException exception = await Assert.ThrowsAsync<JourneyDefinitionException>(() => CsvText.ReadAsync("customer,event,time\n", CsvText.Plain with { Channel = "#2" }));
        Assert.Equal("the mapping calls column 2 both 'event' and '#2'; call it by one of them", Assert.Single(exception.Problems));
    }

    [Fact]
    public async Task Comments_are_passed_over_like_blank_lines_but_not_inside_of_quotes()
    {
        const string Text = "# a \"title\ncustomer,event,time\n#c0,e,2026-03-01\nc1,\"e\n#1\",2026-03-01\n#\n\n#\"\nc2#,#e,2026-03-01\n \"#\",e,2026-03-01\n\"#3\",e,2026-03-01\n,e,2026-03-01\n#";
        byte[] bytes = Encoding.UTF8.GetBytes(Text);
        CsvFormat format = new() { Comment = '#' };
        JourneyLog log = await CsvText.ReadAsync(bytes, format: format);
        Assert.Equal([" \"#\"", "#3", "c1", "c2#"], log.CustomerIds);
        Assert.Equal(["#e", "e", "e\n#1"], log.Schema.Events);
        Assert.Equal((5L, 12L), (log.Quality.RowsRead, Assert.Single(log.Quality.FirstRejected).Line));
        for (int size = 1; size < 9; size++)
            Assert.Equal(CsvText.Content(log), CsvText.Content(await JourneyLog.ReadCsvAsync(new ChunkedStream(bytes, size), CsvText.Plain, format)));
    }

    [Fact]
    public async Task A_comment_begins_with_a_character_of_its_own()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Comment", () => new CsvFormat { Comment = '\n' });
        Assert.Throws<ArgumentOutOfRangeException>("Quote", () => new CsvFormat { Quote = ' ' });
        Assert.Throws<ArgumentOutOfRangeException>("Quote", () => new CsvFormat { Quote = '\t' });
        await Assert.ThrowsAsync<ArgumentException>("format", () => CsvText.ReadAsync("", format: new() { Comment = ',' }));
        await Assert.ThrowsAsync<ArgumentException>("format", () => CsvText.ReadAsync("", format: new() { Comment = '"' }));
    }
}
