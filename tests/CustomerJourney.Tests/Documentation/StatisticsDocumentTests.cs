using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Attribution;
using CustomerJourney.Statistics.Control;
using CustomerJourney.Statistics.CustomerBase;
using CustomerJourney.Statistics.Drivers;
using CustomerJourney.Statistics.Evaluation;
using CustomerJourney.Statistics.Lifetime;
using CustomerJourney.Statistics.Models;
using CustomerJourney.Statistics.Survival;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Documentation;

/// <summary>The lines of code of docs/metrics/statistics.md stand here, so they compile and run, and each of them gives an answer.</summary>
public class StatisticsDocumentTests
{
    [Fact]
    public void Every_line_of_the_page_gives_an_answer()
    {
        object?[] answers =
        [
            ProportionInterval.Wilson(18, 40),
            ProportionTest.BinomialExact(18, 40, 0.5),
            ProportionDifference.Newcombe(56, 70, 48, 80),
            ProportionDifference.Test(56, 70, 48, 80),
            ProportionRatio.Katz(56, 70, 48, 80),
            McNemarTest.Exact(gained: 14, lost: 5),
            NetShareInterval.Score(19, 12, 5),
            NetShareDifference.AdjustedWald(new NetSample(19, 12, 5), new NetSample(30, 10, 4)),
            NetShareDifference.Test(new NetSample(19, 12, 5), new NetSample(30, 10, 4)),
            NetShareTest.AgainstBenchmark(new NetSample(19, 12, 5), 0.2),
            NetSharePosterior.Dirichlet(new NetSample(19, 12, 5)),
            MultinomialInterval.Goodman([19, 12, 5]),
            MeanSample.Of([4, 5, 3, 5]).Estimate(0.95),
            MeanDifference.Welch(MeanSample.Of([4, 5, 3, 5]), MeanSample.Of([5, 5, 4, 5])),
            RatioOfMeans.Of([3, 1, 0], [4, 2, 1]),
            WeightedMean.Of([9, 10, 3], [1.2, 0.8, 1]),
            new ShareSample(3, 4).Estimate(0.95, new ClusterTotals { Clusters = 2, Count = 4, Sum = 3, SumOfSquares = 5, SumOfProducts = 6, SumOfSquaredCounts = 8 }),
            OrderedSample.Of([3, 1, 2, 8, 5, 9]).Quantile(0.9),
            MannWhitneyTest.Test([1, 2, 4], [3, 5, 6]),
            KruskalWallisTest.Compare([[1, 2], [3, 5], [6, 4]]),
            ContingencyTest.ChiSquare([[30, 10], [20, 25]]),
            GoodnessOfFit.SampleRatio([5021, 4979], [1, 1]),
            Multiplicity.Holm([0.01, 0.04, 0.03]),
            EffectSize.CohensH(0.4, 0.5),
            ProportionSampleSize.ForDifference(0.4, 0.5),
            BetaBinomialComparison.Of(new ShareSample(40, 400), new ShareSample(55, 400)),
            Bootstrap<double>.Of([4, 5, 3, 5, 9], sample => sample.Average(), seed: 7),
            Correlation.Spearman([1, 2, 3, 4, 5], [2, 1, 4, 3, 6]),
            DriverImportance.RelativeWeights(DriverData.Create(["ease", "price"], [[1, 2, 3, 4], [2, 1, 4, 3]], [1, 2, 4, 4])),
            CronbachAlpha.Of([[4, 5, 3], [4, 4, 2]]),
            KaplanMeierCurve.Of(SurvivalSample.Of([2, 3, 5, 5], [true, false, true, true])),
            NelsonAalenCurve.Of(SurvivalSample.Of([2, 3, 5, 5], [true, false, true, true])),
            LogRankTest.Compare([SurvivalSample.Of([2, 3, 5], [true, true, true]), SurvivalSample.Of([4, 6, 7], [true, true, false])]),
            CumulativeIncidenceCurve.Of(CompetingRisksSample.Of([1, 2, 3, 4], [1, 2, 0, 1]), cause: 1),
            ControlChart.Shares([12, 15, 8], [50, 50, 50]),
            ActivityDays.Create([[0, 1, 7], [0, 3]]),
            ChurnRate.Over(0.05, 12),
            BetaGeometricNegativeBinomial.Create(0.243, 4.414, 0.793, 2.426),
            ShiftedBetaGeometric.Create(0.668, 3.806),
            ContractualLifetimeValue.Of(20, 0.9, 0.01, FirstPayment.NextPeriod),
            MarkovAttribution.Of(TouchPaths.Create([new TouchPath { Touches = [0, 1], Conversions = 3, NonConversions = 7 }], channelCount: 2)),
            MarkovChain.Create([[0.5, 0.5, 0], [0.2, 0.3, 0.5], [0, 0, 1]]),
            HiddenMarkovModel.Create([0.6, 0.4], [[0.7, 0.3], [0.4, 0.6]], [[0.5, 0.4, 0.1], [0.1, 0.3, 0.6]]),
            Entropy.Bits([3, 1, 1]),
            ConfusionMatrix.Of([[40, 5], [8, 30]]),
            FleissKappa.Of([[0, 4], [3, 1], [4, 0]]),
            ValenceCurve.Of([1, -2, 0, 1]),
            FrictionScore.PerMinute(new FrictionSignals { RageClicks = 1, DeadClicks = 2 }, minutes: 3, FrictionWeights.Published),
            StudentTDistribution.Quantile(0.975, 12),
        ];
        Assert.All(answers, Assert.NotNull);
    }

    [Fact]
    public void The_page_shows_the_lines_that_are_run()
    {
        string source = File.ReadAllText(Repository.File("tests", "CustomerJourney.Tests", "Documentation", $"{nameof(StatisticsDocumentTests)}.cs"));
        string[] shown = [.. File.ReadLines(Repository.File("docs", "metrics", "statistics.md")).Where(line => line.StartsWith('|') && line.Contains('`', StringComparison.Ordinal)).Select(line => line.Split('`')[^2])];
        Assert.Equal(49, shown.Length);
        Assert.All(shown, line => Assert.Contains($"            {line},\n", source, StringComparison.Ordinal));
    }
}
