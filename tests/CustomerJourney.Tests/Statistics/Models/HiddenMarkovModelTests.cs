using CustomerJourney.Statistics.Models;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Models;

public class HiddenMarkovModelTests
{
    // en.wikipedia.org/wiki/Viterbi_algorithm: healthy and fever; normal, cold, dizzy.
    private static readonly HiddenMarkovModel Fever = HiddenMarkovModel.Create([0.6, 0.4], [[0.7, 0.3], [0.4, 0.6]], [[0.5, 0.4, 0.1], [0.1, 0.3, 0.6]]);

    private readonly HiddenMarkovModelWorkspace _workspace = new();

    [Fact]
    public void The_patient_of_Wikipedia_was_healthy_healthy_and_had_fever()
    {
        byte[] path = new byte[3];
        Near.Equal(0.01512, Math.Exp(Fever.Viterbi([0, 1, 2], path, _workspace)));
        Assert.Equal([0, 0, 1], path);

        // hmm.forward#001 of the oracle (R 4.2.2, HMM 1.0.1).
        double[] posterior = new double[6];
        Near.Equal(-3.3164886537352, Fever.Posterior([0, 1, 2], posterior, _workspace));
        double[] expected = [0.87651598676957, 0.12348401323043, 0.622932745314223, 0.377067254685777, 0.21212789415656, 0.78787210584344];
        foreach ((double first, double second) in expected.Zip(posterior)) Near.Equal(first, second);
    }

