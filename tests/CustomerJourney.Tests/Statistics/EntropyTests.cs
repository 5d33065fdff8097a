using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics;

public class EntropyTests
{
    private static readonly Arbitrary<double[]> Counts = Gen.Choose(0, 20).Select(n => (double)n).ArrayOf().Where(x => x.Sum() > 0).ToArbitrary();

    private static readonly Arbitrary<(double[] P, double[] Q)> Pairs =
        (from p in Gen.Choose(0, 20).ArrayOf(6)
         from q in Gen.Choose(0, 20).ArrayOf(6)
         where p.Sum() > 0 && q.Sum() > 0
         select (p.Select(n => (double)n).ToArray(), q.Select(n => (double)n).ToArray())).ToArbitrary();

    private static readonly Arbitrary<long[][]> Tables = Gen.Choose(0, 15).Select(n => (long)n).ArrayOf(3).ArrayOf(4).Where(x => x.Sum(row => row.Sum()) > 0).ToArbitrary();

    // shared/oracles/metrics/classification.json, information.entropy#001: scipy.
    [Fact]
    public void Entropy_agrees_with_other_software()
    {
        double[] counts = [13, 2, 0, 15, 0];
        Near.Equal(1.2832547532764529, Entropy.Bits(counts), 1e-14);
        Near.Equal(0.8894844141737215, Entropy.Nats(counts), 1e-14);
        Near.Equal(0.5526677402724239, Entropy.Normalized(counts), 1e-14);
        Near.Equal(0.5577777777777777, Entropy.GiniSimpson(counts), 1e-14);
    }

    // information.divergence#006: scipy; information.mutual_information#001: scikit-learn.
    [Fact]
    public void Divergence_and_mutual_information_agree_with_other_software()
    {
        double[] p = [0.25925925925925924, 0.7037037037037037, 0.037037037037037035], q = [0.3605814893204483, 0.5667237794424531, 0.07269473123709855];
        Near.Equal(0.0418387261521897, Divergence.KullbackLeibler(p, q), 1e-12);
        Near.Equal(0.015593918526105678, Divergence.JensenShannon(p, q), 1e-12);
        Near.Equal(0.1543713617168678, MutualInformation.Bits([[10, 1, 4, 1], [9, 7, 3, 8], [5, 6, 10, 7]]), 1e-12);
    }

    [Fact]
    public void An_even_spread_has_one_bit_for_every_doubling()
    {
        Near.Equal(3, Entropy.Bits([7, 7, 7, 7, 7, 7, 7, 7]), 1e-15);
        Assert.Equal(1, Entropy.Normalized([0.25, 0.25, 0.25, 0.25]));
        Assert.Equal(0, Entropy.Bits([0, 5, 0]));
        Assert.Equal(0, Entropy.GiniSimpson([0, 5, 0]));
    }

    [Fact]
    public void Without_data_there_is_no_figure()
    {
        Assert.Null(Entropy.Bits([]));
        Assert.Null(Entropy.Nats([0, 0]));
        Assert.Null(Entropy.Normalized([0, 0]));
        Assert.Null(Entropy.Normalized([4]));
        Assert.Null(Entropy.GiniSimpson([0]));
        Assert.Null(Divergence.KullbackLeibler([0, 0], [1, 1]));
        Assert.Null(Divergence.JensenShannon([], []));
        Assert.Null(MutualInformation.Bits([]));
        Assert.Null(MutualInformation.Bits([[0, 0], [0, 0]]));
    }

    [Fact]
    public void What_the_other_side_never_has_is_infinitely_far_one_way_only()
    {
        Assert.Equal(double.PositiveInfinity, Divergence.KullbackLeibler([1, 1], [1, 0]));
        Near.Equal(Math.Log(2), Divergence.KullbackLeibler([1, 0], [1, 1]), 1e-15);
        Near.Equal(1, Divergence.JensenShannon([3, 0], [0, 8]), 1e-15);
    }

    [Fact]
    public void Huge_and_tiny_weights_keep_their_shares()
    {
        Near.Equal(1, Entropy.Bits([double.MaxValue, double.MaxValue]), 1e-15);
        Near.Equal(1, Entropy.Bits([double.Epsilon, double.Epsilon]), 1e-15);
    }

    [Fact]
    public void Entropy_lies_between_0_and_that_of_an_even_spread_in_any_order() => Prop.ForAll(Counts, counts =>
    {
        double bits = Entropy.Bits(counts)!.Value, gini = Entropy.GiniSimpson(counts)!.Value;
        return bits >= 0 && bits <= Math.Log2(counts.Length) + 1e-12 && gini >= 0 && gini <= 1 - 1.0 / counts.Length + 1e-12
            && bits == Entropy.Bits([.. counts.Reverse()]) && (counts.Length < 2 || Entropy.Normalized(counts) is >= 0 and <= 1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Divergences_are_not_negative_and_Jensen_Shannon_is_symmetric() => Prop.ForAll(Pairs, pair =>
    {
        double shannon = Divergence.JensenShannon(pair.P, pair.Q)!.Value;
        return Divergence.KullbackLeibler(pair.P, pair.Q) >= 0 && Divergence.KullbackLeibler(pair.P, pair.P) == 0
            && shannon is >= 0 and <= 1 && shannon == Divergence.JensenShannon(pair.Q, pair.P);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Mutual_information_is_what_entropies_lose_when_joined() => Prop.ForAll(Tables, table =>
    {
        double rows = Entropy.Bits([.. table.Select(row => (double)row.Sum())])!.Value;
        double columns = Entropy.Bits([.. Enumerable.Range(0, 3).Select(j => (double)table.Sum(row => row[j]))])!.Value;
        double joint = Entropy.Bits([.. table.SelectMany(row => row).Select(n => (double)n)])!.Value;
        double information = MutualInformation.Bits(table)!.Value;
        return Math.Abs(information - (rows + columns - joint)) < 1e-12 && information >= 0 && information <= Math.Min(rows, columns) + 1e-12;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_no_distribution_is_refused()
    {
        Assert.Equal("weights", Assert.Throws<ArgumentOutOfRangeException>(() => Entropy.Bits([1, -1])).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => Entropy.Bits([1, double.NaN]));
        Assert.Equal("q", Assert.Throws<ArgumentException>(() => Divergence.KullbackLeibler([1], [1, 2])).ParamName);
        Assert.Equal("q", Assert.Throws<ArgumentOutOfRangeException>(() => Divergence.JensenShannon([1, 2], [1, double.PositiveInfinity])).ParamName);
        Assert.Contains("Row 1", Assert.Throws<ArgumentException>(() => MutualInformation.Bits([[1, 2], [1]])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => MutualInformation.Bits([[1, -2]]));
    }
}
