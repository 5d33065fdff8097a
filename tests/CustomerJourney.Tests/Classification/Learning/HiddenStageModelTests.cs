using CustomerJourney.Building.Documents;
using CustomerJourney.Classification;
using CustomerJourney.Classification.Learning;
using CustomerJourney.Events;
using CustomerJourney.Statistics.Models;
using CustomerJourney.Tests.Statistics.Models;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Classification.Learning;

public class HiddenStageModelTests
{
    /// <summary>How far apart two ways of reckoning may be. Rounding both to so many digits would not do: what lies in the middle of two digits, as powers of 1/2 do, is rounded either way.</summary>
    private const double Tolerance = 1e-9;

    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_map_alone_makes_a_model_of_the_documented_numbers()
    {
        HiddenStageModel model = HiddenStageModel.FromMap(KnownChain.Shop, new HiddenStageMapOptions { OtherEvents = ["zoom"] });
        Assert.Equal(["ask", "basket", "login", "pay", "search", "view", "zoom"], model.Events);
        Near([0.8, 0.1, 0.1], model.Probabilities.Start);
        // From the first stage nothing is earlier; from the second nothing is left to skip; from the last there is no way on.
        Near([0.8 / 0.96, 0.12 / 0.96, 0.04 / 0.96], model.Probabilities.Transition[0]);
        Near([0.04 / 0.96, 0.8 / 0.96, 0.12 / 0.96], model.Probabilities.Transition[1]);
        Near([0.02 / 0.84, 0.02 / 0.84, 0.8 / 0.84], model.Probabilities.Transition[2]);
        const double Anywhere = 0.1 / 7;
        Near([Anywhere, Anywhere, Anywhere, Anywhere, Anywhere + 0.45, Anywhere + 0.45, Anywhere], model.Probabilities.Emission[0]);
        Near([Anywhere + 0.3, Anywhere + 0.3, Anywhere, Anywhere + 0.3, Anywhere, Anywhere, Anywhere], model.Probabilities.Emission[1]);
    }

    [Fact]
    public void Labels_make_a_model_of_their_shares()
    {
        StagedLog labels = KnownChain.Labels.Classify(JourneyLog.From(
        [
            Labeled("a", "view", 0, "Look"), Labeled("a", "noise", 1, "Look"), Labeled("a", "view", 2, "Look"), Labeled("a", "pay", 3, "Buy"), Labeled("a", "login", 4, "Use"), Labeled("a", "login", 5, "Use"),
            Labeled("b", "pay", 0, "Buy"), Labeled("b", "view", 1, "Look"),
        ]));
        HiddenStageModel model = HiddenStageModel.FromLabels(labels, smoothing: 0);
        Assert.Equal(["login", "pay", "view"], model.Events);
        Near([0.5, 0.5, 0], model.Probabilities.Start);
        Near([0.5, 0.5, 0], model.Probabilities.Transition[0]);
        Near([0.5, 0, 0.5], model.Probabilities.Transition[1]);
        Near([0, 0, 1], model.Probabilities.Transition[2]);
        Near([0, 0, 1], model.Probabilities.Emission[0]);
        // Three views in "Look", and one of each name added.
        Near([1 / 6.0, 1 / 6.0, 4 / 6.0], HiddenStageModel.FromLabels(labels).Probabilities.Emission[0]);
    }

    [Fact]
    public void Labels_that_leave_a_stage_open_are_told_with_the_stage()
    {
        StagedLog labels = KnownChain.Labels.Classify(JourneyLog.From([Labeled("a", "view", 0, "Look"), Labeled("a", "pay", 1, "Buy")]));
        string message = Assert.Throws<ArgumentException>(() => HiddenStageModel.FromLabels(labels, smoothing: 0)).Message;
        Assert.Contains("the stage 'Use' has no event", message);
        Assert.Contains("nothing follows an event of the stage 'Buy'", message);
        Assert.Contains("No event of the log has a stage", Assert.Throws<ArgumentException>(() => HiddenStageModel.FromLabels(KnownChain.Labels.Classify(JourneyLog.From([])))).Message);
    }

