using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.IO;

/// <summary>Rows that lie in lists inside of documents.</summary>
public class JsonRowsTests
{
    private static readonly EventMapping Stages = new()
    {
        Rows = "results[].propertiesWithHistory.lifecyclestage[]",
        Customer = "^.id",
        Event = "value",
        Time = "timestamp",
        EventAttributes = ["^.properties.owner"],
    };

    private const string Contacts =
        """
        {
          "total": 3,
          "results": [
            { "id": "1", "propertiesWithHistory": { "other": [ { "value": "no" } ], "lifecyclestage": [ { "value": "lead", "timestamp": "2026-03-02T00:00:00Z" }, { "value": "customer", "timestamp": "2026-03-09T00:00:00Z" } ] }, "properties": { "owner": "Ann" } },
            { "properties": { "owner": null }, "id": "2", "propertiesWithHistory": { "lifecyclestage": [] } },
            { "id": "3" },
            { "propertiesWithHistory": { "lifecyclestage": [ { "timestamp": "2026-03-01T00:00:00Z", "value": "lead" } ] }, "id": "4" }
          ],
          "paging": { "next": { "results": [ 1 ] } }
        }
        """;

    [Fact]
    public async Task Fields_of_the_enclosing_object_belong_to_each_of_its_rows_wherever_they_stand()
    {
        JourneyLog log = await JsonTestText.ReadAsync(Contacts, Stages);
        Assert.Equal((3L, 0L), (log.Quality.RowsRead, log.Quality.Rejected));
        Assert.Equal(["1", "4"], log.CustomerIds);
        Assert.Equal(["customer", "lead"], log.Schema.Events);
        Assert.Equal(["Ann", "Ann", null], JsonTestText.Attribute(log));
        Assert.Empty(log.Quality.AbsentColumns);
    }

    [Fact]
    public async Task The_same_document_on_a_line_gives_the_same_log()
    {
        JourneyLog lines = await JsonTestText.ReadLinesAsync(Contacts.ReplaceLineEndings(" "), Stages);
        Assert.Equal(CsvText.Content(await JsonTestText.ReadAsync(Contacts, Stages)), CsvText.Content(lines));
        JourneyLog records = await JsonTestText.ReadLinesAsync(
            """
            {"id":"a","h":[{"v":"x","t":"2026-03-01"},{"v":"","t":"2026-03-01"}]}
            {"id":"b","h":null}
            {"id":"c","h":{"v":"x"}}
            {"h":[{"v":"y","t":"2026-03-01"},8],"id":"d"}
            {"id":"e","h":[],"h":[]}
            {"id":"f","id":"g","h":[{"v":"x","t":"2026-03-01"},{"v":"x","t":"2026-03-01"}]}
            """,
            new EventMapping { Rows = "h[]", Customer = "^.id", Event = "v", Time = "t" });
        Assert.Equal(["a", "d"], records.CustomerIds);
        (long Line, string Column, string Reason)[] expected =
            [(1, "v", "is empty"), (3, "h[]", "is not a list"), (4, "row", "is not an object"), (5, "h[]", "stands twice"), (6, "^.id", "stands twice"), (6, "^.id", "stands twice")];
        Assert.Equal(expected.Select(row => (row.Line, row.Column)), records.Quality.FirstRejected.Select(row => (row.Line, row.Column)));
        Assert.All(records.Quality.FirstRejected.Zip(expected), pair => Assert.StartsWith(pair.Second.Reason, pair.First.Reason, StringComparison.Ordinal));
        Assert.Equal("8", records.Quality.FirstRejected[2].Value);
    }

