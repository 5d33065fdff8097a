using System.Runtime.CompilerServices;

namespace CustomerJourney.Metrics;

internal static class MetricGuard
{
    /// <summary>A confidence level that is one.</summary>
    public static double Level(double value, [CallerMemberName] string name = "")
    {
        // NaN fails both comparisons, so it is asked for what it must be.
        if (value is > 0 and < 1) return value;
        throw new ArgumentOutOfRangeException(name, value, "A confidence level lies between 0 and 1, for example 0.95.");
    }
}
