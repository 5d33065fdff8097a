using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Statistics;

public class SampleSizeTests
{
    [Fact]
    public void Cochrans_margin_gives_the_well_known_385()
    {
        Assert.Equal(385, ProportionSampleSize.ForMargin(0.05).Count);
        Near.Equal(384.14588206941244, ProportionSampleSize.ForMargin(0.05).Exact);
        Near.Equal(356.80426509427735, ProportionSampleSize.ForMargin(0.03, 0.9, population: 5_000).Exact);
        Assert.Equal(1, ProportionSampleSize.ForMargin(0.05, population: 1).Count);
    }

    // statsmodels 0.13.5 = R power.prop.test and pwr.2p.test.
    [Fact]
    public void Two_formulas_for_shares_agree_with_other_software_and_differ_from_each_other()
    {
        Near.Equal(1497.9225594425109, ProportionSampleSize.ForDifference(0.8, 0.85, power: 0.95).Exact);
        Near.Equal(1493.9317370669517, ProportionSampleSize.ForDifferenceByArcsine(0.8, 0.85, power: 0.95).Exact);
        Near.Equal(0.07376011963021017, ProportionSampleSize.PowerByArcsine(0.1, 0.12, 100));
    }

    // Cohen 1988, table 2.4.1: 393, 64 and 26 in each group for d = 0.2, 0.5 and 0.8 at power 0.8.
    [Theory]
    [InlineData(0.2, 393.4056930002516)]
    [InlineData(0.5, 63.76561177540974)]
    [InlineData(0.8, 25.524572219674976)]
    public void Means_need_what_Cohen_tabulates(double effect, double expected)
    {
        Near.Equal(expected, MeanSampleSize.ForDifference(effect).Exact, 1e-6);
        Assert.Equal(MeanSampleSize.ForDifference(effect), MeanSampleSize.ForDifference(-effect));
        long count = MeanSampleSize.ForDifference(effect).Count;
        Assert.True(MeanSampleSize.Power(effect, count) >= 0.8);
        Assert.True(MeanSampleSize.Power(effect, count - 1) < 0.8);
    }

    [Fact]
    public void Found_sizes_have_the_power_that_was_asked_for()
    {
        foreach (double power in new[] { 0.06, 0.3, 0.8, 0.99, 0.999999 })
        {
            SampleSize size = ProportionSampleSize.ForDifferenceByArcsine(0.3, 0.31, power: power);
            Assert.True(ProportionSampleSize.PowerByArcsine(0.3, 0.31, size.Count) >= power - 1e-12);
            Assert.True(size.Count == 1 || ProportionSampleSize.PowerByArcsine(0.3, 0.31, size.Count - 1) < power);
            Assert.True(MeanSampleSize.Power(0.02, MeanSampleSize.ForDifference(0.02, power: power).Count) >= power - 1e-12);
        }
    }

    [Fact]
    public void Without_a_difference_the_power_is_the_error_rate()
    {
        Near.Equal(0.05, ProportionSampleSize.PowerByArcsine(0.4, 0.4, 1_000), 1e-12);
        Near.Equal(0.05, MeanSampleSize.Power(0, 30), 1e-12);
        Near.Equal(1, MeanSampleSize.Power(10, 30), 1e-12);
    }

    [Fact]
    public void Tiny_effects_need_many_and_huge_ones_two()
    {
        double tiny = MeanSampleSize.ForDifference(1e-4).Exact, z = NormalDistribution.Quantile(0.975) + NormalDistribution.Quantile(0.8);

        // The normal formula leaves out the chance to find the difference in the wrong direction, a millionth here.
        Near.Equal(2 * z * z / 1e-8, tiny, 1e-5);
        Assert.Equal(2, MeanSampleSize.ForDifference(500).Count);
    }

    [Fact]
    public void Plans_outside_their_range_are_refused()
    {
        Assert.Equal("margin", Assert.Throws<ArgumentOutOfRangeException>(() => ProportionSampleSize.ForMargin(5)).ParamName);
        Assert.Equal("population", Assert.Throws<ArgumentOutOfRangeException>(() => ProportionSampleSize.ForMargin(0.05, population: 0)).ParamName);
        Assert.Contains("are the same", Assert.Throws<ArgumentOutOfRangeException>(() => ProportionSampleSize.ForDifference(0.2, 0.2)).Message, StringComparison.Ordinal);
        Assert.Equal("power", Assert.Throws<ArgumentOutOfRangeException>(() => ProportionSampleSize.ForDifference(0.2, 0.3, power: 0.04)).ParamName);
        Assert.Equal("effect", Assert.Throws<ArgumentOutOfRangeException>(() => MeanSampleSize.ForDifference(0)).ParamName);
        Assert.Equal("countPerGroup", Assert.Throws<ArgumentOutOfRangeException>(() => MeanSampleSize.Power(1, 1)).ParamName);
    }
}
