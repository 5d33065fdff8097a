namespace CustomerJourney.Statistics.Models;

public sealed partial class HiddenMarkovModel
{
    private double ForwardInLogs(ReadOnlySpan<ushort> observations, HiddenMarkovModelWorkspace workspace)
    {
        if (observations.IsEmpty) return 0;
        Span<double> values = workspace.Forward(observations.Length * _lanes), terms = workspace.Row(_lanes);
        values.Fill(double.NegativeInfinity);
        for (int t = 0; t < observations.Length; t++)
        {
            for (int state = 0; state < StateCount; state++)
            {
                double before = t == 0 ? _logStart[state] : LogSum(values.Slice((t - 1) * _lanes, _lanes), _logTo.AsSpan(state * _lanes, _lanes), terms);
                values[t * _lanes + state] = before + _logEmission[observations[t] * _lanes + state];
            }
        }

        values[^_lanes..].CopyTo(terms);
        return LogSum(terms);
    }

    private void BackwardInLogs(ReadOnlySpan<ushort> observations, HiddenMarkovModelWorkspace workspace)
    {
        int length = observations.Length * _lanes;
        Span<double> values = workspace.Backward(length), both = workspace.Row(2 * _lanes), next = both[.._lanes], terms = both[_lanes..];
        values.Fill(double.NegativeInfinity);
        values[^_lanes..].Clear();
        for (int t = observations.Length - 2; t >= 0; t--)
        {
            for (int i = 0; i < _lanes; i++) next[i] = values[(t + 1) * _lanes + i] + _logEmission[observations[t + 1] * _lanes + i];
            for (int state = 0; state < StateCount; state++) values[t * _lanes + state] = LogSum(next, _logFrom.AsSpan(state * _lanes, _lanes), terms);
        }
    }

    private static double LogSum(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> terms)
    {
        for (int i = 0; i < terms.Length; i++) terms[i] = left[i] + right[i];
        return LogSum(terms);
    }

    // The logarithm of a sum of numbers given by their logarithms, none of which is lost beside a larger one but to rounding.
    private static double LogSum(ReadOnlySpan<double> terms)
    {
        double largest = double.NegativeInfinity;
        foreach (double term in terms) largest = Math.Max(largest, term);
        if (largest == double.NegativeInfinity) return largest;
        double sum = 0;
        foreach (double term in terms) sum += Math.Exp(term - largest);
        return largest + Math.Log(sum);
    }

    /// <summary>
    /// Adds the expected number of each transition, state by state, to a square of <see cref="StateCount"/>, from the forward and backward values of the workspace.
    /// </summary>
    internal void AddTransitions(ReadOnlySpan<ushort> observations, double logLikelihood, bool inLogs, HiddenMarkovModelWorkspace workspace, Span<double> counts)
    {
        int length = observations.Length * _lanes;
        ReadOnlySpan<double> forward = workspace.Forward(length), backward = workspace.Backward(length);
        Span<double> weights = workspace.Row(_lanes);
        for (int t = 1; t < observations.Length; t++)
        {
            ReadOnlySpan<double> before = forward.Slice((t - 1) * _lanes, _lanes), next = backward.Slice(t * _lanes, _lanes);
            if (inLogs)
            {
                ReadOnlySpan<double> symbol = _logEmission.AsSpan(observations[t] * _lanes, _lanes);
                for (int i = 0; i < StateCount; i++)
                    for (int j = 0; j < StateCount; j++)
                        counts[i * StateCount + j] += Math.Exp(before[i] + _logFrom[i * _lanes + j] + (symbol[j] + next[j]) - logLikelihood);
                continue;
            }

            Weigh(Vectors(_emission.AsSpan(observations[t] * _lanes, _lanes)), Vectors(next), workspace.Scales(observations.Length)[t], Vectors(weights));
            for (int i = 0; i < StateCount; i++)
                for (int j = 0; j < StateCount; j++) counts[i * StateCount + j] += before[i] * _from[i * _lanes + j] * weights[j];
        }
    }
}