    [Fact]
    public void An_ambiguous_event_is_read_by_what_comes_before_and_after()
    {
        HiddenStageModel model = HiddenStageModel.FromMap(KnownChain.Shop);
        Assert.Equal(["Look", "Look", "Buy", "Buy", "Buy"], StagesOf("view", "search", "basket", "ask", "pay"));
        Assert.Equal(["Buy", "Use", "-", "Use", "Use"], StagesOf("pay", "login", "noise", "ask", "login"));

        string[] StagesOf(params string[] names)
        {
            StagedLog log = model.Classify(JourneyLog.From(names.Select((name, hour) => Event("c", name, hour))));
            return [.. log.Columns.Stages!.Select(stage => stage == LogSchema.NoStage ? "-" : log.Schema.Stages[stage])];
        }
    }

    [Fact]
    public void A_classified_log_has_visits_and_counts_what_is_unknown()
    {
        StagedLog log = HiddenStageModel.FromMap(KnownChain.Shop).Classify(JourneyLog.From(
            [Event("c", "view", 0), Event("c", "noise", 1), Event("c", "pay", 2), Event("c", "basket", 3), Event("c", "view", 4), Event("c", "view", 5), Event("c", "search", 6)]));
        Assert.Equal(["Look", "Buy", "Look"], log["c"].Visits.Select(visit => visit.Stage.Name));
        Assert.Equal(("Look", "Buy"), (log["c"].Current!.Name, log["c"].Furthest!.Name));
        Assert.Equal((1L, "noise"), (log.UnknownEventCount, Assert.Single(log.Quality.UnknownEventNames).Name));
        Assert.Equal([1L, 0L, 0L], log.Measure(new StageSummary()).Stages.Select(stage => stage.Current));
    }

    [Fact]
    public void As_of_an_instant_nothing_later_counts()
    {
        HiddenStageModel model = HiddenStageModel.FromMap(KnownChain.Shop);
        JourneyEvent[] events = [Event("c", "pay", 0), Event("c", "ask", 1), Event("c", "login", 2), Event("c", "login", 3)];
        StagedLog early = model.Classify(JourneyLog.From(events), Noon.AddHours(2));
        Assert.Equal(model.Classify(JourneyLog.From(events[..2])).Columns.Stages, early.Columns.Stages);
        Assert.Equal(Noon.AddHours(2), early.Schema.ObservedUntil);
    }

    /// <summary>Where every event belongs to one stage, the model says what the map says; everything beside stages must be read alike.</summary>
    [Fact]
    public void A_stage_that_no_event_speaks_for_is_never_entered()
    {
        Journey map = Journey.Create("Shop", one => one
            .AddStage("Look", stage => stage.AddTouchpoint("Page", touch => touch.ObservedAs("view")))
            .AddStage("Think")
            .AddStage("Buy", stage => stage.AddTouchpoint("Checkout", touch => touch.ObservedAs("pay"))));
        HiddenStageModel model = HiddenStageModel.FromMap(map, new HiddenStageMapOptions { OtherEvents = ["read"] });
        JourneyLog log = JourneyLog.From([Event("anna", "view", 0), Event("anna", "read", 1), Event("anna", "read", 2), Event("anna", "pay", 3)]);
        HiddenStagePath path = model.Decode(log, "anna");
        Assert.DoesNotContain("Think", path.Events.Select(e => e.Stage.Name));
        Assert.Equal("Buy", path.Events[^1].Stage.Name);
        // Going on to the next stage that can be seen is no skip.
        Assert.Equal(0.12 / 0.92, model.Probabilities.Transition[0][2], 12);
        Assert.Equal(0, model.Probabilities.Transition[0][1]);
        HiddenStageFit fit = HiddenStageModel.Learn(log, model);
        Assert.Equal(0, fit.Model.Probabilities.Transition[0][1]);
    }