    [Fact]
    public async Task Lists_may_lie_in_lists_and_columns_may_come_from_every_level()
    {
        EventMapping mapping = new() { Rows = "visits[].hits[]", Customer = "^.^.user", Event = "name", Time = "time", Channel = "^.device", EventAttributes = ["^.^.ids[kind=crm].id"] };
        const string Text = """
            [
              { "visits": [ { "hits": [ { "name": "a", "time": "2026-03-01" }, { "name": "b", "time": "2026-03-02" } ], "device": "web" }, { "device": "app", "hits": [ { "name": "c", "time": "2026-03-03" } ] } ],
                "user": "u1", "ids": [ { "kind": "mail", "id": "m" }, { "id": "k1", "kind": "crm" } ] },
              { "user": "u2", "visits": [ { "hits": [ { "name": "a", "time": "2026-03-01" } ] } ] }
            ]
            """;
        JourneyLog log = await JsonTestText.ReadAsync(Text, mapping);
        Assert.Equal((4L, 0L), (log.Quality.RowsRead, log.Quality.Rejected));
        Assert.Equal(["app", "web"], log.Schema.Channels);
        Assert.Equal([1, 1, 0, 255], log.Columns.Channels!.Select(channel => (int)channel));
        Assert.Equal(["k1", "k1", "k1", null], JsonTestText.Attribute(log));
        Assert.Equal(CsvText.Content(log), CsvText.Content(await JsonTestText.ReadAsync(Text, mapping with { Rows = "[].visits[].hits[]" })));

        JourneyLog lists = await JsonTestText.ReadAsync($$"""{"p":[[{{JsonTestText.Line("a")}},{{JsonTestText.Line("b")}}],[],[{{JsonTestText.Line("c")}}],5]}""", JsonTestText.Plain with { Rows = "p[][]" });
        Assert.Equal(["a", "b", "c"], lists.CustomerIds);
        Assert.Equal((4L, "5"), (lists.Quality.RowsRead, Assert.Single(lists.Quality.FirstRejected).Value));

        JourneyLog chosen = await JsonTestText.ReadAsync($$"""{"p":[{"k":"x","r":[1]},{"r":[{{JsonTestText.Line("a")}}],"k":"y"}],"q":[[],[{{JsonTestText.Line("b")}}]]}""", JsonTestText.Plain with { Rows = "p[k=y].r[]" });
        Assert.Equal(["a"], chosen.CustomerIds);
        chosen = await JsonTestText.ReadAsync($$"""{"q":[[],[{{JsonTestText.Line("b")}}]]}""", JsonTestText.Plain with { Rows = "q[1][]" });
        Assert.Equal(["b"], chosen.CustomerIds);
    }

    [Fact]
    public async Task A_document_larger_than_the_memory_of_one_record_is_read_object_by_object()
    {
        const int Rows = 200_000;
        string row = $$"""{"id":"x","h":[{"v":"e","t":"2026-03-01","pad":"{{new string('p', 100)}}"}]}""";
        StringBuilder text = new("{\"before\":[[1,{\"results\":2}]],\"results\":[");
        for (int index = 0; index < Rows; index++) text.Append(index == 0 ? "" : ",").Append(row);
        text.Append("]}");
        Assert.True(text.Length > 16 * 1024 * 1024);
        JourneyLog log = await JsonTestText.ReadAsync(text.ToString(), new EventMapping { Rows = "results[].h[]", Customer = "^.id", Event = "v", Time = "t" });
        Assert.Equal((Rows, 0L), (log.EventCount, log.Quality.Rejected));
        JourneyDataException tooLong = await Assert.ThrowsAsync<JourneyDataException>(() => JsonTestText.ReadAsync(text.ToString(), new EventMapping { Rows = "results[].h[]", Customer = "^.^.before[0][1].results", Event = "v", Time = "t" }));
        Assert.Contains("no fields around that list", tooLong.Row.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"result":[]}""")]
    [InlineData("""{"results":null}""")]
    [InlineData("[]")]
    [InlineData("""[{"result":[]}]""")]
    public async Task A_list_that_is_nowhere_is_told(string text)
    {
        JourneyLog log = await JsonTestText.ReadAsync(text, Stages);
        Assert.Equal(0, log.Quality.RowsRead);
        Assert.Equal(["results[].propertiesWithHistory.lifecyclestage[]"], log.Quality.AbsentColumns);
    }

    [Theory]
    [InlineData("5", "is not an object")]
    [InlineData("\"x\"", "is not an object")]
    [InlineData("""{"results":{}}""", "is not a list")]
    [InlineData("""{"results":"x"}""", "is not a list")]
    [InlineData("""{"results":[7]}""", "is not an object with the fields of an event")]
    [InlineData("""{"results":[{"id":1,"propertiesWithHistory":{"lifecyclestage":5}}]}""", "is not a list")]
    public async Task What_is_not_the_list_or_object_on_the_way_to_rows_is_rejected(string text, string reason)
    {
        JourneyLog log = await JsonTestText.ReadAsync(text, Stages);
        Assert.Equal((1L, 1L), (log.Quality.RowsRead, log.Quality.Rejected));
        Assert.Equal(reason, Assert.Single(log.Quality.FirstRejected).Reason);
    }

    [Fact]
    public async Task A_key_that_stands_twice_on_the_way_to_rows_ends_reading()
    {
        JourneyDataException twice = await Assert.ThrowsAsync<JourneyDataException>(() => JsonTestText.ReadAsync("""{"results":[],"results":[]}""", Stages));
        Assert.Equal("results", twice.Row.Value);
    }
}
