using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;
using TestResult = CustomerJourney.Statistics.TestResult;

namespace CustomerJourney.Tests.Statistics;

public class NetShareRandomizationTests
{
    private static readonly Gen<NetSample> Any =
        from counts in Gen.Frequency((4, Gen.Choose(0, 12)), (1, Gen.Choose(0, 400))).ArrayOf(3)
        select new NetSample(counts[0], counts[1], counts[2]);

    // Up to 4 answers of each kind: at most 2^12 ways to deal them.
    private static readonly Gen<(int Positive, int Neutral, int Negative, int Drawn)> Small =
        from counts in Gen.Choose(0, 4).ArrayOf(3)
        where counts.Sum() >= 2
        from drawn in Gen.Choose(1, counts.Sum() - 1)
        select (counts[0], counts[1], counts[2], drawn);

    [Fact]
    public void The_p_values_are_those_of_all_ways_to_deal_the_answers() => Prop.ForAll(Small.ToArbitrary(), deal =>
    {
        int[] answers = [.. Enumerable.Repeat(1, deal.Positive), .. Enumerable.Repeat(0, deal.Neutral), .. Enumerable.Repeat(-1, deal.Negative)];
        NetSample[] candidates = [.. Enumerable.Range(0, 1 << answers.Length).Where(set => int.PopCount(set) == deal.Drawn).Select(set => Of(answers.Where((_, i) => (set >> i & 1) == 1)))];
        long[] sums = [.. candidates.Select(Sum)];
        foreach (NetSample candidate in candidates.Distinct())
        {
            NetSample baseline = new(deal.Positive - candidate.Positive, deal.Neutral - candidate.Neutral, deal.Negative - candidate.Negative);
            double less = sums.Count(sum => sum <= Sum(candidate)) / (double)sums.Length, greater = sums.Count(sum => sum >= Sum(candidate)) / (double)sums.Length;
            Assert.Equal(less, Exact(baseline, candidate, Alternative.Less), 1e-12);
            Assert.Equal(greater, Exact(baseline, candidate, Alternative.Greater), 1e-12);
            Assert.Equal(Math.Min(1, 2 * Math.Min(less, greater)), Exact(baseline, candidate), 1e-12);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Exchanging_groups_or_ends_exchanges_the_sides() => Prop.ForAll(Any.ToArbitrary(), Any.ToArbitrary(), (a, b) =>
    {
        if (a.Count == 0 || b.Count == 0)
        {
            Assert.Null(NetShareDifference.RandomizationExact(a, b));
            Assert.Null(NetShareDifference.Test(a, b));
            return;
        }

        double less = Exact(a, b, Alternative.Less), greater = Exact(a, b, Alternative.Greater);
        Assert.InRange(less, 0, 1 + 1e-11);
        Assert.True(less + greater >= 1 - 1e-11);
        IsNear(less, Exact(b, a, Alternative.Greater));
        IsNear(less, Exact(Turned(a), Turned(b), Alternative.Greater));
        IsNear(Exact(a, b), Exact(b, a));
        TestResult test = NetShareDifference.Test(a, b)!, turned = NetShareDifference.Test(b, a)!;
        Assert.Equal(test.Method, turned.Method);
        IsNear(test.PValue, turned.PValue);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1L << 40)]
    [InlineData(1L << 52)]
    [InlineData(1L << 55)]
    [InlineData(1L << 60)]
    public void Few_answers_outside_of_one_kind_are_told_apart_among_however_many(long answers)
    {
        // So rare that it makes no difference of how many: the same whichever kind the common one is.
        double few = NetShareDifference.RandomizationExact(new(answers - 30, 20, 10), new(answers - 60, 35, 25))!.PValue;
        Assert.Equal(NetShareDifference.RandomizationExact(new((1L << 30) - 30, 20, 10), new((1L << 30) - 60, 35, 25))!.PValue, few, 1e-8);
        Assert.Equal(few, NetShareDifference.RandomizationExact(new(10, 20, answers - 30), new(25, 35, answers - 60))!.PValue, 1e-8);
        Assert.Equal(ProportionDifference.FisherExact(30, 1L << 40, 60, 1L << 40)!.PValue, ProportionDifference.FisherExact(answers - 30, answers, answers - 60, answers)!.PValue, 1e-8);
    }

    [Fact]
    public void With_two_kinds_of_answers_the_tails_are_those_of_Fishers_test() => Prop.ForAll(Any.ToArbitrary(), Any.ToArbitrary(), (x, y) =>
    {
        if (x.Positive + x.Negative == 0 || y.Positive + y.Negative == 0) return;
        NetSample a = new(x.Positive, 0, x.Negative), b = new(y.Positive, 0, y.Negative);
        foreach (Alternative side in (Alternative[])[Alternative.Less, Alternative.Greater])
            IsNear(ProportionDifference.FisherExact(a.Positive, a.Count, b.Positive, b.Count, side)!.PValue, Exact(a, b, side));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Many_answers_agree_with_the_t_test_in_the_body_and_exceed_it_in_a_skewed_tail()
    {
        double student = MeanDifference.Student(new(10_000, 3000, 7000), new(1000, 260, 700))!.Test!.PValue;
        Assert.InRange(Exact(new(5000, 3000, 2000), new(480, 300, 220)) / student, 0.95, 1.05);

        // 10 passives of 20 where one in seven is usual: a binomial tail of 2e-4, which t takes for 1e-5.
        Assert.InRange(Exact(new(0, 1429, 8571), new(0, 10, 10)), 1e-4, 1e-3);
    }

    [Fact]
    public void A_far_tail_keeps_its_digits()
    {
        // All 50 of one group positive, all 50 of the other negative: two of the 100!/(50!·50!) ways to deal them.
        double ways = Enumerable.Range(1, 50).Aggregate(1.0, (product, i) => product * (50 + i) / i);
        Assert.Equal(1, Exact(new(50, 0, 0), new(0, 0, 50)) * ways / 2, 1e-10);
        Assert.InRange(Exact(new(400, 100, 0), new(0, 100, 400)), double.Epsilon, 1e-150);
    }

    [Fact]
    public void Answers_that_are_all_alike_cannot_differ()
    {
        Assert.Equal(1, NetShareDifference.Test(new(7, 0, 0), new(3, 0, 0))!.PValue);
        Assert.Equal(1, Exact(new(0, 5, 0), new(0, 200_000, 0)));
    }

    [Theory]
    [InlineData(149, 149, "exact randomization")]
    [InlineData(150, 150, "adjusted z")]
    [InlineData(149, 100_000, "exact randomization")]
    [InlineData(900, 30_000, "adjusted z")]
    public void The_test_is_exact_below_100_expected_answers_outside_of_the_commonest_kind(int few, int many, string method)
    {
        // A third of each kind, so that two thirds of the smaller group are outside; the rest of the division makes a kind commonest.
        NetSample a = new(few / 3, few / 3, few - (2 * (few / 3))), b = new(many / 3, many / 3, many - (2 * (many / 3)));
        Assert.Equal(method, NetShareDifference.Test(a, b)!.Method);
        Assert.Equal(method, SampleDifference.Between(a, b, 0.9).Test!.Method);
        Assert.Equal("adjusted Wald", SampleDifference.Between(a, b, 0.9).Change!.Method);
    }

    [Fact]
    public void Rare_kinds_make_the_test_exact_however_many_answers_there_are() =>
        Assert.Equal("exact randomization", NetShareDifference.Test(new(999_960, 20, 20), new(2_999_900, 60, 40))!.Method);

    /// <summary>No simulation: every outcome of both groups, weighed with its probability.</summary>
    [Theory]
    [InlineData(5, 120, 0.9, 0.07, 0.03)]
    [InlineData(7, 60, 0.6, 0.0, 0.4)]
    [InlineData(10, 40, 0.8, 0.15, 0.05)]
    [InlineData(20, 20, 0.6, 0.25, 0.15)]
    [InlineData(12, 25, 0.1, 0.85, 0.05)]
    [InlineData(50, 50, 0.95, 0.04, 0.01)]
    public void Where_nothing_differs_the_exact_test_never_rejects_too_often(int few, int many, double positive, double neutral, double negative)
    {
        double[] shares = [positive, neutral, negative], alphas = [0.05, 0.01, 0.001], sizes = new double[3];
        List<(NetSample Counts, double Probability)> candidates = Outcomes(few, shares), baselines = Outcomes(many, shares);
        Dictionary<(long, long, long), double> known = [];
        foreach ((NetSample a, double weight) in baselines)
        {
            foreach ((NetSample b, double other) in candidates)
            {
                // The p-value goes by what there is in all and by the sum of the smaller group.
                (long, long, long) key = (a.Positive + b.Positive, a.Negative + b.Negative, Sum(b));
                if (!known.TryGetValue(key, out double p)) known[key] = p = NetShareDifference.Test(a, b)!.PValue;
                for (int i = 0; i < alphas.Length; i++) sizes[i] += p <= alphas[i] ? weight * other : 0;
            }
        }

        Assert.All(sizes.Zip(alphas), size => Assert.InRange(size.First, 0, size.Second));
    }

    [Theory]
    [InlineData(200, 200, 0.34, 0.33)]
    [InlineData(100, 200, 0.85, 0.1)]
    [InlineData(200, 2000, 0.5, 0.3)]
    public void Simulated_groups_that_do_not_differ_are_told_apart_as_seldom_as_asked_for(int few, int many, double positive, double neutral)
    {
        const int Runs = 20_000;
        Random random = new(20_231);
        double[] alphas = [0.05, 0.01, 0.001];
        int[] rejected = new int[3];
        for (int run = 0; run < Runs; run++)
        {
            double p = NetShareDifference.Test(Draw(many), Draw(few))!.PValue;
            for (int i = 0; i < alphas.Length; i++) rejected[i] += p <= alphas[i] ? 1 : 0;
        }

        // Three standard deviations of the simulation, and the tenth by which z may be off.
        for (int i = 0; i < alphas.Length; i++)
            Assert.InRange(rejected[i], 0, (1.1 * alphas[i] * Runs) + (3 * Math.Sqrt(alphas[i] * Runs)));

        NetSample Draw(int count)
        {
            long[] counts = new long[3];
            for (int i = 0; i < count; i++) counts[random.NextDouble() is var u && u < positive ? 0 : u < positive + neutral ? 1 : 2]++;
            return new(counts[0], counts[1], counts[2]);
        }
    }

    [Fact]
    public void An_exact_test_of_skewed_answers_is_no_weaker_than_z()
    {
        // 90 % promoters against 75 %, groups of 100: every outcome with a probability above 1e-7.
        double[] before = [0.9, 0.07, 0.03], after = [0.75, 0.15, 0.1];
        double exact = 0, z = 0;
        Dictionary<(long, long, long), double> known = [];
        List<(NetSample Counts, double Probability)> candidates = Outcomes(100, after, 1e-7);
        foreach ((NetSample a, double weight) in Outcomes(100, before, 1e-7))
        {
            foreach ((NetSample b, double other) in candidates)
            {
                (long, long, long) key = (a.Positive + b.Positive, a.Negative + b.Negative, Sum(b));
                if (!known.TryGetValue(key, out double p)) known[key] = p = Exact(a, b);
                exact += p <= 0.001 ? weight * other : 0;
                z += NetShareDifference.AdjustedWald(a, b)!.Test!.PValue <= 0.001 ? weight * other : 0;
            }
        }

        Assert.InRange(z, 0.25, 0.28);
        Assert.True(exact > z);
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => NetShareDifference.RandomizationExact(null!, new(1, 1, 1)));
        Assert.Throws<ArgumentNullException>(() => NetShareDifference.Test(new(1, 1, 1), null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => NetShareDifference.RandomizationExact(new(1, 1, 1), new(1, 1, 1), (Alternative)9));
    }

    private static List<(NetSample Counts, double Probability)> Outcomes(int count, double[] shares, double atLeast = 1e-10)
    {
        List<(NetSample, double)> outcomes = [];
        for (int positive = 0; positive <= count; positive++)
        {
            double first = BinomialDistribution.Probability(positive, count, shares[0]);
            for (int negative = 0; positive + negative <= count; negative++)
            {
                double probability = first * BinomialDistribution.Probability(negative, count - positive, shares[2] / (1 - shares[0]));
                if (probability >= atLeast) outcomes.Add((new(positive, count - positive - negative, negative), probability));
            }
        }

        return outcomes;
    }

    private static double Exact(NetSample a, NetSample b, Alternative alternative = Alternative.TwoSided) => NetShareDifference.RandomizationExact(a, b, alternative)!.PValue;

    private static void IsNear(double expected, double actual) => Assert.InRange(actual, expected * (1 - 1e-10), expected * (1 + 1e-10));

    private static NetSample Turned(NetSample sample) => new(sample.Negative, sample.Neutral, sample.Positive);

    private static long Sum(NetSample sample) => sample.Positive - sample.Negative;

    private static NetSample Of(IEnumerable<int> answers) => answers.ToLookup(answer => answer) is var kinds ? new(kinds[1].Count(), kinds[0].Count(), kinds[-1].Count()) : null!;
}
