using CustomerJourney.Analytics;
using CustomerJourney.Classification;
using CustomerJourney.Comparison;
using CustomerJourney.Events;
using CustomerJourney.Metrics;

namespace CustomerJourney.Tests.Comparison;

/// <summary>Where nothing differs, tests must say so in about 95 of 100 cases: never much less, or they cry wolf; not much more, or they are blind.</summary>
public class NullSimulationTests
{
    private const int Draws = 300;

    // 300 draws of a test that is right have a standard error of 1.3 percentage points.
    private const double Least = 0.015, Most = 0.09;

    private static readonly Analysis[] Measures = [new Nps(), new Csat(), new Ces(), new Funnel("Look", "Buy"), new Ces { Counting = AnswerCounting.All }];

    [Fact]
    public void Random_halves_of_one_log_differ_as_often_as_the_level_says()
    {
        StagedLog log = SurveyLog.Staged(SurveyLog.Once(new Random(100), "c", 500));
        int[] rejected = new int[Measures.Length - 1];
        for (int seed = 0; seed < Draws; seed++)
        {
            (StagedLog a, StagedLog b) = Halves(log, seed);
            Count(rejected, JourneyComparison.Between(a, b, new() { Measures = [.. Measures.Take(rejected.Length)] }));
        }

        Assert.All(rejected, count => Assert.InRange((double)count / Draws, Least, Most));
    }

    [Fact]
    public void Halves_where_all_answers_count_differ_as_often_as_the_level_says()
    {
        StagedLog log = SurveyLog.Staged(SurveyLog.Once(new Random(100), "c", 400));
        Analysis[] all = [new Nps { Counting = AnswerCounting.All }, new Csat { Counting = AnswerCounting.All }, new Ces { Counting = AnswerCounting.All }];
        int[] rejected = new int[all.Length];
        for (int seed = 0; seed < Draws; seed++)
        {
            (StagedLog a, StagedLog b) = Halves(log, seed);
            Count(rejected, JourneyComparison.Between(a, b, new() { Measures = all }));
        }

        Assert.All(rejected, count => Assert.InRange((double)count / Draws, Least, Most));
    }

    [Fact]
    public void Seasons_of_the_same_customers_differ_as_often_as_the_level_says()
    {
        int[] rejected = new int[Measures.Length];
        for (int seed = 0; seed < Draws; seed++)
        {
            (StagedLog spring, StagedLog autumn) = SurveyLog.Seasons(SurveyLog.Twice(new Random(seed), 100, away: 0));
            JourneyComparison comparison = JourneyComparison.Between(spring, autumn, new() { Measures = Measures });
            Assert.Equal(100, comparison.SharedCustomers);
            Count(rejected, comparison);
        }

        Assert.All(rejected, count => Assert.InRange((double)count / Draws, Least, Most));
    }

    [Fact]
    public void Seasons_that_share_some_customers_do_not_differ_too_often()
    {
        int[] rejected = new int[Measures.Length];
        for (int seed = 0; seed < Draws; seed++)
        {
            (StagedLog spring, StagedLog autumn) = SurveyLog.Seasons(SurveyLog.Twice(new Random(seed), 120, away: 0.6));
            Count(rejected, JourneyComparison.Between(spring, autumn, new() { Measures = Measures }));
        }

        Assert.All(rejected, count => Assert.InRange((double)count / Draws, Least, Most));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_whole_family_cries_wolf_no_more_often_than_the_level_says(bool paired)
    {
        StagedLog log = SurveyLog.Staged(SurveyLog.Once(new Random(100), "c", 400));
        int wrong = 0;
        for (int seed = 0; seed < Draws; seed++)
        {
            (StagedLog a, StagedLog b) = paired ? SurveyLog.Seasons(SurveyLog.Twice(new Random(seed), 100, away: 0)) : Halves(log, seed);
            JourneyComparison comparison = JourneyComparison.Between(a, b);
            Assert.True(comparison.Family.Count > 8);
            if (comparison.Differences.Any(row => row.IsShown)) wrong++;
        }

        Assert.InRange((double)wrong / Draws, 0, 0.08);
    }

    private static (StagedLog, StagedLog) Halves(StagedLog log, int seed)
    {
        string[] customers = [.. log.CustomerIds];
        new Random(seed).Shuffle(customers);
        string[] half = customers[..(customers.Length / 2)];
        return (log.WithoutCustomers(half), log.WithoutCustomers(customers.Except(half)));
    }

    private static void Count(int[] rejected, JourneyComparison comparison)
    {
        for (int index = 0; index < rejected.Length; index++)
        {
            if (comparison.Differences[index].Test?.PValue < 0.05) rejected[index]++;
        }
    }
}
