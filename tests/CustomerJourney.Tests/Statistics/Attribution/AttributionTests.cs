using CustomerJourney.Statistics.Attribution;
using CustomerJourney.Statistics.Models;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Attribution;

public class AttributionTests
{
    private const int Channels = 5;

    private static readonly Arbitrary<TouchPaths> Any =
        (from touches in Gen.Choose(0, Channels - 1).ArrayOf()
         where touches.Length > 0
         from conversions in Gen.Choose(0, 6)
         from without in Gen.Choose(0, 6)
         select new TouchPath
         {
             Touches = touches,
             Conversions = conversions,
             NonConversions = without,
             Value = conversions * 2.7,
             Ages = [.. touches.Select((touch, i) => (touches.Length - i) * 1.3 + touch * 0.01)],
         }).ArrayOf().Select(paths => TouchPaths.Create(paths, Channels)).ToArbitrary();

    [Fact]
    public void Credits_of_every_rule_sum_to_conversions_and_value() =>
        Prop.ForAll(Any, paths => Rules(paths).All(credits =>
            Math.Abs(credits.Conversions.Sum() - paths.Conversions) <= 1e-12 * paths.Conversions && Math.Abs(credits.Value.Sum() - paths.Value) <= 1e-12 * paths.Value
            && credits.Conversions.All(credit => credit >= 0))).QuickCheckThrowOnFailure();

