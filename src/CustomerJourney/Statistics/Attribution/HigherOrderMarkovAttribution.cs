namespace CustomerJourney.Statistics.Attribution;

/// <summary>
/// Paths as a Markov chain that remembers the last few touches, and what would be lost without each channel: those who would come to any state that holds it are taken not to convert.
/// </summary>
/// <remarks>
/// E. Anderl, I. Becker, F. von Wangenheim &amp; J. H. Schumann, International Journal of Research in Marketing 33 (2016), order k: a state is the tuple of the last k touches, and at
/// the start of a path of the fewer there are. Chances of conversion solve a linear system, here by repeated substitution from below until no digit moves: nothing is simulated,
/// and no path is cut at a longest length. At order 1 it is <see cref="MarkovAttribution"/>. Attribution tells what conversions went along with, not what caused them.
/// </remarks>
public sealed class HigherOrderMarkovAttribution
{
    // Far more rounds than any chain needs in which a path ends now and then.
    private const int MostRounds = 1_000_000;

    private HigherOrderMarkovAttribution()
    {
    }

    /// <summary>How many touches a state remembers, at least 1.</summary>
    public required int Order { get; init; }

    /// <summary>How many different tuples of touches occur.</summary>
    public required int StateCount { get; init; }

    /// <summary>The probability 0…1 of a conversion from the start; <see langword="null"/> without customers.</summary>
    public double? ConversionProbability { get; private init; }

    /// <summary>The share of conversions lost without each channel, 0…1 by its number, 0 for one that is never touched; <see langword="null"/> without conversions.</summary>
    public IReadOnlyList<double>? RemovalEffects { get; private init; }

    /// <summary>Conversions and value split among channels in proportion to <see cref="RemovalEffects"/>; <see langword="null"/> without conversions.</summary>
    public ChannelCredits? Credits { get; private init; }

    /// <summary>Counts the chain and solves it.</summary>
    /// <param name="paths">The paths; each counts for its customers, converted or not.</param>
    /// <param name="order">How many touches a state remembers, at least 1. The longer the memory, the fewer customers each state rests on.</param>
    /// <exception cref="ArgumentNullException"><paramref name="paths"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="order"/> is below 1.</exception>
    public static HigherOrderMarkovAttribution Of(TouchPaths paths, int order)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        TouchTuples chain = TouchTuples.Of(paths, order);
        if (paths.Conversions + paths.NonConversions == 0) return new HigherOrderMarkovAttribution { Order = order, StateCount = 0 };
        double whole = chain.ConversionProbability(removed: null, MostRounds);
        HigherOrderMarkovAttribution result = new() { Order = order, StateCount = chain.StateCount, ConversionProbability = whole };
        if (paths.Conversions == 0) return result;
        double[] effects = [.. Enumerable.Range(0, paths.ChannelCount).Select(channel => chain.Holds(channel) ? Math.Clamp(1 - chain.ConversionProbability(channel, MostRounds) / whole, 0, 1) : 0)];
        return new HigherOrderMarkovAttribution
        {
            Order = order,
            StateCount = chain.StateCount,
            ConversionProbability = whole,
            RemovalEffects = Array.AsReadOnly(effects),
            Credits = MarkovAttribution.Split(effects, paths),
        };
    }
}
