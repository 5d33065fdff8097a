using CustomerJourney.Statistics.Models;

namespace CustomerJourney.Statistics.Attribution;

/// <summary>
/// Paths as a Markov chain from a start by way of channels to conversion or none, and what would be lost without each channel: those who would go to it are taken not to convert.
/// </summary>
/// <remarks>
/// E. Anderl, I. Becker, F. von Wangenheim &amp; J. H. Schumann, "Mapping the customer journey", International Journal of Research in Marketing 33 (2016), order 1. The removal effect
/// of channel c is 1 − P(conversion without c) / P(conversion) = P(c is ever reached)·P(conversion from c) / P(conversion), which the fundamental matrix of the chain gives exactly:
/// nothing is simulated. Steps from a channel to itself do not change it.
/// </remarks>
public sealed class MarkovAttribution
{
    private MarkovAttribution(MarkovChainCounts counts, int channels) => (Transitions, ChannelCount) = (counts, channels);

    /// <summary>How many channels there are.</summary>
    public int ChannelCount { get; }

    /// <summary>The number of the state before the first touch: after the channels, whose states have their own numbers.</summary>
    public int StartState => ChannelCount;

    /// <summary>The number of the state of a conversion.</summary>
    public int ConversionState => ChannelCount + 1;

    /// <summary>The number of the state of a path that ended without conversion.</summary>
    public int NullState => ChannelCount + 2;

    /// <summary>How many customers went from each state to each other; probabilities follow from it.</summary>
    public MarkovChainCounts Transitions { get; }

    /// <summary>The probability 0…1 of a conversion from the start; <see langword="null"/> without customers.</summary>
    public double? ConversionProbability { get; private init; }

    /// <summary>The share of conversions lost without each channel, 0…1 by its number, 0 for one that is never touched; <see langword="null"/> without conversions.</summary>
    public IReadOnlyList<double>? RemovalEffects { get; private init; }

    /// <summary>Conversions and value split among channels in proportion to <see cref="RemovalEffects"/>; <see langword="null"/> without conversions.</summary>
    public ChannelCredits? Credits { get; private init; }

    /// <summary>Counts the chain and solves it.</summary>
    /// <param name="paths">The paths; each counts for its customers, converted or not.</param>
    public static MarkovAttribution Of(TouchPaths paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        MarkovChainCounts counts = Count(paths);
        MarkovAttribution chain = new(counts, paths.ChannelCount);
        if (counts.Total == 0) return chain;

        // Paths end, so whoever is in a state that was reached comes to an end: all figures exist.
        MarkovChainAbsorption absorption = counts.ToChain().Absorption();
        int conversion = Place(absorption.Absorbing, chain.ConversionState), start = Place(absorption.Transient, chain.StartState);
        double probability = absorption.Probabilities![start][conversion];
        if (paths.Conversions == 0) return new MarkovAttribution(counts, paths.ChannelCount) { ConversionProbability = probability };

        double[] effects = new double[paths.ChannelCount];
        for (int row = 0; row < absorption.Transient.Count; row++)
        {
            if (row == start) continue;
            double reached = absorption.Fundamental![start][row] / absorption.Fundamental[row][row];
            effects[absorption.Transient[row]] = Math.Clamp(reached * absorption.Probabilities[row][conversion] / probability, 0, 1);
        }

        return new MarkovAttribution(counts, paths.ChannelCount)
        {
            ConversionProbability = probability,
            RemovalEffects = Array.AsReadOnly(effects),
            Credits = Split(effects, paths),
        };
    }

    /// <summary>Conversions and value in proportion to removal effects.</summary>
    internal static ChannelCredits Split(double[] effects, TouchPaths paths)
    {
        double sum = effects.Sum();
        return new ChannelCredits
        {
            Conversions = Array.AsReadOnly([.. effects.Select(effect => effect / sum * paths.Conversions)]),
            Value = Array.AsReadOnly([.. effects.Select(effect => effect / sum * paths.Value)]),
        };
    }

    private static MarkovChainCounts Count(TouchPaths paths)
    {
        int start = paths.ChannelCount;
        MarkovChainCounts counts = new(start + 3);
        foreach (TouchPath path in paths.Paths)
        {
            long customers = path.Conversions + path.NonConversions;
            int state = start;
            foreach (int touch in path.Touches)
            {
                counts.AddTransitions(state, touch, customers);
                state = touch;
            }

            counts.AddTransitions(state, start + 1, path.Conversions);
            counts.AddTransitions(state, start + 2, path.NonConversions);
        }

        return counts;
    }

    private static int Place(IReadOnlyList<int> states, int state)
    {
        int place = 0;
        while (states[place] != state) place++;
        return place;
    }
}
