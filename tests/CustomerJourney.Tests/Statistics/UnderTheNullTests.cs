using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Drivers;
using CustomerJourney.Statistics.Survival;

namespace CustomerJourney.Tests.Statistics;

/// <summary>Where nothing differs, p-values are uniform: seeded simulation, and the whole distribution looked at, not one threshold.</summary>
public class UnderTheNullTests
{
    private const int Runs = 2_000;

    [Fact]
    public void Tests_of_shares_and_counts_have_uniform_p_values() => AreUniform(19_981, random =>
    {
        long a = Hits(4_000, 0.3), b = Hits(5_000, 0.3);
        long[][] table = [Split(3_000), Split(2_000)];
        long[] split = Split(6_000);
        NetSample promoters = Net(900), others = Net(1_100);
        return new()
        {
            ["pooled z"] = ProportionDifference.PooledZ(a, 4_000, b, 5_000)!.PValue,
            ["unpooled z"] = ProportionDifference.UnpooledZ(a, 4_000, b, 5_000)!.PValue,
            ["one-sample z"] = ProportionTest.Score(a, 4_000, 0.3)!.PValue,
            ["chi-square"] = ContingencyTest.ChiSquare(table)!.Test.PValue,
            ["G"] = ContingencyTest.GTest(table)!.Test.PValue,
            ["goodness of fit"] = GoodnessOfFit.ChiSquare(split, [0.5, 0.2, 0.3])!.Test.PValue,
            ["net shares"] = NetShareDifference.AdjustedWald(promoters, others)!.Test!.PValue,
            ["benchmark"] = NetShareTest.AgainstBenchmark(others, 0.2, Alternative.Greater)!.PValue,
            ["McNemar chi-square"] = McNemarTest.ChiSquareUncorrected(Hits(3_000, 0.5) is var gained ? gained : 0, 3_000 - gained)!.PValue,
        };

        long Hits(int total, double share)
        {
            long hits = 0;
            for (int i = 0; i < total; i++) hits += random.NextDouble() < share ? 1 : 0;
            return hits;
        }

        long[] Split(int total)
        {
            long[] counts = new long[3];
            for (int i = 0; i < total; i++) counts[random.NextDouble() is var u && u < 0.5 ? 0 : u < 0.7 ? 1 : 2]++;
            return counts;
        }

        NetSample Net(int total) => Split(total) is var counts ? new NetSample(counts[0], counts[1], counts[2]) : null!;
    }, runs: 600);

    [Fact]
    public void Tests_of_values_have_uniform_p_values() => AreUniform(424_242, random =>
    {
        double[] a = Normals(30), b = Normals(45), c = Normals(45);
        return new()
        {
            ["Student"] = MeanDifference.Student(MeanSample.Of(a), MeanSample.Of(b))!.Test!.PValue,
            ["Welch"] = MeanDifference.Welch(MeanSample.Of(a), MeanSample.Of(b))!.Test!.PValue,
            ["paired t"] = MeanDifference.Paired(b, c)!.Test!.PValue,
            ["Mann-Whitney"] = MannWhitneyTest.Test(a.AsSpan(0, 18), b.AsSpan(0, 22))!.PValue,
            ["Mann-Whitney normal, greater"] = MannWhitneyTest.Asymptotic(b, c, Alternative.Greater)!.PValue,
            ["Kolmogorov-Smirnov"] = KolmogorovSmirnovTest.Test(b, [.. c, .. a])!.PValue,
            ["Pearson"] = Correlation.Pearson(b, c)!.Test!.PValue,
            ["Spearman"] = Correlation.Spearman(b, c)!.Test!.PValue,
            ["Kendall"] = Correlation.KendallTauB(b, c)!.Test!.PValue,
            ["Kruskal-Wallis"] = KruskalWallisTest.Compare([a, b, c])!.PValue,
        };

        double[] Normals(int count) => [.. Enumerable.Range(0, count).Select(_ => NormalDistribution.Quantile(random.NextDouble()))];
    });

    [Fact]
    public void Tests_of_times_have_uniform_p_values() => AreUniform(1_972, random =>
    {
        SurvivalSample a = Times(60), b = Times(80), c = Times(50), d = Times(70);
        return new()
        {
            ["log-rank"] = LogRankTest.Compare([a, b]).Test!.PValue,
            ["log-rank of three"] = LogRankTest.Compare([a, b, c]).Test!.PValue,
            ["Peto-Peto"] = LogRankTest.Compare([a, b], LogRankWeights.PetoPeto).Test!.PValue,
            ["stratified"] = LogRankTest.CompareStratified([[a, b], [c, d]]).Test!.PValue,
            ["restricted mean"] = RestrictedMeanDifference.Between(b, d, 1)!.Difference.Test!.PValue,
        };

        // Exponential times, about a third of them censored; cut to hundredths, so that there are ties.
        SurvivalSample Times(int count)
        {
            double[] times = new double[count];
            bool[] events = new bool[count];
            for (int i = 0; i < count; i++)
            {
                double end = -Math.Log(1 - random.NextDouble()), censored = -2 * Math.Log(1 - random.NextDouble());
                (times[i], events[i]) = (Math.Ceiling(100 * Math.Min(end, censored)) / 100, end <= censored);
            }

            // Everybody is watched for at least one unit of time by somebody, so that the horizon is within both groups.
            times[0] = Math.Max(times[0], 1.01);
            return SurvivalSample.Of(times, events);
        }
    });

    // The distance of n uniform values from their line is above 1.95/√n once in a thousand; tests that jump or are approximations are allowed 0.015 more.
    private static void AreUniform(int seed, Func<Random, Dictionary<string, double>> pValues, int runs = Runs)
    {
        Random random = new(seed);
        Dictionary<string, double[]> all = [];
        for (int run = 0; run < runs; run++)
        {
            foreach ((string test, double p) in pValues(random))
            {
                Assert.InRange(p, 0, 1);
                if (!all.TryGetValue(test, out double[]? values)) all[test] = values = new double[runs];
                values[run] = p;
            }
        }

        Assert.All(all, test =>
        {
            Array.Sort(test.Value);
            double off = Enumerable.Range(0, runs).Max(i => Math.Max(Math.Abs(test.Value[i] - (double)i / runs), Math.Abs(test.Value[i] - (i + 1.0) / runs)));
            Assert.True(off < 1.95 / Math.Sqrt(runs) + 0.015, $"{test.Key} is off by {off}");
        });
    }
}
