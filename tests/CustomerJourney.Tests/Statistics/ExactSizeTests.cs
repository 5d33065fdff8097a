using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Statistics;

/// <summary>Exact tests and intervals never claim more than they hold: every outcome of small samples is gone through, with its chance.</summary>
public class ExactSizeTests
{
    private const double Rounding = 1 + 1e-6;

    [Fact]
    public void Fisher_is_never_anti_conservative_whatever_the_common_share()
    {
        // Not given the number of hits, and one-sided too: the chance of a p-value of at most p is at most p.
        foreach (Alternative alternative in Enum.GetValues<Alternative>())
        {
            foreach ((int a, int b) in new[] { (4, 4), (5, 9), (12, 7) })
            {
                double[] p = [.. from i in Enumerable.Range(0, a + 1) from j in Enumerable.Range(0, b + 1) select ProportionDifference.FisherExact(i, a, j, b, alternative)!.PValue];
                foreach (double share in (double[])[0.01, 0.1, 0.25, 0.5, 0.8, 0.99])
                {
                    double[] chance = [.. from i in Enumerable.Range(0, a + 1) from j in Enumerable.Range(0, b + 1) select BinomialDistribution.Probability(i, a, share) * BinomialDistribution.Probability(j, b, share)];
                    HoldsItsLevel(p, chance);
                }
            }
        }
    }

    [Fact]
    public void Binomial_is_never_anti_conservative_on_a_fine_grid()
    {
        foreach (Alternative alternative in Enum.GetValues<Alternative>())
        {
            foreach (int total in (int[])[1, 2, 3, 10, 40])
            {
                for (int percent = 1; percent < 100; percent += 3)
                {
                    double share = percent / 100.0;
                    HoldsItsLevel(
                        [.. Enumerable.Range(0, total + 1).Select(k => ProportionTest.BinomialExact(k, total, share, alternative)!.PValue)],
                        [.. Enumerable.Range(0, total + 1).Select(k => BinomialDistribution.Probability(k, total, share))]);
                }
            }
        }
    }

    [Fact]
    public void McNemar_is_never_anti_conservative_and_its_mid_p_hardly()
    {
        for (int discordant = 1; discordant <= 40; discordant++)
        {
            double[] chance = [.. Enumerable.Range(0, discordant + 1).Select(k => BinomialDistribution.Probability(k, discordant, 0.5))];
            HoldsItsLevel([.. Enumerable.Range(0, discordant + 1).Select(k => McNemarTest.Exact(k, discordant - k).PValue)], chance);

            // The mid-p version is not exact, but not far from its level either.
            double size = Enumerable.Range(0, discordant + 1).Where(k => McNemarTest.MidP(k, discordant - k).PValue <= 0.05).Sum(k => chance[k]);
            Assert.InRange(size, 0, 0.077);
        }
    }

    [Fact]
    public void Rank_tests_are_never_anti_conservative_even_with_ties()
    {
        foreach (double[] values in (double[][])[[1, 2, 3, 4, 5, 6, 7, 8], [1, 1, 2, 2, 2, 3, 4, 4], [0, 0, 0, 0, 0, 0, 1, 9]])
        {
            for (int size = 1; size < 7; size++)
            {
                int[] splits = [.. Enumerable.Range(0, 1 << 8).Where(split => int.PopCount(split) == size)];
                double[] chance = [.. Enumerable.Repeat(1.0 / splits.Length, splits.Length)];
                double[][] chosen = [.. splits.Select(split => values.Where((_, i) => (split >> i & 1) == 1).ToArray())];
                double[][] rest = [.. splits.Select(split => values.Where((_, i) => (split >> i & 1) == 0).ToArray())];
                foreach (Alternative alternative in Enum.GetValues<Alternative>())
                    HoldsItsLevel([.. chosen.Zip(rest, (a, b) => MannWhitneyTest.Exact(a, b, alternative)!.PValue)], chance);
                HoldsItsLevel([.. chosen.Zip(rest, (a, b) => KolmogorovSmirnovTest.Exact(a, b)!.PValue)], chance);
            }
        }
    }

