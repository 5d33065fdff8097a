using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Statistics;

public class FrictionScoreTests
{
    [Fact]
    public void Signals_are_weighed_and_taken_per_minute()
    {
        FrictionSignals signals = new() { RageClicks = 2, DeadClicks = 1, Errors = 3, Reversals = 4 };
        Assert.Equal((3 * 2 + 2 * 1 + 2 * 3 + 4) / 4.5, FrictionScore.PerMinute(signals, 4.5, FrictionWeights.Published));
        Assert.Equal(3 / 2.0, FrictionScore.PerMinute(signals, 2, FrictionWeights.Published with { Version = "errors only", RageClick = 0, DeadClick = 0, Error = 1, Reversal = 0 }));
        Assert.Equal(0, FrictionScore.PerMinute(new FrictionSignals(), 1, FrictionWeights.Published));
        Assert.Null(FrictionScore.PerMinute(signals, 0, FrictionWeights.Published));
    }

    [Fact]
    public void Runs_of_fast_clicks_on_one_target_count_once()
    {
        Assert.Equal(1, FrictionScore.CountRageClicks([0, 0.2, 0.4, 0.6, 0.8], [7, 7, 7, 7, 7]));
        Assert.Equal(0, FrictionScore.CountRageClicks([0, 0.2, 0.4], [7, 8, 7]));
        Assert.Equal(0, FrictionScore.CountRageClicks([0, 0.6, 1.2], [7, 7, 7]));
        Assert.Equal(2, FrictionScore.CountRageClicks([0, 0.1, 0.2, 9, 9.1, 9.2], [7, 7, 7, 7, 7, 7]));
        Assert.Equal(2, FrictionScore.CountRageClicks([0, 0.1, 0.2, 0.3, 0.4, 0.5], [7, 7, 7, 8, 8, 8]));
        Assert.Equal(1, FrictionScore.CountRageClicks([0, 2], [7, 7], clicks: 2, window: 2));
        Assert.Equal(0, FrictionScore.CountRageClicks([], []));
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("minutes", () => FrictionScore.PerMinute(new FrictionSignals(), -1, FrictionWeights.Published));
        Assert.Throws<ArgumentOutOfRangeException>("minutes", () => FrictionScore.PerMinute(new FrictionSignals(), double.NaN, FrictionWeights.Published));
        Assert.Throws<ArgumentOutOfRangeException>("Errors", () => new FrictionSignals { Errors = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("Error", () => FrictionWeights.Published with { Error = double.PositiveInfinity });
        Assert.ThrowsAny<ArgumentException>(() => FrictionWeights.Published with { Version = " " });
        Assert.Throws<ArgumentException>("times", () => FrictionScore.CountRageClicks([1, 0], [1, 1]));
        Assert.Throws<ArgumentException>("targets", () => FrictionScore.CountRageClicks([1], [1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>("clicks", () => FrictionScore.CountRageClicks([1], [1], clicks: 1));
        Assert.Throws<ArgumentOutOfRangeException>("window", () => FrictionScore.CountRageClicks([1], [1], window: 0));
    }
}
