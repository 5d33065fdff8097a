using CustomerJourney.Classification;
using CustomerJourney.Classification.Learning;
using CustomerJourney.Events;
using CustomerJourney.Statistics.Models;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Classification.Learning;

public class HiddenStageLearningTests
{
    private static readonly Lazy<JourneyLog> Train = new(() => KnownChain.Draw(2500, 40, seed: 1));
    private static readonly Lazy<StagedLog> Test = new(() => KnownChain.Labels.Classify(KnownChain.Draw(500, 40, seed: 2)));
    private static readonly Lazy<HiddenStageFit> Learned = new(() => HiddenStageModel.Learn(Train.Value, HiddenStageModel.FromMap(KnownChain.Shop)));

    [Fact]
    public void From_labels_every_probability_is_found_within_its_error()
    {
        HiddenStageModel model = HiddenStageModel.FromLabels(KnownChain.Labels.Classify(Train.Value));
        HiddenMarkovModel truth = KnownChain.Truth.Probabilities;
        double[] events = new double[3];
        foreach (byte stage in KnownChain.Labels.Classify(Train.Value).Columns.Stages!) events[stage]++;
        Near(truth.Start, model.Probabilities.Start, 2500, 4.5);
        for (int stage = 0; stage < 3; stage++)
        {
            Near(truth.Transition[stage], model.Probabilities.Transition[stage], events[stage] * 39 / 40, 4.5);
            Near(truth.Emission[stage], model.Probabilities.Emission[stage], events[stage], 4.5);
        }
    }

    [Fact]
    public void Without_labels_the_chain_is_found_again_from_the_map()
    {
        HiddenStageFit fit = Learned.Value;
        Assert.True(fit.Converged);
        Assert.Empty(fit.Warnings);
        Assert.Equal((2500L, 100_000L, 0L), (fit.Customers, fit.Events, fit.ImpossibleCustomers));
        HiddenMarkovModel truth = KnownChain.Truth.Probabilities, found = fit.Model.Probabilities;
        // Hidden states carry less information than labels: some times the standard error of labels.
        Near(truth.Start, found.Start, 2500, 6);
        for (int stage = 0; stage < 3; stage++)
        {
            Near(truth.Transition[stage], found.Transition[stage], 30_000, 6);
            Near(truth.Emission[stage], found.Emission[stage], 30_000, 6);
        }

        Assert.True(fit.LogLikelihood >= KnownChain.Truth.LogLikelihood(Train.Value).LogLikelihood, "The truth must not fit the data better than what was fitted to them.");
    }

    [Fact]
    public void Posterior_decoding_comes_near_to_that_of_the_true_model()
    {
        double bayes = KnownChain.PosteriorAccuracy(KnownChain.Truth, Test.Value);
        double learned = KnownChain.PosteriorAccuracy(Learned.Value.Model, Test.Value);
        double labeled = KnownChain.PosteriorAccuracy(HiddenStageModel.FromLabels(KnownChain.Labels.Classify(Train.Value)), Test.Value);
        double map = KnownChain.PosteriorAccuracy(HiddenStageModel.FromMap(KnownChain.Shop), Test.Value);
        Assert.InRange(bayes, 0.8, 1);
        Assert.InRange(learned, bayes - 0.005, bayes + 0.005);
        Assert.InRange(labeled, bayes - 0.003, bayes + 0.003);
        Assert.True(map < learned, $"The map alone has {map}, learned {learned}.");
    }

    [Fact]
    public void A_model_that_was_learned_fits_new_customers_better_than_the_map_and_nearly_as_well_as_the_truth()
    {
        double truth = KnownChain.Truth.LogLikelihood(Test.Value).PerEvent!.Value;
        double learned = Learned.Value.Model.LogLikelihood(Test.Value).PerEvent!.Value;
        double map = HiddenStageModel.FromMap(KnownChain.Shop).LogLikelihood(Test.Value).PerEvent!.Value;
        Assert.InRange(learned, truth - 0.001, truth + 0.001);
        Assert.True(map < truth - 0.02);
    }