    [Fact]
    public void Viterbi_finds_the_best_of_all_paths() => Prop.ForAll(SimulatedChain.SmallCase, given =>
    {
        (HiddenMarkovModel model, ushort[] observations) = given;
        byte[] path = new byte[observations.Length];
        double found = model.Viterbi(observations, path, _workspace);
        double best = SimulatedChain.Paths(model.StateCount, observations.Length).Max(other => SimulatedChain.LogProbability(model, other, observations));
        return found.Equals(best) && (double.IsNegativeInfinity(found) ? path.All(state => state == 0) : SimulatedChain.LogProbability(model, path, observations).Equals(found));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(13)]
    public void Ties_go_to_the_lowest_state(int states)
    {
        // All states alike, so all paths are.
        double[] even = [.. Enumerable.Repeat(1.0 / states, states)];
        HiddenMarkovModel model = HiddenMarkovModel.Create(even, [.. Enumerable.Repeat(even, states)], [.. Enumerable.Repeat(new[] { 0.5, 0.5 }, states)]);
        byte[] path = [9, 9, 9, 9, 9];
        model.Viterbi([0, 1, 1, 0, 1], path, _workspace);
        Assert.All(path, state => Assert.Equal(0, state));
    }

    [Fact]
    public void Ties_are_decided_from_the_end() => Prop.ForAll(Gen.Choose(2, 3).SelectMany(states => SimulatedChain.Rows(states, states)).ToArbitrary(), zeros =>
    {
        // Each state leads to as many others, all equally probable: the same terms are added on every possible path, so these tie exactly.
        int states = zeros.Length;
        double[][] rows = [.. zeros.Select(row => row.Select(p => p > 0 ? 1.0 / row.Count(q => q > 0) : 0).ToArray())];
        int ways = rows[0].Count(p => p > 0);
        if (rows.Any(row => row.Count(p => p > 0) != ways)) return true;
        HiddenMarkovModel model = HiddenMarkovModel.Create([.. Enumerable.Repeat(1.0 / states, states)], rows, [.. Enumerable.Repeat(new[] { 1.0 }, states)]);
        ushort[] observations = new ushort[4];
        byte[] path = new byte[4];
        double found = model.Viterbi(observations, path, _workspace);

        // Paths come with the last state counting most, so the first of the best is the one with the lowest end, then the lowest before.
        return SimulatedChain.Paths(states, 4).First(other => SimulatedChain.LogProbability(model, other, observations).Equals(found)).SequenceEqual(path);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(11)]
    public void Many_states_are_decoded_like_by_plain_loops(int states)
    {
        Random random = new(states);
        HiddenMarkovModel model = HiddenMarkovModel.Random(HiddenMarkovModelPrior.Uniform(states, 5), (ulong)states);
        for (int repeat = 0; repeat < 50; repeat++)
        {
            (ushort[] observations, _) = SimulatedChain.Draw(model, 1 + random.Next(40), random);
            byte[] path = new byte[observations.Length], expected = Plain(model, observations, out double best);
            Assert.Equal(best, model.Viterbi(observations, path, _workspace));
            Assert.Equal(expected, path);
        }
    }

    [Fact]
    public void Likelihood_is_the_sum_over_all_paths_and_posteriors_are_their_shares() => Prop.ForAll(SimulatedChain.SmallCase, given =>
    {
        (HiddenMarkovModel model, ushort[] observations) = given;
        double[] posterior = new double[observations.Length * model.StateCount], shares = new double[posterior.Length];
        double total = 0;
        foreach (byte[] path in SimulatedChain.Paths(model.StateCount, observations.Length))
        {
            double probability = SimulatedChain.Probability(model, path, observations);
            total += probability;
            for (int t = 0; t < path.Length; t++) shares[t * model.StateCount + path[t]] += probability;
        }

        double found = model.Posterior(observations, posterior, _workspace);
        if (total == 0) return double.IsNegativeInfinity(found) && posterior.All(p => p == 0);
        return Math.Abs(found - Math.Log(total)) < 1e-12
            && found.Equals(model.LogLikelihood(observations, _workspace))
            && posterior.Zip(shares).All(pair => Math.Abs(pair.First - pair.Second / total) < 1e-12)
            && posterior.Chunk(model.StateCount).All(row => Math.Abs(row.Sum() - 1) < 1e-12);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Long_sequences_do_not_underflow()
    {
        ushort[] observations = [.. Enumerable.Range(0, 100_000).Select(t => (ushort)(t % 3))];
        double[] posterior = new double[200_000];
        double found = Fever.Posterior(observations, posterior, _workspace);
        Assert.InRange(found, -200_000, -100_000);
        Assert.All(posterior.Chunk(2), row => Near.Equal(1, row.Sum(), 1e-12));
    }

    [Fact]
    public void A_state_that_became_all_but_impossible_can_still_turn_out_to_be_the_one()
    {
        // Two states that are never left: 400 symbols speak for the first by 10 to 1, then comes one that only the second can give.
        HiddenMarkovModel model = HiddenMarkovModel.Create([0.5, 0.5], [[1, 0], [0, 1]], [[0.9, 0.1, 0], [0.09, 0.01, 0.9]]);
        ushort[] observations = [.. Enumerable.Repeat((ushort)0, 400), 2];
        double[] posterior = new double[802];
        double expected = Math.Log(0.5) + 400 * Math.Log(0.09) + Math.Log(0.9);
        Near.Equal(expected, model.Posterior(observations, posterior, _workspace), 1e-12);
        Assert.Equal([0, 1], posterior[..2]);
        Assert.Equal([0, 1], posterior[^2..]);

        byte[] path = new byte[401];
        Near.Equal(expected, model.Viterbi(observations, path, _workspace), 1e-12);
        Assert.All(path, state => Assert.Equal(1, state));

        HiddenMarkovModelExpectations expectations = new(model);
        expectations.Add(observations);
        HiddenMarkovModelExpectedCounts counts = expectations.ToExpectedCounts();
        Near.Equal(400, counts.Transition[1][1]);
        Near.Equal(400, counts.Emission[1][0]);
        Assert.Equal(0, counts.Emission[0][0]);
    }

    [Fact]
    public void Tiny_probabilities_are_not_lost()
    {
        double[][] transition = [[1, 1e-300], [0, 1]], emission = [[1, 0], [1e-200, 1]];
        HiddenMarkovModel first = HiddenMarkovModel.Create([1, 0], transition, emission), second = HiddenMarkovModel.Create([0, 1], transition, emission);
        Near.Equal(Math.Log(1e-300), first.LogLikelihood([0, 1], _workspace), 1e-12);

        // 1e-400 is no double.
        Near.Equal(2 * Math.Log(1e-200), second.LogLikelihood([0, 0], _workspace), 1e-12);
    }

    [Fact]
    public void What_is_impossible_has_no_path_and_no_probabilities()
    {
        HiddenMarkovModel model = HiddenMarkovModel.Create([1, 0], [[1, 0], [0, 1]], [[1, 0], [0, 1]]);
        byte[] path = [7, 7];
        double[] posterior = [7, 7, 7, 7];
        Assert.Equal(double.NegativeInfinity, model.Viterbi([0, 1], path, _workspace));
        Assert.Equal(double.NegativeInfinity, model.Posterior([0, 1], posterior, _workspace));
        Assert.Equal(double.NegativeInfinity, model.LogLikelihood([1, 1], _workspace));
        Assert.Equal([0, 0], path);
        Assert.Equal([0, 0, 0, 0], posterior);
    }

    [Fact]
    public void Nothing_observed_is_certain()
    {
        Assert.Equal(0, Fever.Viterbi([], [], _workspace));
        Assert.Equal(0, Fever.LogLikelihood([], _workspace));
        Assert.Equal(0, Fever.Posterior([], [], _workspace));
    }

    [Fact]
    public void Decoding_allocates_nothing_once_the_workspace_is_large_enough()
    {
        ushort[] observations = [0, 1, 2, 2, 1, 0];
        byte[] path = new byte[6];
        double[] posterior = new double[12];
        Decode();
        // The compiler may replace a method while it runs, which allocates, too: what decoding allocates, it allocates every time.
        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++) Decode();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);

        void Decode()
        {
            Fever.Viterbi(observations, path, _workspace);
            Fever.Posterior(observations, posterior, _workspace);
        }
    }

    [Fact]
    public void Models_are_equal_by_value_and_copied()
    {
        double[] start = [0.6, 0.4];
        HiddenMarkovModel model = HiddenMarkovModel.Create(start, Fever.Transition, Fever.Emission);
        start[0] = 0;
        Assert.Equal(Fever, model);
        Assert.Equal(Fever.GetHashCode(), model.GetHashCode());
        Assert.NotEqual(Fever, HiddenMarkovModel.Create([0.5, 0.5], Fever.Transition, Fever.Emission));
    }

    [Fact]
    public void All_faults_of_a_model_are_told_at_once()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => HiddenMarkovModel.Create([0.6, 0.6], [[0.7, 0.3]], [[0.5, 0.5], [2, -1, 0]]));
        Assert.Contains("'start' sums to 1.2", fault.Message, StringComparison.Ordinal);
        Assert.Contains("'transition' has 1 rows", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Row 1 of 'emission' has 3 entries; it needs 2.", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Row 1 of 'emission' has -1 at place 1", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => HiddenMarkovModel.Create([], [], []));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Assert.Equal("observations", Assert.Throws<ArgumentOutOfRangeException>(() => Fever.Viterbi([3], new byte[1], _workspace)).ParamName);
        Assert.Equal("path", Assert.Throws<ArgumentException>(() => Fever.Viterbi([0], new byte[2], _workspace)).ParamName);
        Assert.Equal("posterior", Assert.Throws<ArgumentException>(() => Fever.Posterior([0], new double[1], _workspace)).ParamName);
        Assert.Throws<ArgumentException>(() => HiddenMarkovModel.Random(HiddenMarkovModelPrior.Uniform(2, 2, 0), 1));
        Assert.Throws<ArgumentException>(() => HiddenMarkovModelPrior.Uniform(2, 2, -1));
    }

    private static byte[] Plain(HiddenMarkovModel model, ushort[] observations, out double best)
    {
        int states = model.StateCount;
        double[] score = [.. model.Start.Select((p, state) => Math.Log(p) + Math.Log(model.Emission[state][observations[0]]))];
        List<int[]> backward = [];
        foreach (ushort symbol in observations.Skip(1))
        {
            double[] next = new double[states];
            int[] from = new int[states];
            for (int to = 0; to < states; to++)
            {
                double[] candidates = [.. score.Select((value, state) => value + Math.Log(model.Transition[state][to]))];
                from[to] = Array.IndexOf(candidates, candidates.Max());
                next[to] = candidates.Max() + Math.Log(model.Emission[to][symbol]);
            }

            backward.Add(from);
            score = next;
        }

        best = score.Max();
        List<int> path = [Array.IndexOf(score, best)];
        for (int t = backward.Count - 1; t >= 0; t--) path.Add(backward[t][path[^1]]);
        path.Reverse();
        return [.. path.Select(state => (byte)state)];
    }
}
