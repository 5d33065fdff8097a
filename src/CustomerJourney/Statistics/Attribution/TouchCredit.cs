using System.Collections.ObjectModel;

namespace CustomerJourney.Statistics.Attribution;

/// <summary>Rules that split the conversions of each path among its touches. Whatever the rule, credits sum to the conversions and to their value.</summary>
public static class TouchCredit
{
    /// <summary>All credit to the first touch.</summary>
    /// <param name="paths">The paths.</param>
    public static ChannelCredits First(TouchPaths paths) => Split(paths, static (_, shares) => shares[0] = 1);

    /// <summary>All credit to the last touch.</summary>
    /// <inheritdoc cref="First"/>
    public static ChannelCredits Last(TouchPaths paths) => Split(paths, static (_, shares) => shares[^1] = 1);

    /// <summary>All credit to the last touch that is not of a given channel (usually direct visits), or to the last touch where the path has no other.</summary>
    /// <param name="paths">The paths.</param>
    /// <param name="direct">The channel that is passed over.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such channel.</exception>
    public static ChannelCredits LastExcept(TouchPaths paths, int direct)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentOutOfRangeException.ThrowIfNegative(direct);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(direct, paths.ChannelCount);
        return Split(paths, (path, shares) =>
        {
            int last = shares.Length - 1;
            while (last >= 0 && path.Touches[last] == direct) last--;
            shares[last < 0 ? ^1 : last] = 1;
        });
    }

    /// <summary>The same credit to each touch; a channel that is touched twice has it twice.</summary>
    /// <inheritdoc cref="First"/>
    public static ChannelCredits Linear(TouchPaths paths) => Split(paths, static (_, shares) => shares.Fill(1));

    /// <summary>Credit that halves with every half-life that a touch lies before the conversion: proportional to 2^(−age/half-life).</summary>
    /// <param name="paths">The paths; every one with conversions has <see cref="TouchPath.Ages"/>.</param>
    /// <param name="halfLife">The half-life in the unit of the ages, finite and above 0; 7 days are usual.</param>
    /// <exception cref="ArgumentException">A path with conversions has no ages.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="halfLife"/> is outside its range.</exception>
    public static ChannelCredits TimeDecay(TouchPaths paths, double halfLife)
    {
        ArgumentNullException.ThrowIfNull(paths);
        Domain.CheckFinite(halfLife);
        Domain.CheckPositive(halfLife);
        return Split(paths, (path, shares) =>
        {
            if (path.Ages is not { } ages) throw new ArgumentException("A path with conversions has no ages: time decay needs to know how long before the conversion each touch was.", nameof(paths));

            // Relative to the latest touch, so that the credit of old paths does not vanish.
            double latest = ages.Min();
            for (int i = 0; i < shares.Length; i++) shares[i] = double.Exp2(-(ages[i] - latest) / halfLife);
        });
    }

    /// <summary>A share to the first touch, a share to the last, and the rest evenly to those between. A single touch has all; of two touches each has its share of the two.</summary>
    /// <param name="paths">The paths.</param>
    /// <param name="first">The share of the first touch, 0…1; 0.4 by default.</param>
    /// <param name="last">The share of the last touch, 0…1, together with the first above 0 and at most 1; 0.4 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is outside its range.</exception>
    public static ChannelCredits PositionBased(TouchPaths paths, double first = 0.4, double last = 0.4)
    {
        Domain.CheckProbability(first);
        Domain.CheckProbability(last);
        if (!(first + last is > 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(last), last, FormattableString.Invariant($"Together with the share {first:R} of the first touch it must be above 0 and at most 1."));
        return Split(paths, (_, shares) =>
        {
            if (shares.Length > 2) shares[1..^1].Fill((1 - first - last) / (shares.Length - 2));
            shares[0] = first;
            shares[^1] = shares.Length == 1 ? 1 : last;
        });
    }

    /// <summary>
    /// Shapley values of the game in which a set of channels reaches the conversions of all paths that touch no other channel: each path's conversions,
    /// divided evenly among its different channels.
    /// </summary>
    /// <inheritdoc cref="First"/>
    /// <remarks>K. Zhao, S. H. Mahboobi &amp; S. R. Bagheri, "Shapley value methods for attribution modeling in online advertising" (2018), give this closed form.</remarks>
    public static ChannelCredits Shapley(TouchPaths paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        int[] seen = new int[paths.ChannelCount];
        int number = 0;
        return Split(paths, (path, shares) =>
        {
            number++;
            for (int i = 0; i < shares.Length; i++)
            {
                shares[i] = seen[path.Touches[i]] == number ? 0 : 1;
                seen[path.Touches[i]] = number;
            }
        });
    }

    /// <summary>Fills the share of each touch of a path; all are 0 before, and they need not sum to 1.</summary>
    private delegate void Rule(TouchPath path, Span<double> shares);

    private static ChannelCredits Split(TouchPaths paths, Rule rule)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ExactSum[] conversions = Sums(paths.ChannelCount), value = Sums(paths.ChannelCount);
        double[] buffer = [];
        foreach (TouchPath path in paths.Paths)
        {
            if (path.Conversions == 0) continue;
            int length = path.Touches.Count;
            if (buffer.Length < length) buffer = new double[length * 2];
            Span<double> shares = buffer.AsSpan(0, length);
            shares.Clear();
            rule(path, shares);
            double total = 0;
            foreach (double share in shares) total += share;
            for (int i = 0; i < length; i++)
            {
                if (shares[i] == 0) continue;
                conversions[path.Touches[i]].AddProduct(path.Conversions, shares[i] / total);
                value[path.Touches[i]].AddProduct(path.Value, shares[i] / total);
            }
        }

        return new ChannelCredits { Conversions = Rounded(conversions), Value = Rounded(value) };
    }

    private static ExactSum[] Sums(int count) => [.. Enumerable.Range(0, count).Select(_ => new ExactSum())];

    private static ReadOnlyCollection<double> Rounded(ExactSum[] sums) => Array.AsReadOnly([.. sums.Select(sum => sum.ToDouble())]);
}