    [Fact]
    public void No_other_path_is_more_probable_than_the_one_found()
    {
        Random random = new(3);
        HiddenStageModel model = Learned.Value.Model;
        for (int customer = 0; customer < 50; customer++)
        {
            HiddenStagePath path = model.Decode(Test.Value, Test.Value.CustomerIds[customer]);
            byte[] truth = Test.Value.TraceOf(customer).Stages.ToArray();
            Assert.True(LogProbability(truth) <= path.LogProbability + 1e-9, "The true path is a path, too.");
            byte[] found = [.. path.Events.Select(one => (byte)one.Stage.Position)];
            Assert.Equal(path.LogProbability!.Value, LogProbability(found), 9);
            for (int change = 0; change < 100; change++)
            {
                byte[] other = [.. found];
                other[random.Next(other.Length)] = (byte)random.Next(3);
                Assert.True(LogProbability(other) <= path.LogProbability + 1e-9);
            }

            double LogProbability(byte[] states) => Statistics.Models.SimulatedChain.LogProbability(
                model.Probabilities, states, [.. path.Events.Select(one => (ushort)Array.IndexOf(KnownChain.Events, one.Event))]);
        }
    }

    [Fact]
    public void Threads_and_order_of_arrival_do_not_matter()
    {
        HiddenStageModel start = HiddenStageModel.FromMap(KnownChain.Shop);
        HiddenStageLearningOptions few = new() { MaximumIterations = 3, Starts = 2, Seed = 7, Prior = start };
        HiddenStageFit one = HiddenStageModel.Learn(Train.Value, start, few, new MeasureOptions { MaxDegreeOfParallelism = 1 });
        HiddenStageFit four = HiddenStageModel.Learn(JourneyLog.From(LogGenerator.Shuffled(KnownChain.EventsOf(2500, 40, seed: 1), 5)), start, few, new MeasureOptions { MaxDegreeOfParallelism = 4 });
        Assert.Equal(one, four);
        Assert.Equal(one.Model.ToJson(), four.Model.ToJson());
        Assert.Equal(
            HiddenStageModel.FromLabels(KnownChain.Labels.Classify(Train.Value), options: new MeasureOptions { MaxDegreeOfParallelism = 1 }),
            HiddenStageModel.FromLabels(KnownChain.Labels.Classify(Train.Value), options: new MeasureOptions { MaxDegreeOfParallelism = 4 }));
        Assert.False(one.Converged);
        Assert.Contains("did not converge in 3 iterations", Assert.Single(one.Warnings));
    }

    [Fact]
    public void Any_partition_of_the_customers_teaches_the_same() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        Random random = new(seed);
        JourneyEvent[] events = [.. KnownChain.EventsOf(12, 6, seed)];
        int parts = random.Next(1, 5);
        Dictionary<string, int> partOf = events.Select(one => one.Customer).Distinct().ToDictionary(customer => customer, _ => random.Next(parts));
        JourneyLog whole = JourneyLog.From(events);
        // Parts have fewer names than the whole, so their codes differ; the last part has none of the events.
        JourneyLog[] logs = [.. Enumerable.Range(0, parts).Select(part => JourneyLog.From(events.Where(one => partOf[one.Customer] == part))), JourneyLog.From([events[0] with { Event = "noise", Customer = "x" }])];
        HiddenStageModel start = HiddenStageModel.FromMap(KnownChain.Shop);
        HiddenStageLearningOptions options = new() { MaximumIterations = 4, Starts = 2, Seed = (ulong)Math.Abs((long)seed), Prior = start, PriorWeight = 2 };
        HiddenStageFit expected = HiddenStageModel.Learn(whole, start, options);
        HiddenStageFit merged = new HiddenStageStudy(start, options).Run(model =>
        {
            HiddenStageExpectation fold = new(model);
            return LogGenerator.Shuffled(logs, seed)
                .Select(log => PartialResult<HiddenMarkovModelExpectedCounts>.FromBytes(fold, log.MeasurePart(fold).ToBytes()))
                .Aggregate((left, right) => left.Merge(right)).ToResult();
        });
        Assert.Equal(expected, merged);
        LabelCounting counting = new(KnownChain.Labels);
        Assert.Equal(
            HiddenStageModel.FromLabels(KnownChain.Labels.Classify(whole)),
            logs.Select(log => KnownChain.Labels.Classify(log).MeasurePart(counting)).Aggregate((left, right) => left.Merge(right)).ToResult().ToModel(1));
        Assert.Equal(
            start.LogLikelihood(whole),
            logs[..^1].Select(log => log.MeasurePart(new LikelihoodSum(start))).Aggregate((left, right) => left.Merge(right)).ToResult());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_best_start_wins_and_the_seed_decides_where_others_begin()
    {
        JourneyLog log = KnownChain.Draw(60, 20, seed: 4);
        HiddenStageModel start = HiddenStageModel.FromMap(KnownChain.Shop);
        HiddenStageLearningOptions options = new() { Starts = 4, Seed = 1, MaximumIterations = 30 };
        HiddenStageFit fit = HiddenStageModel.Learn(log, start, options);
        Assert.Equal([0, 1, 2, 3], fit.Starts.Select(one => one.Number));
        Assert.Equal(fit.LogLikelihood, fit.Starts.Max(one => one.Objective));
        Assert.Equal(4, fit.Starts.Select(one => one.Objective).Distinct().Count());
        Assert.Equal(fit, HiddenStageModel.Learn(log, start, options));
        HiddenStageFit other = HiddenStageModel.Learn(log, start, options with { Seed = 2 });
        Assert.Equal(fit.Starts[0], other.Starts[0]);
        Assert.NotEqual(fit.Starts[1], other.Starts[1]);
        Assert.Equal(4, fit.ToTable().Rows.Count);
    }

