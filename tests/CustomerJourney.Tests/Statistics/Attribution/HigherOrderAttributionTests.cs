using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Attribution;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Attribution;

public class HigherOrderAttributionTests
{
    private const int Channels = 3;

    private static readonly Arbitrary<TouchPaths> Any =
        (from touches in Gen.Choose(0, Channels - 1).ArrayOf()
         where touches.Length > 0
         from conversions in Gen.Choose(0, 4)
         from without in Gen.Choose(0, 4)
         select new TouchPath { Touches = touches, Conversions = conversions, NonConversions = without, Value = conversions * 3.5 }).ArrayOf().Select(paths => TouchPaths.Create(paths, Channels)).ToArbitrary();

    [Fact]
    public void Order_one_is_the_plain_chain() =>
        Prop.ForAll(Any, paths =>
        {
            HigherOrderMarkovAttribution one = HigherOrderMarkovAttribution.Of(paths, 1);
            MarkovAttribution plain = MarkovAttribution.Of(paths);
            return Same(one.ConversionProbability, plain.ConversionProbability) && (one.RemovalEffects is null) == (plain.RemovalEffects is null)
                && (one.RemovalEffects is null || one.RemovalEffects.Zip(plain.RemovalEffects!).All(pair => Math.Abs(pair.First - pair.Second) < 1e-11));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_memory_longer_than_every_path_tells_just_which_paths_hold_a_channel() =>
        Prop.ForAll(Any, paths =>
        {
            // Then every state is the whole path so far, and the chain is the tree of paths: without a channel those convert who never touch it.
            int longest = paths.Paths.Select(path => path.Touches.Count).DefaultIfEmpty(1).Max();
            HigherOrderMarkovAttribution chain = HigherOrderMarkovAttribution.Of(paths, longest);
            long customers = paths.Conversions + paths.NonConversions;
            if (customers == 0) return chain.ConversionProbability is null && chain.StateCount == 0;
            if (!Same(chain.ConversionProbability, (double)paths.Conversions / customers)) return false;
            return paths.Conversions == 0 || Enumerable.Range(0, Channels).All(channel =>
                Math.Abs(chain.RemovalEffects![channel] - paths.Paths.Where(path => path.Touches.Contains(channel)).Sum(path => (double)path.Conversions) / paths.Conversions) < 1e-11);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Effects_are_shares_and_credits_sum_to_conversions_at_every_order() =>
        Prop.ForAll(Any.Generator.Zip(Gen.Choose(1, 4)).ToArbitrary(), x =>
        {
            (TouchPaths paths, int order) = x;
            HigherOrderMarkovAttribution chain = HigherOrderMarkovAttribution.Of(paths, order);
            return chain.Credits is null ? paths.Conversions == 0
                : chain.RemovalEffects!.All(effect => effect is >= 0 and <= 1)
                && Math.Abs(chain.Credits.Conversions.Sum() - paths.Conversions) < 1e-9 && Math.Abs(chain.Credits.Value.Sum() - paths.Value) < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_memory_of_two_tells_apart_what_a_memory_of_one_mixes()
    {
        // By hand: channel 1 converts after 0 and never after 2. One touch of memory mixes both.
        TouchPaths paths = TouchPaths.Create([new TouchPath { Touches = [0, 1], Conversions = 10 }, new TouchPath { Touches = [2, 1], NonConversions = 10 }], 3);
        IReadOnlyList<double> two = HigherOrderMarkovAttribution.Of(paths, 2).RemovalEffects!, one = HigherOrderMarkovAttribution.Of(paths, 1).RemovalEffects!;
        Assert.Equal([1, 1, 0], two);
        Assert.Equal([0.5, 1, 0.5], one);
        Assert.Equal(4, HigherOrderMarkovAttribution.Of(paths, 2).StateCount);
        Assert.Throws<ArgumentOutOfRangeException>("order", () => HigherOrderMarkovAttribution.Of(paths, 0));
    }

    [Fact]
    public void Sampled_Shapley_values_come_near_the_exact_ones_within_their_errors()
    {
        Random random = new(8);
        double[] worth = [.. Enumerable.Range(0, 1 << 6).Select(_ => random.NextDouble() * 10)];
        IReadOnlyList<double> exact = ShapleyValue.Of(worth);
        SampledShapleyValues sampled = ShapleyValue.Sample(6, coalition => worth[coalition.Select((isIn, i) => isIn ? 1 << i : 0).Sum()], 4_000, seed: 9);
        Near.Equal(worth[^1] - worth[0], sampled.Values.Sum(), 1e-12);
        for (int i = 0; i < 6; i++) Assert.InRange(sampled.Values[i] - exact[i], -4 * sampled.StandardErrors![i], 4 * sampled.StandardErrors[i]);
        Assert.Equal(sampled, ShapleyValue.Sample(6, coalition => worth[coalition.Select((isIn, i) => isIn ? 1 << i : 0).Sum()], 4_000, seed: 9));
        Assert.Null(ShapleyValue.Sample(2, _ => 1, 1, 1).StandardErrors);

        // Forty players: each adds its number, so every order gives the same.
        SampledShapleyValues many = ShapleyValue.Sample(40, coalition => coalition.Select((isIn, i) => isIn ? i : 0).Sum(), 3, seed: 1);
        Assert.Equal([.. Enumerable.Range(0, 40).Select(i => (double)i)], many.Values);
        Assert.All(many.StandardErrors!, error => Assert.Equal(0, error));
        Assert.Throws<InvalidOperationException>(() => ShapleyValue.Sample(2, _ => double.NaN, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("players", () => ShapleyValue.Sample(0, _ => 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("orders", () => ShapleyValue.Sample(1, _ => 1, 0, 1));
    }

    [Fact]
    public void Removal_effects_of_drawn_customers_hold_the_effect_and_widen_for_rare_channels()
    {
        TouchPaths paths = TouchPaths.Create(
        [
            new TouchPath { Touches = [0], Conversions = 40, NonConversions = 60, Value = 400 },
            new TouchPath { Touches = [0, 1], Conversions = 30, NonConversions = 20, Value = 90 },
            new TouchPath { Touches = [2], Conversions = 1, NonConversions = 3 },
        ], 4);
        IReadOnlyList<Estimate> intervals = RemovalEffectBootstrap.Of(paths, seed: 1)!;
        Assert.Equal(MarkovAttribution.Of(paths).RemovalEffects, intervals.Select(interval => interval.Value));
        Assert.Equal([150, 50, 4, 0], intervals.Select(interval => interval.N));
        Assert.All(intervals, interval => Assert.True(0 <= interval.Lower && interval.Lower <= interval.Value && interval.Value <= interval.Upper && interval.Upper <= 1));
        Assert.Equal((0, 0), (intervals[3].Lower, intervals[3].Upper));
        Assert.Equal(0, intervals[2].Lower);
        Assert.Equal(intervals, RemovalEffectBootstrap.Of(paths, seed: 1));
        Assert.NotEqual(intervals, RemovalEffectBootstrap.Of(paths, seed: 2));
        Assert.Equal("Channel 2 was touched by 4 customers; below 30 its credit rests on chance: see RemovalEffectBootstrap.", Assert.Single(paths.Warnings));
        Assert.Null(RemovalEffectBootstrap.Of(TouchPaths.Create([new TouchPath { Touches = [0], NonConversions = 5 }], 1), 1));

        // Of one channel on every path the effect is 1 whoever comes, and the share of those who convert is binomial.
        Estimate sure = RemovalEffectBootstrap.Of(TouchPaths.Create([new TouchPath { Touches = [0], Conversions = 5, NonConversions = 5 }], 1), 3)![0];
        Assert.Equal((1, 1, 10), (sure.Lower, sure.Upper, sure.N));
    }

    private static bool Same(double? a, double? b) => a is null ? b is null : b is { } other && Math.Abs(a.Value - other) < 1e-12;
}
