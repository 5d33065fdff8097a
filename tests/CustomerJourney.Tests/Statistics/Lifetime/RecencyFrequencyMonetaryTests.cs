using CustomerJourney.Statistics.Lifetime;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Lifetime;

public class RecencyFrequencyMonetaryTests
{
    private static readonly Arbitrary<(RecencyFrequencyMonetary[] Customers, int Bins)> Cases =
        (from customers in (from recency in Gen.Choose(0, 300) from frequency in Gen.Choose(1, 6) from monetary in Gen.Choose(0, 1000) select RecencyFrequencyMonetary.Create(recency, frequency, monetary)).NonEmptyListOf()
         from bins in Gen.Choose(2, 10)
         select (customers.ToArray(), bins)).ToArbitrary();

    [Fact]
    public void Five_customers_have_five_scores()
    {
        RecencyFrequencyMonetary[] customers = [.. Enumerable.Range(1, 5).Select(i => RecencyFrequencyMonetary.Create(10 * i, i, 100 * i))];
        RecencyFrequencyMonetaryScores scores = RecencyFrequencyMonetaryScores.Of(customers)!;
        Assert.Equal([new(5, 1, 1), new(4, 2, 2), new(3, 3, 3), new(2, 4, 4), new(1, 5, 5)], scores.Scores);
        Assert.Equal([18, 26, 34, 42], scores.RecencyCuts);
        Assert.Empty(scores.Warnings);
    }

    [Fact]
    public void Ties_stay_together_and_empty_bins_are_told()
    {
        RecencyFrequencyMonetaryScores scores = RecencyFrequencyMonetaryScores.Of([.. Enumerable.Range(1, 10).Select(i => RecencyFrequencyMonetary.Create(i, 1, i))])!;
        Assert.All(scores.Scores, score => Assert.Equal(1, score.Frequency));
        Assert.Equal(["Frequency: nobody has the score 2, 3, 4, 5, because equal figures stay together."], scores.Warnings);
    }

    [Fact]
    public void Better_figures_never_have_lower_scores() =>
        Prop.ForAll(Cases, c =>
        {
            RecencyFrequencyMonetaryScores scores = RecencyFrequencyMonetaryScores.Of(c.Customers, c.Bins)!;
            return scores.Scores.All(score => score.Recency >= 1 && score.Recency <= c.Bins && score.Frequency >= 1 && score.Frequency <= c.Bins && score.Monetary >= 1 && score.Monetary <= c.Bins)
                && c.Customers.Zip(scores.Scores).All(one => c.Customers.Zip(scores.Scores).All(two =>
                    (one.First.Recency > two.First.Recency || one.Second.Recency >= two.Second.Recency)
                    && (one.First.Frequency < two.First.Frequency || one.Second.Frequency >= two.Second.Frequency)
                    && (one.First.Monetary < two.First.Monetary || one.Second.Monetary >= two.Second.Monetary)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_purchase_counts_those_of_one_day_too()
    {
        DateOnly day = new(2025, 5, 1);
        Assert.Equal(RecencyFrequencyMonetary.Create(9, 3, 30.5), RecencyFrequencyMonetary.From([new(day, 10), new(day, 20), new(day.AddDays(-30), 0.5)], day.AddDays(9)));
        Assert.Null(RecencyFrequencyMonetary.From([], day));
        Assert.Throws<ArgumentOutOfRangeException>(() => RecencyFrequencyMonetary.From([new(day, 10)], day.AddDays(-1)));
        Assert.Throws<ArgumentNullException>(() => RecencyFrequencyMonetary.From(null!, day));
    }

    [Fact]
    public void Bad_input_is_named_and_nobody_has_no_scores()
    {
        Assert.Null(RecencyFrequencyMonetaryScores.Of([]));
        Assert.Throws<ArgumentNullException>(() => RecencyFrequencyMonetaryScores.Of(null!));
        Assert.Equal("bins", Assert.Throws<ArgumentOutOfRangeException>(() => RecencyFrequencyMonetaryScores.Of([default], 1)).ParamName);
        Assert.Equal("recency", Assert.Throws<ArgumentOutOfRangeException>(() => RecencyFrequencyMonetary.Create(double.NaN, 1, 1)).ParamName);
        Assert.Equal("monetary", Assert.Throws<ArgumentOutOfRangeException>(() => RecencyFrequencyMonetary.Create(1, 1, -1)).ParamName);
    }
}
