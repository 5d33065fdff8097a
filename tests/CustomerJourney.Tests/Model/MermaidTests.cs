using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Model;

public partial class MermaidTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Fact]
    public void A_map_is_a_diagram_of_sections_tasks_and_actors() => Assert.Equal(
        """
        journey
            title Online shop
            section Awareness
              %% Nobody knows how the next task feels; it is drawn as neutral.
              Search ad: 3: Ana, Ben
            section Purchase
              %% Nobody knows how the next task feels; it is drawn as neutral.
              Basket: 3: Ana, Ben
              Payment: 2: Ana, Ben
            section Support

        """.ReplaceLineEndings("\n"),
        Shop.Map.ToMermaid());

    [Fact]
    public void A_diagram_is_a_map()
    {
        Journey day = Journey.ParseMermaid("""
            ---
            title: ignored
            ---
            %%{init: {'theme': 'forest'}}%%
            journey
                title My working day
                accTitle: A day
                accDescr {
                  not a task
                }
                Wake up: 4
                section Go to work
                  Make tea: 5: Me %% hot
                  Go upstairs: 3: Me
                  Do work: 1: Me, Cat, Me
                section Go home
                  Go upstairs: 2.5: Me
            """);
        Assert.Equal(("My working day", "my-working-day"), (day.Name, day.Id));
        Assert.Equal(["My working day", "Go to work", "Go home"], day.Stages.Select(stage => stage.Name));
        Assert.Equal([("Wake up", 1.0, ""), ("Make tea", 2, "Me"), ("Go upstairs", 0, "Me"), ("Do work", -2, "Me Cat"), ("Go upstairs", -0.5, "Me")],
            day.Touchpoints.Select(touch => (touch.Name, touch.MeanEmotion!.Value, string.Join(' ', touch.Personas))));
        Assert.Equal(["Me", "Cat"], day.Personas.Select(persona => persona.Name));
    }

    [Fact]
    public void All_faults_of_a_diagram_are_told_with_their_lines()
    {
        JourneyDefinitionException error = Assert.Throws<JourneyDefinitionException>(() => Journey.ParseMermaid("graph TD\ntitle T\nA --> B\nTea: 6: Me\nTea: good: Me\nTea: 3: Me: You"));
        Assert.Equal(
        [
            "line 1: it is \"graph TD\"; a journey begins with the line \"journey\"",
            "line 3: it is \"A --> B\"; a task is written as name: score: actor, actor",
            "line 4: the score of the task \"Tea\" is \"6\"; allowed is 1 to 5",
            "line 5: the score of the task \"Tea\" is \"good\"; allowed is 1 to 5",
            "line 6: it is \"Tea: 3: Me: You\"; a task is written as name: score: actor, actor",
        ],
        error.Problems);
        Assert.Equal(["it does not begin with the line \"journey\""], Assert.Throws<JourneyDefinitionException>(() => Journey.ParseMermaid("")).Problems);
        Assert.Equal(["journey \"Journey\": there is no stage; add at least one"], Assert.Throws<JourneyDefinitionException>(() => Journey.ParseMermaid("journey")).Problems);
        Assert.Contains("10000 tasks", Assert.Throws<JourneyDefinitionException>(() => Journey.ParseMermaid("journey\n" + string.Concat(Enumerable.Repeat("a: 3\n", 20_000)))).Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_come_twice_are_kept()
    {
        Journey map = Journey.ParseMermaid("journey\nsection Wait\nCall: 4: Me\nsection Buy\nCall: 2\nsection Wait\nsection Wait");
        Assert.Equal([("Wait", "wait"), ("Buy", "buy"), ("Wait", "wait-2"), ("Wait", "wait-3")], map.Stages.Select(stage => (stage.Name, stage.Id)));
        Assert.Equal([("Call", "call"), ("Call", "call-2")], map.Touchpoints.Select(touchpoint => (touchpoint.Name, touchpoint.Id)));
        Assert.EndsWith("section Wait\n    section Wait (2)\n", map.ToMermaid(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_diagram_of_too_much_is_refused_at_once()
    {
        string sections = "journey\n" + string.Concat(Enumerable.Repeat("section a\n", 16_000)), actors = "journey\nTask: 3: " + string.Join(", ", Enumerable.Range(0, 200_000));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("more than 254 sections", Assert.Throws<JourneyDefinitionException>(() => Journey.ParseMermaid(sections)).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
        JourneyReadOptions small = new() { MaximumBytes = 1000, MaximumValues = 100 };
        Assert.Contains("1000 bytes", Assert.Throws<JourneyDefinitionException>(() => Journey.ParseMermaid(actors, small)).Message, StringComparison.Ordinal);
        Assert.Contains("more than 100 sections, tasks and actors", Assert.Throws<JourneyDefinitionException>(() => Journey.ParseMermaid(actors, new() { MaximumValues = 100 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_told_apart_in_time_linear_in_their_number()
    {
        CustomerJourney.Building.Mermaid.UniqueNames names = new();
        long before = GC.GetAllocatedBytesForCurrentThread();
        string[] taken = [.. Enumerable.Range(0, 16_000).Select(_ => names.Take("a"))];
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
        Assert.Equal((16_000, "a (16000)"), (taken.Distinct().Count(), taken[^1]));
    }

    [Theory]
    [InlineData("Card: refused; #1", "Card： refused； ＃1")]
    [InlineData("a\nsection Evil\r\n\tb", "a section Evil b")]
    [InlineData("</pre><script>", "＜/pre＞＜script＞")]
    [InlineData("50%% off %%{init}", "50%％ off %％{init}")]
    [InlineData("Title: x", "\u2060Title： x")]
    [InlineData("section", "\u2060section")]
    [InlineData("journeys end", "\u2060journeys end")]
    [InlineData("accDescr {", "\u2060accDescr {")]
    [InlineData("\u0000\uffff", "\ufffd\ufffd")]
    [InlineData("支付：卡", "支付：卡")]
    public void A_name_cannot_break_out_of_its_place(string name, string written)
    {
        Journey map = Journey.Create("J", journey => journey.AddStage("S", stage => stage.AddTouchpoint(name, touch => touch.Feels(1))));
        Assert.Equal($"journey\n    title J\n    section S\n      {written}: 4\n", map.ToMermaid());
    }

    [Fact]
    public void A_diagram_that_was_read_is_written_as_it_was() =>
        Prop.ForAll(Seeds, seed =>
        {
            string diagram = AnyMap.Make(seed).ToMermaid();
            Assert.Equal(diagram, Journey.ParseMermaid(diagram).ToMermaid());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_line_is_one_that_the_grammar_knows() =>
        Prop.ForAll(Seeds, seed =>
        {
            Journey map = AnyMap.Make(seed);
            string[] lines = map.ToMermaid().Split('\n');
            Assert.All(lines, line => Assert.Matches(Grammar(), line));
            Assert.Equal(map.Stages.Count, lines.Count(line => line.StartsWith("    section ", StringComparison.Ordinal)));
            Assert.Equal(map.Touchpoints.Count, lines.Count(line => Task().IsMatch(line)));
        }).QuickCheckThrowOnFailure();

    [GeneratedRegex(@"\A(journey|    title [^#:;<>]+|    section [^#:;<>]+|      %% Nobody .*|      [^#:;<>]+: [1-5](\.[0-9]+)?(: [^#:;<>]+)?|)\z")]
    private static partial Regex Grammar();

    // A task may not begin like another statement.
    [GeneratedRegex(@"\A      (?!%%|journey|title|section|acc(Title|Descr))[^#:;<>]+: [1-5]", RegexOptions.IgnoreCase)]
    private static partial Regex Task();
}
