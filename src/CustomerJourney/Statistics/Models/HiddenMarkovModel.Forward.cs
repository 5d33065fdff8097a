using System.Runtime.Intrinsics;

namespace CustomerJourney.Statistics.Models;

public sealed partial class HiddenMarkovModel
{
    // With factors of at least 1e-70 and scaled values of at least 1e-150, no product of two factors and a value is too small for a double.
    private const double LeastScaledProbability = 1e-70;
    private const double LeastScaledValue = 1e-150;

    /// <summary>The natural logarithm of the probability of observations, whatever the states behind them.</summary>
    /// <param name="observations">The symbols in order.</param>
    /// <param name="workspace">The memory to work in; with it nothing is allocated but to grow it.</param>
    /// <returns>At most 0, up to rounding; 0 where there are no observations; negative infinity where they are impossible.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An observation is no symbol of the model.</exception>
    /// <remarks>
    /// Rabiner (1989), the forward procedure with scaling. Where a scaled value becomes so small that it could be lost, the sequence is computed anew in logarithms;
    /// neither length nor unlikeliness makes the answer wrong.
    /// </remarks>
    public double LogLikelihood(ReadOnlySpan<ushort> observations, HiddenMarkovModelWorkspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        CheckSymbols(observations);
        return Forward(observations, workspace) ?? ForwardInLogs(observations, workspace);
    }

    /// <summary>Finds how probable each state is at each observation, all observations known.</summary>
    /// <param name="observations">The symbols in order.</param>
    /// <param name="posterior">
    /// Takes <see cref="StateCount"/> probabilities for each observation, in order: the state s at observation t lies at t · StateCount + s. Those of an observation sum to 1.
    /// </param>
    /// <param name="workspace">The memory to work in; with it nothing is allocated but to grow it.</param>
    /// <returns>The log-likelihood, as of <see cref="LogLikelihood"/>; where it is negative infinity there are no such probabilities and <paramref name="posterior"/> holds zeros.</returns>
    /// <exception cref="ArgumentException"><paramref name="posterior"/> has another length than observations times states.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An observation is no symbol of the model.</exception>
    /// <remarks>Rabiner (1989), the forward-backward procedure.</remarks>
    public double Posterior(ReadOnlySpan<ushort> observations, Span<double> posterior, HiddenMarkovModelWorkspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        if (posterior.Length != (long)observations.Length * StateCount)
            throw new ArgumentException($"There are {posterior.Length} places for the probabilities of {StateCount} states at {observations.Length} observations: there must be {(long)observations.Length * StateCount}.", nameof(posterior));
        CheckSymbols(observations);
        (double logLikelihood, bool inLogs) = ForwardBackward(observations, workspace);
        posterior.Clear();
        if (logLikelihood == double.NegativeInfinity) return logLikelihood;

        ReadOnlySpan<double> forward = workspace.Forward(observations.Length * _lanes), backward = workspace.Backward(observations.Length * _lanes);
        for (int t = 0; t < observations.Length; t++)
            StateProbabilities(forward.Slice(t * _lanes, _lanes), backward.Slice(t * _lanes, _lanes), inLogs, posterior.Slice(t * StateCount, StateCount));
        return logLikelihood;
    }

    /// <summary>Fills the forward and backward values of the workspace: scaled, or in logarithms where that is needed.</summary>
    internal (double LogLikelihood, bool InLogs) ForwardBackward(ReadOnlySpan<ushort> observations, HiddenMarkovModelWorkspace workspace)
    {
        if (Forward(observations, workspace) is { } scaled && (scaled == double.NegativeInfinity || TryBackward(observations, workspace))) return (scaled, false);
        double logLikelihood = ForwardInLogs(observations, workspace);
        if (logLikelihood > double.NegativeInfinity) BackwardInLogs(observations, workspace);
        return (logLikelihood, true);
    }

    /// <summary>The probabilities of the states at one observation from its forward and backward values, which are not all impossible.</summary>
    internal static void StateProbabilities(ReadOnlySpan<double> forward, ReadOnlySpan<double> backward, bool inLogs, Span<double> result)
    {
        double largest = double.NegativeInfinity;
        if (inLogs)
            for (int i = 0; i < result.Length; i++) largest = Math.Max(largest, forward[i] + backward[i]);
        double sum = 0;
        for (int i = 0; i < result.Length; i++) sum += result[i] = inLogs ? Math.Exp(forward[i] + backward[i] - largest) : forward[i] * backward[i];
        for (int i = 0; i < result.Length; i++) result[i] /= sum;
    }

