using CustomerJourney.Statistics.Models;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Models;

public class MarkovChainTests
{
    // Grinstead & Snell, Introduction to Probability, example 11.1: the Land of Oz (rain, nice, snow).
    private static readonly MarkovChain Oz = MarkovChain.Create([[0.5, 0.25, 0.25], [0.5, 0, 0.5], [0.25, 0.25, 0.5]]);

    // The drunkard's walk of the same book, example 11.13: home and bar at the ends.
    private static readonly MarkovChain Walk = MarkovChain.Create([[1, 0, 0, 0, 0], [0.5, 0, 0.5, 0, 0], [0, 0.5, 0, 0.5, 0], [0, 0, 0.5, 0, 0.5], [0, 0, 0, 0, 1]]);

    private static readonly Arbitrary<double[][]> AnyMatrix = Gen.Choose(1, 5).SelectMany(states => SimulatedChain.Rows(states, states)).ToArbitrary();

    [Fact]
    public void The_land_of_Oz_has_its_published_weather()
    {
        MarkovChainStationary stationary = Oz.Stationary()!;
        Equal([0.4, 0.2, 0.4], stationary.Distribution);
        Near.Equal(1.4, stationary.EntropyRate);
        Assert.True(stationary.IsLimit);

        // markov.n_step#002 of the oracle (R 4.2.2).
        Equal([0.400390625, 0.2001953125, 0.3994140625], Oz.AfterSteps(5).Matrix[0]);
        Equal([0.400390625, 0.19921875, 0.400390625], Oz.DistributionAfter([0, 1, 0], 5));
    }

    [Fact]
    public void The_drunkard_gets_home_as_published()
    {
        MarkovChainAbsorption absorption = Walk.Absorption();
        Assert.Equal([1, 2, 3], absorption.Transient);
        Assert.Equal([0, 4], absorption.Absorbing);
        Equal([1.5, 1, 0.5], absorption.Fundamental![0]);
        Equal([1, 2, 1], absorption.Fundamental[1]);
        Equal([0.75, 0.25], absorption.Probabilities![0]);
        Equal([3, 4, 3], absorption.ExpectedSteps!);

        // (2N − I)t − t² by hand.
        Equal([8, 8, 8], absorption.StepsVariance!);
    }

