using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Statistics;

public class EstimateTests
{
    [Fact]
    public void Observations_that_count_in_full_are_the_same_whether_that_is_said_or_not()
    {
        Estimate silent = new() { Value = 0.5, Lower = 0.4, Upper = 0.6, N = 100, Level = 0.95, Method = "Wilson" }, said = silent with { EffectiveN = 100 };
        Assert.Equal(silent, said);
        Assert.Equal(silent.GetHashCode(), said.GetHashCode());
        Assert.NotEqual(silent, silent with { EffectiveN = 50 });
        Assert.NotEqual(silent, silent with { Value = 0.51 });
        Assert.NotEqual(silent, silent with { Lower = 0.41 });
        Assert.NotEqual(silent, silent with { Upper = 0.61 });
        Assert.NotEqual(silent, silent with { N = 101 });
        Assert.NotEqual(silent, silent with { Level = 0.9 });
        Assert.NotEqual(silent, silent with { Method = "Wald" });
    }
}
