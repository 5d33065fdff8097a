using CustomerJourney.Statistics.Models;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Models;

public class HiddenMarkovModelTrainingTests
{
    private static readonly HiddenMarkovModel Known = HiddenMarkovModel.Create(
        [0.8, 0.2], [[0.9, 0.1], [0.15, 0.85]], [[0.7, 0.2, 0.1], [0.1, 0.2, 0.7]]);

    private static readonly Arbitrary<(HiddenMarkovModel Start, ushort[][] Sequences, HiddenMarkovModelPrior? Prior)> Cases =
        (from states in Gen.Choose(1, 3)
         from symbols in Gen.Choose(1, 3)
         from start in SimulatedChain.Row(states)
         from transition in SimulatedChain.Rows(states, states)
         from emission in SimulatedChain.Rows(states, symbols)
         from sequences in Gen.Choose(0, symbols - 1).ArrayOf().ArrayOf(8)
         from strength in Gen.Choose(0, 2)
         select (HiddenMarkovModel.Create(start, transition, emission),
             sequences.Select(sequence => sequence.Select(symbol => (ushort)symbol).ToArray()).ToArray(),
             strength == 0 ? null : HiddenMarkovModelPrior.Uniform(states, symbols, strength - 0.5))).ToArbitrary();

    [Fact]
    public void The_objective_never_falls() => Prop.ForAll(Cases, given =>
    {
        HiddenMarkovModelFit fit = HiddenMarkovModelTraining.Run(given.Start, given.Sequences.Select(Memory), new() { MaxIterations = 15, Tolerance = 0, Prior = given.Prior });
        return fit.Objectives.Zip(fit.Objectives.Skip(1)).All(pair => pair.Second >= pair.First - 1e-10 * (1 + Math.Abs(pair.First)))
            && fit.Iterations is >= 1 and <= 15 && (fit.Converged || fit.Iterations == 15);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Expected_counts_are_those_of_all_paths() => Prop.ForAll(SimulatedChain.SmallCase, given =>
    {
        (HiddenMarkovModel model, ushort[] observations) = given;
        double[,] transition = new double[4, 4], emission = new double[4, 3];
        double total = 0;
        foreach (byte[] path in SimulatedChain.Paths(model.StateCount, observations.Length))
        {
            double probability = SimulatedChain.Probability(model, path, observations);
            total += probability;
            for (int t = 0; t < path.Length; t++)
            {
                emission[path[t], observations[t]] += probability;
                if (t > 0) transition[path[t - 1], path[t]] += probability;
            }
        }

        HiddenMarkovModelExpectedCounts counts = Expect(model, [observations]).ToExpectedCounts();
        if (total == 0) return counts.ImpossibleSequences == 1 && counts.Sequences == 0 && counts.Start.All(count => count == 0);
        return counts.Transition.Index().All(row => row.Item.Index().All(cell => Math.Abs(cell.Item - transition[row.Index, cell.Index] / total) < 1e-12))
            && counts.Emission.Index().All(row => row.Item.Index().All(cell => Math.Abs(cell.Item - emission[row.Index, cell.Index] / total) < 1e-12))
            && Math.Abs(counts.Start.Sum() - 1) < 1e-12;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_partition_and_order_give_the_same_bits() => Prop.ForAll(Cases, Gen.Choose(0, int.MaxValue).ToArbitrary(), (given, seed) =>
    {
        Random random = new(seed);
        ushort[][] shuffled = [.. given.Sequences];
        random.Shuffle(shuffled);
        HiddenMarkovModelExpectations[] parts = [new(given.Start), new(given.Start), new(given.Start)];
        foreach (ushort[] sequence in shuffled) parts[random.Next(3)].Add(sequence);
        parts[2].Merge(parts[0]);
        parts[2].Merge(Reread(parts[1]));
        HiddenMarkovModelExpectations whole = Expect(given.Start, given.Sequences);
        HiddenMarkovModelExpectedCounts one = whole.ToExpectedCounts(), other = parts[2].ToExpectedCounts();
        return Bytes(whole).SequenceEqual(Bytes(parts[2])) && one.LogLikelihood.Equals(other.LogLikelihood) && one.ToModel(given.Prior).Equals(other.ToModel(given.Prior));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Unlabelled_sequences_give_back_the_model_that_made_them()
    {
        (ushort[] Observations, byte[] States)[] drawn = Drawn(1_500, 30, 3);
        HiddenMarkovModel start = HiddenMarkovModel.Create([0.5, 0.5], [[0.7, 0.3], [0.3, 0.7]], [[0.5, 0.3, 0.2], [0.2, 0.3, 0.5]]);
        HiddenMarkovModelFit fit = HiddenMarkovModelTraining.Run(start, drawn.Select(pair => Memory(pair.Observations)), new() { MaxIterations = 300 });
        Assert.True(fit.Converged);
        Assert.Equal(1_500, fit.Sequences);
        Assert.Equal(45_000, fit.Observations);
        Near.Equal(fit.LogLikelihood, fit.Objectives[^1], 0);

        // Hidden states tell less than seen ones: errors are about three times those of as many labels (0.002 to 0.01).
        NearAll(Known, fit.Model, 0.03);
    }

    [Fact]
    public void Labelled_sequences_give_back_the_model_that_made_them()
    {
        HiddenMarkovModelCounts counts = new(2, 3), left = new(2, 3);
        foreach ((int i, (ushort[] observations, byte[] states)) in Drawn(1_500, 30, 4).Index()) (i % 2 == 0 ? counts : left).Add(observations, states);
        counts.Merge(left);
        HiddenMarkovModel model = counts.ToModel()!;
        for (int state = 0; state < 2; state++)
        {
            Within(Known.Transition[state], model.Transition[state], counts.Transition[state].Sum());
            Within(Known.Emission[state], model.Emission[state], counts.Emission[state].Sum());
        }

        Within(Known.Start, model.Start, 1_500);
        Assert.Equal(1_500, counts.Start.Sum());
        Assert.Equal(45_000, counts.Emission.Sum(row => row.Sum()));

        static void Within(IReadOnlyList<double> expected, IReadOnlyList<double> actual, long n)
        {
            foreach ((double p, double got) in expected.Zip(actual)) Near.Equal(p, got, 0, 4 * Math.Sqrt(p * (1 - p) / n));
        }
    }

    [Fact]
    public void Posterior_decoding_comes_near_the_share_of_states_that_can_be_told()
    {
        // The share right by the most probable state must be what the posteriors themselves promise (within four standard errors).
        HiddenMarkovModelWorkspace workspace = new();
        double promised = 0;
        int right = 0, all = 0;
        foreach ((ushort[] observations, byte[] states) in Drawn(500, 30, 5))
        {
            double[] posterior = new double[observations.Length * 2];
            Known.Posterior(observations, posterior, workspace);
            foreach ((int t, byte state) in states.Index())
            {
                int guess = posterior[2 * t] >= posterior[2 * t + 1] ? 0 : 1;
                promised += posterior[2 * t + guess];
                if (guess == state) right++;
                all++;
            }
        }

        Near.Equal(promised / all, (double)right / all, 0, 0.015);
    }

    [Fact]
    public void Zeros_of_the_prior_stay_zeros()
    {
        // Symbol 2 may come from state 1 alone; state 1 never goes back.
        HiddenMarkovModelPrior prior = HiddenMarkovModelPrior.Create([1, 1], [[1, 1], [0, 1]], [[1, 1, 0], [1, 1, 1]]);
        HiddenMarkovModel start = HiddenMarkovModel.Random(prior, 42);
        ReadOnlyMemory<ushort>[] sequences = [Memory([0, 0, 1, 2]), Memory([0, 2, 2]), Memory([1, 0, 1]), Memory([2, 0])];
        foreach (HiddenMarkovModelPrior? used in new[] { null, prior })
        {
            HiddenMarkovModel model = HiddenMarkovModelTraining.Run(start, sequences, new() { Prior = used }).Model;
            Assert.Equal(0, model.Emission[0][2]);
            Assert.Equal(0, model.Transition[1][0]);
            Assert.True(model.Emission[1][2] > 0);
        }
    }

    [Fact]
    public void A_prior_pulls_toward_its_pseudo_counts()
    {
        HiddenMarkovModelPrior strong = HiddenMarkovModelPrior.Create([9e9, 1e9], [[7e9, 3e9], [2e9, 8e9]], [[6e9, 3e9, 1e9], [1e9, 3e9, 6e9]]);
        HiddenMarkovModelFit fit = HiddenMarkovModelTraining.Run(Known, [Memory([0, 1, 2, 2, 2])], new() { Prior = strong });
        NearAll(HiddenMarkovModel.Create([0.9, 0.1], [[0.7, 0.3], [0.2, 0.8]], [[0.6, 0.3, 0.1], [0.1, 0.3, 0.6]]), fit.Model, 1e-8);
    }

    [Fact]
    public void Random_starts_depend_on_the_seed_alone()
    {
        HiddenMarkovModelPrior prior = HiddenMarkovModelPrior.Uniform(3, 4);
        Assert.Equal(HiddenMarkovModel.Random(prior, 7), HiddenMarkovModel.Random(prior, 7));
        Assert.NotEqual(HiddenMarkovModel.Random(prior, 7), HiddenMarkovModel.Random(prior, 8));
    }

    [Fact]
    public void Impossible_sequences_are_counted_and_not_learned_from()
    {
        HiddenMarkovModel model = HiddenMarkovModel.Create([1, 0], [[1, 0], [0, 1]], [[0.5, 0.5, 0], [0, 0, 1]]);
        HiddenMarkovModelFit fit = HiddenMarkovModelTraining.Run(model, [Memory([0, 1]), Memory([2]), Memory([])]);
        Assert.Equal(1, fit.ImpossibleSequences);
        Assert.Equal(1, fit.Sequences);
        Near.Equal(2 * Math.Log(0.5), fit.LogLikelihood);

        // Nothing is expected of the second state: its rows stay.
        Assert.Equal(model.Emission[1], fit.Model.Emission[1]);
    }

    [Fact]
    public void No_sequences_leave_the_model_as_it_was()
    {
        HiddenMarkovModelFit fit = HiddenMarkovModelTraining.Run(Known, Array.Empty<ReadOnlyMemory<ushort>>());
        Assert.Equal(Known, fit.Model);
        Assert.True(fit.Converged);
        Assert.Equal(1, fit.Iterations);
    }

    [Fact]
    public void Labels_of_one_state_give_no_model_without_smoothing()
    {
        HiddenMarkovModelCounts counts = new(2, 2);
        counts.Add([0, 1, 1], [0, 0, 0]);
        Assert.Null(counts.ToModel());
        HiddenMarkovModel model = counts.ToModel(1)!;
        Near.Equal(3.0 / 4, model.Transition[0][0]);
        Near.Equal(0.5, model.Transition[1][0]);
        Near.Equal(3.0 / 5, model.Emission[0][1]);
        Near.Equal(2.0 / 3, model.Start[0]);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        HiddenMarkovModelExpectations expectations = new(Known);
        Assert.Equal("observations", Assert.Throws<ArgumentOutOfRangeException>(() => expectations.Add([0, 3])).ParamName);
        Assert.Throws<ArgumentException>(() => expectations.Merge(new HiddenMarkovModelExpectations(HiddenMarkovModel.Random(HiddenMarkovModelPrior.Uniform(2, 3), 1))));
        Assert.Throws<ArgumentException>(() => expectations.ToExpectedCounts().ToModel(HiddenMarkovModelPrior.Uniform(3, 3)));
        Assert.Throws<ArgumentException>(() => HiddenMarkovModelTraining.Run(Known, [Memory([0])], new() { Prior = HiddenMarkovModelPrior.Uniform(2, 2) }));
        Assert.Throws<InvalidOperationException>(() => HiddenMarkovModelTraining.Run(Known, _ => new HiddenMarkovModelExpectations(HiddenMarkovModel.Random(HiddenMarkovModelPrior.Uniform(2, 3), 1)).ToExpectedCounts()));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HiddenMarkovModelTrainingOptions { MaxIterations = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new HiddenMarkovModelTrainingOptions { Tolerance = double.NaN });
        HiddenMarkovModelCounts counts = new(2, 2);
        Assert.Throws<ArgumentException>(() => counts.Add([0], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => counts.Add([2], [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => counts.Add([0], [2]));
        Assert.Throws<ArgumentException>(() => counts.Merge(new HiddenMarkovModelCounts(2, 3)));
        Assert.Throws<InvalidDataException>(() => HiddenMarkovModelExpectations.Load(new BinaryReader(new MemoryStream(Bytes(expectations))), HiddenMarkovModel.Random(HiddenMarkovModelPrior.Uniform(3, 3), 1)));
    }

    private static HiddenMarkovModelExpectations Expect(HiddenMarkovModel model, ushort[][] sequences)
    {
        HiddenMarkovModelExpectations expectations = new(model);
        foreach (ushort[] sequence in sequences) expectations.Add(sequence);
        return expectations;
    }

    private static byte[] Bytes(HiddenMarkovModelExpectations expectations)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        expectations.Save(writer);
        writer.Flush();
        return stream.ToArray();
    }

    private static HiddenMarkovModelExpectations Reread(HiddenMarkovModelExpectations expectations)
    {
        using BinaryReader reader = new(new MemoryStream(Bytes(expectations)));
        return HiddenMarkovModelExpectations.Load(reader, expectations.Model);
    }

    private static (ushort[] Observations, byte[] States)[] Drawn(int count, int length, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => SimulatedChain.Draw(Known, length, random))];
    }

    private static void NearAll(HiddenMarkovModel expected, HiddenMarkovModel actual, double off)
    {
        foreach ((double first, double second) in All(expected).Zip(All(actual))) Near.Equal(first, second, 0, off);

        static IEnumerable<double> All(HiddenMarkovModel model) => model.Start.Concat(model.Transition.SelectMany(row => row)).Concat(model.Emission.SelectMany(row => row));
    }

    private static ReadOnlyMemory<ushort> Memory(ushort[] sequence) => sequence;
}