    // The scaled forward values; null where one of them comes so close to the smallest doubles that something may get lost.
    private double? Forward(ReadOnlySpan<ushort> observations, HiddenMarkovModelWorkspace workspace)
    {
        if (observations.IsEmpty) return 0;
        if (!_canScale) return null;
        int blocks = _lanes / Width;
        Span<double> values = workspace.Forward(observations.Length * _lanes), scales = workspace.Scales(observations.Length);
        Span<Vector256<double>> all = Vectors(values);
        ReadOnlySpan<Vector256<double>> from = Vectors(_from), emission = Vectors(_emission), start = Vectors(_start);
        double logarithms = 0, product = 1;
        for (int t = 0; t < observations.Length; t++)
        {
            Span<Vector256<double>> now = all.Slice(t * blocks, blocks);
            if (t == 0) start.CopyTo(now);
            else Multiply(values.Slice((t - 1) * _lanes, _lanes), from, now);

            ReadOnlySpan<Vector256<double>> symbol = emission.Slice(observations[t] * blocks, blocks);
            Vector256<double> sums = Vector256<double>.Zero;
            for (int block = 0; block < blocks; block++) sums += now[block] *= symbol[block];
            double scale = sums[0] + sums[1] + (sums[2] + sums[3]);
            if (scale == 0) return double.NegativeInfinity;
            scales[t] = scale;
            bool lost = false;
            for (int block = 0; block < blocks; block++)
            {
                now[block] /= Vector256.Create(scale);
                lost |= IsTooSmall(now[block]);
            }

            if (lost) return null;
            if (product * scale < 1e-100)
            {
                logarithms += Math.Log(product);
                product = 1;
            }

            product *= scale;
        }

        return logarithms + Math.Log(product);
    }

    // The backward values in the scale of the forward ones, for the states that the past allows; false where something may get lost.
    private bool TryBackward(ReadOnlySpan<ushort> observations, HiddenMarkovModelWorkspace workspace)
    {
        int blocks = _lanes / Width, length = observations.Length * _lanes;
        if (length == 0) return true;
        Span<Vector256<double>> forward = Vectors(workspace.Forward(length)), backward = Vectors(workspace.Backward(length));
        ReadOnlySpan<double> scales = workspace.Scales(observations.Length);
        Span<double> weights = workspace.Row(_lanes);
        ReadOnlySpan<Vector256<double>> to = Vectors(_to), emission = Vectors(_emission);
        for (int t = observations.Length - 1; t >= 0; t--)
        {
            Span<Vector256<double>> now = backward.Slice(t * blocks, blocks), past = forward.Slice(t * blocks, blocks);
            if (t == observations.Length - 1) now.Fill(Vector256.Create(1.0));
            else
            {
                Weigh(emission.Slice(observations[t + 1] * blocks, blocks), backward.Slice((t + 1) * blocks, blocks), scales[t + 1], Vectors(weights));
                Multiply(weights, to, now);
            }

            bool lost = false;
            for (int block = 0; block < blocks; block++)
            {
                now[block] = Vector256.ConditionalSelect(Vector256.GreaterThan(past[block], Vector256<double>.Zero), now[block], Vector256<double>.Zero);
                lost |= IsTooSmall(now[block]);
            }

            if (lost) return false;
        }

        return true;
    }

    // What the next observation says of each state: its symbol's probability times its backward value, in the scale of the step.
    private static void Weigh(ReadOnlySpan<Vector256<double>> symbol, ReadOnlySpan<Vector256<double>> next, double scale, Span<Vector256<double>> weights)
    {
        for (int block = 0; block < weights.Length; block++) weights[block] = symbol[block] * next[block] / Vector256.Create(scale);
    }

    // A row vector times a matrix, added row by row, so that each lane's sum has the same order whatever the processor.
    private void Multiply(ReadOnlySpan<double> row, ReadOnlySpan<Vector256<double>> matrix, Span<Vector256<double>> result)
    {
        result.Clear();
        for (int i = 0; i < StateCount; i++)
        {
            Vector256<double> factor = Vector256.Create(row[i]);
            ReadOnlySpan<Vector256<double>> other = matrix.Slice(i * result.Length, result.Length);
            for (int block = 0; block < result.Length; block++) result[block] += factor * other[block];
        }
    }

    private static bool IsTooSmall(Vector256<double> values) =>
        Vector256.LessThanAny(values, Vector256.Create(LeastScaledValue))
        && (Vector256.LessThan(values, Vector256.Create(LeastScaledValue)) & Vector256.GreaterThan(values, Vector256<double>.Zero)).ExtractMostSignificantBits() != 0;
}
