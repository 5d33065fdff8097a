using System.Globalization;

namespace CustomerJourney.Statistics.Attribution;

/// <summary>The chain of tuples of the last touches: state 0 is the start, the others are numbered as they occur.</summary>
internal sealed class TouchTuples
{
    private readonly List<int[]> _tuples = [[]];
    private readonly List<Dictionary<int, long>> _next = [[]];
    private readonly List<long> _conversions = [0];
    private readonly List<long> _left = [0];
    private readonly HashSet<int> _channels = [];

    public int StateCount => _tuples.Count - 1;

    public static TouchTuples Of(TouchPaths paths, int order)
    {
        TouchTuples chain = new();

        // By the state a touch comes after and its channel; which tuple that makes follows from them.
        Dictionary<(int State, int Touch), int> after = [];
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        foreach (TouchPath path in paths.Paths)
        {
            long customers = path.Conversions + path.NonConversions;
            if (customers == 0) continue;
            int state = 0;
            foreach (int touch in path.Touches)
            {
                if (!after.TryGetValue((state, touch), out int next)) after[(state, touch)] = next = chain.Number([.. chain._tuples[state].TakeLast(order - 1), touch], numbers);
                chain._next[state][next] = chain._next[state].GetValueOrDefault(next) + customers;
                chain._left[state] += customers;
                state = next;
            }

            chain._conversions[state] += path.Conversions;
            chain._left[state] += customers;
        }

        return chain;
    }

    public bool Holds(int channel) => _channels.Contains(channel);

    /// <summary>The chance of a conversion from the start when no state that holds the removed channel leads to one.</summary>
    public double ConversionProbability(int? removed, int mostRounds)
    {
        int states = _tuples.Count;
        double[] chance = new double[states];
        bool[] open = [.. _tuples.Select(tuple => removed is not { } channel || !tuple.Contains(channel))];

        // In ascending order of targets, so that sums do not depend on how a dictionary lists them.
        (int Target, double Share)[][] ways = [.. _next.Select((targets, state) => targets.Where(way => open[way.Key]).OrderBy(way => way.Key).Select(way => (way.Key, (double)way.Value / _left[state])).ToArray())];
        for (int round = 0; round < mostRounds; round++)
        {
            bool moved = false;

            // From the last state back: later states mostly lie nearer to the end of a path.
            for (int state = states - 1; state >= 0; state--)
            {
                if (!open[state]) continue;
                double value = (double)_conversions[state] / _left[state], stay = 0;
                foreach ((int target, double share) in ways[state])
                {
                    if (target == state) stay = share;
                    else value += share * chance[target];
                }

                value = Math.Min(1, value / (1 - stay));
                if (value > chance[state] * (1 + 1e-16)) (chance[state], moved) = (value, true);
            }

            if (!moved) break;
        }

        return chance[0];
    }

    private int Number(int[] tuple, Dictionary<string, int> numbers)
    {
        string key = string.Join(',', tuple.Select(touch => touch.ToString(CultureInfo.InvariantCulture)));
        if (numbers.TryGetValue(key, out int number)) return number;
        numbers[key] = number = _tuples.Count;
        _tuples.Add(tuple);
        _next.Add([]);
        _conversions.Add(0);
        _left.Add(0);
        _channels.UnionWith(tuple);
        return number;
    }
}
