using System.Numerics;

namespace CustomerJourney.Statistics.Attribution;

/// <summary>Shapley values of a cooperative game: what a player adds to a coalition, averaged over all orders in which the players can join.</summary>
/// <remarks>
/// L. S. Shapley, "A value for n-person games" (1953). The values sum to what all players reach together less what none does; players that add the same to every coalition get
/// the same; one that adds nothing gets 0; values of a sum of games are the sums of values.
/// </remarks>
public static class ShapleyValue
{
    private const int MostPlayers = 24;

    /// <summary>Computes the value of each player.</summary>
    /// <param name="coalitionValues">What each coalition reaches, finite: bit i of the index says whether player i is in it, so there are 2 to the number of players.</param>
    /// <returns>The value of each player; empty for the game without players.</returns>
    /// <exception cref="ArgumentException">The number of values is not a power of two, or is more than that of 24 players.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite.</exception>
    public static IReadOnlyList<double> Of(IReadOnlyList<double> coalitionValues)
    {
        ArgumentNullException.ThrowIfNull(coalitionValues);
        int coalitions = coalitionValues.Count;
        if (!BitOperations.IsPow2(coalitions) || coalitions > 1 << MostPlayers)
            throw new ArgumentException($"There are {coalitions} coalitions; a game of n players has 2 to the power of n, with at most {MostPlayers} players.", nameof(coalitionValues));
        double[] values = [.. coalitionValues];
        foreach (double value in values) Domain.CheckFinite(value, nameof(coalitionValues));

        int players = BitOperations.Log2((uint)coalitions);
        double[] weights = Weights(players), result = new double[players];
        for (int player = 0; player < players; player++)
        {
            int bit = 1 << player;
            ExactSum sum = new();
            for (int coalition = 0; coalition < coalitions; coalition++)
            {
                if ((coalition & bit) != 0) continue;
                double weight = weights[BitOperations.PopCount((uint)coalition)];
                sum.AddProduct(weight, values[coalition | bit]);
                sum.AddProduct(-weight, values[coalition]);
            }

            result[player] = sum.ToDouble();
        }

        return Array.AsReadOnly(result);
    }

    /// <summary>Estimates the value of each player from orders drawn at random, for games of more players than all coalitions can be looked at: the same seed gives the same values.</summary>
    /// <param name="players">How many players there are, positive.</param>
    /// <param name="coalitionValue">What a coalition reaches, finite: the list says of each player whether he is in it. It is used again for the next coalition: nothing may keep it.</param>
    /// <param name="orders">How many orders to draw, positive. The function is called once for each player of each order, and once for nobody.</param>
    /// <param name="seed">Any number; another seed gives other orders.</param>
    /// <exception cref="ArgumentNullException"><paramref name="coalitionValue"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="players"/> or <paramref name="orders"/> is not positive.</exception>
    /// <exception cref="InvalidOperationException">A coalition reaches what is not finite.</exception>
    /// <remarks>J. Castro, D. Gómez &amp; J. Tejada, "Polynomial calculation of the Shapley value based on sampling", Computers &amp; Operations Research 36 (2009).</remarks>
    public static SampledShapleyValues Sample(int players, Func<IReadOnlyList<bool>, double> coalitionValue, int orders, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(players);
        ArgumentNullException.ThrowIfNull(coalitionValue);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(orders);
        SeededRandom random = new(seed);
        int[] order = [.. Enumerable.Range(0, players)];
        bool[] joined = new bool[players];
        IReadOnlyList<bool> coalition = Array.AsReadOnly(joined);
        ExactSum[] sums = [.. order.Select(_ => new ExactSum())], squares = [.. order.Select(_ => new ExactSum())];
        double nobody = Reached();
        for (int drawn = 0; drawn < orders; drawn++)
        {
            for (int i = players - 1; i > 0; i--)
            {
                int other = (int)random.NextBelow(i + 1);
                (order[i], order[other]) = (order[other], order[i]);
            }

            Array.Clear(joined);
            double before = nobody;
            foreach (int player in order)
            {
                joined[player] = true;
                double reached = Reached();
                sums[player].Add(reached);
                sums[player].Add(-before);
                squares[player].AddProduct(reached - before, reached - before);
                before = reached;
            }
        }

        double[] values = Array.ConvertAll(sums, sum => sum.ToDouble() / orders);
        return new SampledShapleyValues
        {
            Values = Array.AsReadOnly(values),
            StandardErrors = orders == 1 ? null
                : Array.AsReadOnly([.. values.Select((value, i) => Math.Sqrt(Math.Max(0, squares[i].ToDouble() / orders - value * value) / (orders - 1)))]),
            Orders = orders,
        };

        double Reached() => coalitionValue(coalition) is var value && double.IsFinite(value) ? value
            : throw new InvalidOperationException(FormattableString.Invariant($"A coalition of {joined.Count(isIn => isIn)} players reaches {value:R}: give a finite number."));
    }

    /// <summary>How likely a player joins a given coalition of each size, 1/(n·C(n − 1, size)).</summary>
    private static double[] Weights(int players)
    {
        double[] weights = new double[players];
        double ways = players;
        for (int size = 0; size < players; size++)
        {
            weights[size] = 1 / ways;
            ways = ways * (players - 1 - size) / (size + 1);
        }

        return weights;
    }
}
