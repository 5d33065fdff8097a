using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics;

public class BetaBinomialTests
{
    // SciPy 1.10.1, quadrature of the posteriors of 3/10 and 6/10 under the flat prior.
    [Fact]
    public void Comparison_agrees_with_other_software()
    {
        BetaBinomialComparison comparison = BetaBinomialComparison.Of(new ShareSample(3, 10), new ShareSample(6, 10));
        Near.Equal(0.9008097165991904, comparison.ProbabilityCandidateIsBetter, 1e-12);
        Near.Equal(0.25937205545833897, comparison.ExpectedLossOfBaseline, 1e-12);
        Near.Equal(0.009372055458339058, comparison.ExpectedLossOfCandidate, 1e-12);
        Near.Equal(0.30790471501167715, comparison.Candidate.Lower, 1e-10);
        Near.Equal(0.8325119059362929, comparison.Candidate.Upper, 1e-10);
        Near.Equal(4 / 12.0, comparison.Baseline.Value, 1e-14);
    }

    [Fact]
    public void Without_data_either_is_as_likely_to_be_better()
    {
        foreach ((double alpha, double beta) in new[] { (1.0, 1.0), (0.5, 0.5), (2.5, 7.1), (0.1, 30) })
        {
            BetaBinomialComparison comparison = BetaBinomialComparison.Of(new ShareSample(0, 0), new ShareSample(0, 0), alpha, beta);
            Near.Equal(0.5, comparison.ProbabilityCandidateIsBetter, 1e-12);
            Near.Equal(comparison.ExpectedLossOfBaseline, comparison.ExpectedLossOfCandidate, 1e-12);
            Assert.Equal(0, comparison.Baseline.N);
        }
    }

    [Fact]
    public void Sum_and_quadrature_agree_and_losses_meet_the_identity_of_Stucchio()
    {
        Gen<(int, int, int, int)> gen =
            from totalA in Gen.Choose(0, 2_000)
            from totalB in Gen.Choose(0, 300)
            from a in Gen.Choose(0, totalA)
            from b in Gen.Choose(0, totalB)
            select (a, totalA, b, totalB);
        Prop.ForAll(gen.ToArbitrary(), x =>
        {
            (int a, int totalA, int b, int totalB) = x;
            BetaPair pair = new(a + 1, totalA - a + 1, b + 1, totalB - b + 1);
            BetaBinomialComparison comparison = BetaBinomialComparison.Of(new ShareSample(a, totalA), new ShareSample(b, totalB));
            BetaBinomialComparison turned = BetaBinomialComparison.Of(new ShareSample(b, totalB), new ShareSample(a, totalA));
            double probability = comparison.ProbabilityCandidateIsBetter;
            Near.Equal(pair.ByQuadrature(), probability, 1e-10, 1e-300);
            Near.Equal(1 - probability, turned.ProbabilityCandidateIsBetter, 1e-9, 1e-12);
            Near.Equal(comparison.ExpectedLossOfBaseline, turned.ExpectedLossOfCandidate, 1e-12);

            // E[max(A − B, 0)] = E[A]·P(A⁺ > B) − E[B]·P(A > B⁺), where ⁺ has one more hit.
            double identity = comparison.Baseline.Value * (1 - (pair with { AlphaA = a + 2 }).ProbabilityBIsLarger())
                - comparison.Candidate.Value * (1 - (pair with { AlphaB = b + 2 }).ProbabilityBIsLarger());
            Near.Equal(identity, comparison.ExpectedLossOfCandidate, 1e-9, 1e-12);
            Near.Equal(comparison.Candidate.Value - comparison.Baseline.Value, comparison.ExpectedLossOfBaseline - comparison.ExpectedLossOfCandidate, 1e-9, 1e-13);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Million_cases_and_fractional_priors_are_no_trouble()
    {
        BetaBinomialComparison whole = BetaBinomialComparison.Of(new ShareSample(50_000, 1_000_000), new ShareSample(50_500, 1_000_000));
        BetaBinomialComparison fractional = BetaBinomialComparison.Of(new ShareSample(50_000, 1_000_000), new ShareSample(50_500, 1_000_000), 1.000001, 1.000001);
        double z = ProportionDifference.PooledZ(50_000, 1_000_000, 50_500, 1_000_000)!.Statistic;
        Near.Equal(NormalDistribution.Cumulative(z), whole.ProbabilityCandidateIsBetter, 1e-3);
        Near.Equal(whole.ProbabilityCandidateIsBetter, fractional.ProbabilityCandidateIsBetter, 1e-8);
        Near.Equal(0, BetaBinomialComparison.Of(new ShareSample(900_000, 1_000_000), new ShareSample(1, 1_000_000)).ProbabilityCandidateIsBetter, 0, 1e-300);
    }

    [Fact]
    public void Priors_outside_their_range_are_refused()
    {
        ShareSample sample = new(1, 2);
        Assert.Equal("priorAlpha", Assert.Throws<ArgumentOutOfRangeException>(() => BetaBinomialComparison.Of(sample, sample, 0)).ParamName);
        Assert.Equal("priorBeta", Assert.Throws<ArgumentOutOfRangeException>(() => BetaBinomialComparison.Of(sample, sample, 1, double.NaN)).ParamName);
        Assert.Throws<ArgumentNullException>(() => BetaBinomialComparison.Of(sample, null!));
    }

    [Fact]
    public void Billions_of_cases_are_no_trouble_and_equal_groups_are_even()
    {
        // Against a uniform prior, P(B > A) of Beta(n + 1, 1) and Beta(2, 1) is (n + 1)/(n + 3).
        Near.Equal(999_999_991 / 999_999_993.0, BetaBinomialComparison.Of(new ShareSample(1, 1), new ShareSample(999_999_990, 999_999_990)).ProbabilityCandidateIsBetter, 1e-13);
        Near.Equal(2 / 999_999_993.0, BetaBinomialComparison.Of(new ShareSample(999_999_990, 999_999_990), new ShareSample(1, 1)).ProbabilityCandidateIsBetter, 1e-11);
        Assert.Equal(0.5, BetaBinomialComparison.Of(new ShareSample(0, 0), new ShareSample(0, 0)).ProbabilityCandidateIsBetter);
        Assert.Equal(0.5, BetaBinomialComparison.Of(new ShareSample(123, 4_567), new ShareSample(123, 4_567)).ProbabilityCandidateIsBetter);
    }
}