    [Fact]
    public void A_log_of_learned_stages_keeps_to_its_model()
    {
        HiddenStageModel model = HiddenStageModel.FromMap(KnownChain.Shop);
        JourneyLog first = JourneyLog.From([Event("anna", "view", 0)]), second = JourneyLog.From([Event("anna", "pay", 1), Event("ben", "view", 2)]);
        StagedLog whole = model.Classify(first.Append(second)), appended = model.Classify(first).Append(second);
        Assert.Equal(whole.Columns.Stages, appended.Columns.Stages);
        Assert.Contains("model.Decode(log, customer)", Assert.Throws<InvalidOperationException>(() => appended.Explain("anna")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_model_that_is_sure_reads_a_log_as_its_map_does(bool withConditions) => Prop.ForAll(LogGenerator.Events, events =>
    {
        Journey map = Journey.Create("Sure", builder => builder
            .AddPersona("Family", persona => persona.ObservedAs("segment", "family"))
            .AddStage("Look", stage => stage.AddTouchpoint("Front page", touch => touch.ObservedAs("open")))
            .AddStage("Buy", stage => stage
                .AddTouchpoint("Basket", touch => touch.ObservedAs("buy"))
                .AddTouchpoint("App store", touch => touch.ObservedOn("mobile", "buy"))
                .AddTouchpoint("Phone", touch =>
                {
                    if (withConditions) touch.ObservedBy(new EventBinding { Event = "buy", Conditions = [new() { Attribute = "device", Value = "phone" }] });
                }))
            .AddStage("Use", stage => stage.AddTouchpoint("Help desk", touch => touch.ObservedAs("ask", "answer"))));
        JourneyLog log = JourneyLog.From(events);
        StagedLog expected = map.Classify(log), actual = HiddenStageModel.FromMap(map, new HiddenStageMapOptions { Certainty = 1 }).Classify(log);
        Assert.Equal(expected.Columns.Stages, actual.Columns.Stages);
        Assert.Equal(expected.Columns.Touchpoints, actual.Columns.Touchpoints);
        Assert.Equal(expected.Columns.Feedback?.Stages, actual.Columns.Feedback?.Stages);
        Assert.Equal(expected.Columns.Feedback?.Touchpoints, actual.Columns.Feedback?.Touchpoints);
        Assert.Equal(expected.Columns.Personas, actual.Columns.Personas);
        Assert.Equal(expected.Quality.UnknownEventNames, actual.Quality.UnknownEventNames);
        Assert.Equal((expected.UnknownEventCount, expected.Quality.UnknownTouchpoints), (actual.UnknownEventCount, actual.Quality.UnknownTouchpoints));
        Assert.Equal(expected.Customers, actual.Customers);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_path_is_one_of_the_most_probable_ones_and_posteriors_add_up() => Prop.ForAll(SimulatedChain.SmallCase, given =>
    {
        (HiddenMarkovModel probabilities, ushort[] observations) = given;
        HiddenStageModel model = Of(probabilities);
        // Unknown events lie in between and change nothing.
        JourneyLog log = JourneyLog.From(observations.SelectMany((symbol, place) => (JourneyEvent[])[Event("c", $"symbol {symbol}", 2 * place), Event("c", "noise", (2 * place) + 1)]));
        HiddenStagePath path = model.Decode(log, "c");
        Assert.Equal(observations.Length, path.PassedOver);
        (byte[] Path, double Probability)[] all = [.. SimulatedChain.Paths(probabilities.StateCount, observations.Length).Select(states => (states, SimulatedChain.Probability(probabilities, states, observations)))];
        double total = all.Sum(one => one.Probability);
        StagedLog staged = model.Classify(log);
        HiddenStageLikelihood likelihood = model.LogLikelihood(log);
        if (total == 0)
        {
            Assert.True(path.IsImpossible);
            Assert.Empty(path.Events);
            Assert.All(staged.Columns.Stages!, stage => Assert.Equal(LogSchema.NoStage, stage));
            Assert.Equal((0L, 1L, null), (likelihood.Customers, likelihood.ImpossibleCustomers, likelihood.LogLikelihood));
            return;
        }

        byte[] states = [.. path.Events.Select(one => (byte)one.Stage.Position)];
        Assert.Equal(Math.Log(all.Max(one => one.Probability)), path.LogProbability!.Value, Tolerance);
        Assert.Equal(Math.Log(SimulatedChain.Probability(probabilities, states, observations)), path.LogProbability!.Value, Tolerance);
        Assert.Equal(Math.Log(total), path.LogLikelihood!.Value, Tolerance);
        Assert.Equal(path.LogLikelihood, likelihood.LogLikelihood);
        Assert.Equal(states, staged.Columns.Stages!.Where(stage => stage != LogSchema.NoStage));
        Assert.Equal(Math.Exp(path.LogProbability.Value) / total, path.Probability!.Value, Tolerance);
        for (int t = 0; t < observations.Length; t++)
        {
            for (int state = 0; state < probabilities.StateCount; state++)
                Assert.Equal(all.Where(one => one.Path[t] == state).Sum(one => one.Probability) / total, path.Events[t].Probabilities[state], Tolerance);
            Assert.Equal(path.Events[t].Probabilities.Max(), path.Events[t].Probabilities[path.Events[t].MostProbable.Position]);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_model_is_written_and_read_digit_by_digit() => Prop.ForAll(SimulatedChain.SmallCase, given =>
    {
        HiddenStageModel model = Of(given.Model), read = HiddenStageModel.Parse(model.ToJson(), model.Journey);
        Assert.Equal(model, read);
        Assert.Equal(model.GetHashCode(), read.GetHashCode());
        Assert.Equal(model.ToJson(), read.ToJson());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_could_not_be_read_again_is_not_written()
    {
        const int Width = 1000;
        DocumentValue row = LearnedDocument.Numbers(new double[Width]);
        Assert.StartsWith("{", Written(3_900), StringComparison.Ordinal);
        Assert.Contains("more than 4000000 values", Assert.Throws<JourneyDefinitionException>(() => Written(4_000)).Message, StringComparison.Ordinal);

        string Written(int rows) => LearnedDocument.Write("The document", "test", ("rows", DocumentValue.List([.. Enumerable.Repeat(row, rows)])));
    }

    [Fact]
    public void All_faults_of_a_document_are_told_with_their_places()
    {
        string json = KnownChain.Truth.ToJson();
        Assert.Equal(KnownChain.Truth, HiddenStageModel.Parse(json, KnownChain.Shop));
        Assert.Contains("the format version is \"2.0\"", Problem(json.Replace("\"1.0\"", "\"2.0\"")));
        Assert.Contains("allowed is hiddenStageModel", Problem(json.Replace("\"hiddenStageModel\"", "\"softmax\"")));
        Assert.Contains("the model is for the stages", Problem(json.Replace("\"look\"", "\"gaze\"")));
        Assert.Contains("named twice", Problem(json.Replace("\"ask\"", "\"view\"")));
        Assert.Contains("it is no valid JSON", Problem(json[..^10]));
        IReadOnlyList<string> problems = Assert.Throws<JourneyDefinitionException>(() => HiddenStageModel.Parse(json.Replace("0.85", "1.85").Replace("0.88", "0.08").Replace("\"emission\"", "\"mission\""), KnownChain.Shop)).Problems;
        Assert.Contains(problems, problem => problem.Contains("\"emission\""));
        problems = Assert.Throws<JourneyDefinitionException>(() => HiddenStageModel.Parse(json.Replace("0.85", "1.85").Replace("0.88", "0.08"), KnownChain.Shop)).Problems;
        Assert.Equal(2, problems.Count);
        Assert.Contains("$.start, line", problems[0]);
        Assert.Contains("Row 0 of 'transition' sums to", problems[1]);

        static string Problem(string json) => string.Join('\n', Assert.Throws<JourneyDefinitionException>(() => HiddenStageModel.Parse(json, KnownChain.Shop)).Problems);
    }

    [Fact]
    public void What_does_not_fit_together_is_told()
    {
        JourneyDefinitionException fault = Assert.Throws<JourneyDefinitionException>(() => HiddenStageModel.Create(KnownChain.Shop, ["a", "a", ""], HiddenMarkovModel.Create([0.5, 0.5], [[0.5, 0.5], [0.5, 0.5]], [[1], [1]])));
        Assert.Equal(4, fault.Problems.Count);
        Assert.Contains("no touchpoint of the journey 'Bare' names an event", Assert.Throws<JourneyDefinitionException>(() => HiddenStageModel.FromMap(Bare(2))).Message);
        Assert.Contains("nothing can follow an event of the stage 'S2'", Assert.Throws<JourneyDefinitionException>(() => HiddenStageModel.FromMap(Bare(3), new HiddenStageMapOptions { OtherEvents = ["x"], Stay = 0, Return = 0 })).Message);
        Assert.Throws<KeyNotFoundException>(() => KnownChain.Truth.Decode(JourneyLog.From([Event("c", "view", 0)]), "d"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HiddenStageMapOptions { Certainty = 1.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new HiddenStageMapOptions { Stay = double.NaN });
    }

    [Fact]
    public void A_customer_is_explained_as_text_and_as_a_table()
    {
        HiddenStagePath path = HiddenStageModel.FromMap(KnownChain.Shop).Decode(JourneyLog.From([Event("anna", "view", 0), Event("anna", "pay", 1)]), "anna");
        string[] lines = path.ToString().Split('\n');
        Assert.StartsWith("anna: Buy, with probability", lines[0]);
        Assert.StartsWith("2026-03-01 12:00:00Z view: Look (Look 9", lines[1]);
        Assert.Equal(["At", "Event", "Stage", "P(Look)", "P(Buy)", "P(Use)"], path.ToTable().Columns.Select(column => column.Name));
        Assert.Equal("Buy", path.ToTable().Rows[1][2]);
        Assert.Contains("none of 1 events is known", HiddenStageModel.FromMap(KnownChain.Shop).Decode(JourneyLog.From([Event("anna", "noise", 0)]), "anna").ToString());
    }

    [Fact]
    public void Nothing_in_a_name_breaks_the_lines_of_the_text()
    {
        const string Hostile = "a\n2026-03-01 12:00:00Z b\u202E";
        Journey map = Journey.Create("Map", map => map.AddStage("First\nstage", stage => stage.AddTouchpoint("Door", touch => touch.ObservedAs(Hostile))));
        string text = HiddenStageModel.FromMap(map).Decode(JourneyLog.From([Event(Hostile, Hostile, 0)]), Hostile).ToString();
        Assert.Equal(2, text.Split('\n').Length);
        Assert.DoesNotContain('\u202E', text);
        Assert.DoesNotContain('\n', HiddenStageModel.FromMap(KnownChain.Shop).Decode(JourneyLog.From([Event(Hostile, Hostile, 0)]), Hostile).ToString());
    }

    [Fact]
    public void The_evidence_missing_says_what_classification_will_say_once_it_is_there() => Prop.ForAll(SimulatedChain.SmallCase, given =>
    {
        HiddenStageModel model = Of(given.Model);
        JourneyEvent[] events = [.. given.Observations.Select((symbol, place) => Event("c", $"symbol {symbol}", place))];
        JourneyLog log = JourneyLog.From(events);
        HiddenStagePath path = model.Decode(log, "c");
        for (int stage = 0; stage < given.Model.StateCount; stage++)
        {
            IReadOnlyList<HiddenStageEvidence> missing = model.NextEvidence(log, "c", $"S{stage}");
            if (path.IsImpossible)
            {
                Assert.Empty(missing);
                continue;
            }

            Assert.Equal(1, missing.Sum(one => one.Likelihood), Tolerance);
            Assert.Equal(missing.OrderByDescending(one => one.Probability), missing);
            foreach (HiddenStageEvidence evidence in missing)
            {
                HiddenStagePath then = model.Decode(JourneyLog.From([.. events, Event("c", evidence.Event, events.Length)]), "c");
                Assert.Equal(then.Events[^1].Probabilities[stage], evidence.Probability, Tolerance);
                Assert.Equal(then.LogLikelihood!.Value, path.LogLikelihood!.Value + Math.Log(evidence.Likelihood), Tolerance);
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Taking_any_listed_event_away_changes_the_stated_probabilities()
    {
        JourneyEvent[] events = [.. KnownChain.EventsOf(1, 25, seed: 8)];
        HiddenStagePath path = KnownChain.Truth.Decode(JourneyLog.From(events), "c00000");
        Assert.Equal(25, path.Events.Count);
        foreach (HiddenStageEvent one in path.Events)
        {
            HiddenStagePath without = KnownChain.Truth.Decode(JourneyLog.From(events.Where((_, position) => position != one.Position)), "c00000");
            Assert.NotEqual(path.LogLikelihood, without.LogLikelihood);
            Assert.NotEqual(path.LogProbability, without.LogProbability);
        }
    }

    private static HiddenStageModel Of(HiddenMarkovModel probabilities) =>
        HiddenStageModel.Create(Bare(probabilities.StateCount), Enumerable.Range(0, probabilities.SymbolCount).Select(symbol => $"symbol {symbol}"), probabilities);

    private static Journey Bare(int stages) => Journey.Create("Bare", map =>
    {
        for (int stage = 0; stage < stages; stage++) map.AddStage($"S{stage}");
    });

    private static void Near(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 12);
    }

    private static JourneyEvent Event(string customer, string name, int hour) => new() { Customer = customer, Event = name, At = Noon.AddHours(hour) };

    private static JourneyEvent Labeled(string customer, string name, int hour, string stage) => Event(customer, name, hour) with { Attributes = new Dictionary<string, string> { ["truth"] = stage } };
}
