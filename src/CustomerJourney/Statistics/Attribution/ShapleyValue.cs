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