    [Fact]
    public void Clopper_Pearson_covers_at_least_its_level_for_every_share()
    {
        foreach (double level in (double[])[0.8, 0.95, 0.999])
        {
            foreach (int total in (int[])[1, 2, 5, 20, 50])
            {
                Estimate[] intervals = [.. Enumerable.Range(0, total + 1).Select(k => ProportionInterval.ClopperPearson(k, total, level)!)];
                for (int thousandths = 1; thousandths < 1000; thousandths += 7)
                {
                    double share = thousandths / 1000.0;
                    double covered = Enumerable.Range(0, total + 1).Where(k => !intervals[k].Excludes(share)).Sum(k => BinomialDistribution.Probability(k, total, share));
                    Assert.True(covered >= level - 1e-9, $"{covered} of {level} at {share}, n = {total}");
                }
            }
        }
    }

    // METRICS.md, section 1: the exact coverage of 95 % intervals over 39 trinomials (which are not named there) has these means and least values. Here over the 53 trinomials whose
    // shares of either end are among nine numbers from 0.02 to 0.9: the least values are the same to a thousandth where the worst trinomials are among both, and the means are close.
    [Theory]
    [InlineData("Wald", 5, 0.773, 0.300, 0.035, 0.001)]
    [InlineData("Wald", 10, 0.860, 0.514, 0.02, 0.002)]
    [InlineData("Wald", 20, 0.911, 0.761, 0.01, 0.025)]
    [InlineData("t", 5, 0.826, 0.304, 0.045, 0.001)]
    [InlineData("adjusted Wald", 5, 0.963, 0.884, 0.005, 0.001)]
    [InlineData("adjusted Wald", 10, 0.957, 0.905, 0.005, 0.001)]
    [InlineData("adjusted Wald", 20, 0.954, 0.927, 0.005, 0.001)]
    [InlineData("score", 5, 0.976, 0.940, 0.006, 0.01)]
    [InlineData("score", 10, 0.971, 0.947, 0.006, 0.01)]
    [InlineData("score", 20, 0.961, 0.946, 0.006, 0.01)]
    public void Net_share_intervals_cover_as_published(string method, int n, double mean, double least, double meanTolerance, double leastTolerance)
    {
        double[] ends = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9];
        (int Positive, int Negative, Estimate? Interval)[] outcomes =
        [
            .. from positive in Enumerable.Range(0, n + 1)
               from negative in Enumerable.Range(0, n + 1 - positive)
               select (positive, negative, method switch
               {
                   "Wald" => NetShareInterval.Wald(positive, n - positive - negative, negative),
                   "t" => NetShareInterval.StudentT(positive, n - positive - negative, negative),
                   "score" => NetShareInterval.Score(positive, n - positive - negative, negative),
                   _ => NetShareInterval.AdjustedWald(positive, n - positive - negative, negative),
               }),
        ];
        List<double> coverage = [];
        foreach (double up in ends)
        {
            foreach (double down in ends)
            {
                if (up + down > 0.981) continue;
                double covered = 0;
                foreach ((int positive, int negative, Estimate? interval) in outcomes)
                {
                    // Limits that should meet the true value may miss it by rounding.
                    if (interval is null || interval.Lower > up - down + 1e-12 || interval.Upper < up - down - 1e-12) continue;
                    covered += BinomialDistribution.Probability(positive, n, up) * BinomialDistribution.Probability(negative, n - positive, down / (1 - up));
                }

                coverage.Add(covered);
            }
        }

        Assert.Equal(53, coverage.Count);
        Assert.True(Math.Abs(coverage.Average() - mean) <= meanTolerance && Math.Abs(coverage.Min() - least) <= leastTolerance, $"mean {coverage.Average()}, least {coverage.Min()}");
    }

    private static void HoldsItsLevel(double[] pValues, double[] chances)
    {
        double[] p = [.. pValues], chance = [.. chances];
        Array.Sort(p, chance);
        double reached = 0;
        for (int i = 0; i < p.Length; i++)
        {
            reached += chance[i];
            if (i + 1 == p.Length || p[i + 1] > p[i] * Rounding) Assert.True(reached <= p[i] * Rounding + 1e-12, $"a chance of {reached} for a p-value of at most {p[i]}");
        }
    }
}
