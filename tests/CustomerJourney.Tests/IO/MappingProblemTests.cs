using System.Reflection;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.IO;

public class MappingProblemTests
{
    [Fact]
    public async Task Rounding_amounts_without_amounts_is_refused()
    {
        JourneyDefinitionException exception = await Assert.ThrowsAsync<JourneyDefinitionException>(() => CsvText.ReadAsync("customer,event,time\n", CsvText.Plain with { RoundAmounts = true }));
        Assert.Equal(["RoundAmounts needs Value: it says what becomes of amounts with more than four decimals"], exception.Problems);
    }

    [Fact]
    public async Task Rules_that_contradict_each_other_are_refused_all_at_once()
    {
        EventMapping mapping = new()
        {
            Customer = "c",
            Time = "t",
            EventPrefix = "p",
            EventDetails = ["d"],
            StartedAt = "s",
            Score = "n",
            ScoreKind = FeedbackKind.Nps,
            Value = "v",
            PresentStageOnly = true,
            Previous = "o",
            IdDetails = ["i"],
            SequenceDetails = ["q"],
            DateColumns = [DateColumn.For("a*b*", "x"), DateColumn.For("y", "*"), DateColumn.For("y", "")],
            Fallbacks = [ColumnFallback.For("t"), ColumnFallback.For("w", "w"), ColumnFallback.For("t", "")],
            OptionalColumns = ["c", "k", "k"],
            Filters = [RowFilter.OneOf("f"), RowFilter.OneOf("f", [null!])],
            AliasWhen = RowFilter.OneOf("e", "x"),
            Anonymous = "c",
            EventAttributes = ["o", "m"],
            AttributeNames = [AttributeName.For("m", "o"), AttributeName.For("z", ""), AttributeName.For("m", "n")],
        };
        Assert.Equal(
            [
                "Fallbacks names no column: give the name of a column, or leave it out",
                "IdDetails need Id: name its first column there",
                "SequenceDetails need Sequence: name its first column there",
                "AttributeNames names 'm' 2 times",
                "AttributeNames gives 'z' no name",
                "AttributeNames names 'z', which is no attribute of the mapping",
                "2 event attributes are called 'o'; AttributeNames gives them names of their own",
                "EventAttributes names 'o', which Previous makes an attribute already",
                "Time needs Event: name the column of events, or make 't' a date column",
                "EventPrefix needs Event: it does not say to which of a row's DateColumns it belongs",
                "EventDetails needs Event: it does not say to which of a row's DateColumns it belongs",
                "StartedAt needs Event: it does not say to which of a row's DateColumns it belongs",
                "Score needs Event: it does not say to which of a row's DateColumns it belongs",
                "Value needs Event: it does not say to which of a row's DateColumns it belongs",
                "Previous needs Event: it does not say to which of a row's DateColumns it belongs",
                "PresentStageOnly needs Event: it does not say to which of a row's DateColumns it belongs",
                "PresentStageOnly says that earlier stages are unknown, but Previous names the column of the one before",
                "DateColumns names 'y' 2 times",
                "the date column 'a*b*' has more than one *; a family of columns has one",
                "the event '*' has a *, but its date column 'y' has none",
                "the date column 'y' names no event",
                "Fallbacks names 't' 2 times",
                "the fallback of 't' names no other column",
                "Fallbacks names 'w', which nothing in the mapping reads",
                "the fallback of 'w' is itself",
                "OptionalColumns names 'k' 2 times",
                "OptionalColumns names 'c', without which no row can be read (Customer)",
                "OptionalColumns names 'k', which nothing in the mapping reads",
                "the filter of 'f' has no values, so that no row passes it",
                "the filter of 'f' has a value that is null; the empty text means rows with nothing there",
                "AliasWhen needs Alias: name the column of the id that is replaced",
                "Anonymous names 'c', the column of Customer: an id cannot be linked to itself",
            ],
            await ProblemsOf(mapping));
    }

