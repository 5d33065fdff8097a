namespace CustomerJourney.Statistics.Models;

/// <summary>
/// The memory that a <see cref="HiddenMarkovModel"/> works in, to be used again for sequence after sequence, so that none of them allocates: it grows to the longest one and stays.
/// Any model may use it. For one thread at a time.
/// </summary>
public sealed class HiddenMarkovModelWorkspace
{
    private double[] _forward = [], _backward = [], _scales = [], _row = [], _transitions = [];

    internal Span<double> Forward(int length) => Of(ref _forward, length);

    internal Span<double> Backward(int length) => Of(ref _backward, length);

    internal Span<double> Scales(int length) => Of(ref _scales, length);

    internal Span<double> Row(int length) => Of(ref _row, length);

    internal Span<double> Transitions(int length) => Of(ref _transitions, length);

    // What lies there is kept: one step writes what a later one reads. An array that must grow is not yet written to.
    private static Span<double> Of(ref double[] array, int length)
    {
        if (array.Length < length) array = new double[Math.Max(length, (int)Math.Min(2L * array.Length, Array.MaxLength))];
        return array.AsSpan(0, length);
    }
}
