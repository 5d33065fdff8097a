using System.Numerics;

namespace CustomerJourney.Statistics.Models;

/// <summary>Element-wise arithmetic on many numbers at once; the results do not depend on how many the machine takes.</summary>
internal static class Vectors
{
    /// <summary>Adds a multiple of one vector to another.</summary>
    public static void AddScaled(Span<double> target, ReadOnlySpan<double> source, double factor)
    {
        int i = 0, step = Vector<double>.Count;
        for (; i <= target.Length - step; i += step)
            (new Vector<double>(target[i..]) + new Vector<double>(source[i..]) * factor).CopyTo(target[i..]);
        for (; i < target.Length; i++) target[i] += source[i] * factor;
    }

    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++) sum += left[i] * right[i];
        return sum;
    }

    public static double LargestSize(ReadOnlySpan<double> values)
    {
        double largest = 0;
        foreach (double value in values) largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }
}
