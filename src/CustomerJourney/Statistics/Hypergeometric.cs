namespace CustomerJourney.Statistics;

/// <summary>How many hits a group has when the hits of the whole are spread over its cases by chance: the tables of Fisher's exact test.</summary>
/// <remarks>
/// Probabilities are kept relative to the most likely table and made from it by the ratio of neighbors, so nothing overflows and no factorial is
/// needed; a table is left out only where its weight is too small for the smallest double. Relative error of a p-value about 1e-10 at a million cases.
/// </remarks>
internal sealed class Hypergeometric(long observed, long groupTotal, long hits, long total)
{
    private const double Tie = 1 + 1e-7;

    private readonly long _first = Math.Max(0, groupTotal - (total - hits));
    private readonly long _last = Math.Min(groupTotal, hits);

    private long Mode => Math.Clamp((long)Math.Floor((groupTotal + 1.0) * (hits + 1.0) / (total + 2.0)), _first, _last);

    public double PValue(Alternative alternative)
    {
        double own = Weight();
        double all = 0, extreme = 0;
        Visit((value, weight) =>
        {
            all += weight;
            bool counts = alternative switch
            {
                Alternative.Less => value <= observed,
                Alternative.Greater => value >= observed,
                _ => weight <= own * Tie,
            };
            if (counts) extreme += weight;
        });
        return Math.Min(1, extreme / all);
    }

    private double Weight()
    {
        double own = 0;
        Visit((value, weight) =>
        {
            if (value == observed) own = weight;
        });
        return own;
    }

    // Both sides of the mode, so that the weights fall all the way.
    private void Visit(Action<long, double> visit)
    {
        long mode = Mode;
        double weight = 1;
        for (long value = mode; value <= _last && weight > 0; value++)
        {
            visit(value, weight);
            weight *= (hits - value) / (value + 1.0) * ((groupTotal - value) / (total - hits - groupTotal + value + 1.0));
        }

        weight = 1;
        for (long value = mode; value > _first && weight > 0;)
        {
            weight *= value / (hits - value + 1.0) * ((total - hits - groupTotal + value) / (groupTotal - value + 1.0));
            value--;
            visit(value, weight);
        }
    }
}
