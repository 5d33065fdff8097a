using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics;

public class MultinomialIntervalTests
{
    // statsmodels 0.13.5 on 30, 45 and 25.
    [Fact]
    public void Intervals_agree_with_other_software()
    {
        IReadOnlyList<Estimate> goodman = MultinomialInterval.Goodman([30, 45, 25])!, sisonGlaz = MultinomialInterval.SisonGlaz([30, 45, 25])!;
        Near.Equal(0.20360038494774835, goodman[0].Lower);
        Near.Equal(0.3652716224804366, goodman[2].Upper);
        Near.Equal(0.35, sisonGlaz[1].Lower, 1e-12);
        Near.Equal(0.5572068823086139, sisonGlaz[1].Upper, 1e-8);
    }

    [Fact]
    public void Every_table_has_intervals_around_its_shares_that_widen_with_the_level()
    {
        Gen<long[]> gen =
            from categories in Gen.Choose(2, 6)
            from most in Gen.Elements(1, 3, 50, 5_000)
            from counts in Gen.ArrayOf(Gen.Choose(0, most), categories)
            select counts.Select(count => (long)count).ToArray();
        Prop.ForAll(gen.ToArbitrary(), counts =>
        {
            Check(MultinomialInterval.Goodman(counts, 0.9), MultinomialInterval.Goodman(counts, 0.99), strict: true);
            Check(MultinomialInterval.SisonGlaz(counts, 0.9), MultinomialInterval.SisonGlaz(counts, 0.99), strict: false);

            void Check(IReadOnlyList<Estimate>? narrow, IReadOnlyList<Estimate>? wide, bool strict)
            {
                Assert.Equal(counts.Sum() == 0, narrow is null);
                if (narrow is null) return;
                Assert.Equal(counts.Length, narrow.Count);
                for (int i = 0; i < counts.Length; i++)
                {
                    Assert.True(0 <= wide![i].Lower && wide[i].Lower <= narrow[i].Lower && narrow[i].Lower <= narrow[i].Value);
                    Assert.True(narrow[i].Value <= narrow[i].Upper && wide[i].Upper <= 1);
                    Assert.True(narrow[i].Upper <= wide[i].Upper + (strict ? 0 : 1.0 / counts.Sum()));
                    Assert.True(narrow[i].Upper > narrow[i].Lower || !strict);
                }
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Sparse_counts_have_a_solution()
    {
        // One case, one category and many empty ones: other software finds no interval here (statsmodels issue 9587).
        foreach (long[] counts in new long[][] { [1, 0], [5, 0, 0], [1, 1, 1, 1], [0, 0, 0, 1, 0, 0], [2, 0, 1] })
            Assert.All(MultinomialInterval.SisonGlaz(counts)!, estimate => Assert.True(double.IsFinite(estimate.Lower) && estimate.Lower <= estimate.Upper));
    }

    [Fact]
    public void Bad_counts_are_refused()
    {
        Assert.Null(MultinomialInterval.Goodman([0, 0]));
        Assert.Null(MultinomialInterval.SisonGlaz([0, 0]));
        Assert.Contains("at least two", Assert.Throws<ArgumentException>(() => MultinomialInterval.Goodman([4])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => MultinomialInterval.SisonGlaz([4, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MultinomialInterval.SisonGlaz([4, 1], 95));
    }
}
