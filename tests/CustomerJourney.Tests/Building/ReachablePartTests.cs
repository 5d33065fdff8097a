using System.Diagnostics;
using System.Globalization;
using CustomerJourney.Classification;
using CustomerJourney.Events;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Building;

/// <summary>An id goes before a name: every part is found by its id, whatever others are called.</summary>
public class ReachablePartTests
{
    private static readonly string[] Words = ["Pay", "pay", "pay-2", "pay-3", "Pay 2", "pay-2-2"];

    /// <summary>The third is called like the id of the second.</summary>
    private static readonly Journey Pays = Journey.Create("Pays", map => map
        .AddStage("Pay", stage => stage.Id("pay").AddTouchpoint("A", touch => touch.ObservedAs("a")))
        .AddStage("Pay", stage => stage.Id("pay-2").AddTouchpoint("B", touch => touch.ObservedAs("b")))
        .AddStage("pay-2", stage => stage.Id("pay-2-2").AddTouchpoint("C", touch => touch.ObservedAs("c"))));

    [Fact]
    public void Every_part_is_found_by_its_id_whatever_the_others_are_called()
    {
        Gen<(string Name, string? Id)> part = from name in Gen.Elements(Words) from id in Gen.Elements<string?>(null, null, "pay", "pay-2", "pay-3") select (name, id);
        Prop.ForAll(part.ListOf(5).ToArbitrary(), parts =>
        {
            HashSet<string> given = [];
            Journey map = Journey.Create("J", journey =>
            {
                foreach ((string name, string? id) in parts)
                {
                    journey.AddStage(name, stage => { if (id is not null && given.Add(id)) stage.Id(id); });
                    journey.AddPersona(name);
                }
            });
            Journey edited = map;
            foreach (Stage stage in map.Stages) edited = edited.With(copy => copy.EditStage(stage.Id, found => found.Goal(stage.Id)));
            return map.Stages.All(stage => map.FindStage(stage.Id) == stage && map[stage.Id] == stage)
                && map.Personas.All(persona => map.FindPersona(persona.Id) == persona)
                && edited.Stages.All(stage => stage.CustomerGoal?.ToString() == stage.Id);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_name_that_is_anothers_id_means_the_other()
    {
        Assert.Equal(["pay", "pay-2", "pay-2-2"], Pays.Stages.Select(stage => stage.Id));
        Assert.Same(Pays.Stages[1], Pays.FindStage("pay-2"));
        Assert.Same(Pays.Stages[2], Pays.FindStage("pay-2-2"));
        Assert.Throws<ArgumentException>(() => Pays.FindStage("Pay"));
        Journey renamed = Pays.With(map => map.EditStage("pay-2", stage => stage.Renamed("Later")).AddTransition("pay-2", "pay-2-2"));
        Assert.Equal(["Pay", "Later", "pay-2"], renamed.Stages.Select(stage => stage.Name));
        Assert.Equal(("pay-2", "pay-2-2"), (renamed.Transitions[0].From.Id, renamed.Transitions[0].To.Id));
        Assert.Equal(["pay", "pay-2-2"], Pays.With(map => map.RemoveStage("pay-2")).Stages.Select(stage => stage.Id));
    }

    [Fact]
    public void An_id_that_is_made_is_nobody_elses_name()
    {
        Journey map = Journey.Create("J", journey => journey.AddStage("Pay").AddStage("Pay").AddStage("pay-2").AddStage("pay").AddTransition("pay", "pay-2"));
        Assert.Equal(["pay-3", "pay-4", "pay-2", "pay"], map.Stages.Select(stage => stage.Id));
        Assert.Equal(("pay", "pay-2"), (map.Transitions[0].From.Name, map.Transitions[0].To.Name));
    }

    [Fact]
    public void The_report_of_a_log_follows_the_stages_themselves_and_calls_them_as_the_map_does()
    {
        StagedLog log = Pays.Classify(JourneyLog.From([Event("1", "a", 1), Event("1", "b", 2), Event("2", "a", 1), Event("2", "b", 2), Event("2", "c", 3), Event("3", "a", 60 * 24)]));
        string page = log.Report().ToMarkdown();
        Assert.Contains("Pay (pay) | Pay (pay-2) | 3 | 2 |", page, StringComparison.Ordinal);
        Assert.Contains("Pay (pay-2) | pay-2 | 2 | 1 |", page, StringComparison.Ordinal);

        static JourneyEvent Event(string customer, string name, int hour) => new() { Customer = customer, Event = name, At = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(hour) };
    }

    [Fact]
    public void A_feeling_replaces_that_of_its_own_persona_alone()
    {
        Journey map = Journey.Create("J", journey => journey
            .AddPersona("Ana", ana => ana.Id("buyer")).AddPersona("buyer", pro => pro.Id("pro"))
            .AddStage("S", stage => stage.AddTouchpoint("T", touch => touch.Feels(-1, persona: "buyer").Feels(1, persona: "pro"))));
        Assert.Equal([("buyer", -1.0), ("pro", 1.0)], Feelings(map));
        Assert.Equal([("buyer", -1.0), ("pro", 2.0)], Feelings(Feeling("pro")));
        Assert.Equal([("buyer", 2.0), ("pro", 1.0)], Feelings(Feeling("Ana")));
        Assert.Equal([("buyer", 2.0), ("pro", 1.0)], Feelings(Feeling("buyer")));

        // Named before the persona is there, and of a document that names a persona by an id alone.
        Journey early = Journey.Create("J", journey => journey
            .AddStage("S", stage => stage.AddTouchpoint("T", touch => touch.Feels(-1, persona: "late").Feels(1, persona: "late")))
            .AddPersona("Ana", ana => ana.Id("late")));
        Assert.Equal([("late", 1.0)], Feelings(early));

        Journey Feeling(string persona) => map.With(copy => copy.EditStage("s", stage => stage.EditTouchpoint("t", touch => touch.Feels(2, persona: persona))));
        static IEnumerable<(string?, double)> Feelings(Journey journey) => journey.Touchpoints[0].Emotions.Select(emotion => (emotion.Persona?.Id, emotion.Score));
    }

    [Fact]
    public void Ids_of_long_names_that_differ_at_the_end_are_made_at_once()
    {
        const int Count = 40_000;
        string stem = new('x', 58);
        // Two of each, apart in case alone: the second is a copy, and all copies begin alike.
        string actors = string.Join(", ", Enumerable.Range(0, Count / 2).SelectMany(number => (string[])[$"{stem}{number.ToString("D6", CultureInfo.InvariantCulture)}", $"X{stem[1..]}{number.ToString("D6", CultureInfo.InvariantCulture)}"]));
        Stopwatch watch = Stopwatch.StartNew();
        Journey map = Journey.ParseMermaid($"journey\n  section S\n    T: 3: {actors}\n");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
        Assert.Equal(Count, map.Personas.Select(persona => persona.Id).Distinct().Count());
        Assert.Equal(stem + "000000", map.Personas[0].Id);
        Assert.Equal(stem + "0000-2", map.Personas[1].Id);
        Assert.Equal(stem + "0000-3", map.Personas[3].Id);
        Assert.Equal((stem + "0000-9", stem + "000-10"), (map.Personas[15].Id, map.Personas[17].Id));
        Assert.All(map.Personas, persona => Assert.InRange(persona.Id.Length, 1, 64));
    }
}
