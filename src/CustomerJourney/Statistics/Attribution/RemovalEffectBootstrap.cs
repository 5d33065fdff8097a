namespace CustomerJourney.Statistics.Attribution;

/// <summary>How sure removal effects are: they are computed again and again from customers drawn with replacement. A channel on few paths has a wide interval.</summary>
/// <remarks>B. Efron &amp; R. J. Tibshirani, An Introduction to the Bootstrap (1993): percentile intervals, the customer as the unit.</remarks>
public static class RemovalEffectBootstrap
{
    /// <summary>Percentile intervals of the removal effects of all channels; the same paths and seed give the same intervals.</summary>
    /// <param name="paths">The paths; each counts for its customers, converted or not.</param>
    /// <param name="seed">Any number; another seed gives other samples.</param>
    /// <param name="level">The confidence level of each interval by itself, between 0 and 1.</param>
    /// <param name="resamples">How many times to draw as many customers as there are, positive.</param>
    /// <returns>For each channel by its number the removal effect of the paths themselves and its interval, over the customers who touched it; <see langword="null"/> without conversions.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="paths"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside its range, or <paramref name="resamples"/> is not positive.</exception>
    public static IReadOnlyList<Estimate>? Of(TouchPaths paths, ulong seed, double level = 0.95, int resamples = 1_000)
    {
        ArgumentNullException.ThrowIfNull(paths);
        Domain.CheckLevel(level);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resamples);
        if (MarkovAttribution.Of(paths).RemovalEffects is not { } effects) return null;
        List<double>[] replicates = [.. effects.Select(_ => new List<double>(resamples))];
        CustomerDraw draw = new(paths, new SeededRandom(seed));
        for (int run = 0; run < resamples; run++)
        {
            // A sample without a conversion says nothing of what would be lost.
            if (MarkovAttribution.Of(draw.Next()).RemovalEffects is not { } sampled) continue;
            for (int channel = 0; channel < sampled.Count; channel++) replicates[channel].Add(sampled[channel]);
        }

        return replicates[0].Count == 0 ? null : Array.AsReadOnly([.. effects.Select((effect, channel) => Interval(effect, OrderedSample.Of([.. replicates[channel]]), paths.CustomersByChannel[channel], level))]);
    }

    private static Estimate Interval(double effect, OrderedSample replicates, long customers, double level) => new()
    {
        Value = effect,
        Lower = replicates.Quantile((1 - level) / 2, QuantileType.Weibull)!.Value,
        Upper = replicates.Quantile((1 + level) / 2, QuantileType.Weibull)!.Value,
        N = customers,
        Level = level,
        Method = "percentile bootstrap",
    };

    /// <summary>Draws as many customers as there are. Which path and outcome one has is found in one step whatever their number: A. J. Walker's alias tables (1977) as made by M. D. Vose (1991), in whole numbers.</summary>
    private sealed class CustomerDraw
    {
        private readonly TouchPaths _paths;
        private readonly SeededRandom _random;
        private readonly long _customers;
        private readonly long[] _own;
        private readonly int[] _other;

        public CustomerDraw(TouchPaths paths, SeededRandom random)
        {
            (_paths, _random, _customers) = (paths, random, checked(paths.Conversions + paths.NonConversions));

            // Cell 2i is of those who converted on path i, cell 2i + 1 of the others; each has room for as many as there are customers.
            int cells = 2 * paths.Paths.Count;
            _own = new long[cells];
            _other = new int[cells];
            Int128[] share = [.. paths.Paths.SelectMany(path => new[] { (Int128)path.Conversions * cells, (Int128)path.NonConversions * cells })];
            Stack<int> small = [], large = [];
            for (int cell = 0; cell < cells; cell++) (share[cell] < _customers ? small : large).Push(cell);
            while (small.TryPop(out int little))
            {
                int much = large.Pop();
                (_own[little], _other[little]) = ((long)share[little], much);
                share[much] -= _customers - share[little];
                (share[much] < _customers ? small : large).Push(much);
            }

            foreach (int full in large) _own[full] = _customers;
        }

        public TouchPaths Next()
        {
            long[] counts = new long[_own.Length];
            for (long i = 0; i < _customers; i++)
            {
                long cell = _random.NextBelow(_own.Length);
                counts[_random.NextBelow(_customers) < _own[cell] ? cell : _other[cell]]++;
            }

            return _paths.WithCounts(counts);
        }
    }
}