    [Fact]
    public async Task A_mapping_needs_an_event_and_a_time_or_date_columns()
    {
        Assert.Equal(
            ["Event names no column: give the name of a column, or DateColumns that are events", "Time names no column: give the name of a column, or DateColumns that are events"],
            await ProblemsOf(new() { Customer = "c" }));
        Assert.Equal(["Event needs Time: name the column of the time at which the event happened"], await ProblemsOf(new() { Customer = "c", Event = "e", DateColumns = [DateColumn.For("d", "d")] }));
        Assert.Equal(["Alias names 'c', the column of Customer: an id cannot replace itself"], await ProblemsOf(CsvText.Plain with { Customer = "c", Alias = "c" }));
    }

    [Fact]
    public async Task Exceptions_need_a_family_of_date_columns() =>
        Assert.Equal(
            ["the date column 'closed' has exceptions, but no *; only a family of columns has exceptions"],
            await ProblemsOf(new()
            {
                Customer = "c",
                DateColumns = [new() { Column = "closed", Event = "closed", Except = ["closed_by"] }, new() { Column = "entered_*", Event = "*", Except = ["entered_now"] }],
            }));

    [Fact]
    public void Lists_and_texts_of_a_mapping_are_never_null()
    {
        Assert.All(typeof(EventMapping).GetProperties().Where(property => property.PropertyType.IsGenericType), property =>
            Assert.IsType<ArgumentNullException>(Assert.Throws<TargetInvocationException>(() => property.SetValue(CsvText.Plain with { }, null)).InnerException));
        Assert.Throws<ArgumentNullException>(() => CsvText.Plain with { EventSeparator = null! });
        Assert.Throws<ArgumentNullException>(() => CsvText.Plain with { TimeFormat = null! });
    }

    [Fact]
    public void Every_property_of_a_mapping_counts_for_equality()
    {
        EventMapping full = Full();
        Assert.Equal(full, Full());
        Assert.Equal(full.GetHashCode(), Full().GetHashCode());
        foreach (PropertyInfo property in typeof(EventMapping).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            EventMapping changed = Full();
            property.SetValue(changed, Other(property));
            Assert.False(full.Equals(changed), $"{property.Name} does not count.");
        }
    }

    private static EventMapping Full() => CsvText.Plain with
    {
        EventDetails = ["a"],
        IdDetails = ["a"],
        SequenceDetails = ["a"],
        EventAttributes = ["a"],
        CustomerAttributes = ["a"],
        OptionalColumns = ["a"],
        DateColumns = [DateColumn.For("a", "b")],
        AttributeNames = [AttributeName.For("a", "b")],
        Fallbacks = [ColumnFallback.For("a", "b")],
        Filters = [RowFilter.OneOf("a", "b")],
        AliasWhen = RowFilter.OneOf("a", "b"),
    };

    private static object Other(PropertyInfo property) => property.PropertyType switch
    {
        var type when type == typeof(string) => "another",
        var type when type == typeof(bool) => true,
        var type when type == typeof(FeedbackKind) => FeedbackKind.Ces,
        var type when type == typeof(TimeFormat) => TimeFormat.UnixSeconds,
        var type when type == typeof(RowFilter) => RowFilter.OneOf("a", "c"),
        var type when type == typeof(IReadOnlyList<string>) => (string[])["b"],
        var type when type == typeof(IReadOnlyList<DateColumn>) => (DateColumn[])[DateColumn.For("a", "c")],
        var type when type == typeof(IReadOnlyList<AttributeName>) => (AttributeName[])[AttributeName.For("a", "c")],
        var type when type == typeof(IReadOnlyList<ColumnFallback>) => (ColumnFallback[])[ColumnFallback.For("a", "c")],
        var type when type == typeof(IReadOnlyList<RowFilter>) => (RowFilter[])[RowFilter.OneOf("a", "c")],
        _ => throw new InvalidOperationException($"Say what another value of {property.Name} is."),
    };

    private static async Task<IReadOnlyList<string>> ProblemsOf(EventMapping mapping) =>
        (await Assert.ThrowsAsync<JourneyDefinitionException>(() => CsvText.ReadAsync("c\n", mapping))).Problems;
}
