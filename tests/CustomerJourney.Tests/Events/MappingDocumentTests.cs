using System.Reflection;
using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.IO;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Events;

public class MappingDocumentTests
{
    private static readonly string[] Pieces = ["a", "^.id", "items[0].name", "*", "\"", "\\", "\n", "\u0001", "ü", "🎉", " ", "</script>", "null"];

    private static readonly Gen<string> Text = Gen.Choose(0, 3).SelectMany(count => Gen.Elements(Pieces).ArrayOf(count)).Select(string.Concat);

    private static readonly Gen<string?> Column = Gen.OneOf(Gen.Constant<string?>(null), Text.Select(text => (string?)text));

    private static readonly Gen<string[]> Columns = Gen.Choose(0, 3).SelectMany(count => Text.ArrayOf(count));

    private static readonly Gen<TimeFormat> Times = Gen.Elements(
        TimeFormat.Iso8601, TimeFormat.UnixSeconds, TimeFormat.UnixMilliseconds, TimeFormat.UnixMicroseconds, TimeFormat.Local(TimeZoneInfo.Utc), TimeFormat.Local(TimeZoneInfo.Utc, "dd.MM.yyyy"),
        TimeFormat.Local(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")), TimeFormat.Local(TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), "M/d/yyyy 'at' HH:mm"));

    private static readonly Gen<EventMapping> Mappings =
        from columns in Column.ArrayOf(17)
        from lists in Columns.ArrayOf(12)
        from customer in Text
        from separator in Gen.OneOf(Gen.Constant(": "), Text)
        from times in Times
        from kind in Gen.Elements(Enum.GetValues<FeedbackKind>())
        from flags in Gen.Elements(true, false).ArrayOf(4)
        select new EventMapping
        {
            Rows = columns[0],
            Customer = customer,
            Event = columns[1],
            EventPrefix = columns[2],
            EventDetails = lists[0],
            EventSeparator = separator,
            Time = columns[3],
            TimeFormat = times,
            DateColumns = [.. lists[1].Select((column, index) => new DateColumn { Column = column, Event = customer, Except = index == 0 ? lists[2] : [] })],
            StartedAt = columns[4],
            RecordedAt = columns[5],
            Id = columns[6],
            IdDetails = lists[3],
            Sequence = columns[7],
            SequenceDetails = lists[4],
            Channel = columns[8],
            Score = columns[9],
            ScoreKind = kind,
            ScoreKindColumn = columns[10],
            Question = columns[11],
            About = columns[12],
            Value = columns[13],
            RoundAmounts = flags[0],
            Currency = columns[14],
            EventAttributes = lists[5],
            CustomerAttributes = lists[6],
            AttributeNames = [.. lists[7].Select(column => AttributeName.For(column, separator))],
            Fallbacks = [.. lists[8].Select(column => ColumnFallback.For(column, lists[9]))],
            OptionalColumns = lists[10],
            Filters = [.. lists[11].Select(column => RowFilter.OneOf(column, lists[0]))],
            Previous = columns[15],
            PresentStageOnly = flags[1],
            CollapseRepeats = flags[2],
            Anonymous = columns[16],
            Alias = columns[0],
            AliasWhen = flags[3] ? RowFilter.OneOf(customer, lists[3]) : null,
        };

    [Fact]
    public void Writing_and_reading_gives_an_equal_mapping() =>
        Prop.ForAll(Mappings.ToArbitrary(), mapping =>
        {
            string json = mapping.ToJson();
            EventMapping read = EventMapping.Parse(json);
            Assert.Equal(mapping, read);
            Assert.Equal(json, read.ToJson());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_ready_mapping_can_be_kept_in_a_file()
    {
        EventMapping[] ready =
        [
            .. typeof(EventMappings).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (EventMapping)property.GetValue(null)!),
            .. Enum.GetValues<FeedbackKind>().Select(EventMappings.Survey),
        ];
        Assert.True(ready.Length > 20);
        Assert.All(ready, mapping => Assert.Equal(mapping, EventMapping.Parse(mapping.ToJson())));
    }

    [Fact]
    public void Every_property_stands_in_the_document_under_its_name()
    {
        EventMapping full = new()
        {
            Customer = "c",
            Rows = "r",
            Event = "e",
            EventPrefix = "p",
            EventDetails = ["d"],
            EventSeparator = "-",
            Time = "t",
            TimeFormat = TimeFormat.UnixSeconds,
            DateColumns = [DateColumn.For("a", "b")], StartedAt = "s",
            RecordedAt = "r",
            Id = "i",
            IdDetails = ["i"],
            Sequence = "s",
            SequenceDetails = ["s"],
            Channel = "c",
            Score = "s",
            ScoreKind = FeedbackKind.Ces,
            ScoreKindColumn = "k", Question = "q",
            About = "a",
            Value = "v",
            RoundAmounts = true,
            Currency = "c",
            EventAttributes = ["a"],
            CustomerAttributes = ["a"],
            AttributeNames = [AttributeName.For("a", "b")], Fallbacks = [ColumnFallback.For("a", "b")],
            OptionalColumns = ["o"],
            Filters = [RowFilter.OneOf("a", "b")],
            Previous = "p",
            PresentStageOnly = true,
            CollapseRepeats = true, Anonymous = "a",
            Alias = "a",
            AliasWhen = RowFilter.OneOf("a", "b"),
        };
        Assert.Equal(
            typeof(EventMapping).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Order(StringComparer.Ordinal),
            JsonDocument.Parse(full.ToJson()).RootElement.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_as_it_is_by_default_is_left_out() =>
        Assert.Equal(
            """
            {
              "customer": "user id",
              "event": "what",
              "time": "at",
              "timeFormat": {
                "zone": "Europe/Berlin",
                "pattern": "dd.MM.yyyy HH:mm"
              },
              "dateColumns": [
                {
                  "column": "in_*",
                  "event": "in: *",
                  "except": [
                    "in_now"
                  ]
                }
              ],
              "score": "answer",
              "scoreKind": "nps",
              "filters": [
                {
                  "column": "kind",
                  "values": [
                    "<new>",
                    ""
                  ]
                }
              ],
              "collapseRepeats": true
            }

            """.ReplaceLineEndings("\n"),
            new EventMapping
            {
                Customer = "user id",
                Event = "what",
                Time = "at",
                TimeFormat = TimeFormat.Local(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), "dd.MM.yyyy HH:mm"),
                DateColumns = [new() { Column = "in_*", Event = "in: *", Except = ["in_now"] }],
                Score = "answer",
                ScoreKind = FeedbackKind.Nps,
                Filters = [RowFilter.OneOf("kind", "<new>", "")],
                CollapseRepeats = true,
            }.ToJson());

    [Fact]
    public void All_faults_are_told_at_once_with_path_and_line()
    {
        JourneyDefinitionException refused = Assert.Throws<JourneyDefinitionException>(() => EventMapping.Parse(
            """
            {
              "custmer": "c",
              "event": 7,
              "event": "e",
              "x-note": "mine",
              "time": null,
              "timeFormat": { "zone": "Europe/Berlin-Mitte", "pattern": " ", "culture": "de" },
              "dateColumns": [ { "column": "a" }, "b" ],
              "scoreKind": "Nps",
              "roundAmounts": "yes",
              "eventAttributes": ["a", 1, null],
              "attributeNames": { "a": "b" },
              "fallbacks": [ { "column": "a", "others": "b" } ],
              "filters": [ {} ],
              "aliasWhen": []
            }
            """));
        Assert.StartsWith("The event mapping document cannot be built, ", refused.Message, StringComparison.Ordinal);
        string[] beginnings =
        [
            "$, line 1: an event mapping needs the property \"customer\"",
            "$.custmer, line 2: an event mapping has no property \"custmer\"; allowed are rows, customer, event,",
            "$.event, line 4: the property \"event\" is there twice; each is allowed once",
            "$.event, line 3: it is the number 7; allowed is a text",
            "$.x-note, line 5: an event mapping has no property",
            "$.time, line 6: it is null; allowed is a text",
            "$.timeFormat.culture, line 7: a time format has no property \"culture\"; allowed are zone, pattern",
            "$.timeFormat.zone, line 7: the system has no time zone \"Europe/Berlin-Mitte\"; allowed are ids such as Europe/Berlin and UTC",
            "$.timeFormat.pattern, line 7: it is blank; write a .NET pattern",
            "$.dateColumns[0], line 8: a date column needs the property \"event\"",
            "$.dateColumns[1], line 8: it is the text \"b\"; a date column is needed here, an object",
            "$.scoreKind, line 9: it is \"Nps\"; allowed are none, nps, csat, ces, emotion",
            "$.roundAmounts, line 10: it is the text \"yes\"; allowed is true or false",
            "$.eventAttributes[1], line 11: it is the number 1; allowed is a text",
            "$.eventAttributes[2], line 11: it is null; allowed is a text",
            "$.attributeNames, line 12: it is an object; allowed is a list",
            "$.fallbacks[0].others, line 13: it is the text \"b\"; allowed is a list",
            "$.filters[0], line 14: a filter of rows needs the property \"column\"",
            "$.filters[0], line 14: a filter of rows needs the property \"values\"",
            "$.aliasWhen, line 15: it is a list; a filter of rows is needed here, an object",
        ];
        Assert.Equal(beginnings.Length, refused.Problems.Count);
        Assert.All(beginnings, beginning => Assert.Single(refused.Problems, problem => problem.StartsWith(beginning, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", "line 1, byte 1: it is no valid JSON")]
    [InlineData("{", "line 1, byte 2: it is no valid JSON")]
    [InlineData("[]", "$, line 1: it is a list; an event mapping is needed here, an object")]
    [InlineData("null", "$, line 1: it is null; an event mapping is needed here, an object")]
    [InlineData("""{"customer":"\ud83c"}""", "$.customer, line 1: it is no valid Unicode text")]
    [InlineData("""{"customer":"c","timeFormat":"unix"}""", "$.timeFormat, line 1: it is \"unix\"; allowed are iso8601, unixSeconds, unixMilliseconds, unixMicroseconds, or an object with a zone and a pattern")]
    [InlineData("""{"customer":"c","timeFormat":7}""", "$.timeFormat, line 1: it is the number 7; allowed are iso8601")]
    [InlineData("""{"customer":"c","timeFormat":{"pattern":"yyyy"}}""", "$.timeFormat, line 1: a time format needs the property \"zone\"")]
    public void What_is_no_mapping_is_refused(string json, string problem) =>
        Assert.StartsWith(problem, Assert.Single(Assert.Throws<JourneyDefinitionException>(() => EventMapping.Parse(json)).Problems), StringComparison.Ordinal);

    [Fact]
    public void Texts_that_are_too_large_null_or_no_Unicode_are_refused()
    {
        Assert.Throws<ArgumentNullException>("json", () => EventMapping.Parse(null!));
        Assert.Contains("more than 16 MB", Assert.Throws<JourneyDefinitionException>(() => EventMapping.Parse(new string(' ', 17_000_000))).Message, StringComparison.Ordinal);
        Assert.Contains("half of a surrogate pair at position 13", Assert.Throws<JourneyDefinitionException>(() => EventMapping.Parse("{\"customer\":\"\ud83c\"}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_JSON_cannot_hold_is_not_written()
    {
        TimeZoneInfo own = TimeZoneInfo.CreateCustomTimeZone("Headquarters", TimeSpan.FromMinutes(75), "Headquarters", "Headquarters");
        EventMapping mapping = new() { Customer = null!, EventPrefix = "\ud83c", EventDetails = ["a", null!], TimeFormat = TimeFormat.Local(own), Score = "s", ScoreKind = (FeedbackKind)99, Fallbacks = [ColumnFallback.For("a", "x\udf89")] };
        Assert.Equal(
            [
                "Customer holds a text that is null",
                "EventPrefix holds half of a surrogate pair in \"\ud83c\"; allowed is any valid Unicode text",
                "EventDetails holds a text that is null",
                "TimeFormat has the zone \"Headquarters\", which the system does not find by its id; a document names zones by ids such as Europe/Berlin",
                "ScoreKind 99 is not a kind of feedback",
                "Fallbacks holds half of a surrogate pair in \"x\udf89\"; allowed is any valid Unicode text",
            ],
            Assert.Throws<JourneyDefinitionException>(mapping.ToJson).Problems);
    }
}