    [Fact]
    public void Removal_effects_are_what_is_lost_when_a_channel_is_taken_out_of_the_chain() =>
        Prop.ForAll(Any, paths =>
        {
            MarkovAttribution chain = MarkovAttribution.Of(paths);
            if (paths.Conversions == 0) return chain.RemovalEffects is null && chain.Credits is null;
            double whole = Conversion(chain, null);
            return Math.Abs(chain.ConversionProbability!.Value - whole) < 1e-12
                && Enumerable.Range(0, Channels).All(channel => chain.RemovalEffects![channel] is >= 0 and <= 1 && Math.Abs(chain.RemovalEffects[channel] - (1 - Conversion(chain, channel) / whole)) < 1e-9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Self_loops_do_not_change_removal_effects() =>
        Prop.ForAll(Any, paths =>
        {
            TouchPaths doubled = TouchPaths.Create(paths.Paths.Select(path => path with { Touches = [.. path.Touches.SelectMany(touch => new[] { touch, touch })], Ages = null }), Channels);
            TouchPaths collapsed = TouchPaths.Create(paths.Paths.Select(path => path with { Touches = [.. path.Touches.Where((touch, i) => i == 0 || path.Touches[i - 1] != touch)], Ages = null }), Channels);
            IReadOnlyList<double>? first = MarkovAttribution.Of(doubled).RemovalEffects, second = MarkovAttribution.Of(collapsed).RemovalEffects;
            return first is null ? second is null : first.Zip(second!).All(pair => Math.Abs(pair.First - pair.Second) < 1e-9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Scaling_all_counts_scales_credits() =>
        Prop.ForAll(Any, paths =>
        {
            TouchPaths tenfold = TouchPaths.Create(paths.Paths.Select(path => path with { Conversions = 10 * path.Conversions, NonConversions = 10 * path.NonConversions }), Channels);
            return Rules(paths).Zip(Rules(tenfold)).All(pair => pair.First.Conversions.Zip(pair.Second.Conversions).All(credit => Math.Abs(10 * credit.First - credit.Second) < 1e-9));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Shapley_credit_is_the_value_of_the_game_of_channel_sets() =>
        Prop.ForAll(Any, paths =>
        {
            double[] worth = [.. Enumerable.Range(0, 1 << Channels).Select(set => paths.Paths.Where(path => path.Touches.All(touch => (set >> touch & 1) == 1)).Sum(path => (double)path.Conversions))];
            return ShapleyValue.Of(worth).Zip(TouchCredit.Shapley(paths).Conversions).All(pair => Math.Abs(pair.First - pair.Second) < 1e-10);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Shapley_values_are_efficient_symmetric_additive_and_give_dummies_nothing() =>
        Prop.ForAll(Gen.Choose(-50, 50).ArrayOf(16).Two().ToArbitrary(), games =>
        {
            double[] a = [.. games.Item1.Select(value => (double)value)], b = [.. games.Item2.Select(value => (double)value)];
            IReadOnlyList<double> ofA = ShapleyValue.Of(a), ofB = ShapleyValue.Of(b), ofSum = ShapleyValue.Of([.. a.Zip(b, (x, y) => x + y)]);

            // Players 0 and 1 swapped; player 3 without effect.
            IReadOnlyList<double> swapped = ShapleyValue.Of([.. Enumerable.Range(0, 16).Select(set => a[(set & 12) | ((set & 1) << 1) | ((set & 2) >> 1)])]);
            IReadOnlyList<double> dummy = ShapleyValue.Of([.. Enumerable.Range(0, 16).Select(set => a[set & 7])]);
            return Math.Abs(ofA.Sum() - (a[15] - a[0])) < 1e-10 && Math.Abs(swapped[0] - ofA[1]) < 1e-12 && Math.Abs(swapped[2] - ofA[2]) < 1e-12
                && Math.Abs(dummy[3]) < 1e-12 && Enumerable.Range(0, 4).All(i => Math.Abs(ofA[i] + ofB[i] - ofSum[i]) < 1e-10);
        }).QuickCheckThrowOnFailure();

    // The United Nations Security Council: L. S. Shapley & M. Shubik (1954), with today's 15 members: a permanent one has 0.1963, another 0.001865.
    [Fact]
    public void Security_Council_has_the_published_power()
    {
        IReadOnlyList<double> power = ShapleyValue.Of([.. Enumerable.Range(0, 1 << 15).Select(set => (set & 31) == 31 && int.PopCount(set) >= 9 ? 1.0 : 0)]);
        Near.Equal(421 / 2145.0, power[0], 1e-12);
        Near.Equal(4 / 2145.0, power[14], 1e-12);
    }

    [Fact]
    public void Rules_split_a_known_path()
    {
        TouchPaths paths = TouchPaths.Create([new TouchPath { Touches = [0, 1, 1, 2], Conversions = 10, Value = 100, Ages = [14, 7, 7, 0] }, new TouchPath { Touches = [2, 2], Conversions = 1, Ages = [9000, 8993] }], 4);
        Equal([10, 0, 1, 0], TouchCredit.First(paths).Conversions);
        Equal([0, 0, 11, 0], TouchCredit.Last(paths).Conversions);
        Equal([0, 10, 1, 0], TouchCredit.LastExcept(paths, 2).Conversions);
        Equal([2.5, 5, 3.5, 0], TouchCredit.Linear(paths).Conversions);
        Equal([4, 2, 5, 0], TouchCredit.PositionBased(paths).Conversions);
        Equal([40, 20, 40, 0], TouchCredit.PositionBased(paths).Value);
        Equal([10 / 9.0, 40 / 9.0, 40 / 9.0 + 1, 0], TouchCredit.TimeDecay(paths, 7).Conversions);
        Equal([10 / 3.0, 10 / 3.0, 10 / 3.0 + 1, 0], TouchCredit.Shapley(paths).Conversions);
    }

    [Fact]
    public void Without_customers_nothing_is_known()
    {
        TouchPaths none = TouchPaths.Create([], 2);
        Assert.Null(MarkovAttribution.Of(none).ConversionProbability);
        Assert.Equal([0, 0], TouchCredit.Linear(none).Conversions);
        TouchPaths nothing = TouchPaths.Create([], 0);
        Assert.Empty(TouchCredit.Shapley(nothing).Conversions);
        Assert.Null(MarkovAttribution.Of(nothing).RemovalEffects);
        Assert.Null(HigherOrderMarkovAttribution.Of(nothing, 2).Credits);
        Assert.Null(RemovalEffectBootstrap.Of(nothing, seed: 1));
        Assert.Throws<ArgumentOutOfRangeException>("channelCount", () => TouchPaths.Create([], -1));
        MarkovAttribution lost = MarkovAttribution.Of(TouchPaths.Create([new TouchPath { Touches = [1], NonConversions = 3 }], 2));
        Assert.Equal(0, lost.ConversionProbability);
        Assert.Null(lost.RemovalEffects);
        MarkovAttribution all = MarkovAttribution.Of(TouchPaths.Create([new TouchPath { Touches = [1], Conversions = 3 }], 2));
        Assert.Equal(1, all.ConversionProbability);
        Assert.Equal([0, 1], all.RemovalEffects);
        Assert.Equal([0, 3], all.Credits!.Conversions);
        Assert.Empty(ShapleyValue.Of([7]));
    }

    [Fact]
    public void Bad_paths_are_told_by_number()
    {
        Assert.Contains("Path 1 has no touches", Fault(new TouchPath { Touches = [0] }, new TouchPath { Touches = [] }), StringComparison.Ordinal);
        Assert.Contains("Path 0 touches channel 5; there are 2", Fault(new TouchPath { Touches = [5] }), StringComparison.Ordinal);
        Assert.Contains("-1 conversions", Fault(new TouchPath { Touches = [0], Conversions = -1 }), StringComparison.Ordinal);
        Assert.Contains("-2 customers", Fault(new TouchPath { Touches = [0], NonConversions = -2 }), StringComparison.Ordinal);
        Assert.Contains("no conversions; value comes", Fault(new TouchPath { Touches = [0], Value = 3 }), StringComparison.Ordinal);
        Assert.Contains("the value NaN", Fault(new TouchPath { Touches = [0], Conversions = 1, Value = double.NaN }), StringComparison.Ordinal);
        Assert.Contains("1 ages for 2 touches", Fault(new TouchPath { Touches = [0, 1], Ages = [1] }), StringComparison.Ordinal);
        Assert.Contains("the age -1", Fault(new TouchPath { Touches = [0], Ages = [-1] }), StringComparison.Ordinal);
        Assert.Contains("is null", Fault([null!]), StringComparison.Ordinal);
        TouchPaths paths = TouchPaths.Create([new TouchPath { Touches = [0], Conversions = 1 }], 1);
        Assert.Contains("no ages", Assert.Throws<ArgumentException>("paths", () => TouchCredit.TimeDecay(paths, 7)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("halfLife", () => TouchCredit.TimeDecay(paths, 0));
        Assert.Throws<ArgumentOutOfRangeException>("last", () => TouchCredit.PositionBased(paths, 0.6, 0.6));
        Assert.Throws<ArgumentOutOfRangeException>("direct", () => TouchCredit.LastExcept(paths, 1));
        Assert.Throws<ArgumentException>("coalitionValues", () => ShapleyValue.Of([0, 1, 2]));
        Assert.Throws<ArgumentException>("coalitionValues", () => ShapleyValue.Of([]));
    }

    // The worked example of S. Bryl, "Marketing multi-channel attribution model with R" (analyzecore.com, 2016): three paths, of which one converts; 1/3 convert, the effects are 1/2, 1 and 1.
    [Fact]
    public void Three_paths_have_the_published_removal_effects()
    {
        TouchPaths paths = TouchPaths.Create(
            [new TouchPath { Touches = [0, 1, 2], Conversions = 1 }, new TouchPath { Touches = [0], NonConversions = 1 }, new TouchPath { Touches = [1, 2], NonConversions = 1 }], 3);
        MarkovAttribution chain = MarkovAttribution.Of(paths);
        Near.Equal(1 / 3.0, chain.ConversionProbability, 1e-15);
        Equal([0.5, 1, 1], chain.RemovalEffects!);
        Equal([0.2, 0.4, 0.4], chain.Credits!.Conversions);
    }

    // PathData of the R package ChannelAttribution; the removal effects published in METRICS.md, section 8.
    [SharedFact("data", "attribution_paths", "PathData_ChannelAttribution.csv")]
    public void PathData_has_the_published_removal_effects()
    {
        string[] names = ["alpha", "beta", "delta", "epsilon", "eta", "gamma", "iota", "kappa", "lambda", "mi", "theta", "zeta"];
        TouchPaths paths = TouchPaths.Create(
            File.ReadLines(SharedFolder.File("data", "attribution_paths", "PathData_ChannelAttribution.csv")).Skip(1).Select(line => line.Split(',')).Select(fields => new TouchPath
            {
                Touches = [.. fields[0].Trim('"').Split(" > ").Select(name => Array.IndexOf(names, name))],
                Conversions = long.Parse(fields[1], System.Globalization.CultureInfo.InvariantCulture),
                NonConversions = long.Parse(fields[3], System.Globalization.CultureInfo.InvariantCulture),
            }),
            names.Length);
        MarkovAttribution chain = MarkovAttribution.Of(paths);
        Assert.Equal((19_785, 68_602), (paths.Conversions, paths.NonConversions));
        Near.Equal(0.223845, chain.ConversionProbability, 0, 5e-7);
        foreach ((string name, double effect) in new[] { ("alpha", 0.558399), ("iota", 0.405835), ("eta", 0.349026), ("beta", 0.264039), ("theta", 0.206010), ("lambda", 0.134022) })
            Near.Equal(effect, chain.RemovalEffects![Array.IndexOf(names, name)], 0, 6e-7);
    }

    private static IEnumerable<ChannelCredits> Rules(TouchPaths paths)
    {
        yield return TouchCredit.First(paths);
        yield return TouchCredit.Last(paths);
        yield return TouchCredit.LastExcept(paths, 2);
        yield return TouchCredit.Linear(paths);
        yield return TouchCredit.TimeDecay(paths, 2);
        yield return TouchCredit.PositionBased(paths, 0.3, 0.5);
        yield return TouchCredit.Shapley(paths);
        if (MarkovAttribution.Of(paths).Credits is { } credits) yield return credits;
    }

    // By the definition: what goes to the removed channel goes to no conversion.
    private static double Conversion(MarkovAttribution chain, int? removed)
    {
        MarkovChainCounts counts = new(Channels + 3);
        for (int from = 0; from <= Channels; from++)
            for (int to = 0; to < Channels + 3; to++)
                if (from != removed) counts.AddTransitions(from, to == removed ? chain.NullState : to, chain.Transitions[from, to]);
        MarkovChainAbsorption absorption = counts.ToChain().Absorption();
        int start = absorption.Transient.ToList().IndexOf(chain.StartState), conversion = absorption.Absorbing.ToList().IndexOf(chain.ConversionState);
        return absorption.Probabilities![start][conversion];
    }

    private static string Fault(params TouchPath[] paths) => Assert.Throws<ArgumentException>(nameof(paths), () => TouchPaths.Create(paths, 2)).Message;

    private static void Equal(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (int i = 0; i < expected.Length; i++) Near.Equal(expected[i], actual[i], 1e-13, 1e-14);
    }
}
