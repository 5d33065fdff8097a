using System.Numerics;
using System.Runtime.Intrinsics;

namespace CustomerJourney.Statistics.Models;

public sealed partial class HiddenMarkovModel
{
    /// <summary>Finds the most probable sequence of states behind observations.</summary>
    /// <param name="observations">The symbols in order.</param>
    /// <param name="path">Takes one state for each observation. Of paths that are equally probable, the one with the lowest state at the end, then at the observation before, and so on.</param>
    /// <param name="workspace">The memory to work in; with it nothing is allocated but to grow it.</param>
    /// <returns>
    /// The natural logarithm of the probability of path and observations together, at most 0; 0 where there are no observations; negative infinity where no path can
    /// give these observations, and then <paramref name="path"/> holds zeros that mean nothing.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> has not the length of <paramref name="observations"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An observation is no symbol of the model.</exception>
    /// <remarks>A. J. Viterbi (1967); in logarithms, where a probability of 0 is negative infinity. Takes time in proportion to length · states².</remarks>
    public double Viterbi(ReadOnlySpan<ushort> observations, Span<byte> path, HiddenMarkovModelWorkspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        if (path.Length != observations.Length)
            throw new ArgumentException($"There are {observations.Length} observations and {path.Length} places in the path: there must be as many.", nameof(path));
        CheckSymbols(observations);
        if (observations.IsEmpty) return 0;

        // What is kept of each observation is the best score of each state before its symbol counts; from that the way back is found by asking which predecessor gave it.
        Span<Vector256<double>> scores = Vectors(workspace.Forward(observations.Length * _lanes));
        if (_lanes == 2 * Width) ScoreEight(observations, scores);
        else Score(observations, scores, Vectors(workspace.Row(_lanes)));
        return TraceBack(observations, scores, path);
    }

    private void ScoreEight(ReadOnlySpan<ushort> observations, Span<Vector256<double>> scores)
    {
        ReadOnlySpan<Vector256<double>> from = Vectors(_logFrom), emission = Vectors(_logEmission), start = Vectors(_logStart);

        // With fewer than eight states the last rows are missing; any row does, since the score of a state of probability 0 stays negative infinity.
        Span<Vector256<double>> rows = stackalloc Vector256<double>[16];
        for (int i = 0; i < rows.Length; i++) rows[i] = i < from.Length ? from[i] : from[0];
        Vector256<double> left = start[0], right = start[1];
        for (int t = 0, at = 0; t < observations.Length; t++, at += 2)
        {
            if (t > 0)
            {
                int symbol = 2 * observations[t - 1];
                Vector256<double> low = left + emission[symbol], high = right + emission[symbol + 1];
                Vector256<double> a = Vector256.Shuffle(low, Vector256.Create(0L)), b = Vector256.Shuffle(low, Vector256.Create(1L));
                Vector256<double> c = Vector256.Shuffle(low, Vector256.Create(2L)), d = Vector256.Shuffle(low, Vector256.Create(3L));
                Vector256<double> e = Vector256.Shuffle(high, Vector256.Create(0L)), f = Vector256.Shuffle(high, Vector256.Create(1L));
                Vector256<double> g = Vector256.Shuffle(high, Vector256.Create(2L)), h = Vector256.Shuffle(high, Vector256.Create(3L));
                left = Larger(
                    Larger(Larger(a + rows[0], b + rows[2]), Larger(c + rows[4], d + rows[6])),
                    Larger(Larger(e + rows[8], f + rows[10]), Larger(g + rows[12], h + rows[14])));
                right = Larger(
                    Larger(Larger(a + rows[1], b + rows[3]), Larger(c + rows[5], d + rows[7])),
                    Larger(Larger(e + rows[9], f + rows[11]), Larger(g + rows[13], h + rows[15])));
            }

            scores[at] = left;
            scores[at + 1] = right;
        }
    }

    private void Score(ReadOnlySpan<ushort> observations, Span<Vector256<double>> scores, Span<Vector256<double>> row)
    {
        int blocks = _lanes / Width;
        ReadOnlySpan<Vector256<double>> from = Vectors(_logFrom), emission = Vectors(_logEmission);
        Vectors(_logStart).CopyTo(scores);
        for (int t = 1; t < observations.Length; t++)
        {
            ReadOnlySpan<Vector256<double>> before = scores.Slice((t - 1) * blocks, blocks), symbol = emission.Slice(observations[t - 1] * blocks, blocks);
            for (int block = 0; block < blocks; block++) row[block] = before[block] + symbol[block];
            Span<Vector256<double>> best = scores.Slice(t * blocks, blocks);
            best.Fill(Vector256.Create(double.NegativeInfinity));
            for (int source = 0; source < StateCount; source++)
            {
                Vector256<double> score = Vector256.Create(row[source / Width][source % Width]);
                ReadOnlySpan<Vector256<double>> targets = from.Slice(source * blocks, blocks);
                for (int block = 0; block < blocks; block++) best[block] = Larger(best[block], score + targets[block]);
            }
        }
    }

    private double TraceBack(ReadOnlySpan<ushort> observations, ReadOnlySpan<Vector256<double>> scores, Span<byte> path)
    {
        int blocks = _lanes / Width;
        ReadOnlySpan<Vector256<double>> to = Vectors(_logTo), emission = Vectors(_logEmission);
        ReadOnlySpan<Vector256<double>> now = scores[^blocks..], symbol = emission.Slice(observations[^1] * blocks, blocks);
        double best = double.NegativeInfinity;
        int state = 0;
        for (int i = 0; i < StateCount; i++)
        {
            double score = now[i / Width][i % Width] + symbol[i / Width][i % Width];
            if (score > best) (best, state) = (score, i);
        }

        if (best == double.NegativeInfinity)
        {
            path.Clear();
            return best;
        }

        path[^1] = (byte)state;
        for (int t = observations.Length - 1; t > 0; t--)
        {
            // The same additions as on the way there, so that the predecessor's score is met to the last bit; the first that meets it is the lowest.
            Vector256<double> wanted = Vector256.Create(scores[t * blocks + state / Width][state % Width]);
            ReadOnlySpan<Vector256<double>> before = scores.Slice((t - 1) * blocks, blocks), row = to.Slice(state * blocks, blocks);
            symbol = emission.Slice(observations[t - 1] * blocks, blocks);
            for (int block = 0; block < blocks; block++)
            {
                uint met = Vector256.Equals(before[block] + symbol[block] + row[block], wanted).ExtractMostSignificantBits();
                if (met == 0) continue;
                state = block * Width + BitOperations.TrailingZeroCount(met);
                break;
            }

            path[t - 1] = (byte)state;
        }

        return best;
    }

    // There is no NaN and no −0 among scores, so the processor's own maximum is the right one on every machine.
    private static Vector256<double> Larger(Vector256<double> left, Vector256<double> right) => Vector256.MaxNative(left, right);
}