    [Fact]
    public void A_strong_prior_holds_the_model_and_a_weak_one_lets_it_go()
    {
        JourneyLog log = KnownChain.Draw(100, 20, seed: 6);
        HiddenStageModel map = HiddenStageModel.FromMap(KnownChain.Shop);
        double strong = Distance(1e7), weak = Distance(1), none = Distance(null);
        Assert.InRange(strong, 0, 0.001);
        Assert.True(weak > 0.02 && weak <= none + 0.05, $"{strong} {weak} {none}");

        double Distance(double? weight)
        {
            HiddenMarkovModel learned = HiddenStageModel.Learn(log, map, weight is null ? null : new HiddenStageLearningOptions { Prior = map, PriorWeight = weight.Value }).Model.Probabilities;
            return learned.Transition.Zip(map.Probabilities.Transition).Max(rows => rows.First.Zip(rows.Second).Max(pair => Math.Abs(pair.First - pair.Second)));
        }
    }

    [Fact]
    public void What_the_start_holds_impossible_stays_so_and_is_told()
    {
        HiddenStageModel strict = HiddenStageModel.FromMap(KnownChain.Shop, new HiddenStageMapOptions { Certainty = 1, StartInFirst = 1, Return = 0 });
        HiddenStageFit fit = HiddenStageModel.Learn(
            JourneyLog.From([Event("a", "view", 0), Event("a", "pay", 1), Event("b", "pay", 0), Event("b", "view", 1)]), strict);
        Assert.Equal((1L, 1L), (fit.Customers, fit.ImpossibleCustomers));
        Assert.Contains("1 customers are impossible", Assert.Single(fit.Warnings));
        Assert.Equal(0, fit.Model.Probabilities.Transition[1][0]);
        Assert.Contains("impossible for the start", Assert.Throws<ArgumentException>(() => HiddenStageModel.Learn(JourneyLog.From([Event("b", "pay", 0)]), strict)).Message);
        Assert.Contains("'ask', 'basket', 'login', 'pay', 'search' and 1 more", Assert.Throws<ArgumentException>(() => HiddenStageModel.Learn(JourneyLog.From([Event("b", "noise", 0)]), strict)).Message);
        Assert.Contains("The prior is for the events", Assert.Throws<ArgumentException>(() => HiddenStageModel.Learn(
            JourneyLog.From([]), strict, new HiddenStageLearningOptions { Prior = HiddenStageModel.FromMap(KnownChain.Shop, new HiddenStageMapOptions { OtherEvents = ["zoom"] }) })).Message);
    }

    [Fact]
    public void Stages_of_events_are_judged_by_the_true_ones()
    {
        StageEvaluation evaluation = StageEvaluation.OfEvents(Learned.Value.Model.Classify(Test.Value), Test.Value);
        Assert.Equal((20_000L, 0L), (evaluation.Matrix.Total, evaluation.Unclassified));
        Assert.InRange(evaluation.Matrix.Accuracy!.Value, 0.8, 1);
        Assert.Null(evaluation.Calibration);
        Assert.InRange(evaluation.QuadraticKappa!.Value, evaluation.Kappa!.Value - 0.1, 1);
    }

    private static JourneyEvent Event(string customer, string name, int hour) => new() { Customer = customer, Event = name, At = KnownChain.Start.AddHours(hour) };

    private static void Near(IReadOnlyList<double> truth, IReadOnlyList<double> found, double cases, double errors)
    {
        for (int i = 0; i < truth.Count; i++)
        {
            double error = Math.Sqrt(truth[i] * (1 - truth[i]) / cases);
            Assert.True(Math.Abs(found[i] - truth[i]) <= errors * error, $"{found[i]} is {(found[i] - truth[i]) / error:0.0} standard errors from {truth[i]}.");
        }
    }
}