    [Fact]
    public void Absorption_is_where_many_steps_lead() => Prop.ForAll(AnyMatrix, matrix =>
    {
        // State 0 made absorbing and reached from everywhere.
        double[][] rows = [.. matrix.Select((row, i) => row.Select((p, j) => i == 0 ? (j == 0 ? 1.0 : 0) : 0.8 * p + (j == 0 ? 0.2 : 0)).ToArray())];
        MarkovChain chain = MarkovChain.Create(rows);
        MarkovChainAbsorption absorption = chain.Absorption();
        MarkovChain far = chain.AfterSteps(300);
        bool ends = absorption.Transient.Index().All(t => absorption.Absorbing.Index().All(a =>
            Math.Abs(absorption.Probabilities![t.Index][a.Index] - far.Matrix[t.Item][a.Item]) < 1e-12));

        // Steps: t = 1 + Q t.
        return ends && absorption.NotReaching.Count == 0 && absorption.Transient.Index().All(t =>
            Math.Abs(absorption.ExpectedSteps![t.Index] - 1 - absorption.Transient.Index().Sum(o => rows[t.Item][o.Item] * absorption.ExpectedSteps[o.Index])) < 1e-11);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void States_that_reach_no_absorbing_one_are_named()
    {
        MarkovChainAbsorption absorption = MarkovChain.Create([[0.5, 0.25, 0, 0.25], [0, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 1]]).Absorption();
        Assert.Equal([1, 2], absorption.NotReaching);
        Assert.Null(absorption.Fundamental);
        Assert.Null(absorption.Probabilities);
        Assert.Null(absorption.ExpectedSteps);
        Assert.Null(absorption.StepsVariance);
        Assert.Equal([0, 1, 2], Oz.Absorption().NotReaching);
    }

    [Fact]
    public void A_state_that_is_hardly_ever_left_loses_no_digits()
    {
        MarkovChain chain = MarkovChain.Create([[1 - 1e-15, 1e-15], [0, 1]]);
        Near.Equal(1e15, chain.Absorption().ExpectedSteps![0], 1e-14);
    }

    [Fact]
    public void Stationary_distribution_is_left_as_it_is_by_a_step() => Prop.ForAll(AnyMatrix, matrix =>
    {
        MarkovChain chain = MarkovChain.Create(matrix);
        if (chain.Stationary() is not { } stationary) return chain.RecurrentClasses.Count > 1;
        IReadOnlyList<double> after = chain.DistributionAfter(stationary.Distribution, 1);
        return after.Zip(stationary.Distribution).All(pair => Math.Abs(pair.First - pair.Second) < 1e-14)
            && Enumerable.Range(0, matrix.Length).All(i => chain.RecurrentClasses[0].Contains(i) == stationary.Distribution[i] > 0);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Several_recurrent_classes_have_no_one_stationary_distribution()
    {
        Assert.Null(Walk.Stationary());
        Assert.Equal([[0], [4]], Walk.RecurrentClasses);
    }

    [Fact]
    public void A_periodic_chain_has_no_limit()
    {
        MarkovChainStationary stationary = MarkovChain.Create([[0, 0.5, 0, 0.5], [0.5, 0, 0.5, 0], [0, 0.5, 0, 0.5], [0.5, 0, 0.5, 0]]).Stationary()!;
        Assert.Equal(2, stationary.Period);
        Assert.False(stationary.IsLimit);
        Equal([0.25, 0.25, 0.25, 0.25], stationary.Distribution);
        Assert.Equal(3, MarkovChain.Create([[0, 1, 0], [0, 0, 1], [1, 0, 0]]).Stationary()!.Period);
    }

    [Fact]
    public void Steps_add_up() => Prop.ForAll(AnyMatrix, Gen.Choose(0, 6).ToArbitrary(), Gen.Choose(0, 6).ToArbitrary(), (matrix, first, second) =>
    {
        MarkovChain chain = MarkovChain.Create(matrix), together = chain.AfterSteps(first + second);
        return Enumerable.Range(0, matrix.Length).All(i =>
            chain.DistributionAfter(chain.AfterSteps(first).Matrix[i], second).Zip(together.Matrix[i]).All(pair => Math.Abs(pair.First - pair.Second) < 1e-13));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Estimates_are_shares_of_counts()
    {
        // markov.mle#002 of the oracle (R 4.2.2, markovchain 0.9.1): aware, buy, consider, use.
        MarkovChainCounts counts = new(4);
        counts.Add([2, 0, 0]);
        counts.Add([3, 3, 3, 0, 1, 0]);
        counts.Add([1, 3, 2, 0, 1, 3, 1, 2, 1]);
        Assert.Equal([1L, 2, 0, 0], Enumerable.Range(0, 4).Select(to => counts[0, to]));
        Equal([1.0 / 3, 2.0 / 3, 0, 0], counts.ToChain().Matrix[0]);
        Equal([0.2, 0.2, 0.2, 0.4], counts.ToChain().Matrix[3]);
        Equal([2.0 / 7, 3.0 / 7, 1.0 / 7, 1.0 / 7], counts.ToChain(1).Matrix[0]);
        Assert.Empty(counts.NeverLeft);
        Assert.Equal(15, counts.Total);
    }

    [Fact]
    public void A_state_that_was_never_left_is_marked()
    {
        MarkovChainCounts counts = new(3);
        counts.Add([0, 1]);
        counts.Add([0, 0, 1], endState: 2);
        Assert.Equal([2], counts.NeverLeft);
        Assert.Null(counts.Probability(2, 0));
        MarkovChain chain = counts.ToChain();
        Assert.Equal([2], chain.NeverLeft);
        Assert.True(chain.IsAbsorbing(2));
        Assert.Equal(1, chain.Matrix[1][2]);
        Equal([1.0 / 3, 1.0 / 3, 1.0 / 3], counts.ToChain(1).Matrix[2]);
        Assert.Equal([2], counts.ToChain(1).NeverLeft);
    }

    [Fact]
    public void Counts_of_parts_are_those_of_the_whole() => Prop.ForAll(Gen.Choose(0, 3).ArrayOf().ArrayOf().ToArbitrary(), sequences =>
    {
        MarkovChainCounts whole = new(4), left = new(4), right = new(4);
        foreach ((int i, int[] sequence) in sequences.Index())
        {
            whole.Add(sequence);
            (i % 3 == 0 ? left : right).Add(sequence);
        }

        right.Merge(left);
        return whole.Total == sequences.Sum(sequence => Math.Max(0, sequence.Length - 1))
            && Enumerable.Range(0, 16).All(cell => whole[cell / 4, cell % 4] == right[cell / 4, cell % 4]);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parameters_of_a_simulated_chain_are_recovered_within_their_error()
    {
        Random random = new(7);
        MarkovChainCounts counts = new(3);
        int[] sequence = new int[50_000];
        for (int i = 1; i < sequence.Length; i++) sequence[i] = SimulatedChain.Draw(Oz.Matrix[sequence[i - 1]], random);
        counts.Add(sequence);
        for (int i = 0; i < 3; i++)
            for (int j = 0; j < 3; j++)
            {
                double p = Oz.Matrix[i][j];
                Near.Equal(p, counts.Probability(i, j), 0, 4 * Math.Sqrt(p * (1 - p) / counts.From(i)));
            }
    }

    [Fact]
    public void Order_test_tells_independence_from_memory()
    {
        Random random = new(11);
        int[] independent = [.. Enumerable.Range(0, 3_000).Select(_ => random.Next(3))];
        int[] first = new int[3_000], second = new int[3_000];
        for (int i = 1; i < first.Length; i++) first[i] = SimulatedChain.Draw(Oz.Matrix[first[i - 1]], random);
        for (int i = 2; i < second.Length; i++) second[i] = random.Next(4) == 0 ? random.Next(3) : second[i - 2];

        Assert.InRange(MarkovChainOrderTest.Of([independent], 3)!.PValue, 0.01, 1);
        Assert.True(MarkovChainOrderTest.Of([independent], 3)!.InformationGain < 0);
        Assert.True(MarkovChainOrderTest.Of([first], 3)!.PValue < 1e-10);
        Assert.InRange(MarkovChainOrderTest.Of([first], 3, 2)!.PValue, 0.01, 1);
        Assert.True(MarkovChainOrderTest.Of([second], 3, 2)!.PValue < 1e-10);
        Assert.True(MarkovChainOrderTest.Of([second], 3, 2)!.InformationGain > 0);
        Assert.Equal(12, MarkovChainOrderTest.Of([second], 3, 2)!.DegreesOfFreedom);
        Assert.Equal(2_998, MarkovChainOrderTest.Of([second], 3, 2)!.Transitions);
    }

    [Fact]
    public void Order_test_of_a_table_is_its_likelihood_ratio()
    {
        // Two states with transitions 0→0 3, 0→1 1, 1→0 1, 1→1 3: G² = 2 (6 ln(3/4 : 1/2) + 2 ln(1/4 : 1/2)).
        MarkovChainOrderTest test = MarkovChainOrderTest.Of([[0, 0, 0, 0], [0, 1], [1, 0], [1, 1, 1, 1]], 2)!;
        Near.Equal(2 * (6 * Math.Log(1.5) + 2 * Math.Log(0.5)), test.Statistic);
        Assert.Equal(1, test.DegreesOfFreedom);
        Assert.Equal(8, test.Transitions);
        Near.Equal(test.Statistic - Math.Log(8), test.InformationGain);
        Assert.Null(MarkovChainOrderTest.Of([[0], [], [1]], 2));
    }

    [Fact]
    public void All_faults_of_a_matrix_are_told_at_once()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => MarkovChain.Create([[0.5, 0.6], [-0.1, 1.1], [double.NaN]]));
        Assert.Equal("matrix", fault.ParamName);
        Assert.Contains("Row 0 of 'matrix' has 2 entries; it needs 3.", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Row 0 of 'matrix' sums to 1.1", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Row 1 of 'matrix' has -0.1 at place 0", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Row 2 of 'matrix' has NaN at place 0", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => MarkovChain.Create([]));
    }

    [Fact]
    public void What_is_no_state_is_refused()
    {
        MarkovChainCounts counts = new(2);
        Assert.Equal("sequence", Assert.Throws<ArgumentOutOfRangeException>(() => counts.Add([0, 1, 2])).ParamName);
        Assert.Equal(0, counts.Total);
        Assert.Equal("endState", Assert.Throws<ArgumentOutOfRangeException>(() => counts.Add([0], 5)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => counts.ToChain(-1));
        Assert.Throws<ArgumentException>(() => counts.Merge(new MarkovChainCounts(3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Oz.IsAbsorbing(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Oz.AfterSteps(-1));
        Assert.Throws<ArgumentException>(() => Oz.DistributionAfter([0.5, 0.5], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MarkovChainOrderTest.Of([[0, 7]], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => MarkovChainOrderTest.Of([[0, 1]], 100, 5));
    }

    private static void Equal(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        foreach ((double first, double second) in expected.Zip(actual)) Near.Equal(first, second, 1e-12, 1e-14);
    }
}
