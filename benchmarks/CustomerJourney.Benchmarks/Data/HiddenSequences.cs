using CustomerJourney.Statistics.Models;

namespace CustomerJourney.Benchmarks.Data;

/// <summary>Sequences drawn from a hidden Markov model, with what decodes them: the library, and plain loops over the same logarithms.</summary>
internal sealed class HiddenSequences
{
    private const int States = 8, Symbols = 30, MeanLength = 22;

    private readonly HiddenMarkovModel _model;
    private readonly HiddenMarkovModelWorkspace _workspace = new();
    private readonly ushort[] _observations;
    private readonly int[] _ends;
    private readonly byte[] _path;
    private readonly double[] _posterior;
    private readonly double[][] _transition, _emission;
    private readonly double[] _start;

    private HiddenSequences(HiddenMarkovModel model, ushort[] observations, int[] ends)
    {
        (_model, _observations, _ends) = (model, observations, ends);
        (_path, _posterior) = (new byte[observations.Length], new double[observations.Length * States]);
        _start = [.. model.Start.Select(p => Math.Log(p))];
        _transition = [.. model.Transition.Select(row => row.Select(p => Math.Log(p)).ToArray())];
        _emission = [.. model.Emission.Select(row => row.Select(p => Math.Log(p)).ToArray())];
    }

    public int Count => _observations.Length;

    public static HiddenSequences Generate(int observations)
    {
        HiddenMarkovModel model = HiddenMarkovModel.Random(HiddenMarkovModelPrior.Uniform(States, Symbols), 1);
        SplitMix64 random = new(2);
        ushort[] symbols = new ushort[observations];
        List<int> ends = [];
        for (int i = 0; i < observations;)
        {
            int end = Math.Min(observations, i + 1 + random.NextInt(2 * MeanLength - 1));
            for (int state = Draw(model.Start, ref random); i < end; i++, state = Draw(model.Transition[state], ref random)) symbols[i] = (ushort)Draw(model.Emission[state], ref random);
            ends.Add(end);
        }

        return new HiddenSequences(model, symbols, [.. ends]);
    }

    public double Viterbi()
    {
        double sum = 0;
        int begin = 0;
        foreach (int end in _ends)
        {
            sum += _model.Viterbi(_observations.AsSpan(begin..end), _path.AsSpan(begin..end), _workspace);
            begin = end;
        }

        return sum;
    }

    public double Posterior()
    {
        double sum = 0;
        int begin = 0;
        foreach (int end in _ends)
        {
            sum += _model.Posterior(_observations.AsSpan(begin..end), _posterior.AsSpan((begin * States)..(end * States)), _workspace);
            begin = end;
        }

        return sum;
    }

    public double PlainViterbi()
    {
        double sum = 0;
        int begin = 0;
        foreach (int end in _ends)
        {
            sum += Plain(_observations.AsSpan(begin..end), _path.AsSpan(begin..end));
            begin = end;
        }

        return sum;
    }

    private double Plain(ReadOnlySpan<ushort> observations, Span<byte> path)
    {
        double[] score = new double[States], next = new double[States];
        byte[] best = new byte[observations.Length * States];
        for (int t = 0; t < observations.Length; t++)
        {
            for (int to = 0; to < States; to++)
            {
                double most = t == 0 ? _start[to] : double.NegativeInfinity;
                for (int from = 0; t > 0 && from < States; from++)
                {
                    double candidate = score[from] + _transition[from][to];
                    if (candidate > most) (most, best[t * States + to]) = (candidate, (byte)from);
                }

                next[to] = most + _emission[to][observations[t]];
            }

            (score, next) = (next, score);
        }

        double last = score.Max();
        int state = Array.IndexOf(score, last);
        for (int t = observations.Length - 1; t >= 0; t--)
        {
            path[t] = (byte)state;
            state = best[t * States + state];
        }

        return last;
    }

    private static int Draw(IReadOnlyList<double> probabilities, ref SplitMix64 random)
    {
        double rest = random.NextDouble();
        int last = probabilities.Count - 1;
        for (int i = 0; i < last; i++)
        {
            rest -= probabilities[i];
            if (rest < 0) return i;
        }

        return last;
    }
}
