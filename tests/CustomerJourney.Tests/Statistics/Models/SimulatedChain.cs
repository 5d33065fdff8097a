using CustomerJourney.Statistics.Models;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Models;

/// <summary>Sequences drawn from known models, models drawn by FsCheck, and every path of small ones.</summary>
internal static class SimulatedChain
{
    /// <summary>Rows of small whole numbers over their sum: zeros, ones and ties happen.</summary>
    public static Gen<double[]> Row(int width) =>
        from weights in Gen.Choose(0, 3).ArrayOf(width)
        from sure in Gen.Choose(0, width - 1)
        select Normalize([.. weights.Select((weight, i) => weight + (i == sure ? 1.0 : 0))]);

    public static Gen<double[][]> Rows(int height, int width) => Row(width).ArrayOf(height);

    /// <summary>A model of 1 to 4 states and 1 to 3 symbols with up to 6 observations.</summary>
    public static Arbitrary<(HiddenMarkovModel Model, ushort[] Observations)> SmallCase { get; } =
        (from states in Gen.Choose(1, 4)
         from symbols in Gen.Choose(1, 3)
         from length in Gen.Choose(1, 6)
         from start in Row(states)
         from transition in Rows(states, states)
         from emission in Rows(states, symbols)
         from observations in Gen.Choose(0, symbols - 1).ArrayOf(length)
         select (HiddenMarkovModel.Create(start, transition, emission), observations.Select(symbol => (ushort)symbol).ToArray())).ToArbitrary();

    /// <summary>Every path of a length, the last state counting most: the order in which ties are to be decided.</summary>
    public static IEnumerable<byte[]> Paths(int states, int length)
    {
        for (int code = 0; code < (int)Math.Pow(states, length); code++)
        {
            byte[] path = new byte[length];
            for (int t = 0, rest = code; t < length; t++, rest /= states) path[t] = (byte)(rest % states);
            yield return path;
        }
    }

    /// <summary>The probability of a path with its observations, multiplied out.</summary>
    public static double Probability(HiddenMarkovModel model, byte[] path, ushort[] observations)
    {
        double probability = model.Start[path[0]];
        for (int t = 0; t < path.Length; t++)
        {
            if (t > 0) probability *= model.Transition[path[t - 1]][path[t]];
            probability *= model.Emission[path[t]][observations[t]];
        }

        return probability;
    }

    /// <summary>The logarithm of the same, added up in the order of time.</summary>
    public static double LogProbability(HiddenMarkovModel model, byte[] path, ushort[] observations)
    {
        double score = Math.Log(model.Start[path[0]]);
        for (int t = 0; t < path.Length; t++)
        {
            if (t > 0) score += Math.Log(model.Transition[path[t - 1]][path[t]]);
            score += Math.Log(model.Emission[path[t]][observations[t]]);
        }

        return score;
    }

    public static (ushort[] Observations, byte[] States) Draw(HiddenMarkovModel model, int length, Random random)
    {
        ushort[] observations = new ushort[length];
        byte[] states = new byte[length];
        for (int t = 0; t < length; t++)
        {
            states[t] = (byte)Draw(t == 0 ? model.Start : model.Transition[states[t - 1]], random);
            observations[t] = (ushort)Draw(model.Emission[states[t]], random);
        }

        return (observations, states);
    }

    public static int Draw(IReadOnlyList<double> probabilities, Random random)
    {
        double rest = random.NextDouble();
        for (int i = 0; i < probabilities.Count - 1; i++)
        {
            rest -= probabilities[i];
            if (rest < 0) return i;
        }

        return probabilities.Count - 1;
    }

    private static double[] Normalize(double[] weights) => [.. weights.Select(weight => weight / weights.Sum())];
}
